import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Postgres } from "../../src/postgres.ts";

export const viewers = ["anonymous", "member"] as const;
export type Viewer = (typeof viewers)[number];

/** One of those that are compared: a server of its own process on the first core. */
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

/** Starts every contestant on the same database. */
export async function startContestants(
  { url }: Postgres,
  firstPort: number,
): Promise<Contestant[]> {
  const all = programs.flatMap(({ name, file, viewers }) =>
    viewers.map((viewer) => ({ name, file, viewer })),
  );
  return Promise.all(
    all.map(async ({ name, file, viewer }, index) => {
      const port = firstPort + index;
      const path = fileURLToPath(new URL(file, import.meta.url));
      const server = spawn(
        process.execPath,
        ["--conditions=@remit/source", path, url, String(port), viewer],
        { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
      );
      if (server.pid !== undefined) pin(server.pid, 0);
      const said = await Promise.race([once(server.stdout, "data"), once(server, "exit")]);
      if (!String(said[0]).includes("ready")) throw new Error(`${name} did not start.`);
      return { name, viewer, port, server };
    }),
  );
}
