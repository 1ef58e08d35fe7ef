import { ada, robin, sam } from "@remit/groups/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf, match } from "./match.ts";

const pavements = "01990000-0000-7000-8000-000000000010";
const library = "01990000-0000-7000-8000-000000000011";
const known = [
  {
    ...ada,
    key: "ada quill",
    seen: [{ group: pavements, position: "Harbour Trust" }],
  },
  {
    ...sam,
    key: "sam okoro",
    seen: [{ group: pavements, position: "Town Council, Secretary" }],
  },
  { ...robin, key: "robin vale", seen: [{ group: pavements, position: null }] },
];
const mention = (name: string, position: string | null, group: string) => ({
  name,
  key: keyOf([name]),
  position,
  group,
  listed: new Set<string>(),
});

test.each([
  { name: "Ada Quill", position: null, group: pavements, who: "Ada Quill" },
  { name: "ADA QUILL", position: "Chair", group: pavements, who: "Ada Quill" },
  {
    name: "Sam Okoro",
    position: "Secretary to the Town Council",
    group: library,
    who: "Sam Okoro",
  },
])("$name ($position) is $who", ({ name, position, group, who }) => {
  expect(match(mention(name, position, group), known)).toMatchObject({
    kind: "same",
    person: { name: who },
  });
});

test.each([
  { name: "Ada Quill", position: "Lighthouse Board", group: library, reason: "seen elsewhere" },
  { name: "Sam Okorro", position: null, group: pavements, reason: "similar name" },
  { name: "Samuel Okoro", position: null, group: pavements, reason: "similar name" },
  { name: "S Okoro", position: null, group: pavements, reason: "similar name" },
])("$name ($position) may be somebody known: $reason", ({ name, position, group, reason }) => {
  const found = match(mention(name, position, group), known);
  expect(found).toMatchObject({ kind: "doubtful", reason: expect.stringContaining(reason) });
});

test.each(["Ada Stone", "Mo Quill", "Robin Wren", "Chidi Okoro"])("%s is new", (name) => {
  expect(match(mention(name, null, pavements), known)).toEqual({ kind: "new" });
});

test("two people of one name in one group are not told apart by the name alone", () => {
  const twin = {
    ...ada,
    id: sam.id,
    key: "ada quill",
    seen: [{ group: pavements, position: "Tram Users" }],
  };
  const people = [...known, twin];
  expect(match(mention("Ada Quill", null, pavements), people)).toMatchObject({ kind: "doubtful" });
  expect(match(mention("Ada Quill", "Tram Users", pavements), people)).toMatchObject({
    kind: "same",
    person: { id: sam.id },
  });
});

test("a second entry of a name in one list is another person, unless the position agrees", () => {
  const listed = new Set([ada.id]);
  const stranger = { ...mention("Ada Quill", "Tram Users", pavements), listed };
  expect(match(stranger, known)).toMatchObject({ kind: "doubtful" });
  const again = { ...mention("Ada Quill", "The Harbour Trust", pavements), listed };
  expect(match(again, known)).toMatchObject({ kind: "same" });
});

test("a name is always close to itself, and matching never throws", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme" }),
      (name, position) => {
        const people = [{ ...ada, key: keyOf([name]), seen: [{ group: pavements, position }] }];
        const found = match(mention(name, position, pavements), people);
        expect(found.kind).toBe("same");
        expect(keyOf([keyOf([name])])).toBe(keyOf([name]));
      },
    ),
  );
});
