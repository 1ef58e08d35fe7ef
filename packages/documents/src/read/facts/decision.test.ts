import { expect, test } from "vitest";
import { passage } from "../../testing.ts";
import { agreedMinutesIn, labelledDecision } from "./decision.ts";
import { papersIn } from "./paper.ts";

test.each([
  [
    "The minutes and actions of the previous meeting were agreed.",
    ["previous-minutes", "previous-actions"],
  ],
  [
    "The note of the last meeting, and the action log, were approved.",
    ["previous-minutes", "previous-actions"],
  ],
  ["The actions and the previous minutes were agreed.", ["previous-minutes", "previous-actions"]],
  ["The minutes were agreed, and actions 1 to 4 are closed.", ["previous-minutes"]],
  ["The minutes of 15 June were agreed as an accurate record.", ["previous-minutes"]],
  ["The group agreed the note of the last meeting.", ["previous-minutes"]],
  ["December minutes agreed.", ["previous-minutes"]],
])("%s", (text, agrees) => {
  expect(agreedMinutesIn(passage(text))?.agrees).toEqual(agrees);
});

test.each([
  "It was agreed that a note should go out.",
  "The minutes will be agreed by email.",
  "Members noted the last report.",
])("%s agrees no minutes", (text) => {
  expect(agreedMinutesIn(passage(text))).toBeNull();
});

test.each([
  ["Decision: the group will meet in May.", "the group will meet in May."],
  ["DECISION - publish it", "publish it"],
  ["**Resolution #2: close the issue**", "close the issue"],
])("%s", (text, decision) => {
  expect(labelledDecision(passage(text))?.text.written).toBe(decision);
});

test.each(["Proposed resolution: close it", "Decision: do we agree?", "The decision was hard"])(
  "%s decides nothing",
  (text) => {
    expect(labelledDecision(passage(text))).toBeNull();
  },
);

test.each([
  { text: "the letter (paper 3) and papers 4 and 5", numbers: ["3", "4", "5"] },
  {
    text: "Paper 1.2 on the Terms of Reference, and agreed",
    numbers: ["1.2"],
    title: "Terms of Reference",
  },
  { text: "waiting list data in Paper A.", numbers: ["A"] },
  { text: "[MF2/040520/Paper 1]", numbers: ["MF2/040520/Paper 1"] },
  { text: "agreed (ISC 01/19), see paper ISC 02/19", numbers: ["ISC 02/19", "ISC 01/19"] },
  { text: "A paper was introduced; the paper on ventilation", numbers: [] },
])("$text: $numbers", ({ text, numbers, title = null }) => {
  const papers = papersIn(passage(text));
  expect(papers.map(({ number }) => number.written)).toEqual(numbers);
  expect(papers[0]?.title?.written ?? null).toBe(title);
});
