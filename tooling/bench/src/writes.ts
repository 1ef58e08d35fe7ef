import { deepStrictEqual } from "node:assert/strict";
import { verifyJournal } from "@remit/database";
import { sql } from "kysely";
import { type Contestant, pin, startWriters } from "./contestant.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { ask, agentFor } from "./load.ts";
import { doing, raising } from "./verb-questions.ts";
import { type Meeting, sizes, startTown, type Town } from "./write-town.ts";

/** CPU that one contestant needs for one request of a case, in milliseconds. */
export interface Writing {
  readonly work: Work;
  readonly contestant: Contestant["name"];
  readonly gateway: number;
  readonly postgres: number;
}

/** Each of what is measured: the four verbs, and what should not grow. */
export const works = [
  "start",
  "report",
  "complete",
  "raise",
  "raise among 50",
  "raise among 5,000",
  "2nd report",
  "200th report",
] as const;
type Work = (typeof works)[number];

interface Plan {
  readonly rounds: number;
  /** How many actions each contestant raises, starts, reports on and completes in a round. */
  readonly actions: number;
}

type Task = (town: Town, contestant: Contestant, actions: number) => Promise<Writing[]>;

/** Lets both do the same verbs to actions of their own, in turn and in rounds; throws where they differ. */
export async function measureWrites(
  { rounds, actions }: Plan,
  firstPort: number,
  say: (line: string) => void,
): Promise<Writing[]> {
  const town = await startTown();
  const contestants: Contestant[] = [];
  const inRounds = async (tasks: readonly Task[]) => {
    const taken: Writing[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      for (const task of tasks)
        for (const contestant of round % 2 ? contestants : contestants.toReversed()) {
          const measured = await task(town, contestant, actions);
          // The first round is to warm them.
          if (round > 0) taken.push(...measured);
        }
      say(round === 0 ? "Both are warm." : `Round ${round} of ${rounds}.`);
    }
    return taken;
  };
  try {
    pin(town.postgres.pid, 1);
    pin(process.pid, 1);
    contestants.push(...(await startWriters(town.postgres, firstPort)));
    await check(town, contestants);
    say("Both write the same.");
    const taken = await inRounds([verbs, await amongOthers(town)]);
    const [broken] = await verifyJournal(town.db, []);
    if (broken !== undefined) throw new Error(broken);
    say("The journal is whole.");
    return lowest([...taken, ...(await inRounds([await afterOthers(town, contestants)]))]);
  } finally {
    for (const { server } of contestants) server.kill();
    await town.close();
    await town.postgres.stop();
  }
}

const clients = 8;

/** Actions of as many groups as there are clients, each raised, started, reported on and completed. */
async function verbs(town: Town, contestant: Contestant, actions: number): Promise<Writing[]> {
  const meetings: Meeting[] = [];
  for (let group = 0; group < clients; group += 1) meetings.push(await town.meeting());
  const raises = Array.from({ length: actions / clients }, () => meetings.map(raising)).flat();
  const raised = await measured(town, contestant, "raise", raises);
  const done: Writing[] = [raised.writing];
  for (const verb of ["start", "report", "complete"] as const) {
    const bodies = raised.ids.map((id) => doing(verb, id));
    done.push((await measured(town, contestant, verb, bodies)).writing);
  }
  return done;
}

/** Raises in groups that have few actions, and in one that has many. */
async function amongOthers(town: Town): Promise<Task> {
  const large = await town.meeting(sizes.large);
  await sql`vacuum analyze`.execute(town.db);
  return async (_, contestant, actions) => {
    const few: Meeting[] = [];
    for (let left = actions; left > 0; left -= sizes.small)
      few.push(await town.meeting(sizes.small));
    const done: Writing[] = [];
    for (const [work, meetings] of [
      ["raise among 50", few],
      ["raise among 5,000", [large]],
    ] as const) {
      const each = Array.from({ length: Math.ceil(actions / meetings.length) });
      const bodies = each.flatMap(() => meetings.map(raising));
      // One after the other: those who raise in one group wait for each other.
      done.push((await measured(town, contestant, work, bodies, 1)).writing);
    }
    return done;
  };
}

