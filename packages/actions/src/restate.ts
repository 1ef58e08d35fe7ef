import { canonicalJson, sameAgent } from "@remit/kernel";
import type { Action } from "./action.ts";
import type { Change } from "./change.ts";
import type { Owner } from "./owner.ts";
import { originalDue, originalText } from "./revision.ts";
import type { Stamp } from "./stamp.ts";
import { isLive } from "./status.ts";
import { withdraw } from "./verbs/withdraw.ts";

/** What minutes say otherwise than an action has it, where people have settled it since. */
export type Settled = "text" | "owners" | "due" | "status";

/** An action as minutes that take the place of others have it, and what of theirs it did not take. */
export interface Restated {
  readonly action: Action;
  readonly settled: readonly Settled[];
}

/**
 * What the earlier minutes said, the new ones may correct: words, owners, due and, where nobody has done anything to the
 * action (`isTouched`), its status. What people have said or done since stays, whatever the minutes say now.
 */
export function restate(before: Action, again: Action, isTouched: boolean): Restated {
  const { raisedAt, source, number } = again;
  const isElsewhere = before.group.id !== again.group.id;
  const hasSaid = (verb: Change["verb"]) =>
    isElsewhere || before.changes.some((change) => change.verb === verb);
  const isReworded = hasSaid("reword");
  const isRevised = hasSaid("revise");
  const isReassigned = hasSaid("reassign") || losesParts(before, again);
  // What was raised by hand may have a due that minutes do not say.
  const isDueKept = isRevised || (before.source === null && again.due.kind === "not-stated");
  const action = {
    ...(isTouched || isElsewhere ? before : again),
    ...sinceRaised(before),
    ...(isReworded ? wordsOf(before) : wordsOf(again)),
    ...(isReassigned ? ownersOf(before) : withParts(again, before)),
    due: isDueKept ? before.due : again.due,
    access: isElsewhere ? before.access : again.access,
    raisedAt,
    source,
    number,
    version: before.version + 1,
  };
  const isCompleted = again.status === "done" && isLive(action);
  const settled: [Settled, boolean][] = [
    ["text", isReworded && ![before.text, originalText(before)].includes(again.text)],
    ["owners", isReassigned && !namesOf(before).includes(labelsOf(again.owners))],
    ["due", isRevised && ![before.due, originalDue(before)].some((due) => isSame(due, again.due))],
    ["status", isCompleted],
  ];
  return { action, settled: settled.flatMap(([what, isOtherwise]) => (isOtherwise ? [what] : [])) };
}

/** What minutes never say, or people have added. */
const sinceRaised = (before: Action) => ({
  id: before.id,
  group: before.group,
  reference: before.reference,
  kind: before.kind,
  beneficiaries: before.beneficiaries,
  followUps: before.followUps,
  links: before.links,
  dependsOn: before.dependsOn,
  completion: before.completion,
  updates: before.updates,
  reviews: before.reviews,
  changes: before.changes,
});

const wordsOf = ({ text, wording }: Action) => ({ text, wording });

const ownersOf = ({ owners, ownerNotStated }: Action) => ({ owners, ownerNotStated });

const sameOwner = (owners: readonly Owner[], { agent }: Owner) =>
  owners.find((owner) => sameAgent(owner.agent, agent));

/** The owners of one version, with what those who stay have said about their part. */
const withParts = ({ owners, ownerNotStated }: Action, before: Action) => ({
  owners: owners.map((owner) => ({
    ...(sameOwner(before.owners, owner) ?? owner),
    agent: owner.agent,
  })),
  ownerNotStated,
});

/** Whether somebody would go who has said something about their part. */
const losesParts = (before: Action, again: Action): boolean =>
  before.owners.some(
    (owner) =>
      (owner.status !== "pending" || owner.assignments !== null) &&
      sameOwner(again.owners, owner) === undefined,
  );

const labelsOf = (owners: readonly Owner[]) =>
  JSON.stringify(owners.map(({ agent }) => agent.label));

/** Whom the action is and first was for. */
const namesOf = ({ owners, changes }: Action): string[] => {
  const first = changes.find((change) => change.verb === "reassign");
  return [owners, first?.was.owners ?? owners].map(labelsOf);
};

const isSame = (one: object, other: object) => canonicalJson(one) === canonicalJson(other);

/** What an action is that the minutes which take the place of others do not have, and that is not for them to end. */
export const unlisted = (before: Action): Action => ({
  ...before,
  ...nowhere(before),
  version: before.version + 1,
});

const unminutedReason = "The minutes that took the place of others do not have it";

/** An action of the group's own that such minutes do not have: withdrawn where somebody still had to do it. */
export const unminuted = (before: Action, stamp: Stamp): Action =>
  withdraw.barrier(before) === null
    ? withdraw({ ...before, ...nowhere(before) }, { ...stamp, reason: unminutedReason })
    : unlisted(before);

/** Whether an action ended only because minutes did not have it. */
export const isUnminuted = (action: Action): boolean =>
  action.status === "withdrawn" && action.closure.reason === unminutedReason;

const nowhere = ({ raisedAt }: Action) => ({ raisedAt: { ...raisedAt, item: null }, source: null });
