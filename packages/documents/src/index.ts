export { Document, DocumentKind } from "./document.ts";
export { type AnsweredFact, Fact, FactKind, FactStatus } from "./fact.ts";
export { factVerbs } from "./verbs.ts";
export { familyNameOf, looksLikeName, nameOf } from "./read/facts/names.ts";
export { readMinutes } from "./read/minutes.ts";
export { isReport, readReport } from "./read/report/report.ts";
export { vocabularies } from "./read/vocabulary/languages.ts";
export type { Term, Vocabulary } from "./read/vocabulary/vocabulary.ts";
export { officialRecordOf } from "./summary.ts";
export { sourceOf } from "./source.ts";
export { maxBytes, textOf } from "./text.ts";
export {
  Action,
  Agreement,
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
export { ReportFinding, ReportReading, ReportSentence } from "./report-reading.ts";
