import { type AgentRef, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { isOn, type MembershipRecord } from "./membership.ts";
import { nomineeOn, vacantOn } from "./seat.ts";
import { ada, adasChair, pavements, residentsSeat, robin, sam } from "./testing.ts";
import { abolishSeat, changeRole, endMembership, fillSeat, nominate } from "./verbs.ts";

const by: AgentRef = { kind: "person", id: sam.id, label: "Sam Okoro" };
let next = 100;
const newId = () => `01990000-0000-7000-8000-${String((next += 1)).padStart(12, "0")}`;
const pointed = ({ id, name }: { id: string; name: string }) => ({
  type: "Person",
  id,
  label: name,
});
const on = "2026-03-04";
const fill = (rest: object = {}, held: readonly MembershipRecord[] = [], seat = residentsSeat) =>
  fillSeat({
    seat,
    person: pointed(robin),
    held,
    access: "public",
    newId,
    by,
    on,
    ...rest,
  });
const codeOf = (call: () => unknown): string => {
  try {
    call();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const filled = fill();

test.each([
  { what: "a term that ends", seat: {}, to: "2028-03-03", termEnds: "2028-03-03" },
  {
    what: "a term that carries over",
    seat: { carriesOver: true },
    to: null,
    termEnds: "2028-03-03",
  },
  { what: "no term", seat: { termMonths: null }, to: null, termEnds: undefined },
])("a seat is filled for $what", ({ seat, to, termEnds }) => {
  const membership = fill({}, [], { ...residentsSeat, ...seat });
  expect(membership).toMatchObject({
    group: pavements.id,
    seat: residentsSeat.id,
    person: robin.id,
    from: on,
    to,
    nominees: [{ person: robin.id, organisation: residentsSeat.organisation, from: on, to: null }],
  });
  expect(membership.termEnds).toBe(termEnds);
});

test.each([
  { what: "while it is taken", rest: { person: pointed(ada) }, held: [filled], code: "SEAT_TAKEN" },
  { what: "after the term", rest: { from: "2028-03-04" }, held: [filled], code: "done" },
  {
    what: "by a member in the role",
    rest: { role: "chair" as const, person: pointed(ada) },
    held: [adasChair],
    code: "INV-G2",
  },
  {
    what: "by a chair beside another",
    rest: { role: "chair" as const },
    held: [adasChair],
    code: "INV-G1",
  },
])("a seat is filled $what: $code", ({ rest, held, code }) => {
  expect(codeOf(() => fill(rest, held))).toBe(code);
});

test("a seat is filled only while it is there", () => {
  expect(codeOf(() => fill({}, [], { ...residentsSeat, to: "2025" }))).toBe("SEAT_ENDED");
});

test("INV-G5 another nominee leaves the membership what it is, and who was named on a day is known", () => {
  const said = { held: [filled], by };
  const after = nominate(filled, { person: pointed(sam), ...said, on: "2026-06-01" });
  expect(after).toMatchObject({
    id: filled.id,
    seat: residentsSeat.id,
    person: sam.id,
    version: 2,
  });
  const vacant = nominate(after, { ...said, on: "2026-09-01" });
  expect(vacant).toMatchObject({ id: filled.id, person: null, version: 3 });
  const who = (day: string) => nomineeOn(day, vacant)?.person;
  expect(who("2026-03-03")).toBeUndefined();
  expect(who("2026-03-04")).toBe(robin.id);
  expect(who("2026-05-31")).toBe(robin.id);
  expect(who("2026-06-01")).toBe(sam.id);
  expect(who("2026-09-01")).toBeUndefined();
  expect(codeOf(() => nominate(after, { ...said, on: "2026-05-01" }))).toBe("NAMED_LATER");
  expect(
    nominate(after, { person: pointed(sam), organisation: undefined, ...said, on }).version,
  ).toBe(2);
});

test("a person is a member themselves, and nobody is named for them", () => {
  expect(codeOf(() => nominate(adasChair, { held: [], by, on }))).toBe("NO_SEAT");
});

test("a nominee who takes another role stays named for the seat", () => {
  const outcome = changeRole.outcome(filled, {
    role: "chair",
    held: [filled],
    newId,
    by,
    on: "2026-06-01",
  });
  expect(outcome.subject).toMatchObject({ to: "2026-05-31" });
  expect(outcome.made).toMatchObject([
    { seat: residentsSeat.id, role: "chair", nominees: [{ person: robin.id, from: "2026-06-01" }] },
  ]);
});

test("INV-G13 a seat is vacant on every day on which it is there and nobody is named for it", () => {
  const ended = endMembership(filled, { to: "2026-06-30", by, on: "2026-06-30" });
  const unnamed = nominate(filled, { held: [filled], by, on: "2026-05-01" });
  const from = { ...residentsSeat, from: "2026-01" };
  const vacant = (day: string, membership: MembershipRecord) =>
    vacantOn(day, [from], [membership]).length;
  expect(vacant("2025-12-31", ended)).toBe(0);
  expect(vacant("2026-01-01", ended)).toBe(1);
  expect(vacant("2026-03-04", ended)).toBe(0);
  expect(vacant("2026-07-01", ended)).toBe(1);
  expect(vacant("2026-04-30", unnamed)).toBe(0);
  expect(vacant("2026-05-01", unnamed)).toBe(1);
  expect(isOn("2026-05-01", unnamed)).toBe(true);
});

test.each([
  { to: "2026-02-28", held: [], code: "done" },
  { to: "2026-02-28", held: [filled], code: "SEAT_HELD" },
  { to: "2028-03-03", held: [filled], code: "done" },
])("a seat that ends with $to is $code", ({ to, held, code }) => {
  expect(codeOf(() => abolishSeat(residentsSeat, { to, held, by, on }))).toBe(code);
});
