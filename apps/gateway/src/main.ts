import { Refusal } from "@remit/kernel";
import { run } from "./run.ts";

try {
  await run(process.env);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`remit: ${error.message}\n`);
  process.exitCode = 1;
}
