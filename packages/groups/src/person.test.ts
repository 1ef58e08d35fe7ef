import { type AgentRef, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { Person, type PersonRecord } from "./person.ts";
import { pavements, robinRecord, sam } from "./testing.ts";
import { correctName } from "./verbs.ts";

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