/** Reports on actions that have one report, and on those that have 199: copies of one that each contestant reported on. */
async function afterOthers(town: Town, contestants: readonly Contestant[]): Promise<Task> {
  const cases = [
    { work: "2nd report", reports: 1 },
    { work: "200th report", reports: 199 },
  ] as const;
  const patterns = new Map<string, string>();
  for (const contestant of contestants)
    for (const { work, reports } of cases) {
      const id = idIn(await ask(contestant, raising(await town.meeting())));
      for (let report = 0; report < reports; report += 1)
        await ask(contestant, doing("report", id));
      patterns.set(`${contestant.name} ${work}`, id);
    }
  return async (_, contestant, actions) => {
    const done: Writing[] = [];
    for (const { work } of cases) {
      const ids = await town.copies(patterns.get(`${contestant.name} ${work}`) ?? "", actions);
      const bodies = ids.map((id) => doing("report", id));
      done.push((await measured(town, contestant, work, bodies)).writing);
    }
    return done;
  };
}

interface Answer {
  readonly kind: string;
  readonly id: string;
}

/** Sends each request once, some at once, and gives what they took and the ids of what they changed. */
async function measured(
  { postgres }: Town,
  contestant: Contestant,
  work: Work,
  bodies: readonly string[],
  atOnce = clients,
): Promise<{ writing: Writing; ids: string[] }> {
  const agent = agentFor(atOnce);
  const pid = contestant.server.pid ?? 0;
  const before = { gateway: cpuOf(pid), postgres: cpuOfFamily(postgres.pid) };
  const ids: string[] = [];
  let next = 0;
  const client = async () => {
    while (next < bodies.length) {
      const index = next++;
      ids[index] = idIn(await ask(contestant, bodies[index] ?? "", agent));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  agent.destroy();
  const writing = {
    work,
    contestant: contestant.name,
    gateway: (cpuOf(pid) - before.gateway) / bodies.length,
    postgres: (cpuOfFamily(postgres.pid) - before.postgres) / bodies.length,
  };
  return { writing, ids };
}

function idIn(text: string): string {
  const { data }: { data?: Readonly<Record<string, Answer>> | null } = JSON.parse(text);
  const [answer] = Object.values(data ?? {});
  if (answer?.kind !== "Action") throw new Error(text);
  return answer.id;
}

/** Each measure's lower quartile: what it takes while little else runs. */
function lowest(taken: readonly Writing[]): Writing[] {
  return [...Map.groupBy(taken, ({ work, contestant }) => `${work} ${contestant}`).values()].map(
    (rounds) => {
      const low = (of: (each: Writing) => number) =>
        rounds.map(of).toSorted((a, b) => a - b)[Math.floor((rounds.length - 1) / 4)] ?? 0;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a group has a member
      const [{ work, contestant }] = rounds as [Writing];
      return {
        work,
        contestant,
        gateway: low((each) => each.gateway),
        postgres: low((each) => each.postgres),
      };
    },
  );
}

/** Lets both do every verb to an action each, and throws where rows, entries or answers differ. */
async function check(town: Town, contestants: readonly Contestant[]): Promise<void> {
  const found = [];
  for (const contestant of contestants) {
    const meeting = await town.meeting();
    const answers: unknown[] = [];
    const told = async (body: string) => {
      const text = await ask(contestant, body);
      answers.push(JSON.parse(text));
      return idIn(text);
    };
    const id = await told(raising(meeting));
    for (const verb of ["start", "report", "report", "complete"] as const)
      await told(doing(verb, id));
    found.push(comparable([answers, await rowsOf(town, id.slice("Action:".length))]));
  }
  const [one, other] = found;
  deepStrictEqual(one, other);
}

async function rowsOf({ db }: Town, id: string): Promise<unknown> {
  const { rows } = await sql`select to_jsonb(a) as action,
    (select jsonb_agg(to_jsonb(o)) from actions.owner o where o.action_id = a.id) as owners,
    (select jsonb_agg(to_jsonb(j) order by version) from database.journal j where j.subject_id = a.id) as entries
    from actions.action a where a.id = ${id}`.execute(db);
  return rows;
}

/** Without what every run makes anew: ids, hashes, moments and the number of the group. */
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, "an id")
      .replaceAll(/\b[0-9a-f]{64}\b/gu, "a hash")
      .replaceAll(/\b(?:G|Group )\d+/gu, "the group")
      .replaceAll(/20\d\d-\d\d-\d\d[T ][^"\\]+/gu, "a moment"),
  );
