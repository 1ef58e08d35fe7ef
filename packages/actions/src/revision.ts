import type { Day } from "@remit/kernel";
import type { Action } from "./action.ts";
import type { Due } from "./due.ts";
import type { Scheduled } from "./scheduled.ts";
import { Reason, type Reasoned, type Stamp } from "./stamp.ts";
import { reschedule } from "./verbs/reschedule.ts";

/**
 * A due that speaks of a meeting follows it: the next one gives its day when it is announced or scheduled, and another
 * when it moves, each time as a recorded revision. An action to which that makes no difference comes back as it is.
 */
export function follow(action: Action, { meeting, on }: Scheduled, stamp: Stamp): Action {
  const { due } = action;
  if (due.kind !== "by-meeting" || reschedule.barrier(action) !== null) return action;
  const set = setOn(action);
  if (due.meeting === "next") {
    if (on === null || on <= set || (meeting === "next" && due.on === on)) return action;
  } else if (meeting === "next" || due.meeting.id !== meeting.id || due.on === on) return action;
  const name = meeting === "next" ? "The next meeting" : meeting.label;
  const when = on === null ? "has no day" : `is on ${on}`;
  const differs = due.on !== null && due.on !== on;
  return reschedule(action, {
    by: stamp.by,
    // What was known before the due was set concerns it from then on.
    on: stamp.on < set ? set : stamp.on,
    due: { ...due, meeting, on },
    reason: `${name} ${when}${differs ? `, no longer on ${due.on}` : ""}`,
  });
}

/** The day on which the present due was set: "next" is the first meeting after it. */
const setOn = ({ changes, raisedAt }: Action): Day =>
  changes.findLast((change) => change.verb === "revise")?.on ?? raisedAt.on;

/** The first due that the action ever had. */
export const originalDue = ({ changes, due }: Pick<Action, "changes" | "due">): Due =>
  changes.find((change) => change.verb === "revise")?.was ?? due;

/** The sentence as minuted. */
export const originalText = ({ changes, text }: Pick<Action, "changes" | "text">): string =>
  changes.find((change) => change.verb === "reword")?.was.text ?? text;

/** A due that was replaced by another. */
export const DueRevision = Reason.meta({
  id: "DueRevision",
  description: "That a due was replaced by another.",
});
export interface DueRevision extends Reasoned {
  readonly from: Due;
  readonly to: Due;
}

/** Every due that the action has had, in order, with what replaced it and why. */
export function dueRevisions({ changes, due }: Pick<Action, "changes" | "due">): DueRevision[] {
  const revisions = changes.filter((change) => change.verb === "revise");
  return revisions.map(({ was, by, on, reason, agreedIn }, index) => ({
    from: was,
    to: revisions[index + 1]?.was ?? due,
    by,
    on,
    reason,
    agreedIn,
  }));
}

/** A text that was replaced by another. */
export const Rewording = Reason.meta({
  id: "Rewording",
  description: "That the words of an action were replaced by others.",
});
export interface Rewording extends Reasoned {
  readonly from: string;
  readonly to: string;
}

/** Every text that the action has had, in order, with what replaced it and why. */
export function rewordings({ changes, text }: Pick<Action, "changes" | "text">): Rewording[] {
  const rewordings = changes.filter((change) => change.verb === "reword");
  return rewordings.map(({ was, by, on, reason, agreedIn }, index) => ({
    from: was.text,
    to: rewordings[index + 1]?.was.text ?? text,
    by,
    on,
    reason,
    agreedIn,
  }));
}
