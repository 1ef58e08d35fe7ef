export { readMinutes } from "./read/minutes.ts";
export { textOf } from "./text.ts";
export {
  Action,
  Attendance,
  AttendanceNote,
  AttendanceSection,
  Category,
  Contribution,
  Decision,
  Item,
  NextMeeting,
  Owner,
  Paper,
  Reading,
  Speaker,
  Warning,
  WarningCode,
} from "./reading.ts";
