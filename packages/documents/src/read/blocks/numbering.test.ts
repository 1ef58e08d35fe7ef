import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";
import { withBareNumbers } from "./numbering.ts";
import { sheetOf } from "../source/source.ts";

const numbersIn = (text: string) =>
  withBareNumbers(linesOf(sheetOf(text)))
    .filter(({ marker }) => marker === "number")
    .map(({ number, content }) => [number?.written, content.written]);

test.each([
  {
    text: "1 Opening\nWe met.\n2 Paths\nThey are shut.\n3 Close",
    numbers: [
      ["1", "Opening"],
      ["2", "Paths"],
      ["3", "Close"],
    ],
  },
  {
    text: "25/31 Minutes\nAgreed.\n25/32 Paths\nShut.\n25/33 Close",
    numbers: [
      ["25/31", "Minutes"],
      ["25/32", "Paths"],
      ["25/33", "Close"],
    ],
  },
])("$numbers", ({ text, numbers }) => {
  expect(numbersIn(text)).toEqual(numbers);
});

test.each([
  "14 Quay Street, Leith\n3 May 2022",
  "12 Members came\n40 Paths are shut\n7 Bridges are open",
  "1 It is shut.\n2 It is open.\n3 It is wet.",
])("%j counts nothing", (text) => {
  expect(numbersIn(text)).toEqual([]);
});
