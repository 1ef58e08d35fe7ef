import { Refusal } from "@remit/kernel";
import { run } from "@remit/gateway";
import { example } from "./example.ts";
import { gateway } from "./gateway.ts";

try {
  await run(process.env, { gateway, example });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`remit: ${error.message}\n`);
  process.exitCode = 1;
}
