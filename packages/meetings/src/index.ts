export {
  Attendance,
  AttendanceMode,
  AttendanceNote,
  AttendanceNoteKind,
  AttendanceSection,
  AttendanceStatus,
  Capacity,
} from "./attendance.ts";
export { AgreedMinutes } from "./agreed.ts";
export { Decision, DecisionKind } from "./decision.ts";
export { Contribution, ContributionKind, Item, Outcome, Speaker } from "./item.ts";
export { Meeting, MeetingRole, MeetingRoleKind, MeetingStatus, NextMeeting } from "./meeting.ts";
export { CorrectionStatus, Minutes, MinutesStatus, PublicationStatus } from "./minutes.ts";
export { Paper } from "./paper.ts";
export { Redaction, RedactionGround } from "./redaction.ts";
export {
  circulate,
  meetingMoves,
  meetingVerbs,
  minutesVerbs,
  partVerbs,
  schedule,
} from "./verbs.ts";
