import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { restate } from "./minutes.ts";
import { revise } from "./revision.ts";
import { inStatus, june, sam, streets } from "./testing.ts";

const before = inStatus.open;
/** The same sentence in minutes that take the place of others. */
const again: Action = {
  ...before,
  id: "01990000-0000-7000-8000-000000000999",
  number: 7,
  reference: "ANOTHER",
  raisedAt: { ...before.raisedAt, item: null },
  due: { kind: "date", on: "2026-05", text: "by May" },
};

test("minutes that take the place of others say all of an action to which nothing was done", () => {
  const restated = restate(before, again);
  expect(restated).toMatchObject({ id: before.id, reference: before.reference, due: again.due });
  expect(restated.version).toBe(before.version + 1);
});

const later = { by: sam, on: june.on, reason: "It rains" };

test.each<{ what: string; action: Action }>([
  { what: "another group's", action: { ...before, group: streets } },
  {
    what: "one that was revised",
    action: revise(before, { due: { kind: "asap", text: null }, ...later }),
  },
])("they say of $what only where it stands in them", ({ action }) => {
  const { raisedAt, number, source } = again;
  const version = action.version + 1;
  expect(restate(action, again)).toEqual({ ...action, raisedAt, number, source, version });
});

test("what was raised by hand keeps what minutes never say, and its due where they say none", () => {
  const due = { kind: "asap", text: null } as const;
  const followUp = { kind: "report-back", meeting: null, text: "How deep it is" } as const;
  const byHand: Action = { ...before, source: null, kind: "repair", followUps: [followUp], due };
  const silent: Action = { ...again, due: { kind: "not-stated" } };
  expect(restate(byHand, silent)).toMatchObject({ kind: "repair", followUps: [followUp], due });
  expect(restate(byHand, again).due).toEqual(again.due);
});
