import { expect, test } from "vitest";
import * as z from "zod";
import { wordsOf } from "./issue.ts";

test.each([
  [z.string().min(1), "", "Write at least one character."],
  [z.string().max(3), "four", "Write at most 3 characters."],
  [z.array(z.string()).min(2), [], "Give at least 2 entries."],
  [z.array(z.string()).max(1), ["a", "b"], "Give at most one entry."],
  [z.int().min(1), 0, "Give at least 1."],
  [z.string(), 7, "Give a text."],
  [z.int().positive(), 0, "Give more than 0."],
  [z.int().lt(3), 3, "Give less than 3."],
  [z.boolean(), "yes", "Give true or false."],
  [z.int(), "1", "Give a number."],
  [z.enum(["carried", "closed"]), "banana", "Give carried or closed."],
  [z.strictObject({}), { colour: 1 }, "Leave out what is not known here: colour."],
  [z.string({ error: "Say why." }), null, "Say why."],
])("%#: what is wrong is said as what would be right", (schema, given, message) => {
  const { error } = schema.safeParse(given, { error: wordsOf });
  expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
});
