import { expect, test } from "vitest";
import { passage } from "../../testing.ts";
import { entriesOf } from "./entries.ts";
import { entryOf } from "./person.ts";

const parts = (text: string) => {
  const entry = entryOf(passage(text));
  return entry === null ? null : [entry.name.written, entry.role?.written ?? null];
};

test.each([
  [
    "Ann Bell MSP, Minister for Moss, Peat and Bogs",
    "Ann Bell MSP",
    "Minister for Moss, Peat and Bogs",
  ],
  ["Heather Lowe, MSP - Cabinet Secretary", "Heather Lowe, MSP", "Cabinet Secretary"],
  ["Cal Dunn – Chief Officer, Isles IJB", "Cal Dunn", "Chief Officer, Isles IJB"],
  ["Cal Dunn (Peat Trust)", "Cal Dunn", "Peat Trust"],
  ["Cal Dunn, (Peat Council) Heads of Moss", "Cal Dunn", "(Peat Council) Heads of Moss"],
  ["Cal Dunn GDS", "Cal Dunn", "GDS"],
  ["Cal Dunn Moss Digital Service", "Cal Dunn", "Moss Digital Service"],
  ["Cal Dunn\tMoss Trust", "Cal Dunn", "Moss Trust"],
  ["Advocate General, Rosa Wynd, QC", "Rosa Wynd, QC", "Advocate General"],
  ["Ms Dalgety, Minister for Moss", "Ms Dalgety", "Minister for Moss"],
  ["Anna du Lac @ada (voting member)", "Anna du Lac", "voting member"],
  ["[Redacted]", "[Redacted]", null],
  ["The Advisory Panel", "The Advisory Panel", null],
])("%s", (text, name, role) => {
  expect(parts(text)).toEqual([name, role]);
});

test.each(["the group noted the paper", "Welcome and introductions", "", "None", "2022"])(
  "%j is nobody",
  (text) => {
    expect(parts(text)).toBeNull();
  },
);

test.each([
  { text: "Ann Bell (Co-Chair), Moss Trust", chair: "marked" },
  { text: "Ann Bell, Moss Trust – Chair", chair: "marked" },
  { text: "Ann Bell (AB)", initials: "AB" },
  { text: "Isla McBride - IMcB - Moss Trust", initials: "IMcB" },
  { text: "Ann Bell, Moss Trust (via phone)", note: "via phone" },
  { text: "Ann Bell (Moss Trust) via phone", note: "via phone" },
  { text: "Ann Bell, Moss Trust (items 2 and 3 only)", note: "items 2 and 3 only" },
  { text: "Ann Bell, Moss Trust (deputising for Cal Dunn)", deputyFor: "Cal Dunn" },
  { text: "Ann Bell on behalf of Cal Dunn, Moss Trust", deputyFor: "Cal Dunn" },
  { text: "Ann Bell, Moss Trust (in place of Cal Dunn)", deputyFor: "Cal Dunn" },
])("$text", ({ text, chair = null, initials = null, note = null, deputyFor = null }) => {
  const entry = entryOf(passage(text));
  expect({
    chair: entry?.chair ?? null,
    initials: entry?.initials?.written ?? null,
    note: entry?.note?.written ?? null,
    deputyFor: entry?.deputyFor?.written ?? null,
  }).toEqual({ chair, initials, note, deputyFor });
});

test.each([
  {
    text: "Joan Pike, Finn Laird, Dame Hilda Muir",
    names: ["Joan Pike", "Finn Laird", "Dame Hilda Muir"],
  },
  { text: "Ann Bell; Cal Dunn (by phone)", names: ["Ann Bell", "Cal Dunn"] },
  { text: "Ann Bell and Cal Dunn, Moss Trust", names: ["Ann Bell", "Cal Dunn"] },
  { text: "Moss Trust: Ann Bell, Cal Dunn", names: ["Ann Bell", "Cal Dunn"] },
  { text: "| Ann Bell | Adviser | Moss Trust |", names: ["Ann Bell"] },
  { text: "Ann Bell, Peat OfficerCal Dunn, Moss Trust", names: ["Ann Bell", "Cal Dunn"] },
  { text: "None", names: [] },
])("$text: $names", ({ text, names }) => {
  expect(entriesOf(passage(text), false).entries.map(({ name }) => name.written)).toEqual(names);
});

test("under a label first names are names", () => {
  const { entries } = entriesOf(passage("Jock, Mark, Eric Hale, TC"), true);
  expect(entries.map(({ name }) => name.written)).toEqual(["Jock", "Mark", "Eric Hale", "TC"]);
});
