import type { Change } from "../change.ts";
import type { Closure, Done, Started } from "../closure.ts";
import type { Reasoned } from "../stamp.ts";

/** A change, or what stands in the way now, which has replaced nothing. */
export type Changed = Change | (Reasoned & { readonly verb: "block" });

/** That it had been done, where that was undone. */
export function doneBefore(change: Changed): Done | null {
  if (change.verb === "reject") return change.was;
  return change.verb === "reopen" ? change.was.done : null;
}

/** Who had taken it up, where it was open again afterwards. */
export const startedBefore = (change: Changed): Started | null =>
  change.verb === "reopen" || change.verb === "receive" ? change.was.started : null;

/** How it had ended, where that was undone. */
export function closureBefore(change: Changed): Closure | null {
  if (change.verb === "receive") return change.was.transfer;
  return change.verb === "reopen" ? change.was : null;
}
