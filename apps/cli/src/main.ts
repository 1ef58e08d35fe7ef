#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { Refusal } from "@remit/kernel";
import { CommanderError } from "commander";
import { program } from "./program.ts";

// What a command imports when it runs is compiled once, and not by every run anew.
enableCompileCache();

/** 0: done. 1: refused, nothing was changed. 2: the command was not understood. */
async function run(): Promise<number> {
  try {
    await program().parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`remit: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = await run();
