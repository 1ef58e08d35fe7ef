import fc from "fast-check";
import { expect, test } from "vitest";
import { type Attending, quorumOf } from "./quorum.ts";
import type { QuorumRule } from "./terms.ts";

const ten = Array.from({ length: 10 }, (_, index) => `member-${index}`);
const at = (person: string | null, status = "present"): Attending => ({
  person,
  status,
  capacity: "member",
  principal: null,
});
const deputy = (principal: string | null): Attending => ({
  person: null,
  status: "present",
  capacity: "deputy",
  principal,
});
const half: QuorumRule = { members: null, percent: 50, countsDeputies: true };
const some = (count: number, status?: string) => ten.slice(0, count).map((id) => at(id, status));
const others = (from: number, status: string) => ten.slice(from).map((id) => at(id, status));

test.each<[string, QuorumRule | null, readonly string[], Attending[], object]>([
  ["no terms", null, ten, some(10), { reason: "no-rule" }],
  ["a rule that asks nothing", { ...half, percent: null }, ten, some(10), { reason: "no-rule" }],
  ["a group without members", half, [], some(10), { reason: "no-members" }],
  ["half of them", half, ten, some(5), { present: 5, required: 5, isQuorate: true }],
  [
    "four, and six apologies",
    half,
    ten,
    [...some(4), ...others(4, "apologies")],
    { present: 4, isQuorate: false },
  ],
  ["four, and nobody says of the others", half, ten, some(4), { reason: "attendance-not-stated" }],
  [
    "four, and of one nobody says",
    half,
    ten,
    [...some(4), ...others(5, "absent"), at(ten[4]!, "not-stated")],
    { reason: "attendance-not-stated" },
  ],
  [
    "four, and a deputy for a fifth",
    half,
    ten,
    [...some(4), ...others(4, "apologies"), deputy(ten[4]!)],
    { present: 5, isQuorate: true },
  ],
  [
    "a deputy where they do not count",
    { ...half, countsDeputies: false },
    ten,
    [...some(4), ...others(4, "apologies"), deputy(ten[4]!)],
    { present: 4, isQuorate: false },
  ],
  [
    "a deputy where the terms are silent",
    { ...half, countsDeputies: null },
    ten,
    [...some(4), ...others(4, "apologies"), deputy(ten[4]!)],
    { reason: "deputies-not-stated" },
  ],
  [
    "a deputy of nobody in particular",
    half,
    ten,
    [...some(4), ...others(4, "apologies"), deputy(null)],
    { reason: "attendance-not-stated" },
  ],
  [
    "a member who comes for another one, too",
    half,
    ten,
    [...some(3), { ...deputy(ten[4]!), person: ten[3]! }, ...others(4, "apologies")],
    { present: 4, isQuorate: false },
  ],
  [
    "guests, who are nobody's place",
    half,
    ten,
    [...some(4), ...others(4, "apologies"), at("guest"), at(null)],
    { present: 4, isQuorate: false },
  ],
  [
    "the greater of a number and a share",
    { members: 7, percent: 50, countsDeputies: true },
    ten,
    [...some(6), ...others(6, "absent")],
    { present: 6, required: 7, isQuorate: false },
  ],
])("INV-M11 %s", (_, rule, members, attending, expected) => {
  expect(quorumOf(rule, members, attending)).toMatchObject(expected);
});

const anyone = fc.record({
  person: fc.option(fc.constantFrom(...ten, "guest")),
  status: fc.constantFrom("present", "apologies", "absent", "not-stated"),
  capacity: fc.constantFrom("member", "deputy", "guest"),
  principal: fc.option(fc.constantFrom(...ten)),
});
const anyRule = fc.record({
  members: fc.option(fc.integer({ min: 1, max: 12 })),
  percent: fc.option(fc.integer({ min: 1, max: 100 })),
  countsDeputies: fc.option(fc.boolean()),
});

const isQuorate = (rule: QuorumRule, attending: Attending[]) => {
  const found = quorumOf(rule, ten, attending);
  return found.kind === "quorum" ? found.isQuorate : null;
};

test("INV-M13 a deputy who counts never makes a quorate meeting inquorate", () => {
  fc.assert(
    fc.property(anyRule, fc.array(anyone), fc.constantFrom(...ten), (rule, attending, whose) => {
      fc.pre(isQuorate(rule, attending) === true);
      expect(isQuorate(rule, [...attending, deputy(whose)])).toBe(true);
    }),
  );
});

test("INV-M11 an answer holds whatever becomes of those of whom nothing is stated", () => {
  const settled = fc.array(fc.constantFrom("present", "absent"), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(anyRule, fc.array(anyone), settled, (rule, attending, statuses) => {
      const answer = isQuorate(rule, attending);
      fc.pre(answer !== null);
      const stated = new Set(
        attending.filter(({ status }) => status !== "not-stated").map(({ person }) => person),
      );
      const rest = ten.flatMap((id, index) => (stated.has(id) ? [] : [at(id, statuses[index])]));
      expect(isQuorate(rule, [...attending, ...rest])).toBe(answer);
    }),
  );
});
