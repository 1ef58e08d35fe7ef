export { Action, isDraft, refOf } from "./action.ts";
export { Change } from "./change.ts";
export { Block, Closure, ClosedKind, Done, Started } from "./closure.ts";
export { CompletionPolicy, isSatisfied, policyOf } from "./completion.ts";
export { type Belonging, crowdOf } from "./crowd.ts";
export type { Warning } from "./dependency.ts";
export { digest } from "./digest.ts";
export { Due, dueDay } from "./due.ts";
export type { Edges } from "./edges.ts";
export { actionKinds } from "./kind.ts";
export { isDueSoon, isOverdue } from "./lateness.ts";
export { printLog } from "./log.ts";
export {
  assertDeletable,
  isUnminuted,
  minuteGaps,
  type MinutedItem,
  restate,
  type Restated,
  reviewGaps,
  type Settled,
  unlisted,
  unminuted,
  wasOpen,
} from "./minutes.ts";
export { Assignment, Owner, OwnerRole, PartStatus } from "./owner.ts";
export { type MoveNow, movesFor, seesAction } from "./permission.ts";
export { draft, raise, RaiseFacts } from "./raise.ts";
export { nextNumber, type ReferenceSeries, referenceOf } from "./reference.ts";
export { type Reminder, type ReminderRule, remindersDue } from "./reminder.ts";
export { carriedForward, isNeverReviewed } from "./reviews.ts";
export { dueRevisions, follow, originalDue, originalText, rewordings } from "./revision.ts";
export type { Scheduled } from "./scheduled.ts";
export {
  ActionLogSnapshot,
  agree,
  type Hash,
  isIntact,
  snapshotOf,
  takeSnapshot,
} from "./snapshot.ts";
export { spokenFor, spokenForAlone } from "./speaking.ts";
export { Reasoned, Stamp } from "./stamp.ts";
export { ActionStatus, isLive } from "./status.ts";
export { FollowUp, Link, Review, ReviewOutcome, Update } from "./update.ts";
export { type ActionFacts, actionNoun, actionVerb, type ClosedBy } from "./verb.ts";
export {
  ActionMove,
  actionMoves,
  actionVerbs,
  addDependency,
  answer,
  block,
  close,
  complete,
  confirm,
  doneAsRecorded,
  link,
  merge,
  raiseAtMeeting,
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
} from "./verbs.ts";
export { agreeLog, type LogFacts, takeLog, TakenLog } from "./verbs/action-log.ts";
export { type NameOf } from "./words.ts";
