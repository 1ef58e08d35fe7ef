import { type Viewer, viewers } from "./contestant.ts";
import type { Result } from "./measure.ts";

/** What each question must reach at least, and what it should: how many times less CPU than PostGraphile. */
const goals: Readonly<Record<string, Record<"gateway" | "total", readonly [number, number]>>> = {
  "1-group-page": { gateway: [3, 4], total: [1.7, 2] },
  "2-minutes-page": { gateway: [3, 4], total: [1.5, 1.8] },
  "3-action-log": { gateway: [3, 4], total: [1.25, 1.4] },
  "4-mission-dashboard": { gateway: [5, 7], total: [1.5, 1.8] },
  "5-search": { gateway: [3, 4], total: [1.1, 1.3] },
};
/** How many times a hand-written statement's CPU, gateway and PostgreSQL together, at most. */
const overHandWritten = [1.5, 1.25] as const;
/** How many times the cost at one time the data, at most. */
const overSmaller = 1.2;

const total = ({ gateway, postgres }: Result) => gateway + postgres;
export const ms = (number: number) => number.toFixed(number < 1 ? 3 : 2);
export const ratio = (number: number) => number.toFixed(2);

/** Whether a ratio reached its goal, its floor only, or neither. */
const reached = (floor: boolean, goal: boolean) => (goal ? "goal" : floor ? "floor" : "**missed**");
const atLeast = (value: number, [floor, goal]: readonly [number, number]) =>
  `${ratio(value)} · ${reached(value >= floor, value >= goal)}`;
/** A ratio, and whether it is small enough: at most its floor, or its goal. */
export const atMost = (value: number, [floor, goal]: readonly [number, number]) =>
  `${ratio(value)} · ${reached(value <= floor, value <= goal)}`;

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** A table in Markdown, its first two columns of words. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map((_, i) => (i < 2 ? "---" : "--:"))), ...rows.map(line)].join(
    "\n",
  );
}

/** Those who were asked for: a run that is kept may be from before one of them. */
const viewersIn = (...runs: readonly (readonly Result[])[]): Viewer[] =>
  viewers.filter((viewer) => runs.every((run) => run.some((each) => each.viewer === viewer)));

function finder(results: readonly Result[]) {
  return (question: string, contestant: Result["contestant"], viewer: Viewer): Result => {
    const found = results.find(
      (each) =>
        each.question === question && each.contestant === contestant && each.viewer === viewer,
    );
    if (!found) throw new Error(`${contestant} was not asked ${question}.`);
    return found;
  };
}

/** Remit's ratios to both others, and whether each is what it should be. */
export function compared(results: readonly Result[]): string {
  const find = finder(results);
  const rows = Object.entries(goals).flatMap(([question, goal]) =>
    viewersIn(results).map((viewer) => {
      const remit = find(question, "remit", viewer);
      const rival = find(question, "postgraphile", "anonymous");
      const hand = find(question, "hand-written", viewer);
      return [
        question,
        viewer,
        atLeast(rival.gateway / remit.gateway, goal.gateway),
        atLeast(total(rival) / total(remit), goal.total),
        ratio(total(rival) / total(hand)),
        atMost(total(remit) / total(hand), overHandWritten),
      ];
    }),
  );
  const head = ["page", "viewer", "PostGraphile ÷ Remit, gateway", "and with PostgreSQL"];
  return table([...head, "PostGraphile ÷ hand-written", "Remit ÷ hand-written"], rows);
}

/** Every figure of a run. */
export const measured = (results: readonly Result[]): string =>
  table(
    ["page", "server", "viewer", "gateway ms", "PostgreSQL ms", "median ms", "requests a second"],
    results.map((each) => [
      each.question,
      each.contestant,
      each.viewer,
      ms(each.gateway),
      ms(each.postgres),
      each.p50.toFixed(1),
      each.perSecond.toFixed(0),
    ]),
  );

/** What Remit's pages cost at ten times the data, against what they cost at one time. */
export function grown(one: readonly Result[], ten: readonly Result[]): string {
  const [before, after] = [finder(one), finder(ten)];
  const rows = Object.keys(goals).flatMap((question) =>
    viewersIn(one, ten).map((viewer) => {
      const small = total(before(question, "remit", viewer));
      const large = total(after(question, "remit", viewer));
      const isBound = question !== "5-search";
      const times = large / small;
      const hand =
        total(after(question, "hand-written", viewer)) /
        total(before(question, "hand-written", viewer));
      return [
        question,
        viewer,
        ms(small),
        ms(large),
        isBound ? atMost(times, [overSmaller, overSmaller]) : ratio(times),
        ratio(hand),
      ];
    }),
  );
  const head = ["page", "viewer", "at one time", "at ten times", "grown by", "hand-written"];
  return table(head, rows);
}
