import { Refusal } from "@remit/kernel";
import type * as z from "zod";
import type { Action } from "./action.ts";
import { move } from "./move.ts";
import { type Link, type Review, Update } from "./update.ts";

/** A report; its access is that of the action where nothing is said. */
export const ReportFacts = Update.partial({ access: true });
export type ReportFacts = Readonly<z.input<typeof ReportFacts>>;

/** Somebody reports how it stands. Seen by whoever sees the action, unless the report says otherwise. */
export const report = (action: Action, update: ReportFacts): Action =>
  move(action, "report", ({ updates, access }) => {
    if (updates.some(({ id }) => id === update.id)) {
      throw new Refusal("UPDATE_TWICE", "This report is there already.", { path: ["id"] });
    }
    return { updates: [...updates, { access, ...update }] };
  });

/** A meeting goes through the log and comes to this action, once. */
export const review = (action: Action, made: z.input<typeof Review>): Action =>
  move(action, "review", ({ reviews, raisedAt }) => {
    if (reviews.some(({ meeting }) => meeting.id === made.meeting.id)) {
      const message = `${made.meeting.label} has reviewed it already.`;
      throw new Refusal("INV-A14", message, { path: ["meeting"] });
    }
    if (made.on < raisedAt.on) {
      const message = `It was raised on ${raisedAt.on}, after that meeting.`;
      throw new Refusal("REVIEW_TOO_EARLY", message, { path: ["on"] });
    }
    if (made.meeting.id === raisedAt.meeting.id) {
      const message = `${made.meeting.label} raised it: a later meeting reviews it.`;
      throw new Refusal("REVIEW_TOO_EARLY", message, { path: ["meeting"] });
    }
    return { reviews: [...reviews, made] };
  });

/** It serves something: a commitment, a recommendation, an outcome. */
export const link = (action: Action, added: Link): Action =>
  move(action, "link", ({ links }) => ({
    links: links.some((known) => isSameLink(known, added)) ? links : [...links, added],
  }));

export const isSameLink = (one: Link, other: Link): boolean =>
  one.rel === other.rel && one.target.id === other.target.id;

/** How many meetings after the one that raised it have carried it forward. */
export const carriedForward = (action: Pick<Action, "raisedAt" | "reviews">): number =>
  laterReviews(action).filter(({ outcome }) => outcome === "carried-forward").length;

/** Whether no meeting after the one that raised it has ever come to it. */
export const isNeverReviewed = (action: Pick<Action, "raisedAt" | "reviews">): boolean =>
  laterReviews(action).every(({ outcome }) => outcome === "not-reviewed");

const laterReviews = ({ raisedAt, reviews }: Pick<Action, "raisedAt" | "reviews">) =>
  reviews.filter(({ meeting }) => meeting.id !== raisedAt.meeting.id);
