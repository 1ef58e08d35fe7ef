import type * as z from "zod";

/** What would be right in a place of an input, where its schema has no words of its own for that; undefined for what the schema says itself. */
export const wordsOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "too_small":
      return `${verbOf(issue.origin)} at least ${amount(issue.minimum, issue.origin)}.`;
    case "too_big":
      return `${verbOf(issue.origin)} at most ${amount(issue.maximum, issue.origin)}.`;
    case "invalid_type":
      return `Give ${types[issue.expected] ?? `a value of the type ${issue.expected}`}.`;
    case "invalid_value":
      return `Give ${listed.format(issue.values.map(String))}.`;
    case "unrecognized_keys":
      return `Leave out what is not known here: ${issue.keys.join(", ")}.`;
    default:
      return undefined;
  }
};

const listed = new Intl.ListFormat("en-GB", { type: "disjunction" });

const verbOf = (origin: string) => (origin === "string" ? "Write" : "Give");

const nouns: Readonly<Record<string, string>> = { string: "character", array: "entry" };

function amount(count: number | bigint, origin: string): string {
  const noun = nouns[origin];
  if (noun === undefined) return String(count);
  const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return count === 1 ? `one ${noun}` : `${count} ${plural}`;
}

const types: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};
