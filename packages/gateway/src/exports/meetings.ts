import {
  agendaDocx,
  agendaHtml,
  agendaMarkdown,
  attendeesHtml,
  itemsHtml,
  minutesAkomaNtoso,
  minutesDocx,
  minutesHtml,
  minutesInTemplate,
  minutesJson,
  minutesMarkdown,
  packDocx,
  packHtml,
  packMarkdown,
  RecordedAgenda,
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

const agendaQuestion = `query Agenda($slug: String!, $after: String) {
  meeting(by: { slug: $slug }) {
    slug title heldOn endedOn local location
    group { slug name }
    roles { role name }
    agendas { number on items { number heading place } }
    items { number heading place }
    papers { number title item { place } }
    previous { title actions { ${action} } }
    expected(first: 100, after: $after) {
      nodes { person { name } membership { position post { title } } attendance { status } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const ofAgenda = {
  of: "meetings",
  question: agendaQuestion,
  pages: "expected",
  schema: RecordedAgenda,
} as const;
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
      xml: { type: types.xml, write: minutesAkomaNtoso },
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
  output({
    ...ofAgenda,
    name: "agenda",
    says: "the agenda as it was issued last",
    formats: {
      html: { type: types.html, write: agendaHtml },
      md: { type: types.md, write: agendaMarkdown },
      docx: { type: types.docx, write: agendaDocx },
    },
  }),
  output({
    ...ofAgenda,
    name: "pack",
    says: "agenda, papers, the actions of the meeting before, and who is expected",
    formats: {
      html: { type: types.html, write: packHtml },
      md: { type: types.md, write: packMarkdown },
      docx: { type: types.docx, write: packDocx },
    },
  }),
];
