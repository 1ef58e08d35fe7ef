export {
  Attendance,
  AttendanceNote,
  AttendanceSection,
  AttendanceStatus,
  Capacity,
} from "./attendance.ts";
export { Decision } from "./decision.ts";
export { Contribution, Item, Outcome, Speaker } from "./item.ts";
export { Meeting, MeetingRole, NextMeeting } from "./meeting.ts";
export { Paper } from "./paper.ts";
