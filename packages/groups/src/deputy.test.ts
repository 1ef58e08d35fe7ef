import { type AgentRef, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { isForMeeting } from "./deputy.ts";
import { ada, adasChair, director, pavements, sam, samForAda } from "./testing.ts";
import { acceptNomination, declineNomination, endNomination, nominateDeputy } from "./verbs.ts";

const by: AgentRef = { kind: "person", id: sam.id, label: "Sam Okoro" };
const on = "2026-03-04";
const said = { by, on };
const march = {
  type: "Meeting",
  id: "01990000-0000-7000-8000-000000000070",
  label: "March meeting",
  group: pavements.id,
  on: "2026-03-10",
};
const pointed = ({ id, name }: { id: string; name: string }) => ({
  type: "Person",
  id,
  label: name,
});
const members = [{ person: ada.id, from: "2026-01-05", to: null }];
const nominate = (rest: object = {}) =>
  nominateDeputy({
    membership: {
      type: "Membership",
      id: adasChair.id,
      label: "chair",
      group: pavements.id,
      access: "public",
    },
    person: pointed(sam),
    members,
    holders: [],
    deputiesAllowed: null,
    newId: () => "01990000-0000-7000-8000-000000000071",
    ...said,
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

test.each([
  { rest: {}, kept: { scope: "standing", from: on, to: null, meeting: null, person: sam.id } },
  {
    rest: { scope: { standing: { from: "2026-05", to: "2026-08" } }, powers: "observe" },
    kept: { scope: "standing", from: "2026-05", to: "2026-08", powers: "observe" },
  },
  {
    rest: { scope: { meeting: march } },
    kept: {
      scope: "meeting",
      from: null,
      to: null,
      meeting: { id: march.id, label: "March meeting" },
    },
  },
  {
    rest: { scope: { notStated: true } },
    kept: { scope: "not-stated", from: null, meeting: null },
  },
  { rest: { person: undefined }, kept: { person: null, post: null } },
  {
    rest: { person: undefined, post: { type: "Post", id: director.id, label: director.title } },
    kept: { person: null, post: director.id },
  },
])("a deputy is named by $rest", ({ rest, kept }) => {
  expect(nominate(rest)).toMatchObject({ status: "nominated", membership: adasChair.id, ...kept });
});

test.each([
  { what: "by terms that allow them", rest: { deputiesAllowed: true }, code: "done" },
  { what: "by terms that do not", rest: { deputiesAllowed: false }, code: "DEPUTIES_NOT_ALLOWED" },
  {
    what: "for a time that ends before it begins",
    rest: { scope: { standing: { from: "2026", to: "2025" } } },
    code: "TERM_REVERSED",
  },
  {
    what: "for a meeting of another group",
    rest: { scope: { meeting: { ...march, group: director.id } } },
    code: "OTHER_GROUP",
  },
])("a deputy is named $what: $code", ({ rest, code }) => {
  expect(codeOf(() => nominate(rest))).toBe(code);
});

const itself = { person: pointed(ada) };
const before = { ...itself, scope: { standing: { from: "2025", to: "2025" } } };
const byPost = (from: string, to: string | null) => ({
  person: undefined,
  post: { type: "Post", id: director.id, label: director.title },
  holders: [{ person: ada.id, from, to }],
});

test.each([
  { what: "the member", rest: itself, code: "INV-G8" },
  { what: "the member, before they were it", rest: before, code: "done" },
  { what: "a post that the member holds", rest: byPost("2026-02-01", null), code: "INV-G8" },
  { what: "a post that the member held", rest: byPost("2026-02-01", "2026-02-28"), code: "done" },
  {
    what: "a post that the member holds on the day of the meeting",
    rest: { ...byPost("2026-03-10", "2026-03-10"), scope: { meeting: march } },
    code: "INV-G8",
  },
  {
    what: "a post that the member holds on another day than that of the meeting",
    rest: { ...byPost("2026-03-11", null), scope: { meeting: march } },
    code: "done",
  },
])("INV-G8 a deputy who is $what: $code", ({ rest, code }) => {
  expect(codeOf(() => nominate(rest))).toBe(code);
});

test("INV-G9 a deputy for one meeting is one for no other, and a standing one for those of their time", () => {
  const other = { id: "01990000-0000-7000-8000-000000000072", on: "2026-03-10" };
  const once = nominate({ scope: { meeting: march } });
  expect(isForMeeting(once, march)).toBe(true);
  expect(isForMeeting(once, other)).toBe(false);
  const standing = nominate({ scope: { standing: { from: "2026-03", to: "2026-04" } } });
  expect(isForMeeting(standing, other)).toBe(true);
  expect(isForMeeting(standing, { ...other, on: "2026-02-28" })).toBe(false);
  expect(isForMeeting(standing, { ...other, on: "2026-05-01" })).toBe(false);
  expect(isForMeeting(nominate({ scope: { notStated: true } }), march)).toBe(false);
  expect(isForMeeting(declineNomination(standing, said), other)).toBe(false);
});

test("a nomination is answered once and ends on the day on which it is said", () => {
  const accepted = acceptNomination(samForAda, said);
  expect(accepted).toMatchObject({ status: "accepted", version: 2 });
  expect(codeOf(() => declineNomination(accepted, said))).toBe("MOVE_REFUSED");
  expect(endNomination(accepted, { ...said, reason: "Moved away" })).toMatchObject({
    status: "withdrawn",
    to: on,
    ended: "Moved away",
  });
  const ahead = { ...samForAda, from: "2027", to: null };
  expect(endNomination(ahead, said)).toMatchObject({ to: null, ended: null });
});
