import { Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { facts, inStatus, june, sam } from "./testing.ts";
import type { Beside } from "./verb.ts";
import { meetingVerbs } from "./verbs.ts";

const beside = (heldOn: string, ordinal: number | null, status: Beside["status"] = "held") => ({
  id: june.id,
  slug: heldOn,
  title: heldOn,
  status,
  heldOn,
  local: null,
  ordinal,
});

test.each([
  ["the next one", [beside("2026-03-04", 2)], 3, undefined, "done"],
  ["the first that anybody gives", [], 7, undefined, "done"],
  [
    "the next after one without",
    [beside("2026-03-04", 2), beside("2026-04-01", null)],
    4,
    undefined,
    "done",
  ],
  ["one that leaves a gap", [beside("2026-03-04", 2)], 5, undefined, "INV-M1"],
  ["one that leaves a gap, with the reason", [beside("2026-03-04", 2)], 5, "Two are lost", "done"],
  ["that of another meeting", [beside("2026-03-04", 3)], 3, "It was", "INV-M1"],
  ["less than the one before", [beside("2026-03-04", 4)], 3, "It was", "INV-M1"],
  ["more than the one after", [beside("2026-09-04", 2)], 3, "It was", "INV-M1"],
  [
    "that of a meeting that was called off",
    [beside("2026-03-04", 3, "cancelled")],
    3,
    undefined,
    "done",
  ],
])("INV-M1 a meeting is given %s", (_, others, ordinal, reason, outcome) => {
  const said = { by: sam, on: "2026-06-03", ...facts, others, ordinal, reason };
  const numbered = () => {
    try {
      const { numbered: given, ...meeting } = meetingVerbs.number(inStatus.held, said);
      return [meeting.ordinal, meeting.ordinalBasis, given?.reason];
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  const done = [ordinal, "edited", reason ?? null];
  expect(numbered()).toEqual(outcome === "done" ? done : outcome);
});
