import { expect, test } from "vitest";
import { counted, createdInWords } from "./counts.ts";

test.each([
  [0, "action", "0 actions"],
  [1, "action", "1 action"],
  [9, "person", "9 persons"],
  [4, "series", "4 series"],
])("%d %s is written %s", (count, noun, words) => {
  expect(counted(count, noun)).toBe(words);
});

test("what there is none of is left out", () => {
  expect(createdInWords({ person: 9, paper: 0, membership: 5, meeting: 1 })).toBe(
    "9 persons, 5 memberships, 1 meeting",
  );
});

test("a corrected document may have brought nothing", () => {
  expect(createdInWords({ person: 0, action: 0 })).toBe("nothing new");
});
