import { enableCompileCache } from "node:module";
import { Refusal } from "@remit/kernel";
import { CommanderError } from "commander";
import { program, type Served } from "./program.ts";

/** Does what the process was called with, on a gateway. 0: done. 1: refused, nothing was changed. 2: the command was not understood. */
export async function commandLine(load: () => Promise<Served>): Promise<number> {
  // What a command imports when it runs is compiled once, and not by every run anew.
  enableCompileCache();
  try {
    await program(load).parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`remit: ${error.message}\n`);
    return 1;
  }
}
