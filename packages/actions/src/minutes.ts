import { canonicalJson, type Day, type Id, type Ref, Refusal, sameAgent } from "@remit/kernel";
import { type Action, isDraft, refOf } from "./action.ts";
import type { Change } from "./change.ts";
import type { Warning } from "./dependency.ts";
import type { Owner } from "./owner.ts";
import { originalDue, originalText } from "./revision.ts";
import type { Stamp } from "./stamp.ts";
import { isLive } from "./status.ts";
import { withdraw } from "./verbs/withdraw.ts";

/** An item of minutes, with the actions that it lists. */
export interface MinutedItem {
  readonly item: Ref;
  readonly actions: readonly Id[];
}

/** Where the minutes of a meeting and the actions raised there do not point at each other, one to one. */
export function minuteGaps(actions: readonly Action[], items: readonly MinutedItem[]): Warning[] {
  const astray = actions.flatMap((action) => {
    const { item } = action.raisedAt;
    const listing = items.filter((one) => one.actions.includes(action.id));
    const [only] = listing;
    if (item !== null && listing.length === 1 && only?.item.id === item.id) return [];
    const points = item === null ? "points to no item" : `points to "${item.label}"`;
    const message = `${action.reference} ${points} and stands in ${listing.length} items.`;
    return [{ code: "INV-A2", message, about: refOf(action) }];
  });
  const known = new Set(actions.map(({ id }) => id));
  const unknown = items.flatMap(({ item, actions }) =>
    actions
      .filter((id) => !known.has(id))
      .map((id) => ({
        code: "INV-A2",
        message: `"${item.label}" lists an action that was not raised there: ${id}.`,
        about: item,
      })),
  );
  return [...astray, ...unknown];
}

/** A meeting that went through the action log. */
export interface LogMeeting {
  readonly meeting: Ref;
  readonly on: Day;
}

/** The actions that were open when a meeting began and that it has not reviewed exactly once. */
export function reviewGaps({ meeting, on }: LogMeeting, actions: readonly Action[]): Warning[] {
  return actions
    .filter((action) => wasOpen(action, on))
    .map((action) => ({
      action,
      count: action.reviews.filter((made) => made.meeting.id === meeting.id).length,
    }))
    .filter(({ count }) => count !== 1)
    .map(({ action, count }) => ({
      code: "INV-A14",
      message: `${action.reference} has ${count} reviews of ${meeting.label}, not one.`,
      about: refOf(action),
    }));
}

/** Whether an action was the group's, and had not ended, when the day began. */
export function wasOpen(action: Action, day: Day): boolean {
  if (isDraft(action) || action.raisedAt.on >= day) return false;
  if ("closure" in action && action.closure.on < day) return false;
  return action.changes.every((change) => {
    if (change.verb !== "reopen" && change.verb !== "receive") return true;
    const ended = change.verb === "reopen" ? change.was.on : change.was.transfer.on;
    return day <= ended || change.on < day;
  });
}

/** Refuses to delete an action once the minutes that raised it have been circulated. */
export function assertDeletable(
  action: Action,
  { circulated }: { readonly circulated: boolean },
): void {
  if (!circulated) return;
  const message = `The minutes that raised ${action.reference} are out: withdraw it instead.`;
  throw new Refusal("INV-A21", message);
}

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
