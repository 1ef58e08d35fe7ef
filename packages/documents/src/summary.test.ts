import { expect, test } from "vitest";
import { officialRecordOf } from "./summary.ts";

test.each([
  {
    text: "Minutes\n\nSummary for demonstration; the official record is at https://town.example/minutes-march\n",
    record: "https://town.example/minutes-march",
  },
  { text: "Summary of actions\n\nThe official record is kept.", record: null },
  {
    text: "The Chair gave a summary; the official record is at https://town.example/x",
    record: null,
  },
])("$text", ({ text, record }) => {
  expect(officialRecordOf(text)).toBe(record);
});
