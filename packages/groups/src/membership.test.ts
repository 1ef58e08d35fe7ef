import { type AgentRef, isWithin, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { beginning, isOn, type MembershipRecord, MembershipRole } from "./membership.ts";
import { ada, adasChair, pavements, robin, sam } from "./testing.ts";
import { addMember, changeRole, dateMembership, endMembership } from "./verbs.ts";

const by: AgentRef = { kind: "person", id: sam.id, label: "Sam Okoro" };
let next = 100;
const newId = () => `01990000-0000-7000-8000-${String((next += 1)).padStart(12, "0")}`;
const group = { type: "Group", id: pavements.id, label: pavements.name };
const pointed = ({ id, name }: { id: string; name: string }) => ({
  type: "Person",
  id,
  label: name,
});
const said = (on: string, held: readonly MembershipRecord[] = []) => ({
  by,
  on,
  held,
  newId,
  access: "public" as const,
});
const add = (person: typeof ada, rest: object, held: readonly MembershipRecord[] = []) =>
  addMember({ group, person: pointed(person), ...said("2026-03-04", held), ...rest });

const codeOf = (call: () => unknown): string => {
  try {
    call();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test("a member is one from the day on which it is said, in a role, unless a date is given", () => {
  expect(add(sam, {})).toMatchObject({ role: "member", from: "2026-03-04", to: null, version: 1 });
  expect(add(sam, { role: "observer", from: "2025", to: "2026-06" })).toMatchObject({
    role: "observer",
    from: "2025",
    to: "2026-06",
    assertion: { basis: "edited" },
  });
});

test.each(MembershipRole.options)("%s is a role that a verb can give", (role) => {
  expect(add(robin, { role }).role).toBe(role);
  if (role === "chair") return;
  const changed = changeRole.outcome(adasChair, { role, ...said("2026-03-04") });
  expect(changed.subject).toMatchObject({ role: "chair", to: "2026-03-03", version: 2 });
  expect(changed.made).toMatchObject([{ role, from: "2026-03-04", to: null, version: 1 }]);
});

/** A chair from 5 January, as a list shows it, and as somebody ended it on 30 June. */
const states = {
  before: { ...adasChair, from: "2027-01-05" },
  goingOn: adasChair,
  "with an end to come": { ...adasChair, to: "2026-12" },
  listed: {
    ...adasChair,
    from: null,
    asOf: "2026-01-05",
    assertion: { basis: "stated" } as const,
    source: { document: newId(), span: null },
  },
  ended: { ...adasChair, to: "2026-03-01", endReason: "Moved away" },
} satisfies Record<string, MembershipRecord>;

test.each([
  { state: "before", changes: "NOT_A_MEMBER", ends: "NOT_A_MEMBER" },
  { state: "goingOn", changes: "done", ends: "done" },
  { state: "with an end to come", changes: "done", ends: "done" },
  { state: "listed", changes: "done", ends: "done" },
  { state: "ended", changes: "NOT_A_MEMBER", ends: "NOT_A_MEMBER" },
] as const)("of a membership that is $state the role changes: $changes; it ends: $ends", (row) => {
  const membership = states[row.state];
  const told = said("2026-04-01", [membership]);
  expect(codeOf(() => changeRole(membership, { role: "member", ...told }))).toBe(row.changes);
  expect(codeOf(() => endMembership(membership, told))).toBe(row.ends);
});

test("INV-G1 a chair beside another is refused, and one after another is not", () => {
  const held = [adasChair];
  expect(codeOf(() => add(sam, { role: "chair" }, held))).toBe("INV-G1");
  expect(codeOf(() => add(sam, { role: "co-chair" }, held))).toBe("done");
  const ended = endMembership(adasChair, { ...said("2026-03-03", held), reason: "Term over" });
  expect(ended).toMatchObject({ to: "2026-03-03", endReason: "Term over" });
  expect(codeOf(() => add(sam, { role: "chair" }, [ended]))).toBe("done");
  expect(codeOf(() => add(sam, { role: "chair", from: "2026-03" }, [ended]))).toBe("INV-G1");
});

test("INV-G1 a chair that lists show gives way to whom a later list shows, not to what is said beside", () => {
  const listed = states.listed;
  const handed = { ...listed, id: newId(), person: robin.id, asOf: "2026-02-02" };
  expect(codeOf(() => add(sam, { role: "chair" }, [listed]))).toBe("INV-G1");
  expect(
    codeOf(() => dateMembership(listed, { to: "2026-02-01", ...said("2026-03-04", [handed]) })),
  ).toBe("done");
});

test("INV-G2 nobody has a role twice at a time", () => {
  expect(codeOf(() => add(ada, { role: "chair" }, [adasChair]))).toBe("INV-G2");
  expect(codeOf(() => add(ada, { role: "member" }, [adasChair]))).toBe("done");
});

test.each([
  [endMembership, { to: "2025-12" }],
  [dateMembership, { to: "2025-12" }],
  [dateMembership, { from: "2027", to: "2026" }],
] as const)("an end before the beginning is refused", (verb, dates) => {
  expect(codeOf(() => verb(adasChair, { ...dates, ...said("2026-03-04") }))).toBe(
    verb === endMembership ? "NOT_A_MEMBER" : "TERM_REVERSED",
  );
});

const day = fc.integer({ min: 0, max: 700 }).map((days) => {
  const date = new Date(Date.UTC(2025, 0, 1 + days));
  return date.toISOString().slice(0, 10);
});
const step = fc.record({
  verb: fc.constantFrom("add", "change", "end", "date"),
  who: fc.constantFrom(ada, sam, robin),
  role: fc.constantFrom(...MembershipRole.options),
  on: day,
  other: fc.option(day, { nil: undefined }),
  which: fc.nat(),
});

test("INV-G1 INV-G2 no verbs in whatever order make two chairs, or somebody twice, at any day", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), day, (steps, at) => {
      let held: readonly MembershipRecord[] = [];
      for (const { verb, who, role, on, other, which } of steps) {
        const membership = held[which % Math.max(held.length, 1)];
        const told = said(on, held);
        const dates = { from: on, ...(other === undefined ? {} : { to: other }) };
        try {
          if (verb === "add" || membership === undefined) {
            held = [...held, add(who, { role, ...dates }, held)];
            continue;
          }
          const { subject, made } =
            verb === "change"
              ? changeRole.outcome(membership, { role, ...told })
              : verb === "end"
                ? endMembership.outcome(membership, told)
                : dateMembership.outcome(membership, { ...dates, ...told });
          held = [...held.map((each) => (each.id === subject.id ? subject : each)), ...made];
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const then = held.filter((each) => isOn(at, each));
      const seats = then.map(({ person, role }) => `${person} ${role}`);
      expect(new Set(seats).size).toBe(seats.length);
      expect(then.filter(({ role }) => role === "chair").length).toBeLessThan(2);
    }),
  );
});

test("a membership goes on at the days that its dates may mean", () => {
  fc.assert(
    fc.property(day, day, day, (from, to, at) => {
      const membership = { ...adasChair, from, to };
      expect(isOn(at, membership)).toBe(isWithin(at, { from: beginning(membership), to }));
    }),
  );
});
