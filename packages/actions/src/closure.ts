import { AgentRef, Day, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Reason, Stamp, Words } from "./stamp.ts";

const evidence = z.array(Ref).default([]);

/** When and by whom work was taken up. */
export const Started = Stamp;
export type Started = Readonly<z.infer<typeof Started>>;

/** What stands in the way. */
export const Block = Reason;
export type Block = Readonly<z.infer<typeof Block>>;

/**
 * That an action is done, as its owners say. `by` is null where the source does not tell; `override` is why it counts as
 * done although its completion policy is not met.
 */
export const Done = z.object({
  by: AgentRef.nullable(),
  on: Day,
  note: Words.nullable().default(null),
  override: Words.nullable().default(null),
  evidence,
});
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
  agreedIn: Ref.nullable().default(null),
  note: Words.nullable().default(null),
  evidence,
});
export const Superseded = Reason.extend({
  kind: z.literal("superseded"),
  /** The actions that take its place. */
  successors: z.array(Ref).min(1),
});
export const Withdrawn = Reason.extend({ kind: z.literal("withdrawn") });
/** `to` is the group that is asked to take the action on. */
export const Transferred = Reason.extend({ kind: z.literal("transferred"), to: Ref });

/** How an action ended: what, who, when, and why. */
export const Closure = z.discriminatedUnion("kind", [Closed, Superseded, Withdrawn, Transferred]);
export type Closure = Readonly<z.infer<typeof Closure>>;

/** How an action ended, as one word. */
export const ClosureKind = vocabulary("ClosureKind", "How an action ended.", {
  completed: "The action was done, and the group agreed.",
  "agreed-closed": "The group agreed to let it rest.",
  "no-longer-relevant": "The group found that it does not matter any more.",
  superseded: "Other actions took its place.",
  withdrawn: "The group no longer asks for it.",
  transferred: "Another group is asked to take it on.",
} satisfies Record<Closure["kind"], string>);
