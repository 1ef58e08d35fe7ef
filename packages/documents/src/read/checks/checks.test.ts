import { expect, test } from "vitest";
import { readMinutes } from "../minutes.ts";

const codes = (text: string) => readMinutes(text).warnings.map(({ code }) => code);
const head = "Weir Forum minutes: 9 May 2025\n\nPresent: Ina Marsh, Odd Teal\n\n";

test.each([
  {
    kind: "a press release",
    text: "FOR IMMEDIATE RELEASE\n\nNew gates for Mirebank\n\nThe weir at Mirebank is to have new gates. Ina Marsh, who chairs the Weir Trust, said that everybody would be glad.\n\nNotes to editors\n\n1. The weir was built in 1780.\n2. It has two gates.\n",
  },
  {
    kind: "a newsletter",
    text: "Mirebank Newsletter, spring 2025\n\nIn this issue\n\n- Eels are back\n- Ina Marsh on gates\n\nEels are back\n\nOdd Teal has counted forty.\n\nTo unsubscribe write to the mill.\n",
  },
  {
    kind: "program code",
    text: 'import { gate } from "./gate";\n\nexport function open(by: string) {\n  // Action: close it again\n  const left = gate(by);\n  return left;\n}\n',
  },
])("of $kind nothing is made up", ({ kind, text }) => {
  const reading = readMinutes(text);
  expect(reading).toMatchObject({ attendance: [], items: [], actions: [], decisions: [] });
  expect(reading.warnings).toMatchObject([
    { code: "NOT_MINUTES", message: `This does not look like minutes; it looks like ${kind}.` },
  ]);
  expect(reading.unread.map((line) => line.text)).toContain(
    text
      .split("\n")
      .find((line) => /Mirebank is|forty|const left/u.test(line))
      ?.trim(),
  );
});

test("an agenda gives its items, and no person or action", () => {
  const reading = readMinutes(
    "Agenda for the meeting of the Weir Forum on 9 May 2025\n\n1. Welcome\n2. Gates\n3. Date of next meeting\n",
  );
  expect(reading).toMatchObject({
    group: "Weir Forum",
    date: "2025-05-09",
    attendance: [],
    actions: [],
  });
});

test("a line that belongs to no fact is unread, with its place", () => {
  const text = `# Weir Forum minutes: 9 May 2025\n\n## Present\n\n- Ina Marsh\n\n## Gates\n\nBoth leak.\n\n## Summary of outcomes\n\nTwo gates are to be bought.\n`;
  const { unread } = readMinutes(text);
  const [line] = unread.filter((each) => each.text.startsWith("Two gates"));
  expect(text.slice(line?.span.start, line?.span.end)).toBe("Two gates are to be bought.");
});

test.each([
  {
    odd: "an item missing in the count",
    text: `${head}1. Gates\nOld.\n\n2. Eels\nNone.\n\n4. Close\nAt noon.\n`,
    code: "ITEM_NOT_FOUND",
  },
  {
    odd: "a label without its fact",
    text: `${head}1. Gates\nApologies were also noted from Somebody at the mill.\n\n2. Eels\nNone.\n`,
    code: "LABEL_WITHOUT_FACT",
  },
])("$odd is said", ({ text, code }) => {
  expect(codes(text)).toContain(code);
});

test.each([
  ["by 1 February 2026", "1 February 2026", "2026-02-01"],
  ["by Friday 6 June", "Friday 6 June", "2025-06-06"],
  ["[due 2026-01-20]", "2026-01-20", "2026-01-20"],
  ["(deadline 30/9/25)", "30/9/25", "2025-09-30"],
  ["before the end of January", "end of January", "2026-01"],
  ["before the next meeting", "next meeting", "2025-07-11"],
  ["within two weeks", "within two weeks", "2025-05-23"],
  ["ASAP", "ASAP", null],
])("a due in the sentence: %s", (said, due, dueOn) => {
  const text = `${head}1. Gates\n\nAction: Odd Teal to order gates ${said}.\n\n2. Next meeting\n\n11 July 2025\n`;
  expect(readMinutes(text).actions).toMatchObject([
    { due, dueOn, owners: [{ resolved: "Odd Teal" }] },
  ]);
});

