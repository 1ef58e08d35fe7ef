import { expect, test } from "vitest";
import { ruleInWords } from "./rule.ts";

test.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=WEEKLY;INTERVAL=2", "every 2 weeks"],
  ["FREQ=WEEKLY;BYDAY=TH", "every week on Thursday"],
  ["FREQ=WEEKLY;BYDAY=MO,WE,TH;INTERVAL=4", "every 4 weeks on Monday, Wednesday and Thursday"],
  ["FREQ=MONTHLY;BYDAY=3WE", "every month on the third Wednesday"],
  ["FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "every 3 months on the last Friday"],
  ["FREQ=YEARLY", "every year"],
  ["FREQ=MONTHLY;BYDAY=WE", null],
  ["FREQ=MONTHLY;BYDAY=5WE", null],
  ["FREQ=MONTHLY;BYMONTHDAY=31", null],
  ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", null],
  ["FREQ=WEEKLY;BYDAY=1MO", null],
  ["FREQ=WEEKLY;BYDAY=1MO,TU", null],
  ["FREQ=YEARLY;BYDAY=20MO", null],
  ["FREQ=WEEKLY;INTERVAL=", null],
  ["BYDAY=MO", null],
])("%s is %j", (rule, words) => {
  expect(ruleInWords(rule)).toBe(words);
});
