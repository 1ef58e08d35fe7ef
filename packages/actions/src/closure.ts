import { AgentRef, Day, Ref } from "@remit/kernel";
import * as z from "zod";
import { reasoned, stamp, Words } from "./stamp.ts";

const evidence = z.array(Ref).default([]);

/** When and by whom work was taken up. */
export const Started = z.object(stamp);
export type Started = Readonly<z.infer<typeof Started>>;

/** What stands in the way. */
export const Block = z.object(reasoned);
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
export const ClosedKind = z.enum(["completed", "agreed-closed", "no-longer-relevant"]);
export type ClosedKind = z.infer<typeof ClosedKind>;

export const Closed = z.object({
  kind: ClosedKind,
  ...stamp,
  agreedIn: Ref.nullable().default(null),
  note: Words.nullable().default(null),
  evidence,
});
export const Superseded = z.object({
  kind: z.literal("superseded"),
  ...reasoned,
  /** The actions that take its place. */
  successors: z.array(Ref).min(1),
});
export const Withdrawn = z.object({ kind: z.literal("withdrawn"), ...reasoned });
/** `to` is the group that is asked to take the action on. */
export const Transferred = z.object({ kind: z.literal("transferred"), ...reasoned, to: Ref });

/** How an action ended: what, who, when, and why. */
export const Closure = z.discriminatedUnion("kind", [Closed, Superseded, Withdrawn, Transferred]);
export type Closure = Readonly<z.infer<typeof Closure>>;
