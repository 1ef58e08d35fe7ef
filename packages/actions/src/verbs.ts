import { type Move, vocabulary } from "@remit/kernel";
import type { ActionStatus } from "./status.ts";
import { addDependency } from "./verbs/add-dependency.ts";
import { answer } from "./verbs/answer.ts";
import { block, unblock } from "./verbs/block.ts";
import { close, reopen } from "./verbs/close.ts";
import { complete, reject } from "./verbs/complete.ts";
import { confirm } from "./verbs/confirm.ts";
import { link } from "./verbs/link.ts";
import { merge } from "./verbs/merge.ts";
import { reassign } from "./verbs/reassign.ts";
import { report } from "./verbs/report.ts";
import { reschedule } from "./verbs/reschedule.ts";
import { review } from "./verbs/review.ts";
import { reword } from "./verbs/reword.ts";
import { shareOut } from "./verbs/share-out.ts";
import { split } from "./verbs/split.ts";
import { start } from "./verbs/start.ts";
import { supersede } from "./verbs/supersede.ts";
import { receive, transfer } from "./verbs/transfer.ts";
import { withdraw } from "./verbs/withdraw.ts";

/** Every verb of actions, by its name. */
export const actionVerbs = {
  confirm,
  start,
  block,
  unblock,
  complete,
  reject,
  close,
  reopen,
  supersede,
  split,
  withdraw,
  transfer,
  receive,
  merge,
  reschedule,
  reword,
  reassign,
  shareOut,
  answer,
  addDependency,
  link,
  report,
  review,
};
export type ActionMove = keyof typeof actionVerbs;

type AnyActionVerb = (typeof actionVerbs)[ActionMove];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names of the keys
const names = Object.keys(actionVerbs) as ActionMove[];

const of = <Value>(make: (verb: AnyActionVerb) => Value): Readonly<Record<ActionMove, Value>> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets which key goes with which value
  Object.fromEntries(names.map((name) => [name, make(actionVerbs[name])])) as Record<
    ActionMove,
    Value
  >;

/** What may be done to an action in which status, and where it leads. */
export const actionMoves: Readonly<Record<ActionMove, Move<ActionStatus>>> = of(({ from, to }) => ({
  from,
  to,
}));

/** The verbs of actions as words. */
export const ActionMove = vocabulary(
  "ActionMove",
  "A verb that changes an action.",
  of(({ says }) => says),
);

export { doneAsRecorded } from "./verbs/complete.ts";
export { raiseAtMeeting } from "./verbs/raise.ts";
export {
  addDependency,
  answer,
  block,
  close,
  complete,
  confirm,
  link,
  merge,
  reassign,
  receive,
  reject,
  reopen,
  report,
  reschedule,
  review,
  reword,
  shareOut,
  split,
  start,
  supersede,
  transfer,
  unblock,
  withdraw,
};
