import { type AgentRef, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { Person, type PersonRecord } from "./person.ts";
import { adasChair, pavements, robinRecord, sam } from "./testing.ts";
import { correctName, mergePersons, undoMerge } from "./verbs.ts";

const by: AgentRef = { kind: "person", id: sam.id, label: "Sam Okoro" };
const stamp = { by, on: "2026-03-04" };
const adaRecord: PersonRecord = {
  ...robinRecord,
  name: "Dr Ada Quill",
  givenName: "Ada",
  familyName: "Quill",
  honorificPrefix: "Dr",
  publicProfile: "named",
};
const other = (name: string, rest: object = {}) => ({
  name,
  kind: "alias" as const,
  from: null,
  to: null,
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
  { told: { name: "Dr Ada Quill" }, becomes: {}, version: 1 },
  {
    told: { name: "Dr Ada Quil" },
    becomes: { name: "Dr Ada Quil", otherNames: [other("Dr Ada Quill", { kind: "misspelling" })] },
    version: 2,
  },
  {
    told: { name: "Dr Ada Quill-Stone", familyName: "Quill-Stone", before: "former" as const },
    becomes: {
      name: "Dr Ada Quill-Stone",
      givenName: "Ada",
      familyName: "Quill-Stone",
      otherNames: [other("Dr Ada Quill", { kind: "former", to: "2026-03-04" })],
    },
    version: 2,
  },
  {
    told: { honorificPrefix: null, honorificSuffix: "MSP" },
    becomes: { name: "Dr Ada Quill", honorificPrefix: null, honorificSuffix: "MSP" },
    version: 2,
  },
  {
    told: { otherNames: [{ name: "Ada Pen", kind: "birth" as const, to: "1999" }] },
    becomes: { otherNames: [other("Ada Pen", { kind: "birth", to: "1999" })] },
    version: 2,
  },
])("$told makes $becomes", ({ told, becomes, version }) => {
  expect(correctName(adaRecord, { ...told, ...stamp })).toEqual({
    ...adaRecord,
    ...becomes,
    version,
  });
});

test("a name that is borne again is no other name any more", () => {
  const married = correctName(adaRecord, { name: "Ada Stone", before: "former", ...stamp });
  const again = correctName(married, { name: "Dr Ada Quill", before: "former", ...stamp });
  expect(again.otherNames).toEqual([other("Ada Stone", { kind: "former", to: "2026-03-04" })]);
});

test.each([
  { otherNames: [], code: "INV-G12" },
  { otherNames: [{ name: "Rob Gale", kind: "misspelling" as const }], code: "done" },
])("INV-G12 names of whoever is shown by role alone stay known: $code", ({ otherNames, code }) => {
  const known = { ...robinRecord, otherNames: [other("Rob Gale")] };
  expect(codeOf(() => correctName(known, { otherNames, ...stamp }))).toBe(code);
  expect(
    codeOf(() => correctName({ ...known, publicProfile: "named" }, { otherNames, ...stamp })),
  ).toBe("done");
});

test("INV-G12 of whoever is shown by role alone the parts of a name until now stay known", () => {
  const told = { name: "Robyn Dale", givenName: "Robyn", familyName: "Dale", ...stamp };
  expect(correctName(robinRecord, told).otherNames).toEqual([
    other("Robin Vale", { kind: "misspelling" }),
  ]);
  const parts = { familyName: "Dale", ...stamp };
  const apart = { ...robinRecord, name: "R. Vale" };
  expect(correctName(apart, parts).otherNames).toEqual([other("Robin Vale")]);
  expect(correctName({ ...apart, publicProfile: "named" }, parts).otherNames).toEqual([]);
});

test("a name that was borne until before it was borne is refused", () => {
  const told = {
    otherNames: [{ name: "Ada Pen", kind: "birth" as const, from: "2001", to: "1999" }],
  };
  expect(codeOf(() => correctName(adaRecord, { ...told, ...stamp }))).toBe("TERM_REVERSED");
});

test("a name of which no kind was kept is another name all the same", () => {
  const { groups: _, knownTo: _known, version: _version, ...kept } = adaRecord;
  expect(Person.parse({ ...kept, otherNames: ["Ada Pen"] }).otherNames).toEqual([other("Ada Pen")]);
  expect(adaRecord.groups).toEqual([pavements.id]);
});

const double: PersonRecord = {
  ...adaRecord,
  id: "01990000-0000-7000-8000-000000000080",
  slug: "ada-quil",
  name: "Ada Quil",
  otherNames: [other("Dr Ada Quill"), other("Ada Pen", { kind: "birth" })],
  version: 3,
};
const references = [
  { place: "meetings.attendance.person_id", id: adasChair.id, version: null },
  { place: "actions.action.record", id: pavements.id, version: 4 },
];
const merge = (rest: object = {}) =>
  mergePersons.outcome(adaRecord, {
    duplicate: double,
    references,
    memberships: [],
    ...stamp,
    ...rest,
  });

test("INV-G14 a record that is merged says into which, when, and all that spoke of it", () => {
  const { subject, changed } = merge({ reason: "One spelling" });
  expect(subject).toEqual({
    ...adaRecord,
    version: 2,
    otherNames: [other("Ada Quil"), other("Ada Pen", { kind: "birth" })],
  });
  expect(changed).toEqual([
    {
      before: double,
      after: {
        ...double,
        version: 4,
        merged: {
          into: adaRecord.id,
          by,
          on: stamp.on,
          reason: "One spelling",
          names: [other("Ada Quil"), other("Ada Pen", { kind: "birth" })],
          profiles: { own: "named", other: "named" },
          groups: double.groups,
          references,
        },
      },
    },
  ]);
});

test("INV-G14 what was merged is undone exactly", () => {
  const { subject, changed } = merge();
  const [{ after } = { after: double }] = changed;
  const undone = undoMerge.outcome(after, { other: subject, changedSince: [], ...stamp });
  const { merged, ...person } = undone.subject;
  expect(merged).toBeUndefined();
  expect(person).toEqual({ ...double, version: 5 });
  expect(undone.changed.map((each) => each.after)).toEqual([{ ...adaRecord, version: 3 }]);
});

test("INV-G12 whoever is shown by role alone in one record is in both, and as before once that is undone", () => {
  const hidden = { ...double, publicProfile: "role-only" as const };
  const { subject, changed } = merge({ duplicate: hidden });
  expect(subject.publicProfile).toBe("role-only");
  const [{ after } = { after: hidden }] = changed;
  const undone = undoMerge.outcome(after, { other: subject, changedSince: [], ...stamp });
  expect(undone.subject.publicProfile).toBe("role-only");
  expect(undone.changed.map((each) => each.after.publicProfile)).toEqual(["named"]);
});

const merged = merge().changed.map(({ after }) => after)[0] ?? double;
const mine = { ...adasChair, access: undefined };

test.each([
  { what: "with itself", told: { duplicate: adaRecord }, code: "MERGED" },
  { what: "with one that was merged", told: { duplicate: merged }, code: "MERGED" },
  {
    what: "who has the same role at the time",
    told: { memberships: [mine, { ...mine, id: double.id, person: double.id }] },
    code: "INV-G2",
  },
  {
    what: "who has another role",
    told: { memberships: [mine, { ...mine, id: double.id, person: double.id, role: "member" }] },
    code: "done",
  },
])("a person is merged $what: $code", ({ told, code }) => {
  expect(codeOf(() => merge(told))).toBe(code);
});

test.each([
  { what: "was not merged", thing: double, told: {}, code: "NOT_MERGED" },
  {
    what: "was merged into one merged since",
    thing: merged,
    told: { other: merged },
    code: "MERGED",
  },
  { what: "was built on", thing: merged, told: { changedSince: references }, code: "BUILT_UPON" },
])("what $what is not undone: $code", ({ thing, told, code }) => {
  const said = { other: adaRecord, changedSince: [], ...stamp, ...told };
  expect(codeOf(() => undoMerge(thing, said))).toBe(code);
});
