import type { Moves } from "@remit/kernel";
import type { MeetingStatus } from "./meeting.ts";
import { cancel } from "./verbs/cancel.ts";
import { close, reopen } from "./verbs/close.ts";
import { postpone, reschedule } from "./verbs/postpone.ts";
import { schedule } from "./verbs/schedule.ts";
import { end, open } from "./verbs/sit.ts";

/** Every verb that changes a meeting, by its name: the lifecycle of meetings. */
export const meetingVerbs = { reschedule, postpone, cancel, open, end, close, reopen };

/** From which status each verb leads where. */
export const meetingMoves = meetingVerbs satisfies Moves<MeetingStatus>;

export { schedule };
