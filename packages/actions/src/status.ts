import type { Moves } from "@remit/kernel";
import * as z from "zod";

/**
 * How far an action has come. A draft is not confirmed yet; done is what its owner says, closed what the group agrees;
 * transferred waits for the group that is to take it on.
 */
export const ActionStatus = z.enum([
  "draft",
  "open",
  "in-progress",
  "blocked",
  "done",
  "closed",
  "superseded",
  "withdrawn",
  "transferred",
]);
export type ActionStatus = z.infer<typeof ActionStatus>;

/** The states in which somebody still has to do something. */
export const live = ["open", "in-progress", "blocked"] as const;
const unfinished = ["draft", ...live] as const;

/** What may be done to an action, by the words that members use. */
export const actionMoves = {
  confirm: { from: ["draft"], to: "open" },
  start: { from: ["open"], to: "in-progress" },
  block: { from: ["open", "in-progress"], to: "blocked" },
  unblock: { from: ["blocked"], to: ["open", "in-progress"] },
  complete: { from: ["open", "in-progress"], to: "done" },
  reject: { from: ["done"], to: "in-progress" },
  close: { from: ["open", "in-progress", "done"], to: "closed" },
  reopen: { from: ["closed"], to: "open" },
  supersede: { from: live, to: "superseded" },
  split: { from: live, to: "superseded" },
  withdraw: { from: unfinished, to: "withdrawn" },
  transfer: { from: ["open", "in-progress"], to: "transferred" },
  receive: { from: ["transferred"], to: "open" },
  merge: { from: live, to: "same" },
  revise: { from: unfinished, to: "same" },
  reword: { from: unfinished, to: "same" },
  reassign: { from: unfinished, to: "same" },
  fanOut: { from: live, to: "same" },
  answer: { from: live, to: "same" },
  depend: { from: unfinished, to: "same" },
  link: { from: [...unfinished, "done", "closed"], to: "same" },
  report: { from: [...live, "done"], to: "same" },
  review: {
    from: [...live, "done", "closed", "superseded", "withdrawn", "transferred"],
    to: "same",
  },
} as const satisfies Moves<ActionStatus>;
export type ActionMove = keyof typeof actionMoves;

/** Whether somebody still has to do something. */
export const isLive = ({ status }: { readonly status: ActionStatus }): boolean =>
  (live as readonly ActionStatus[]).includes(status);
