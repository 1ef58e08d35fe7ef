import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Action, refOf } from "./action.ts";
import { printLog } from "./log.ts";
import { reviewGaps } from "./minutes.ts";
import { carriedForward } from "./reviews.ts";
import { agree, takeSnapshot } from "./snapshot.ts";
import {
  ada,
  eight,
  june,
  march,
  members,
  nia,
  pavements,
  robin,
  sam,
  september,
} from "./testing.ts";
import type { ReviewOutcome } from "./update.ts";
import { addDependency } from "./verbs/add-dependency.ts";
import { answer } from "./verbs/answer.ts";
import { close } from "./verbs/close.ts";
import { complete } from "./verbs/complete.ts";
import { report } from "./verbs/report.ts";
import { reschedule } from "./verbs/reschedule.ts";
import { review } from "./verbs/review.ts";
import { shareOut } from "./verbs/share-out.ts";
import { start } from "./verbs/start.ts";

const december = {
  meeting: { type: "Meeting", id: "01990000-0000-7000-8000-000000000400", label: "December 2026" },
  on: "2026-12-02",
};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const office = eight[1]!.owners[0]!.agent;

/** What becomes of the eight, by number. */
type Steps = Partial<Record<number, (action: Action) => Action>>;
const take = (log: readonly Action[], steps: Steps) =>
  log.map((action) => steps[action.number]?.(action) ?? action);

const agreedIn = ({ meeting, on }: typeof june) => ({ by: ada, on, agreedIn: meeting });
const sent = (on: string) => (action: Action) => complete(action, { by: sam, on, owner: office });

/** A meeting goes through whatever is open: what it closes, it closes; the rest it carries forward. */
const meet = (log: readonly Action[], held: typeof june, closes: readonly number[]) =>
  log.map((action) => {
    if (action.status === "closed") return action;
    const closed = closes.includes(action.number);
    const outcome: ReviewOutcome = closed ? "closed" : "carried-forward";
    const reviewed = review(action, { by: ada, ...held, outcome });
    return closed ? close(reviewed, agreedIn(held)) : reviewed;
  });

const statuses = (log: readonly Action[], today: string) =>
  printLog(log, today)
    .split("\n")
    .slice(2)
    .map((row) => row.split(" | ").at(-1)?.replace(" |", ""));

test("eight actions come to their end over three meetings, and every log says how they stand", () => {
  const begun = { by: ada, on: march.on };
  const raised = take(eight, {
    1: (action) =>
      addDependency(action, { ...begun, after: refOf(eight[1]!), dependencies: () => [] }),
  });
  expect(statuses(raised, march.on)).toEqual(Array.from({ length: 8 }, () => "open"));

  const spring = take(raised, {
    1: (action) => shareOut(action, { ...begun, owner: members, people: [ada, robin] }),
    2: sent("2026-03-09"),
    3: (action) => answer(action, { by: robin, on: "2026-05-04", status: "done" }),
    4: (action) => complete(action, { by: nia, on: "2026-06-02" }),
    5: (action) => start(action, { by: sam, on: "2026-05-11" }),
    6: (action) =>
      reschedule(action, {
        due: { kind: "by-meeting", ...september, text: null },
        reason: "The harbour counts again in August",
        by: ada,
        on: "2026-05-12",
      }),
  });
  const inJune = meet(spring, june, [2, 4]);
  expect(reviewGaps(june, inJune)).toEqual([]);
  expect(statuses(inJune, june.on)).toEqual([
    "open, carried forward once",
    "closed, 3 June 2026",
    "open, carried forward once",
    "closed, 3 June 2026",
    "in progress, carried forward once",
    "open, carried forward once",
    "open, carried forward once",
    "open, carried forward once",
  ]);

  const taken = {
    id: "01990000-0000-7000-8000-000000000701",
    group: pavements,
    meeting: june.meeting,
    takenOn: june.on,
  };
  const snapshot = takeSnapshot(taken, inJune, sha256);
  expect(agree(snapshot, september, sha256).agreed).toEqual(september);

  const summer = take(inJune, {
    1: (action) => answer(action, { by: robin, on: "2026-07-01", status: "done" }),
    3: (action) => complete(action, { by: nia, on: "2026-07-02" }),
    5: sent("2026-08-20"),
    7: (action) =>
      report(action, {
        by: sam,
        on: "2026-08-21",
        text: "A draft is out",
        newId: () => "01990000-0000-7000-8000-000000000801",
      }),
  });
  const inSeptember = meet(summer, september, [1, 3, 5]);
  expect(reviewGaps(september, inSeptember)).toEqual([]);
  expect(statuses(inSeptember, "2026-09-03")).toEqual([
    "closed, 2 September 2026, carried forward once",
    "closed, 3 June 2026",
    "closed, 2 September 2026, carried forward once",
    "closed, 3 June 2026",
    "closed, 2 September 2026, carried forward once",
    "open, overdue, carried forward 2 times",
    "open, carried forward 2 times",
    "open, carried forward 2 times",
  ]);

  const autumn = take(inSeptember, { 6: sent("2026-10-01") });
  const inDecember = meet(autumn, december, [6, 7, 8]);
  expect(reviewGaps(december, inDecember)).toEqual([]);
  expect(inDecember.map((action) => [action.status, carriedForward(action)])).toEqual(
    [1, 0, 1, 0, 1, 2, 2, 2].map((carried) => ["closed", carried]),
  );
});
