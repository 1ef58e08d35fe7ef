import { AgentRef, type Day, type Ref, Refusal, sameAgent, Wording } from "@remit/kernel";
import * as z from "zod";
import { type Action, ownershipRefusal } from "./action.ts";
import { withChange } from "./change.ts";
import { Due } from "./due.ts";
import { move, refusalOf } from "./move.ts";
import { Owner, OwnerRole } from "./owner.ts";
import { crowdRefusal } from "./raise.ts";
import { Reasoned, type Stamp } from "./stamp.ts";

/** Another due, and why. */
export const ReviseFacts = Reasoned.extend({ due: Due });
export type ReviseFacts = Readonly<z.input<typeof ReviseFacts>>;

/** Another due, for a reason. What it was stays in the record. */
export const revise = (action: Action, { due, ...reason }: ReviseFacts): Action =>
  move(action, "revise", (before) => ({
    due,
    changes: withChange(before.changes, { verb: "revise", was: before.due, ...reason }, "INV-A9"),
  }));

/** A meeting as it is planned today, or the next one where only its day is announced; no day where it was cancelled. */
export interface Scheduled {
  readonly meeting: Ref | "next";
  readonly on: Day | null;
}

/**
 * A due that speaks of a meeting follows it: the next one gives its day when it is announced or scheduled, and another
 * when it moves, each time as a recorded revision. An action to which that makes no difference comes back as it is.
 */
export function follow(action: Action, { meeting, on }: Scheduled, stamp: Stamp): Action {
  const { due } = action;
  if (due.kind !== "by-meeting" || refusalOf(action, "revise") !== null) return action;
  const set = setOn(action);
  if (due.meeting === "next") {
    if (on === null || on <= set || (meeting === "next" && due.on === on)) return action;
  } else if (meeting === "next" || due.meeting.id !== meeting.id || due.on === on) return action;
  const name = meeting === "next" ? "The next meeting" : meeting.label;
  const when = on === null ? "has no day" : `is on ${on}`;
  const differs = due.on !== null && due.on !== on;
  return revise(action, {
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

/** Other words, and why. They are a summary unless they are the source's own. */
export const RewordFacts = Reasoned.extend({ text: z.string(), wording: Wording.optional() });
export type RewordFacts = Readonly<z.input<typeof RewordFacts>>;

/** Other words, for a reason. The sentence as minuted stays in the record. */
export const reword = (
  action: Action,
  { text, wording = "summary", ...reason }: RewordFacts,
): Action =>
  move(action, "reword", (before) => {
    if (text.trim() === "") {
      throw new Refusal("TEXT_MISSING", "Say what is to be done.", { path: ["text"] });
    }
    const was = { text: before.text, wording: before.wording };
    return {
      text,
      wording,
      changes: withChange(before.changes, { verb: "reword", was, ...reason }, "INV-A1"),
    };
  });

/** The owners from now on, and why. Whoever stays keeps their role where none is given. */
export const ReassignFacts = Reasoned.extend({
  owners: z.array(z.object({ agent: AgentRef, role: OwnerRole.optional() })),
});
export type ReassignFacts = Readonly<z.input<typeof ReassignFacts>>;

/**
 * Other owners, for a reason. Whoever stays keeps what they have said about their part. No owners at all says that none
 * is stated.
 */
export const reassign = (action: Action, { owners, ...reason }: ReassignFacts): Action =>
  move(action, "reassign", (before) => {
    const parsed = owners.map(({ agent, role }) => {
      const stays = ownerOf(before, agent);
      return Owner.parse({ ...stays, agent, role: role ?? stays?.role });
    });
    const ownerNotStated = parsed.length === 0;
    const added = parsed.filter(({ agent }) => ownerOf(before, agent) === undefined);
    const refusal =
      ownershipRefusal({ ...before, owners: parsed, ownerNotStated }) ??
      crowdRefusal(added, reason.on);
    if (refusal !== null) throw refusal;
    const was = { owners: before.owners, ownerNotStated: before.ownerNotStated };
    return {
      owners: parsed,
      ownerNotStated,
      changes: withChange(before.changes, { verb: "reassign", was, ...reason }),
    };
  });

const ownerOf = ({ owners }: Action, agent: AgentRef) =>
  owners.find((owner) => sameAgent(owner.agent, agent));

/** The first due that the action ever had. */
export const originalDue = ({ changes, due }: Pick<Action, "changes" | "due">): Due =>
  changes.find((change) => change.verb === "revise")?.was ?? due;

/** The sentence as minuted. */
export const originalText = ({ changes, text }: Pick<Action, "changes" | "text">): string =>
  changes.find((change) => change.verb === "reword")?.was.text ?? text;

/** A due that was replaced by another. */
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