test.each([
  ["ACTION on Odd Teal to order gates.", null, "Odd Teal"],
  ["Action 2.1(a): Odd Teal to order gates.", "2.1(a)", "Odd Teal"],
  ["Action WF-2025-03: Odd Teal to order gates.", "WF-2025-03", "Odd Teal"],
  ["[ACTION] Odd Teal to order gates.", null, "Odd Teal"],
  ["Action OT: order gates.", null, "OT"],
])("a label of an action: %s", (label, number, owner) => {
  const [action] = readMinutes(`${head}1. Gates\n\n${label}\n\n2. Eels\n\nNone.\n`).actions;
  expect(action).toMatchObject({ number, owners: [{ name: owner }] });
  expect(action?.text).toContain("order gates");
});

test("an action of none is none", () => {
  expect(readMinutes(`${head}1. Gates\n\nAction: None\n\n2. Eels\n\nNone.\n`).actions).toEqual([]);
});

test.each([
  "Ada Mac an Bhaird",
  "Omar al-Haddad",
  "The Rt Hon Ada Quill MSP",
  "A B Quill",
  "ADA QUILL",
  "Baroness Fell of Quay",
  'Ada "Addie" Quill',
  "Robert Key",
  "Zoe\u0308 Quill",
])("a name of many shapes: %s", (name) => {
  const reading = readMinutes(
    `Weir Forum minutes: 9 May 2025\n\nPresent:\nIna Marsh, Weir Trust\n${name}, Quay Shops\nOdd Teal, Eel Club\n\n1. Gates\nOld.\n\n2. Eels\nNone.\n`,
  );
  expect(reading.attendance.map((person) => [person.name, person.role])[1]).toEqual([
    name,
    "Quay Shops",
  ]);
});

const told = `${head}1. Gates\nBoth leak.\n\nThe Upper Pond\n\nIt is low.\n\nIna Marsh, Odd Teal, Rhona Pell\n\nOdd Teal to count the eels.\n\nThe next meeting is in the mill.\n\n2. Eels\nNone.\n`;

test.each([
  "The Upper Pond",
  "Ina Marsh, Odd Teal, Rhona Pell",
  "The next meeting is in the mill.",
])("text of an item that looks like something else is unread: %s", (line) => {
  expect(readMinutes(told).unread.map(({ text }) => text)).toContain(line);
});

test("what is left of a line beside its facts is unread", () => {
  const text =
    "Weir Forum\n\nNotes of the meeting held on 9 May 2025 beside Old Mirebank Weir\n\nPresent: Ina Marsh, Odd Teal\n\n1. Gates\nOld.\n\n2. Eels\nNone.\n";
  const { unread, location } = readMinutes(text);
  const [left] = unread;
  expect(location).toBeNull();
  expect(text.slice(left?.span.start, left?.span.end)).toContain("Old Mirebank Weir");
});

test.each([
  {
    odd: "a heading that is a sentence",
    text: `${head}1. Gates\nOld.\n\n2. The gates are old and leak in the night\nOld.\n\n3. Close\nAt noon.\n`,
    code: "HEADING_DOUBTFUL",
  },
  {
    odd: "a role that goes on as a sentence",
    text: "Weir Forum minutes: 9 May 2025\n\nPresent:\n\n- Ina Marsh, Weir Trust. The gates leak and nobody minds\n- Odd Teal, Eel Trust\n\nGates\n\nOld.\n",
    code: "NAME_DOUBTFUL",
  },
  {
    odd: "words after the name of the body",
    text: "Weir Board Away Day minutes: 9 May 2025\n\nPresent: Ina Marsh, Odd Teal\n\n1. Gates\nOld.\n\n2. Eels\nNone.\n",
    code: "GROUP_DOUBTFUL",
  },
  {
    odd: "an action that tells what happened",
    text: `${head}1. Gates\n\nAction: it was reported that the gates are old.\n\n2. Eels\nNone.\n`,
    code: "ACTION_DOUBTFUL",
  },
])("$odd is said too", ({ text, code }) => {
  expect(codes(text)).toContain(code);
});

test("numbered sentences between items are unread, and no gap in the count", () => {
  const text = `${head}1. Gates\nOld.\n\n2. The chairman signed the forms of all who were there that night.\n\n3. Eels\nNone.\n\n4. Close\nAt noon.\n`;
  const { unread, warnings, items } = readMinutes(text);
  expect(items.map(({ number }) => number)).toEqual(["1", "3", "4"]);
  expect(unread.map((line) => line.text).join()).toContain("The chairman signed");
  expect(warnings.map(({ code }) => code)).not.toContain("ITEM_NOT_FOUND");
});
