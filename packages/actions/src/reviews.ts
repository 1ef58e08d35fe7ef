import type { Action } from "./action.ts";

/** How many meetings after the one that raised it have carried it forward. */
export const carriedForward = (action: Pick<Action, "raisedAt" | "reviews">): number =>
  laterReviews(action).filter(({ outcome }) => outcome === "carried-forward").length;

/** Whether no meeting after the one that raised it has ever come to it. */
export const isNeverReviewed = (action: Pick<Action, "raisedAt" | "reviews">): boolean =>
  laterReviews(action).every(({ outcome }) => outcome === "not-reviewed");

// What stands in a draft of minutes is not the group's yet.
const laterReviews = ({ raisedAt, reviews }: Pick<Action, "raisedAt" | "reviews">) =>
  reviews.filter(({ meeting, draft }) => meeting.id !== raisedAt.meeting.id && draft !== true);
