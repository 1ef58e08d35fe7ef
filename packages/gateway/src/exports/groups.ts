import {
  actionsCsv,
  actionsIcs,
  actionsOds,
  actionsXlsx,
  meetingsIcs,
  popoloJson,
  RecordedActionLog,
  RecordedCalendar,
  RecordedGroup,
} from "@remit/documents/write";
import { output } from "./output.ts";
import { types } from "./types.ts";

const actions = `query ActionLogOut($slug: String!, $after: String) {
  group(by: { slug: $slug }) {
    slug name
    actions(first: 100, after: $after) {
      nodes {
        id reference text status version overdue
        owners { name }
        due { on text inWords }
        raisedAt { on meeting { title } }
        closure { on }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const meetings = `query Calendar($slug: String!, $after: String) {
  group(by: { slug: $slug }) {
    slug name
    meetings(first: 50, after: $after) {
      nodes {
        id title heldOn endedOn local zone location status version
        cancelled { on reason }
        postponements { heldOn on reason }
        attendance { id name status capacity deputisingFor person { id } principal { id } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const members = `query Popolo($slug: String!, $after: String) {
  group(by: { slug: $slug }) {
    id slug name
    kind { notation }
    members(first: 100, after: $after) {
      nodes {
        id role position from to
        person { id slug name }
        post { id title }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** What goes out of a group. */
export const ofGroups = [
  output({
    of: "groups",
    name: "actions",
    says: "the action log: as a sheet, or as tasks with their due days",
    question: actions,
    pages: "actions",
    schema: RecordedActionLog,
    formats: {
      csv: { type: types.csv, write: actionsCsv },
      ods: { type: types.ods, write: actionsOds },
      xlsx: { type: types.xlsx, write: actionsXlsx },
      ics: { type: types.ics, write: actionsIcs },
    },
  }),
  output({
    of: "groups",
    name: "meetings",
    says: "the meetings as a calendar to subscribe to",
    question: meetings,
    pages: "meetings",
    schema: RecordedCalendar,
    formats: { ics: { type: types.ics, write: meetingsIcs } },
  }),
  output({
    of: "groups",
    name: "popolo",
    says: "the group, its members of today and their posts, as Popolo has them",
    question: members,
    pages: "members",
    schema: RecordedGroup,
    formats: { json: { type: types.json, write: popoloJson } },
  }),
];
