import type { AgreedMinutes } from "../agreed.ts";
import type { Attendance, AttendanceNote, AttendanceSection } from "../attendance.ts";
import type { Decision } from "../decision.ts";
import type { Contribution, Item, Speaker } from "../item.ts";
import type { Meeting, MeetingRole, NextMeeting } from "../meeting.ts";
import type { Paper } from "../paper.ts";

/** A meeting with everything that its minutes hold. */
export interface Minutes {
  readonly meeting: Meeting;
  readonly roles: readonly MeetingRole[];
  readonly next: NextMeeting | null;
  readonly sections: readonly AttendanceSection[];
  readonly attendance: readonly Attendance[];
  readonly notes: readonly AttendanceNote[];
  /** The minutes of earlier meetings that it agreed. */
  readonly agreed: readonly AgreedMinutes[];
  readonly items: readonly Item[];
  readonly contributions: readonly Contribution[];
  readonly speakers: readonly Speaker[];
  readonly papers: readonly Paper[];
  readonly decisions: readonly Decision[];
}
