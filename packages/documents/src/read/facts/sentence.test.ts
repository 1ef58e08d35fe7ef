import { expect, test } from "vitest";
import { passage } from "../../testing.ts";
import { linesOf } from "../blocks/lines.ts";
import { sheetOf } from "../source/source.ts";
import { sentencesOf, unitsOf } from "./sentence.ts";

const units = (text: string) =>
  unitsOf(linesOf(sheetOf(text))).map(({ text, trails }) => [text.written, trails]);

test("a text broken into lines of one width is one unit", () => {
  const text =
    "The Chair reported that the path along the river had been shut since\nthe storm in May";
  expect(units(text)).toEqual([[text.replace("\n", " "), false]]);
});

test("small letters under a finished sentence are points that lost their marks", () => {
  const shut = `while the path is shut ${"and the bridge is closed ".repeat(4)}for now`;
  expect(units(`The Chair gave an update.\n${shut}\nour aim is to open it`)).toEqual([
    ["The Chair gave an update.", false],
    [shut, true],
    ["our aim is to open it", true],
  ]);
});

test.each([
  [
    "It was shut by Dr.\nbell",
    [
      ["It was shut by Dr.", false],
      ["bell", false],
    ],
  ],
  [
    "It was shut.\n\nwhile it rained",
    [
      ["It was shut.", false],
      ["while it rained", false],
    ],
  ],
  [
    "• It was shut.\n• while it rained",
    [
      ["It was shut.", false],
      ["while it rained", false],
    ],
  ],
])("%j has no such points", (text, expected) => {
  expect(units(text)).toEqual(expected);
});

test.each([
  ["Ann left. Cal came.", ["Ann left.", "Cal came."]],
  ["Dr. Bell left. No. 4 is shut.", ["Dr. Bell left.", "No. 4 is shut."]],
  ['"It is shut." Ann agreed', ['"It is shut."', "Ann agreed"]],
])("%s", (text, sentences) => {
  expect(sentencesOf(passage(text)).map(({ written }) => written)).toEqual(sentences);
});

test("an initial ends no sentence", () => {
  const text = passage("Apologies were received from D. Gunn and J. R. Orr. Ann said so.");
  expect(sentencesOf(text).map(({ plain }) => plain)).toEqual([
    "Apologies were received from D. Gunn and J. R. Orr.",
    "Ann said so.",
  ]);
});
