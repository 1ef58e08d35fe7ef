import type { Moves } from "@remit/kernel";
import type { MeetingStatus } from "./meeting.ts";
import { addItem, addPaper, issueAgenda, minuteItem } from "./verbs/agenda.ts";
import { correctAttendance, recordAttendance } from "./verbs/attend.ts";
import { recordArrival, recordDeparture } from "./verbs/come-and-go.ts";
import { correctChair, takeChair } from "./verbs/chair.ts";
import { cancel } from "./verbs/cancel.ts";
import { close, reopen } from "./verbs/close.ts";
import { requestCorrection, settleCorrection } from "./verbs/correct.ts";
import { recordContribution, recordDecision } from "./verbs/minute.ts";
import {
  agree,
  circulate,
  planPublication,
  publish,
  recall,
  recirculate,
  withdraw,
} from "./verbs/minutes.ts";
import { number } from "./verbs/number.ts";
import { postpone, reschedule } from "./verbs/postpone.ts";
import { liftRedaction, redact } from "./verbs/redact.ts";
import { repeat } from "./verbs/repeat.ts";
import {
  carryOutDecision,
  implementDecision,
  quoteDecision,
  registerDecision,
  reviewDecision,
  setDecisionAside,
} from "./verbs/register.ts";
import { schedule } from "./verbs/schedule.ts";
import { end, open } from "./verbs/sit.ts";
import {
  keepUndertaking,
  putOffUndertaking,
  recordUndertaking,
  releaseUndertaking,
} from "./verbs/undertake.ts";

/** Every verb that changes a meeting, by its name: the lifecycle of meetings. */
export const meetingVerbs = {
  reschedule,
  postpone,
  cancel,
  repeat,
  issueAgenda,
  open,
  end,
  number,
  close,
  reopen,
};

/** From which status each verb leads where. */
export const meetingMoves = meetingVerbs satisfies Moves<MeetingStatus>;

/** Every verb that makes or changes a part of a meeting's record. */
export const partVerbs = {
  addItem,
  minuteItem,
  addPaper,
  recordAttendance,
  correctAttendance,
  recordArrival,
  recordDeparture,
  takeChair,
  correctChair,
  recordContribution,
  recordDecision,
};

/** Every verb that changes minutes, by its name. */
export const minutesVerbs = {
  recirculate,
  recall,
  requestCorrection,
  settleCorrection,
  agree,
  planPublication,
  publish,
  withdraw,
  redact,
  liftRedaction,
};

/** Every verb that changes a decision in the register, by its name. */
export const registerVerbs = {
  carryOutDecision,
  reviewDecision,
  implementDecision,
  setDecisionAside,
  quoteDecision,
};

/** Every verb that changes what somebody undertook, by its name. */
export const undertakingVerbs = { putOffUndertaking, keepUndertaking, releaseUndertaking };

export { circulate, recordUndertaking, registerDecision, schedule };
