import { addDays } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { Due, dueDay } from "./due.ts";
import { isDueSoon, isOverdue } from "./lateness.ts";
import { raise } from "./raise.ts";
import { dueRevisions, follow, originalDue, originalText, rewordings } from "./revision.ts";
import type { Scheduled } from "./scheduled.ts";
import { ActionStatus } from "./status.ts";
import { figures, figuresRaised, inStatus, june, march, sam, september, verbs } from "./testing.ts";
import { reschedule } from "./verbs/reschedule.ts";
import { reword } from "./verbs/reword.ts";

const stamp = { by: sam, on: "2026-04-01" };
const reason = "The bus company moved house";

test("INV-A1 the text is the minuted sentence, to the letter", () => {
  const text = "  Nia Frew to bring figures – ‘all’ of them ";
  expect(raise({ ...figuresRaised, text }).text).toBe(text);
});

test("INV-A1 other words need a reason, and the sentence as minuted stays", () => {
  const once = reword(figures, { ...stamp, reason, text: "Bring the figures" });
  const twice = reword(once, { ...stamp, reason, text: "Bring all figures" });
  expect(twice).toMatchObject({ text: "Bring all figures", wording: "summary" });
  expect(originalText(twice)).toBe(figures.text);
  expect(rewordings(twice)).toMatchObject([
    { from: figures.text, to: "Bring the figures", reason },
    { from: "Bring the figures", to: "Bring all figures", by: sam },
  ]);
  expect(() => reword(figures, { ...stamp, reason: " ", text: "Bring" })).toThrow(
    expect.objectContaining({ code: "INV-A1", path: ["reason"] }),
  );
  expect(() => reword(figures, { ...stamp, reason, text: " " })).toThrow(
    expect.objectContaining({ code: "TEXT_MISSING" }),
  );
});

test("INV-A9 another due without a reason is refused", () => {
  const due = { kind: "asap", text: null } as const;
  expect(() => reschedule(figures, { ...stamp, due, reason: "" })).toThrow(
    expect.objectContaining({ code: "INV-A9", path: ["reason"] }),
  );
});

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2020-01-01", days));
const someDue = fc
  .oneof(
    day.map((on) => ({ kind: "date" as const, on })),
    day.map((on) => ({ kind: "date" as const, on: on.slice(0, 7) })),
    day.map((on) => ({ kind: "by-meeting" as const, meeting: june.meeting, on })),
    fc.tuple(day, fc.integer({ min: 0, max: 36 })).map(([from, months]) => ({
      kind: "within" as const,
      duration: `P${months}M`,
      from,
    })),
    fc.constant({ kind: "by-meeting" as const, meeting: "next" as const }),
    fc.constant({ kind: "standing" as const, reviewEvery: "P3M" }),
    fc.constant({ kind: "asap" as const }),
    fc.constant({ kind: "as-written" as const, text: "before winter" }),
    fc.constant({ kind: "not-stated" as const }),
  )
  .map((due) => Due.parse(due));

test("INV-A9 the first due is there after any number of revisions, and each one between", () => {
  fc.assert(
    fc.property(fc.array(someDue, { minLength: 1, maxLength: 8 }), (dues) => {
      const rescheduled = dues.reduce<Action>(
        (action, due) => reschedule(action, { ...stamp, due, reason }),
        figures,
      );
      expect(originalDue(rescheduled)).toEqual(figures.due);
      expect(dueRevisions(rescheduled).map(({ to }) => to)).toEqual(dues);
      expect(dueRevisions(rescheduled).map(({ from }) => from)).toEqual([
        figures.due,
        ...dues.slice(0, -1),
      ]);
    }),
  );
});

test("INV-A10 overdue is what has a day before today and is still to be done, and nothing else", () => {
  fc.assert(
    fc.property(someDue, day, fc.constantFrom(...ActionStatus.options), (due, today, status) => {
      const action = { ...inStatus[status], due };
      const last = dueDay(due);
      const late =
        last !== null && last < today && ["open", "in-progress", "blocked"].includes(status);
      expect(isOverdue(action, today)).toBe(late);
      expect(isOverdue(action, today) && isDueSoon(action, today)).toBe(false);
      // Time never makes what is late timely.
      expect(isOverdue(action, today) && !isOverdue(action, addDays(today, 1))).toBe(false);
    }),
  );
});

