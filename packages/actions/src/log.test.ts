import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digest } from "./digest.ts";
import { printLog } from "./log.ts";
import { raise } from "./raise.ts";
import { type Reminder, remindersDue, type ReminderRule } from "./reminder.ts";
import { agree, isIntact, snapshotOf, takeSnapshot } from "./snapshot.ts";
import { addDays } from "@remit/kernel";
import {
  ada,
  eight,
  figures,
  figuresRaised,
  inStatus,
  june,
  march,
  nia,
  pavements,
  september,
  streets,
  verbs,
} from "./testing.ts";
import { close } from "./verbs/close.ts";
import { complete } from "./verbs/complete.ts";
import { review } from "./verbs/review.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const taken = {
  id: "01990000-0000-7000-8000-000000000700",
  group: pavements,
  meeting: june.meeting,
  takenOn: june.on,
};
const snapshot = takeSnapshot(taken, eight, sha256);

test("INV-A15 a snapshot has the hash of what was taken, whatever happens to the actions", () => {
  expect(isIntact(snapshot, sha256)).toBe(true);
  expect(isIntact(JSON.parse(JSON.stringify(snapshot)), sha256)).toBe(true);
  const [first, ...rest] = snapshot.entries;
  const forged = { ...snapshot, entries: [{ ...first!, owners: "Nobody" }, ...rest] };
  expect(isIntact(forged, sha256)).toBe(false);
  expect(isIntact({ ...snapshot, takenOn: march.on }, sha256)).toBe(false);
});

test("INV-A15 the same actions have the same hash in any order, others have not", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...eight]), (some) => {
      const same = takeSnapshot(taken, some, sha256);
      const sorted = takeSnapshot(
        taken,
        eight.filter((each) => some.includes(each)),
        sha256,
      );
      expect(same).toEqual(sorted);
      expect(same.contentHash === snapshot.contentHash).toBe(some.length === eight.length);
    }),
  );
});

test("INV-A15 a later meeting agrees the log of the previous one, once", () => {
  const agreed = agree(snapshot, september, sha256);
  expect(agreed.agreed).toEqual(september);
  expect(isIntact(agreed, sha256)).toBe(true);
  const refused = expect.objectContaining({ code: "INV-A15" });
  expect(() => agree(agreed, september, sha256)).toThrow(refused);
  expect(() => agree(snapshot, june, sha256)).toThrow(refused);
  expect(() => agree(snapshot, march, sha256)).toThrow(refused);
  expect(() => agree({ ...snapshot, entries: [] }, september, sha256)).toThrow(refused);
  expect(snapshotOf(june.meeting, [snapshot])).toBe(snapshot);
  expect(() => snapshotOf(march.meeting, [snapshot])).toThrow(refused);
});

test("a snapshot holds the group's own actions, by reference, without drafts", () => {
  const more = [inStatus.draft, { ...figures, group: streets }, ...eight.toReversed()];
  expect(takeSnapshot(taken, more, sha256).entries.map(({ reference }) => reference)).toEqual(
    eight.map(({ reference }) => reference),
  );
});

const rules: ReminderRule[] = [
  { id: "soon", when: "before-due", days: 14 },
  { id: "late", when: "overdue", days: 7 },
  { id: "look", when: "standing-review", days: 0 },
];
const standing = eight[7]!;

test.each([
  { day: "2026-05-14", reminders: [] },
  { day: "2026-05-15", reminders: ["A2 soon 2026-05-29"] },
  { day: "2026-05-29", reminders: ["A2 soon 2026-05-29"] },
  { day: "2026-05-30", reminders: [] },
  { day: "2026-06-05", reminders: ["A2 late 2026-05-29", "A8 look 2026-06-04"] },
])("on $day: $reminders", ({ day, reminders }) => {
  const found = remindersDue([figures, standing], rules, day, new Set());
  const words = found.map(({ action, rule, due }) => `${action.label.slice(-2)} ${rule} ${due}`);
  expect(words).toEqual(reminders);
});

