import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Postgres } from "../../src/postgres.ts";

/** `browser` is anybody on a page of another origin: only what the browser adds to the request differs. */
export const viewers = ["anonymous", "member", "browser"] as const;
/** An official is asked for nothing but the dearest questions, and a secretary does verbs. */
export type Viewer = (typeof viewers)[number] | "official" | "secretary";

/** One of those that are compared, as one viewer asks it. */
export interface Contestant {
  readonly name: "remit" | "postgraphile" | "hand-written";
  readonly viewer: Viewer;
  readonly port: number;
  readonly server: ChildProcess;
}

const programs = [
  { name: "remit", file: "remit.ts", viewers },
  // It has no rules of access, so it is asked as nobody in particular.
  { name: "postgraphile", file: "postgraphile.mjs", viewers: ["anonymous"] },
  { name: "hand-written", file: "hand-written.ts", viewers },
] as const;

const pins = spawnSync("taskset", ["-V"]).status === 0;

/** Keeps a process and whatever it starts on one core, where the system can. */
export function pin(pid: number, core: number): void {
  if (pins) spawnSync("taskset", ["-acp", String(core), String(pid)]);
}

/** Starts every contestant's server on the same database and the first core, on ports from `firstPort` on. */
export async function startContestants(
  { url }: Postgres,
  firstPort: number,
): Promise<Contestant[]> {
  const started = programs.map(async ({ name, file, viewers }, index) => {
    const port = firstPort + index;
    const server = await start(fileURLToPath(new URL(file, import.meta.url)), [url, String(port)]);
    return viewers.map((viewer) => ({ name, viewer, port, server }));
  });
  return (await Promise.all(started)).flat();
}

/** Starts both that write: Remit's gateway, and a transaction that was written by hand. */
export async function startWriters({ url }: Postgres, firstPort: number): Promise<Contestant[]> {
  const writers = [
    { name: "remit", file: "remit.ts" },
    { name: "hand-written", file: "hand-written-verbs.ts" },
  ] as const;
  return Promise.all(
    writers.map(async ({ name, file }, index): Promise<Contestant> => {
      const port = firstPort + index;
      const program = fileURLToPath(new URL(file, import.meta.url));
      return { name, viewer: "secretary", port, server: await start(program, [url, String(port)]) };
    }),
  );
}

/** Starts Remit's gateway alone, as these viewers ask it. */
export async function startRemit(
  { url }: Postgres,
  port: number,
  viewers: readonly Viewer[],
): Promise<Contestant[]> {
  const server = await start(fileURLToPath(new URL("remit.ts", import.meta.url)), [
    url,
    String(port),
  ]);
  return viewers.map((viewer) => ({ name: "remit", viewer, port, server }));
}

async function start(file: string, args: readonly string[]): Promise<ChildProcess> {
  const server = spawn(process.execPath, ["--conditions=@remit/source", file, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (server.pid !== undefined) pin(server.pid, 0);
  const said: unknown[] = await Promise.race([once(server.stdout, "data"), once(server, "exit")]);
  if (!String(said[0]).includes("ready")) throw new Error(`${file} did not start.`);
  return server;
}
