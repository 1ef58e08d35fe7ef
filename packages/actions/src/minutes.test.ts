import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { isUnminuted, restate, type Settled, unminuted } from "./minutes.ts";
import { ada, inStatus, june, robin, sam, streets } from "./testing.ts";
import {
  answer,
  close,
  doneAsRecorded,
  reassign,
  report,
  reschedule,
  reword,
  start,
} from "./verbs.ts";

const before: Action = {
  ...inStatus.open,
  source: { document: "01990000-0000-7000-8000-000000000900", span: null },
};
/** What minutes that take the place of others make of it: every word of it is another. */
const again: Action = {
  ...before,
  id: "01990000-0000-7000-8000-000000000999",
  number: 7,
  reference: "ANOTHER",
  text: "Sam to measure how deep the puddle is",
  owners: before.owners.map((owner) => ({ ...owner, agent: robin })),
  raisedAt: { ...before.raisedAt, item: null },
  due: { kind: "date", on: "2026-05", text: "by May" },
  source: { document: "01990000-0000-7000-8000-000000000901", span: null },
};
const { text, owners, due, raisedAt, number, source } = again;
const later = { by: sam, on: june.on, reason: "It rains" };
const asap = { kind: "asap", text: null } as const;
const done = doneAsRecorded(before, { on: june.on, override: "Seen" });

const deeds: { what: string; action: Action; settled: Settled[] }[] = [
  { what: "nobody has touched", action: before, settled: [] },
  { what: "was started", action: start(before, { by: sam, on: june.on }), settled: [] },
  {
    what: "was reported on",
    action: report(before, { ...later, newId: () => again.id, text: "Wet" }),
    settled: [],
  },
  { what: "is done", action: done, settled: [] },
  {
    what: "is closed",
    action: close(done, { ...later, kind: "completed", agreedIn: june.meeting }),
    settled: [],
  },
  { what: "was revised", action: reschedule(before, { due: asap, ...later }), settled: ["due"] },
  { what: "was reworded", action: reword(before, { text: "Look", ...later }), settled: ["text"] },
  {
    what: "was reassigned",
    action: reassign(before, { owners: [{ agent: ada }], ...later }),
    settled: ["owners"],
  },
  {
    what: "another group has",
    action: { ...before, group: streets },
    settled: ["text", "owners", "due"],
  },
];

test.each(deeds)("minutes correct of what $what all but $settled", ({ action, settled }) => {
  const restated = restate(action, again, true);
  const corrected = { text, owners, due };
  const kept = Object.fromEntries(settled.map((what) => [what, action[what]]));
  expect(restated).toEqual({
    action: {
      ...action,
      ...corrected,
      ...kept,
      raisedAt,
      number,
      source,
      version: action.version + 1,
    },
    settled,
  });
});

test("where minutes repeat what they said, nothing of people's is said to differ", () => {
  for (const { action } of deeds)
    expect(
      restate(action, { ...again, text: before.text, owners: before.owners, due: before.due }, true)
        .settled,
    ).toEqual([]);
});

test("whoever has answered for their part stays an owner, and whoever stays keeps the answer", () => {
  const [{ agent } = { agent: sam }] = before.owners;
  const answered = answer(before, { by: agent, owner: agent, status: "acknowledged", on: june.on });
  expect(restate(answered, again, true)).toMatchObject({
    action: { owners: answered.owners, text },
    settled: ["owners"],
  });
  const both = { ...again, owners: [...again.owners, ...before.owners] };
  expect(restate(answered, both, true).action.owners).toMatchObject([
    { agent: robin, status: "pending" },
    { agent, status: "acknowledged" },
  ]);
});

test("the status is the minutes' only where nobody has done anything", () => {
  const asDone = doneAsRecorded(again, { on: june.on, override: "Seen" });
  expect(restate(before, asDone, false).action.status).toBe("done");
  expect(restate(before, asDone, true)).toMatchObject({
    action: { status: "open" },
    settled: ["status"],
  });
  expect(restate(done, again, false).action.status).toBe("open");
  expect(restate(done, again, true).action.status).toBe("done");
});

test("what minutes did not have, and have again, is what it was", () => {
  const gone = unminuted(before, { by: sam, on: june.on });
  expect([before, gone].map(isUnminuted)).toEqual([false, true]);
  expect(restate(gone, { ...before, source }, false).action).toEqual({
    ...before,
    source,
    version: before.version + 2,
  });
});

test("what was raised by hand keeps what minutes never say, and its due where they say none", () => {
  const followUp = { kind: "report-back", meeting: null, text: "How deep it is" } as const;
  const byHand: Action = {
    ...before,
    source: null,
    kind: "repair",
    followUps: [followUp],
    due: asap,
  };
  const silent: Action = { ...again, due: { kind: "not-stated" } };
  expect(restate(byHand, silent, true).action).toMatchObject({
    kind: "repair",
    followUps: [followUp],
    due: asap,
  });
  expect(restate(byHand, again, true).action.due).toEqual(again.due);
});
