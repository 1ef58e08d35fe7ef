import { bodyFor } from "./check.ts";
import type { Contestant, Viewer } from "./contestant.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { load } from "./load.ts";
import { inputs, type Question, questions, type Stock } from "./questions.ts";

/** What one contestant needs for one question. Times are in milliseconds. */
export interface Result {
  readonly question: string;
  readonly contestant: Contestant["name"];
  readonly viewer: Viewer;
  /** CPU time of the server's process for each request. */
  readonly gateway: number;
  /** CPU time of all PostgreSQL's processes for each request. */
  readonly postgres: number;
  readonly p50: number;
  readonly perSecond: number;
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

/** Asks everybody everything in rounds, so that what else the machine does falls on all of them. */
export async function measure(
  contestants: readonly Contestant[],
  stock: Stock,
  postgres: number,
  { rounds, seconds }: Plan,
  say: (line: string) => void,
): Promise<Result[]> {
  const cases = questions.flatMap((question) =>
    contestants.map((contestant) => ({ question, contestant })),
  );
  for (const { question, contestant } of cases)
    await measured(contestant, question, stock, postgres, seconds);
  say("Everybody is warm.");
  const taken = cases.map((): Result[] => []);
  const inTurn = [...cases.entries()];
  for (let round = 1; round <= rounds; round += 1) {
    // Backwards every second time: garbage that an idle while put off should not always fall on the same viewer.
    for (const [index, { question, contestant }] of round % 2 ? inTurn : inTurn.toReversed())
      taken[index]?.push(await measured(contestant, question, stock, postgres, seconds));
    say(`Round ${round} of ${rounds}.`);
  }
  return taken.flatMap(lowerQuartile);
}

async function measured(
  contestant: Contestant,
  question: Question,
  stock: Stock,
  postgres: number,
  length: number,
): Promise<Result> {
  const { name, viewer, server } = contestant;
  const bodies = inputs(question, viewer, stock).seen.map((each) =>
    bodyFor(contestant, question, each),
  );
  // A server that others kept waiting has its caches to fill and its garbage to collect: not for this question.
  await load(contestant, bodies, length / 8);
  const gatewayBefore = cpuOf(server.pid ?? 0);
  const postgresBefore = cpuOfFamily(postgres);
  // A collection of garbage would weigh more on few requests.
  const { requests, seconds, p50 } = await load(contestant, bodies, length, length * 500);
  return {
    question: question.name,
    contestant: name,
    viewer,
    gateway: (cpuOf(server.pid ?? 0) - gatewayBefore) / requests,
    postgres: (cpuOfFamily(postgres) - postgresBefore) / requests,
    p50,
    perSecond: requests / seconds,
  };
}

/** Each measure's lower quartile: what the contestant needs while little else runs. */
function lowerQuartile(rounds: readonly Result[]): Result[] {
  const [first] = rounds;
  if (!first) return [];
  const low = (of: (result: Result) => number) =>
    rounds.map(of).toSorted((a, b) => a - b)[Math.floor((rounds.length - 1) / 4)] ?? 0;
  return [
    {
      ...first,
      gateway: low(({ gateway }) => gateway),
      postgres: low(({ postgres }) => postgres),
      p50: low(({ p50 }) => p50),
      perSecond: -low(({ perSecond }) => -perSecond),
    },
  ];
}
