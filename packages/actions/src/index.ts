export { Action, isDraft } from "./action.ts";
export { Change } from "./change.ts";
export { Block, Closure, ClosedKind, Done, Started } from "./closure.ts";
export { CompletionPolicy, isSatisfied, policyOf } from "./completion.ts";
export { type Belonging, crowdOf } from "./crowd.ts";
export { depend, dependencyWarnings, type Warning } from "./dependency.ts";
export { digest } from "./digest.ts";
export { Due, dueDay } from "./due.ts";
export { isDueSoon, isOverdue } from "./lateness.ts";
export {
  block,
  close,
  type ClosedBy,
  CloseFacts,
  complete,
  CompleteFacts,
  confirm,
  reject,
  reopen,
  start,
  unblock,
  withdraw,
} from "./lifecycle.ts";
export {
  type Edges,
  heirsOf,
  merge,
  refOf,
  split,
  SplitFacts,
  supersede,
  SupersedeFacts,
} from "./lineage.ts";
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
export { refusalOf } from "./move.ts";
export { Assignment, Owner, OwnerRole, PartStatus } from "./owner.ts";
export { answer, AnswerFacts, fanOut } from "./part.ts";
export {
  assertMay,
  assertSpeaksFor,
  may,
  type MoveNow,
  movesFor,
  refusalFor,
  seesAction,
} from "./permission.ts";
export { spokenFor, spokenForAlone } from "./speaking.ts";
export { type MoveNeed, needsOf } from "./need.ts";
export { draft, raise, RaiseFacts } from "./raise.ts";
export { carriedForward, isNeverReviewed, link, report, ReportFacts, review } from "./record.ts";
export { nextNumber, referenceOf } from "./reference.ts";
export { type Reminder, type ReminderRule, remindersDue } from "./reminder.ts";
export {
  dueRevisions,
  follow,
  originalDue,
  originalText,
  reassign,
  ReassignFacts,
  revise,
  ReviseFacts,
  reword,
  RewordFacts,
  rewordings,
  type Scheduled,
} from "./revision.ts";
export {
  ActionLogSnapshot,
  agree,
  type Hash,
  isIntact,
  snapshotOf,
  takeSnapshot,
} from "./snapshot.ts";
export { Reasoned, Stamp } from "./stamp.ts";
export { type ActionMove, actionMoves, ActionStatus, isLive } from "./status.ts";
export { receive, transfer, TransferFacts } from "./transfer.ts";
export { FollowUp, Link, Review, ReviewOutcome, Update } from "./update.ts";
export { type NameOf } from "./words.ts";
