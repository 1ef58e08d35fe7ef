import { AgentRef, Day, Ref, toldApartBy, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** What a person says to something that was read in a report. */
export const FindingVerdict = vocabulary(
  "FindingVerdict",
  "What a person said to something that was read in a report.",
  {
    confirmed: "The person made a record of what was read, or named the record that it is.",
    rejected: "The person said that what was read is not so.",
  },
);
export type FindingVerdict = z.infer<typeof FindingVerdict>;

const said = {
  by: AgentRef.describe("The person or token that confirmed or rejected it."),
  on: Day.describe("The day on which it was said."),
};

/** What a person said to a statement that was read, or to a finding in it, with the record that it became. */
export const Judged = z
  .discriminatedUnion("verdict", [
    z.object({
      verdict: z.literal("confirmed"),
      ...said,
      record: Ref.describe("The record that it became; null where it became none."),
    }),
    z.object({
      verdict: z.literal("rejected"),
      ...said,
      reason: z
        .string()
        .min(1)
        .describe("The reason for which it is not so; null where it was confirmed."),
    }),
  ])
  .meta({
    id: "JudgedFinding",
    description: "What a person said to something that was read in a report.",
    ...toldApartBy("verdict", FindingVerdict),
  });
export type Judged = Readonly<z.infer<typeof Judged>>;
