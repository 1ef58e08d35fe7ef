import { expect, test } from "vitest";
import { codeOf, Group, kindOf } from "./group.ts";
import { pavements } from "./testing.ts";

test.each([
  { name: "National Drugs Mission Implementation Group", code: "NDMIG" },
  { name: "Board", code: "GB" },
  { name: "Taskforce on the Future of the High Street", code: "TFHS" },
  { name: "2030 Vision Panel", code: "VP" },
  { name: "Ùrlar Commission", code: "UC" },
  { name: "Ærø Forum", code: "AF" },
  { name: "Øyvind Łódź Straße", code: "OLS" },
  { name: "«»", code: "GX" },
])("the code of $name is $code", ({ name, code }) => {
  expect(codeOf(name)).toBe(code);
  expect(Group.safeParse({ ...pavements, code }).success).toBe(true);
});

test("a group's time zone is a place's, by name", () => {
  expect(Group.safeParse({ ...pavements, zone: "Europe/Nowhere" }).success).toBe(false);
});

test.each([
  { name: "National Drugs Mission Implementation Group", kind: "implementation" },
  { name: "Working Group of the Advisory Board", kind: "board" },
  { name: "Friends of the Library", kind: null },
])("$name is of the kind $kind", ({ name, kind }) => {
  expect(kindOf(name)).toBe(kind);
});