test("INV-A19 a reminder goes out once for an action, a rule and a due, however often it is looked for", () => {
  const daysOfRuns = fc.array(fc.nat(200), { maxLength: 30 });
  fc.assert(
    fc.property(daysOfRuns, (days) => {
      const emitted: Reminder[] = [];
      for (const day of days.toSorted((one, other) => one - other)) {
        // As after a restart: only what was written down is known.
        const known = new Set(emitted.map(({ key }) => key));
        emitted.push(...remindersDue([figures, standing], rules, addDays(march.on, day), known));
      }
      expect(new Set(emitted.map(({ key }) => key)).size).toBe(emitted.length);
    }),
  );
});

test("INV-A19 another due is another reminder; what is done needs none", () => {
  const [first] = remindersDue([figures], rules, "2026-05-20", new Set());
  const rescheduled = verbs.reschedule(figures, 2);
  const known = new Set([first!.key]);
  expect(remindersDue([rescheduled], rules, "2026-06-10", known)).toMatchObject([
    { due: "2026-06-15" },
  ]);
  expect(remindersDue([inStatus.done], rules, "2026-05-20", new Set())).toEqual([]);
});

test("a standing action is looked at again after each review", () => {
  const seen = review(standing, { by: ada, ...june, outcome: "progress-noted" });
  expect(remindersDue([seen], rules, "2026-09-02", new Set())).toEqual([]);
  expect(remindersDue([seen], rules, september.on, new Set())).toEqual([]);
  expect(remindersDue([seen], rules, "2026-09-03", new Set())).toMatchObject([
    { due: "2026-09-03" },
  ]);
});

test("the digest tells what to chase, the latest first", () => {
  const late = review(figures, { by: ada, ...june, outcome: "carried-forward" });
  const done = complete(eight[3]!, { by: nia, on: "2026-06-01" });
  const closed = close(eight[0]!, { by: ada, on: june.on, agreedIn: june.meeting });
  const soon = { ...eight[4]!, due: { kind: "by-meeting", ...september, text: null } as const };
  expect(digest(pavements, [late, done, closed, soon, standing, eight[6]!], "2026-08-24")).toBe(`\
# Harbourside Pavements Working Group: actions on 24 August 2026

## Overdue (1)

- **HPWG-2026-03-A2** Nia Frew to bring figures on ramps at bus stops (Nia Frew; by 29 May 2026; carried forward once)

## Due soon (1)

- **HPWG-2026-03-A5** PWG secretariat to ask the harbour what could be done together (PWG Secretariat; by September 2026 (2 September 2026))

## Awaiting the group's agreement (1)

- **HPWG-2026-03-A4** Nia Frew to tell the group how the bus company plans (Nia Frew; no date)

## Standing (1)

- **HPWG-2026-03-A8** Max Tarn and Robin Vale to keep an eye on the market (Max Tarn, Robin Vale; standing)

## Open (1)

- **HPWG-2026-03-A7** Officials to consider guidance for shops (Officials; no date)
`);
});

test("a group with nothing to chase is told so", () => {
  expect(digest(streets, eight, june.on)).toBe(
    "# Harbourside Streets Board: actions on 3 June 2026\n\nNo action is open.\n",
  );
});

test("what people wrote stays text, in a digest and in a log", () => {
  const text = "Buy <b>paint</b> | see [this](javascript:alert(1))\n## and *that*";
  const action = raise({ ...figuresRaised, text });
  const shown =
    "Buy \\<b\\>paint\\</b\\> \\| see \\[this\\](javascript:alert(1)) ## and \\*that\\*";
  expect(digest(pavements, [action], march.on)).toContain(shown);
  expect(printLog([action], march.on)).toContain(shown);
});

const nameOf = () => "a guest";

test("who must not be named is not", () => {
  expect(printLog([figures], march.on, nameOf)).toContain("| a guest |");
  expect(digest(pavements, [figures], march.on, nameOf)).toContain("(a guest; ");
});
