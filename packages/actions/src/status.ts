import { vocabulary } from "@remit/kernel";
import type * as z from "zod";

/**
 * The status of an action. Done is what its owner says, closed what the group agrees; transferred waits for the group
 * that is to take it on.
 */
export const ActionStatus = vocabulary("ActionStatus", "The status of an action.", {
  draft: "Found in a document, or written down, and not yet confirmed.",
  open: "Still to be done.",
  "in-progress": "Somebody is working on it.",
  blocked: "Something stands in the way of it.",
  done: "The owners say that the action is done.",
  closed: "The group agrees that it is closed.",
  superseded: "Another action took its place.",
  withdrawn: "The group no longer asks for it.",
  transferred: "Another group is asked to take it on.",
});
export type ActionStatus = z.infer<typeof ActionStatus>;

/** The states in which somebody still has to do something. */
export const live = ["open", "in-progress", "blocked"] as const;
/** The same, and drafts. */
export const unfinished = ["draft", ...live] as const;

/** Whether somebody still has to do something. */
export const isLive = ({ status }: { readonly status: ActionStatus }): boolean =>
  (live as readonly ActionStatus[]).includes(status);
