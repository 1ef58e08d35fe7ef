// Compares Remit's read path with PostGraphile and with hand-written statements; docs/performance.md says how.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { check } from "./check.ts";
import { type Contestant, pin, startContestants } from "./contestant.ts";
import { startDatabase, stockOf } from "./database.ts";
import { measure } from "./measure.ts";
import { publish } from "./report.ts";
import { compared, measured } from "./tables.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    scale: { type: "string" },
    port: { type: "string", default: "4300" },
  },
});
const scale = Number(values.scale ?? (values.quick ? 0.25 : 1));
// Below that there are neither the groups of the member nor a mission of which some is hidden.
if (!(scale >= 0.25)) {
  process.stderr.write(`--scale is a number from 0.25 on, and not ${values.scale}.\n`);
  process.exit(2);
}
const plan = values.quick ? { rounds: 3, seconds: 0.8 } : { rounds: scale > 1 ? 4 : 7, seconds: 2 };
const say = (line: string) => process.stderr.write(`${line}\n`);

say("Installing PostGraphile.");
const here = fileURLToPath(new URL("..", import.meta.url));
execFileSync("pnpm", ["install", "--ignore-workspace", "--frozen-lockfile", "--silent"], {
  cwd: here,
});

say(`Writing ${scale} times the data.`);
const postgres = await startDatabase(scale);
const contestants: Contestant[] = [];
try {
  pin(postgres.pid, 1);
  pin(process.pid, 1);
  contestants.push(...(await startContestants(postgres, Number(values.port))));
  const stock = await stockOf(postgres.url);
  say(`${await check(contestants, stock)} answers are equal.`);
  const results = await measure(contestants, stock, postgres.pid, plan, say);
  process.stdout.write(`${measured(results)}\n\n${compared(results)}\n`);
  if (!values.quick) publish(scale, results);
} finally {
  for (const { server } of contestants) server.kill();
  await postgres.stop();
}
