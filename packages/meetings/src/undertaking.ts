import { Access, AgentRef, Day, Id, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** What became of what somebody undertook to do. */
export const UndertakingStatus = vocabulary(
  "UndertakingStatus",
  "What became of something that somebody undertook to do.",
  {
    open: "Nobody says yet that it is done.",
    kept: "Whoever undertook it has done it.",
    released: "Nobody asks for it any more.",
  },
);
export type UndertakingStatus = z.infer<typeof UndertakingStatus>;

const text = z.string().min(1);
const done = {
  by: AgentRef.describe("Whoever said so, by name."),
  on: Day.describe("The day on which it was said."),
};

/** That an undertaking was kept. */
export const Keeping = z
  .object({
    ...done,
    how: text.describe("What was done, in words."),
    through: Ref.nullable().describe("The record by which it was kept; null where none is named."),
  })
  .meta({ id: "UndertakingKept", description: "That somebody did what they had undertaken." });

/** That an undertaking is not asked for any more. */
export const Release = z
  .object({ ...done, reason: text.describe("The reason that was given.") })
  .meta({
    id: "UndertakingReleased",
    description: "That something is not asked for any more that somebody had undertaken.",
  });

/** That an undertaking was put off to another day. */
export const PuttingOff = z
  .object({
    ...done,
    due: Day.nullable().describe("The day by which it was to be done before; null without any."),
    reason: text.describe("The reason that was given."),
  })
  .meta({ id: "UndertakingPutOff", description: "That an undertaking was put off." });

const undertaken = {
  id: Id,
  version: z.int().positive(),
  group: Id,
  access: Access,
  draft: z.boolean(),
  meeting: Id,
  heldOn: Day,
  contribution: Id,
  sentence: text.describe("The sentence of the minutes in which it was undertaken."),
  text: text.describe("What is to be done, in words."),
  who: AgentRef.describe("The person or body who undertook it."),
  to: AgentRef.nullable().describe("Whoever was promised it; null where nobody says."),
  due: Day.nullable(),
  puttingOffs: z.array(PuttingOff).describe("Each time that it was put off, the first one first."),
};

/** What somebody offered to do at a meeting without an action being minuted. Nothing of it is ever deleted. */
export const Undertaking = z.discriminatedUnion("status", [
  z.object({ ...undertaken, status: z.literal("open") }),
  z.object({
    ...undertaken,
    status: z.literal("kept"),
    kept: Keeping.describe("What was done; null where it is not done."),
  }),
  z.object({
    ...undertaken,
    status: z.literal("released"),
    released: Release.describe(
      "The release from the undertaking, with its reason; null where it is still asked for.",
    ),
  }),
]);
export type Undertaking = Readonly<z.infer<typeof Undertaking>>;
