import { expect, test } from "vitest";
import { readMinutes } from "@remit/documents";
import { dueOf } from "./actions.ts";

const minutes = (due: string) => `Quay Forum minutes: March 2026

Minutes from the meeting of the group on 10 March 2026 at 10:00.

Attendees and apologies

Group members:

  • Max Tarn (Chair), Lamp Trust

Items and actions

1. Lamps

Max Tarn said that the lamps are out. Action: Max Tarn to send the lamps ${due}
`;

test.each<[string, object]>([
  ["by 1 June 2026", { kind: "date", on: "2026-06-01", text: "1 June 2026" }],
  ["by June 2026", { kind: "date", on: "2026-06", text: "June 2026" }],
  ["by 2026-06-12", { kind: "date", on: "2026-06-12" }],
  ["before the next meeting", { kind: "by-meeting", meeting: "next", on: null }],
  ["as soon as possible", { kind: "asap" }],
  ["within two weeks", { kind: "within", duration: "P2W", from: "2026-03-10" }],
  ["within 3 months", { kind: "within", duration: "P3M" }],
  ["within two weeks of the survey", { kind: "not-stated" }],
  ["within two weeks of the meeting", { kind: "within", duration: "P2W" }],
  ["", { kind: "not-stated" }],
])("what is to be done %s is due as it says", (due, expected) => {
  const [action] = readMinutes(minutes(due)).actions;
  expect(dueOf(action!, "2026-03-10")).toMatchObject(expected);
});

test("words that name no day stay as they are", () => {
  const due = { due: "in the spring", dueOn: null };
  expect(dueOf(due, "2026-03-10")).toEqual({ kind: "as-written", text: "in the spring" });
});
