import { AgentRef, Day, Ref, toldApartBy, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Reason, Stamp, Words } from "./stamp.ts";

/** Documents that show something. */
export const evidence = z
  .array(Ref)
  .default([])
  .describe("The documents that show it; empty where none were given.");

/** When and by whom work was taken up. */
export const Started = Stamp.meta({
  id: "ActionStep",
  description: "That an action was taken up: by whom, and when.",
});
export type Started = Readonly<z.infer<typeof Started>>;

/** What stands in the way. */
export const Block = Reason.meta({
  id: "ActionBlock",
  description: "What stands in the way of an action.",
});
export type Block = Readonly<z.infer<typeof Block>>;

/**
 * That an action is done, as its owners say. `by` is null where the source does not tell; `override` is why it counts as
 * done although its completion policy is not met.
 */
export const Done = z
  .object({
    by: AgentRef.nullable().describe("Whoever said so; null where the source does not tell."),
    on: Day.describe("The day on which the action was done."),
    note: Words.nullable().default(null).describe("What was done; null where nobody said."),
    override: Words.nullable()
      .default(null)
      .describe(
        "The reason for which the action counts as done although not all owners have said so; null where they have.",
      ),
    evidence,
  })
  .meta({ id: "ActionDone", description: "That an action is done, as its owners say." });
export type Done = Readonly<z.infer<typeof Done>>;

/** How an action ended for the group: its owner had done it, or the group let it go. */
export const ClosedKind = vocabulary("ClosedKind", "How an action ended for the group.", {
  completed: "The action was done by its owners.",
  "agreed-closed": "The group agreed to let it rest.",
  "no-longer-relevant": "The action does not matter any more.",
});
export type ClosedKind = z.infer<typeof ClosedKind>;

export const Closed = Stamp.extend({
  kind: ClosedKind,
  agreedIn: Ref.nullable()
    .default(null)
    .describe("The meeting that agreed the end; null where none did."),
  note: Words.nullable().default(null).describe("What was said of it; null where nothing was."),
  evidence,
});
export const Superseded = Reason.extend({
  kind: z.literal("superseded"),
  /** The actions that take its place. */
  successors: z
    .array(Ref)
    .min(1)
    .describe("The actions that took its place; empty where it was not superseded."),
});
export const Withdrawn = Reason.extend({ kind: z.literal("withdrawn") });
/** `to` is the group that is asked to take the action on. */
export const Transferred = Reason.extend({
  kind: z.literal("transferred"),
  to: Ref.describe("For a transfer: the other group; else null."),
});

/** How an action ended, as one word. */
export const ClosureKind = vocabulary("ClosureKind", "How an action ended.", {
  completed: "The action was done, and the group agreed.",
  "agreed-closed": "The group agreed to let it rest.",
  "no-longer-relevant": "The group found that it does not matter any more.",
  superseded: "Other actions took its place.",
  withdrawn: "The group no longer asks for it.",
  transferred: "Another group is asked to take it on.",
} satisfies Record<ClosedKind | "superseded" | "withdrawn" | "transferred", string>);

/** How an action ended: what, who, when, and why. */
export const Closure = z
  .discriminatedUnion("kind", [Closed, Superseded, Withdrawn, Transferred])
  .meta({
    id: "ActionClosure",
    description: "How an action ended: by whom, when and why.",
    ...toldApartBy("kind", ClosureKind),
  });
export type Closure = Readonly<z.infer<typeof Closure>>;
