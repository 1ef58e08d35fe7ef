import {
  attendeesHtml,
  itemsHtml,
  minutesDocx,
  minutesHtml,
  minutesInTemplate,
  minutesJson,
  minutesMarkdown,
  RecordedMeeting,
} from "@remit/documents/write";
import { output } from "./output.ts";
import { types } from "./types.ts";

const action = "reference text status owners { name } due { kind on text inWords }";

const question = `query Minutes($slug: String!) {
  meeting(by: { slug: $slug }) {
    id slug title heldOn endedOn local zone location ordinal status
    group { slug name }
    roles { role name }
    attendanceNotes { text }
    attendance { name position status capacity mode note deputisingFor section { heading place } }
    items {
      number heading level place outcome
      papers { number title }
      contributions { text lead speakers { mention name } }
      decisions { kind text }
      actions { ${action} }
    }
    actions { ${action} }
    nextMeeting { on local location text }
    minutes { status publication { status asDraft publishedOn withdrawnReason } }
    source { title officialRecord }
  }
}`;

const ofMinutes = { of: "meetings", question, schema: RecordedMeeting } as const;

/** What goes out of a meeting. */
export const ofMeetings = [
  output({
    ...ofMinutes,
    name: "minutes",
    says: "the minutes, whole",
    formats: {
      html: { type: types.html, write: minutesHtml },
      md: { type: types.md, write: minutesMarkdown },
      docx: { type: types.docx, write: minutesDocx, fill: minutesInTemplate },
      json: { type: types.json, write: minutesJson },
    },
  }),
  output({
    ...ofMinutes,
    name: "attendees",
    says: "who was there and who was not, as a piece of a page for a publishing form",
    formats: { html: { type: types.html, write: attendeesHtml } },
  }),
  output({
    ...ofMinutes,
    name: "items",
    says: "the items and actions, as a piece of a page for a publishing form",
    formats: { html: { type: types.html, write: itemsHtml } },
  }),
];
