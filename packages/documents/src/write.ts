export { actionsCsv, actionsOds, actionsXlsx, RecordedActionLog } from "./write/action-log.ts";
export {
  agendaDocx,
  agendaHtml,
  agendaMarkdown,
  agendaOf,
  packDocx,
  packHtml,
  packMarkdown,
  packOf,
  RecordedAgenda,
} from "./write/agenda.ts";
export { minutesAkomaNtoso } from "./write/akoma-ntoso.ts";
export { actionsIcs, meetingsIcs, RecordedCalendar } from "./write/calendar.ts";
export { asDocx, inTemplate } from "./write/word.ts";
export { asFragment, asHtml, asMarkdown, type Block, type PageHead } from "./write/blocks.ts";
export { inMarkup } from "./write/markup.ts";
export {
  attendeesHtml,
  itemsHtml,
  minutesDocx,
  minutesHtml,
  minutesInTemplate,
  minutesJson,
  minutesMarkdown,
  minutesOf,
} from "./write/minutes.ts";
export { popoloJson, RecordedGroup } from "./write/popolo.ts";
export {
  RecordedAction,
  RecordedAttendance,
  RecordedContribution,
  RecordedItem,
  RecordedMeeting,
} from "./write/recorded-meeting.ts";
export { writersVersion } from "./write/version.ts";
