import { expect, test } from "vitest";
import { familyNameOf, areInitials, directoryOf, looksLikeName } from "./names.ts";

test.each([
  "Ann Bell",
  "Dr Ann Bell",
  "Siobhan O’Rourke",
  "Nora Clark-Webb",
  "Tom R Birch",
  "Ludwig van Beek",
  "ACC Lorne",
  "Ann Bell MSP",
])("%s looks like a name", (text) => {
  expect(looksLikeName(text)).toBe(true);
});

test.each([
  "Moss Trust",
  "Any Other Business",
  "Ann",
  "ann bell",
  "Chief Officer",
  "The Board agreed",
  "Ann Bell GDS",
])("%s does not", (text) => {
  expect(looksLikeName(text)).toBe(false);
});

test.each([
  ["AB", "Ann Bell", true],
  ["NC-W", "Nora Clark-Webb", true],
  ["IMcB", "Isla McBride", true],
  ["AO'H", "Aoife O’Hara", true],
  ["ARB", "Ann Bell", true],
  ["GDS", "Ann Bell", false],
])("%s for %s: %s", (letters, name, expected) => {
  expect(areInitials(letters, name)).toBe(expected);
});

const listed = (name: string, more: { chair?: boolean; apologies?: boolean } = {}) => ({
  name,
  initials: null,
  chair: more.chair ?? false,
  apologies: more.apologies ?? false,
});
const people = [
  listed("Ann Bell MSP", { chair: true }),
  listed("Dr Cal Dunn"),
  listed("Sol Marr"),
  listed("Sam Moss", { apologies: true }),
  listed("Ann Gray"),
];

test.each([
  { mention: "the Chair", who: 0 },
  { mention: "Cal Dunn", who: 1 },
  { mention: "Dr Dunn", who: 1 },
  { mention: "Cal", who: 1 },
  { mention: "CD", who: 1 },
  // Of two with the same initials only one was there.
  { mention: "SM", who: 2 },
  { mention: "Ann Gray", who: 4 },
])("INV-M31 $mention is number $who of the list", ({ mention, who }) => {
  expect(directoryOf(people).find(mention)).toMatchObject({ who });
});

test.each([
  { mention: "Ann", several: true },
  { mention: "Zoe", several: false },
  { mention: "Dunn Cal", several: false },
])("$mention is nobody for certain", ({ mention, several }) => {
  expect(directoryOf(people).find(mention)).toEqual({ who: null, several });
});

test.each([
  { name: "Ada Quill", family: "Quill" },
  { name: "Ada Mary Quill", family: "Quill" },
  { name: "Síle Ní Bhraonáin", family: "Ní Bhraonáin" },
  { name: "Seán Ó Catháin", family: "Ó Catháin" },
  { name: "Ada Mac an Bhaird", family: "Mac an Bhaird" },
  { name: "Ada Mc Bell", family: "Mc Bell" },
  { name: "Jan van der Berg", family: "van der Berg" },
  { name: "Ursula Von Stein", family: "Von Stein" },
  { name: "Inès de la Cour", family: "de la Cour" },
  { name: "Rhys ap Gwilym", family: "ap Gwilym" },
  { name: "Omar bin Said", family: "bin Said" },
  { name: "Omar al-Haddad", family: "al-Haddad" },
  { name: "José Ortega y Gasset", family: "Ortega y Gasset" },
  // A first name, though it is a particle of others.
  { name: "Van Morris", family: "Morris" },
  { name: "Mac Quill", family: "Quill" },
  { name: "Quill", family: "Quill" },
])("the family name of $name is $family", ({ name, family }) => {
  expect(familyNameOf(name.split(" ")).join(" ")).toBe(family);
});
