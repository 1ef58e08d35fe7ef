import * as z from "zod";
import { Day } from "./day.ts";
import { FreeText, refTo } from "./input.ts";
import { readInput } from "./issue.ts";
import type { Shape } from "./saying.ts";
import { typeInWords } from "./type-words.ts";

/** A key by which a request is known again; no index holds one of any length. */
export const IdempotencyKey = FreeText.min(1).max(200);

/** What every verb is told: how to be sure that it happens once, to what the caller read, and on which day it happened. */
export const once = {
  on: Day.optional().describe(
    "The day on which it happened; today by the group's calendar if left out.",
  ),
  idempotencyKey: IdempotencyKey.optional().describe(
    "A key of the caller's own: a second request with the same key is answered as the first was, and changes nothing.",
  ),
};

/** The same for a verb that changes a thing of a type. */
export const target = (type: string) => ({
  id: refTo(type).describe(`The id of the ${typeInWords(type)}.`),
  expectedVersion: z
    .int()
    // What a document brought is at version 0 until somebody changes it.
    .nonnegative()
    .optional()
    .describe(
      "The version that the caller read: refused with CONFLICT where it is another by now.",
    ),
  ...once,
});

/** The whole input of a verb: its target, and what it is told. */
export const inputOf = <Input extends Shape>(type: string, input: Input) =>
  z.strictObject({ ...target(type), ...input });

type Input = z.output<z.ZodObject<ReturnType<typeof target>>> & Readonly<Record<string, unknown>>;

/** Schemas by what they are made of: Zod compiles each anew, which takes longer than to read with it. */
const made = new WeakMap<Shape, Map<string, z.ZodType>>();

function madeOnce<Schema extends z.ZodType>(input: Shape, type: string, make: () => Schema) {
  const known = made.get(input) ?? new Map<string, z.ZodType>();
  made.set(input, known);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of one shape and type there is one schema
  const schema = (known.get(type) as Schema | undefined) ?? make();
  known.set(type, schema);
  return schema;
}

/** Reads what a verb is told. Refuses with `INVALID_INPUT`. */
export const toldTo = (type: string, input: Shape, given: unknown): Input =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a verb's own members are not known here
  readInput(
    madeOnce(input, type, () => inputOf(type, input)),
    given,
  ) as unknown as Input;

/** The whole input of a verb that makes something. */
export const makerInputOf = <Input extends Shape>(input: Input) =>
  z.strictObject({ ...input, ...once });

type MakerInput = z.output<z.ZodObject<typeof once>> & Readonly<Record<string, unknown>>;

/** Reads what a verb that makes something is told. Refuses with `INVALID_INPUT`. */
export const madeBy = (input: Shape, given: unknown): MakerInput =>
  readInput(
    madeOnce(input, "", () => makerInputOf(input)),
    given,
  );
