import * as z from "zod";
import { Refusal } from "./refusal.ts";

const Issue = z.object({ path: z.array(z.string()), message: z.string() });
/** One thing that is wrong with an input: where, outermost key first, and what would be right. */
export type Issue = Readonly<z.infer<typeof Issue>>;

/** Reads an input. Refuses with `INVALID_INPUT` and with everything that is wrong; see `issuesOf`. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): z.output<Schema> {
  const read = schema.safeParse(given, { error: wordsOf });
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => ({
    path: path.map(String),
    message,
  }));
  const message = issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`);
  throw new Refusal("INVALID_INPUT", message.join("; "), { params: { issues } });
}

/** All that a refusal says is wrong with an input; empty for one of any other code. */
export const issuesOf = ({ params }: Refusal): readonly Issue[] =>
  z.array(Issue).safeParse(params["issues"]).data ?? [];

/** What would be right in a place of an input, where its schema has no words of its own for that; undefined for what the schema says itself. */
export const wordsOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "too_small":
      return `${verbOf(issue.origin)} ${issue.inclusive === false ? "more than" : "at least"} ${amount(issue.minimum, issue.origin)}.`;
    case "too_big":
      return `${verbOf(issue.origin)} ${issue.inclusive === false ? "less than" : "at most"} ${amount(issue.maximum, issue.origin)}.`;
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
