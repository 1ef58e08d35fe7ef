import { expect, test } from "vitest";
import { titleOf } from "../sections/heading.ts";
import { passage } from "../../testing.ts";
import { linesOf } from "./lines.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import { sheetOf } from "../source/source.ts";

test.each([
  { text: "• a point", content: "a point", marker: "bullet" },
  { text: "-\nSadie Quill", content: "Sadie Quill", marker: "bullet" },
  { text: "2.1. The minute", content: "The minute", marker: "number", number: "2.1" },
  { text: "1.Experts", content: "Experts", marker: "number", number: "1" },
  { text: "21 March 2023", content: "21 March 2023", marker: null },
  { text: "## Attendees ##", content: "Attendees", marker: null, depth: 2 },
  { text: "Minutes\n=======", content: "Minutes", marker: null, depth: 1 },
  { text: "> ***Resolution: go***", content: "Resolution: go", marker: null },
  { text: "\n\n \u00a0\nlast", content: "last", marker: null, gap: 3 },
])("$text", ({ text, content, marker, number = null, depth = 0, gap = 0 }) => {
  const [line] = linesOf(sheetOf(text));
  expect({
    ...line,
    content: line?.content.written,
    number: line?.number?.written ?? null,
  }).toMatchObject({
    content,
    marker,
    number,
    depth,
    gap,
  });
});

test("rules, code fences and layout marks are no lines", () => {
  expect(linesOf(sheetOf("---\n***\n{: .no_toc}\n```\n```\n<!-- x -->"))).toEqual([]);
});

test.each([
  {
    line: "1. Introductions, Welcome & Apologies",
    heading: "Introductions, Welcome & Apologies",
    number: "1",
  },
  { line: "Welcome (agenda item 1)", heading: "Welcome", number: "1" },
  { line: "Agenda item 3: Vouchers", heading: "Vouchers", number: "3" },
  { line: "Discussion topic 2: Maps (Ann Bell, Chair of the Panel)", heading: "Maps", number: "2" },
  { line: "Workplan [MF2/040520/Paper 1]", heading: "Workplan", number: null },
  { line: "[Unique ids](https://example.org/232)", heading: "Unique ids", number: null },
  { line: "Package maps [#62](https://example.org/62)", heading: "Package maps", number: "#62" },
  {
    line: "[NEW] Approve survey (*ann* **Time**: 5 minutes)",
    heading: "Approve survey",
    number: null,
  },
  { line: "Guest talk – Ann Bell (30 mins)", heading: "Guest talk", number: null },
  { line: "Plan – monitoring progress", heading: "Plan – monitoring progress", number: null },
])("$line is $heading", ({ line, heading, number }) => {
  const title = titleOf(passage(line));
  expect([title.heading.written, title.number?.written ?? null]).toEqual([heading, number]);
});

test.each([
  ["Group members:", "member"],
  ["Commission attendees", "member"],
  ["Joint Chairs", "member"],
  ["Present—", "member"],
  ["Also attended", "guest"],
  ["Non-members attending:", "guest"],
  ["Guests for agenda", "guest"],
  ["In attendance (Moss Secretariat)—", "secretariat"],
  ["Supporting officials", "official"],
  ["Scottish Government", "official"],
  ["Board member apologies:", "apologies"],
  ["Not present", "apologies"],
])("%s lists %s people", (line, category) => {
  expect(listHeadingOf(passage(line))?.category).toBe(category);
});

test.each([
  "Welcome and apologies",
  "Members discussed the paper",
  "Membership of the sub-group was agreed",
  "Ann Bell",
])("%s heads no list of people", (line) => {
  expect(listHeadingOf(passage(line))).toBeNull();
});
