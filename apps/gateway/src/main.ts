import { Refusal } from "@remit/kernel";
import { run } from "@remit/gateway";
import { example } from "./example.ts";
import { gateway } from "./gateway.ts";
import { pages, stored } from "./pages.ts";

try {
  await run(process.env, { gateway, example, pages, stored });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`remit: ${error.message}\n`);
  process.exitCode = 1;
}
