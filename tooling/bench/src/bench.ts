// Compares Remit's read path with PostGraphile and with hand-written statements; docs/performance.md says how. With
// --worst it looks for the dearest questions that the limits of cost let through; with --writes it compares verbs with
// transactions that were written by hand.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Postgres } from "../../src/postgres.ts";
import { check } from "./check.ts";
import { type Contestant, pin, startContestants, startRemit } from "./contestant.ts";
import { startDatabase, stockOf } from "./database.ts";
import { measure } from "./measure.ts";
import { publish, publishWrites } from "./report.ts";
import { compared, measured } from "./tables.ts";
import { listed, samplesOf, worstOf } from "./worst.ts";
import { comparedWrites, measuredWrites } from "./write-tables.ts";
import { measureWrites } from "./writes.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    scale: { type: "string" },
    worst: { type: "boolean", default: false },
    writes: { type: "boolean", default: false },
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

if (values.worst) await worst();
else if (values.writes) await writes();
else await compare();

async function compare(): Promise<void> {
  say("Installing PostGraphile.");
  const here = fileURLToPath(new URL("..", import.meta.url));
  execFileSync("pnpm", ["install", "--ignore-workspace", "--frozen-lockfile", "--silent"], {
    cwd: here,
  });
  await withData([], async (postgres, contestants) => {
    contestants.push(...(await startContestants(postgres, Number(values.port))));
    const stock = await stockOf(postgres.url);
    say(`${await check(contestants, stock)} answers are equal.`);
    const results = await measure(contestants, stock, postgres.pid, plan, say);
    process.stdout.write(`${measured(results)}\n\n${compared(results)}\n`);
    if (!values.quick) publish(scale, results);
  });
}

/** What verbs cost beside transactions that were written by hand. */
async function writes(): Promise<void> {
  const much = values.quick ? { rounds: 3, actions: 96 } : { rounds: 7, actions: 480 };
  const results = await measureWrites(much, Number(values.port), say);
  process.stdout.write(`${comparedWrites(results)}\n\n${measuredWrites(results)}\n`);
  if (!values.quick) publishWrites(results);
}

/** The ten dearest questions that each viewer may ask. */
function worst(): Promise<void> {
  return withData(["worst.sql"], async (postgres, contestants) => {
    const viewers = ["anonymous", "member", "official"] as const;
    contestants.push(...(await startRemit(postgres, Number(values.port), viewers)));
    const { phrases } = await stockOf(postgres.url);
    const samples = samplesOf(phrases.find((each) => each.class === "open")?.words ?? "");
    const breadth = values.quick ? { ways: 5, depth: 3 } : { ways: 12, depth: 5 };
    for (const contestant of contestants)
      process.stdout.write(
        `${listed(await worstOf(contestant, postgres.pid, samples, breadth, say))}\n\n`,
      );
  });
}

/** Does something with the data, and with servers that end with it. */
async function withData(
  more: readonly string[],
  task: (postgres: Postgres, contestants: Contestant[]) => Promise<void>,
): Promise<void> {
  say(`Writing ${scale} times the data.`);
  const postgres = await startDatabase(scale, ...more);
  const contestants: Contestant[] = [];
  try {
    pin(postgres.pid, 1);
    pin(process.pid, 1);
    await task(postgres, contestants);
  } finally {
    for (const { server } of contestants) server.kill();
    await postgres.stop();
  }
}