test.each([
  { due: { kind: "date", on: "2026-05-29" }, last: "2026-05-29" },
  { due: { kind: "date", on: "2026-05" }, last: "2026-05-31" },
  { due: { kind: "date", on: "2026" }, last: "2026-12-31" },
  { due: { kind: "within", duration: "P6W", from: march.on }, last: "2026-04-15" },
  { due: { kind: "by-meeting", meeting: june.meeting, on: june.on }, last: june.on },
  { due: { kind: "by-meeting", meeting: "next" }, last: null },
  { due: { kind: "standing" }, last: null },
  { due: { kind: "not-stated" }, last: null },
  { due: { kind: "asap" }, last: null },
  { due: { kind: "as-written", text: "before winter" }, last: null },
])("INV-A10 $due.kind ends on $last", ({ due, last }) => {
  const parsed = Due.parse(due);
  expect(dueDay(parsed)).toBe(last);
  const action = { ...figures, due: parsed };
  const days = last === null ? [] : [-15, -14, 0, 1].map((days) => addDays(last, days));
  expect(days.map((today) => isDueSoon(action, today))).toEqual(
    [false, true, true, false].slice(0, days.length),
  );
  expect(days.map((today) => isOverdue(action, today))).toEqual(
    [false, false, false, true].slice(0, days.length),
  );
  expect(isOverdue(action, "2099-01-01")).toBe(last !== null);
});

const byNext = raise({
  ...figuresRaised,
  due: { kind: "by-meeting", meeting: "next", text: "next time" },
});

test("INV-A11 the next meeting gives its day when it is scheduled, and another when it moves", () => {
  const scheduled = follow(byNext, june, stamp);
  expect(scheduled.due).toEqual({ kind: "by-meeting", text: "next time", ...june });
  const moved = follow(scheduled, { ...june, on: "2026-06-10" }, stamp);
  expect(dueDay(moved.due)).toBe("2026-06-10");
  expect(dueRevisions(moved).map((revision) => revision.reason)).toEqual([
    "June 2026 is on 2026-06-03",
    "June 2026 is on 2026-06-10, no longer on 2026-06-03",
  ]);
  expect(originalDue(moved)).toEqual(byNext.due);
  expect(dueDay(follow(moved, { ...june, on: null }, stamp).due)).toBe(null);
});

test("INV-A11 the next meeting gives its day when that is announced, and is that meeting once there is one", () => {
  const announced = follow(byNext, { meeting: "next", on: june.on }, stamp);
  expect(announced.due).toEqual({ ...byNext.due, on: june.on });
  const scheduled = follow(announced, june, stamp);
  expect(scheduled.due).toEqual({ kind: "by-meeting", text: "next time", ...june });
  expect(follow(scheduled, september, stamp)).toBe(scheduled);
  expect(dueRevisions(scheduled).map((revision) => revision.reason)).toEqual([
    "The next meeting is on 2026-06-03",
    "June 2026 is on 2026-06-03",
  ]);
});

test("INV-A11 what was known before a due was set concerns it from then on", () => {
  const known = follow(byNext, june, { ...stamp, on: "2026-01-01" });
  expect(dueRevisions(known)).toMatchObject([{ on: byNext.raisedAt.on }]);
});

const announced = { meeting: "next" as const, on: june.on };

test.each<{ what: string; action: Action; meeting: Scheduled }>([
  { what: "the same announcement", action: follow(byNext, announced, stamp), meeting: announced },
  {
    what: "the next one's day, once it is a meeting",
    action: follow(byNext, june, stamp),
    meeting: { meeting: "next", on: "2026-06-10" },
  },
  {
    what: "an announcement for the day it was set",
    action: byNext,
    meeting: { meeting: "next", on: byNext.raisedAt.on },
  },
  { what: "another meeting", action: follow(byNext, june, stamp), meeting: september },
  { what: "the same day again", action: follow(byNext, june, stamp), meeting: june },
  { what: "a meeting before it was set", action: byNext, meeting: march },
  { what: "a meeting without a day", action: byNext, meeting: { ...june, on: null } },
  { what: "any meeting, for a date", action: figures, meeting: june },
  { what: "any meeting, once done", action: verbs.complete(byNext, 1), meeting: june },
])("INV-A11 $what changes nothing", ({ action, meeting }) => {
  expect(follow(action, meeting, stamp)).toBe(action);
});

test("INV-A11 a due follows its meeting wherever it moves, and says so each time", () => {
  fc.assert(
    fc.property(fc.array(fc.option(day), { maxLength: 8 }), (days) => {
      const begun = follow(byNext, june, stamp);
      const followed = days.reduce<Action>(
        (action, on) => follow(action, { ...june, on }, stamp),
        begun,
      );
      expect(dueDay(followed.due)).toBe(days.length === 0 ? june.on : days.at(-1));
      const moves = [june.on, ...days].filter(
        (on, index, all) => index === 0 || on !== all[index - 1],
      );
      expect(dueRevisions(followed)).toHaveLength(moves.length);
    }),
  );
});
