export { asFragment, asHtml, asMarkdown, type Block, type PageHead } from "./write/blocks.ts";
export { inMarkup } from "./write/markup.ts";
export {
  attendeesHtml,
  itemsHtml,
  minutesHtml,
  minutesJson,
  minutesMarkdown,
  minutesOf,
} from "./write/minutes.ts";
export {
  RecordedAction,
  RecordedAttendance,
  RecordedContribution,
  RecordedItem,
  RecordedMeeting,
} from "./write/recorded-meeting.ts";
