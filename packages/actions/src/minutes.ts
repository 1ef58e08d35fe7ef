import { type Day, type Id, type Ref, Refusal } from "@remit/kernel";
import { type Action, isDraft, refOf } from "./action.ts";
import type { Warning } from "./dependency.ts";

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
