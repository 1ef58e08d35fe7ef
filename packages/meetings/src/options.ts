import { type NounOptions, verbsWith } from "@remit/kernel";
import type { Meeting } from "./meeting.ts";
import { meetingVerbs } from "./verbs.ts";
import { annotateMeeting } from "./verbs/annotate.ts";

/** What a directorate decides of meetings: what it leaves out is as everybody has it. */
export type MeetingOptions = NounOptions<Meeting, keyof typeof meetingVerbs>;

/** The verbs of meetings as a directorate has them. */
export const verbsOfMeetings = (options: MeetingOptions) =>
  verbsWith(meetingVerbs, annotateMeeting, options);
