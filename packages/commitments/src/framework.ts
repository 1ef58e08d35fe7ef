import { Id, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Code } from "./mission.ts";
import { partOf } from "./part.ts";

/** Where something stands in what a mission wants. */
export const OutcomeKind = vocabulary(
  "OutcomeKind",
  "Where an outcome stands in what a mission wants to come about.",
  {
    vision: "What the world would be like in the end.",
    aim: "What the mission as a whole is to bring about.",
    outcome: "A change that the mission works for.",
    "sub-outcome": "A part of another outcome.",
    priority: "Something to be heeded in all of the work.",
  },
);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

const text = z.string().min(1);

/** Something that a mission wants to come about. */
export const Outcome = partOf({
  code: Code.describe("The outcome's name within its mission, such as 4b."),
  title: text.describe("The outcome in a few words."),
  kind: OutcomeKind.describe("Where the outcome stands among the others."),
  framework: text
    .nullable()
    .describe("The version of the plan that it is from; null where there was one alone."),
  /** What it is a part of. */
  parent: Id.nullable(),
  /** Those by which it is worked for. */
  commitments: z.array(Ref),
  source: Citation.describe("The publication that sets it out."),
});
export type Outcome = Readonly<z.infer<typeof Outcome>>;
