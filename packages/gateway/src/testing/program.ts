import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** How a process ended, and what it had written. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process of Remit's own. */
export interface Program {
  /** Waits for these words on standard output. Fails where the process ends without them. */
  said(words: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** Runs a TypeScript file by its address. It knows nothing of the environment but what it is given, and reads `input` from its standard input, if there is any. */
export function startProgram(
  main: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input?: string,
): Program {
  const { PATH = "", HOME = "" } = process.env;
  const path = fileURLToPath(main);
  const child = spawn(process.execPath, ["--conditions=@remit/source", path, ...args], {
    env: { PATH, HOME, NO_COLOR: "1", ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, "close").then(() => ({ code: child.exitCode, out, err }));
  const said = async (words: string) => {
    while (!out.includes(words)) {
      const next = await Promise.race([once(child.stdout, "data"), ended]);
      if (!Array.isArray(next) && !out.includes(words))
        throw new Error(`It ended with ${next.code} and without "${words}":\n${out}${err}`);
    }
  };
  return { said, kill: (signal) => child.kill(signal), ended };
}

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}
