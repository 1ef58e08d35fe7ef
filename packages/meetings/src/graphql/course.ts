import {
  type Builder,
  type Composed,
  historyOf,
  movesFor,
  type moveType,
  readableJson,
  readsNames,
  recordFields,
  todayIn,
} from "@remit/graphql";
import type { AnyVerb } from "@remit/kernel";
import { Meeting as MeetingRecord } from "../meeting.ts";
import { type Around, factsOf, readinessOf } from "../store/readiness.ts";
import { meetingOf } from "../store/row.ts";
import type { MeetingRef } from "./meeting.ts";

/** All columns of which a meeting is made. */
const columns = [
  "id",
  "group_id",
  "group_label",
  "slug",
  "title",
  "ordinal",
  "ordinal_basis",
  "held_on",
  "ended_on",
  "starts_local",
  "starts_zone",
  "starts_at",
  "location",
  "status",
  "access",
  "version",
  "course",
  "for_public",
  "document_id",
  "span_start",
  "span_end",
] as const;

/** What may be done to a meeting, and the type that says so. */
interface Doing {
  readonly MoveNow: ReturnType<typeof moveType>;
  readonly verbs: Readonly<Record<string, AnyVerb<MeetingRecord>>>;
  readonly around: Around;
}

/** What has happened to a meeting, what may be done to it now, and its verbs. */
export function defineCourse(
  builder: Builder,
  Meeting: MeetingRef,
  { MoveNow, verbs, around }: Doing,
  { Entry }: Pick<Composed, "Entry">,
): void {
  builder.objectFields(Meeting, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the meeting's record, which goes up by one with every change.",
    }),
    ...recordFields(builder, t, {
      schema: MeetingRecord,
      json: readableJson("course"),
      members: [
        "postponements",
        "agendas",
        "series",
        "numbered",
        "opened",
        "ended",
        "attendanceNotStated",
        "reopenings",
        "closed",
        "cancelled",
      ],
    }),
    moves: t.computed(
      [MoveNow],
      {
        columns,
        values: {
          readiness: ({ id }) => readinessOf(id, around),
          on: ({ group_id }, _args, _eb, viewer) => todayIn(around.zoneOf(group_id), viewer),
        },
      },
      ({ for_public, readiness, on, ...row }, { viewer, caller }) => {
        // A reason may quote the record.
        const shown = readsNames(viewer, row.group_id) ? {} : { ...for_public };
        const { title = row.title } = shown;
        const meeting = meetingOf({ ...row, title, for_public: null });
        return movesFor(verbs, caller, meeting, { ...factsOf(readiness), on });
      },
      {
        description: "Every verb, and whether you may do it to the meeting now.",
        cost: { own: 5 },
      },
    ),
    history: t.page(Entry, historyOf("Meeting", "the meeting's record")),
  }));
}
