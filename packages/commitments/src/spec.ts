import { Decimal, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { isNegative } from "./decimal.ts";
import { Direction } from "./measure.ts";

const unit = z.string().min(1);
const text = z.string().min(1);
const unsigned = Decimal.refine((number) => !isNegative(number), {
  message: "Say by how much, without a sign; `direction` says which way.",
});

/** On which side of its value a threshold is met. */
export const TargetOperator = vocabulary(
  "TargetOperator",
  "On which side of its value a threshold target is met.",
  {
    "at-least": "Met by the value or more.",
    "at-most": "Met by the value or less.",
    exactly: "Met by the value itself.",
  },
);
export type TargetOperator = z.infer<typeof TargetOperator>;

/** What is to be reached, as exactly as it was said. `unspecified` keeps a target that was announced without a number. */
export const TargetSpec = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("absolute"), value: Decimal, unit }),
  z.strictObject({
    kind: z.literal("relative-change"),
    percent: unsigned,
    direction: Direction,
  }),
  z.strictObject({
    kind: z.literal("absolute-change"),
    value: unsigned,
    unit,
    direction: Direction,
  }),
  z.strictObject({
    kind: z.literal("threshold"),
    operator: TargetOperator,
    value: Decimal,
    unit,
  }),
  /** So many in a hundred of something. */
  z.strictObject({ kind: z.literal("share"), percent: unsigned, of: text }),
  /** So many of a number of things, such as 29 of 29 areas. */
  z.strictObject({ kind: z.literal("coverage"), value: unsigned, of: unsigned, unit }),
  z.strictObject({ kind: z.literal("milestone"), text }),
  z.strictObject({ kind: z.literal("qualitative"), text }),
  z.strictObject({ kind: z.literal("unspecified"), text }),
]);
export type TargetSpec = Readonly<z.infer<typeof TargetSpec>>;
