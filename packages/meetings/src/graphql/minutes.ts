import {
  type Builder,
  byAccess,
  byAccessAndDraft,
  type Columns,
  type Composed,
  enumOf,
  historyOf,
  movesFor,
  type moveType,
  readable,
  readableJson,
  recordFor,
  recordFields,
  recordType,
} from "@remit/graphql";
import type { Access } from "@remit/kernel";
import { type Expression, sql } from "kysely";
import { Minutes as MinutesRecord, MinutesStatus, MinutesVersion } from "../minutes.ts";
import { minutesVerbs } from "../verbs.ts";
import type { MeetingRef } from "./meeting.ts";

/** Who sees minutes from their circulation on. */
const circulatedTo = (record: Expression<unknown>) =>
  sql<Access>`case ${record} ->> 'meetingAccess' when 'public' then 'group'
    else ${record} ->> 'meetingAccess' end`;

const recorded = readableJson("record");
const versions = (...given: Parameters<typeof recorded>): Expression<unknown> =>
  sql`${recorded(...given)} -> 'versions'`;

type Row = Columns<{ record: unknown; group_id: string; for_public: unknown }>;
type Reader = Parameters<typeof byAccess>[1] & Parameters<typeof recorded>[3];

/** INV-M27: whether minutes were withdrawn from a viewer, who is told that they were there and nothing that they say. */
const isWithdrawnFrom = ({ record, group_id }: Omit<Row, "for_public">, viewer: Reader) =>
  sql<boolean>`(${record} #>> '{publication,status}' = 'withdrawn'
    and not ${byAccess({ access: circulatedTo(record), group_id }, viewer)})`;

/** The record of minutes without the corrections of what a viewer may not read any more: they quote it. */
const corrected = (row: Row, args: unknown, eb: unknown, viewer: Reader): Expression<unknown> => {
  const whole = recorded(row, args, eb, viewer);
  return sql`case when ${isWithdrawnFrom(row, viewer)}
    then jsonb_set(${whole}, '{corrections}', '[]') else ${whole} end`;
};

/** The minutes of meetings, with their versions, corrections, agreement and publication. */
export function defineMinutes(
  builder: Builder,
  Meeting: MeetingRef,
  MoveNow: ReturnType<typeof moveType>,
  { Entry }: Pick<Composed, "Entry">,
) {
  const Minutes = builder.table("meetings.minutes", {
    name: "Minutes",
    key: "id",
    description: "The minutes of a meeting, on the way from the group to the public.",
    visible: byAccessAndDraft,
    interfaces: [builder.Node],
  });
  const Text = builder.table("meetings.minutes_text", {
    name: "MinutesText",
    key: "id",
    unique: [["minutes_id", "number"]],
    description: "What a version of minutes holds, as it was circulated.",
    visible: byAccessAndDraft,
  });
  builder.objectFields(Text, (t) => ({
    number: t.exposeInt("number", { description: "The number of the version, from 1." }),
    content: t.text("content", {
      description: "The whole of the version as canonical JSON, with the ids of its parts.",
    }),
    contentHash: t.word("content_hash", "code", {
      description: "The SHA-256 of the content as it was circulated, in hexadecimal.",
    }),
    minutes: t.one(Minutes, {
      on: { id: "minutes_id" },
      nullable: false,
      description: "The minutes of which it is a version.",
    }),
  }));
  builder.objectFields(Minutes, (t) => ({
    status: t.expose("status", {
      type: enumOf(builder, MinutesStatus),
      description: "How far the minutes are agreed.",
    }),
    access: t.expression(
      builder.Access,
      ({ access, record }) =>
        sql<Access>`case when ${record} #>> '{publication,status}' = 'withdrawn'
          then ${circulatedTo(record)} else ${access} end`,
      {
        notNull: true,
        description:
          "The level of access to what the minutes say; of minutes that were withdrawn everybody who could see them is told so.",
      },
    ),
    version: t.exposeInt("version", {
      description: "The version of the record, which goes up by one with every change.",
    }),
    ...recordFields(builder, t, {
      schema: MinutesRecord,
      json: corrected,
      members: ["corrections", "agreements", "redactions", "publication"],
    }),
    versions: t.elements(recordType(builder, MinutesVersion), versions, {
      row: ({ element }) => ({ json: element }),
      where: ({ element }, _args, _eb, viewer, { record, group_id }) =>
        sql<boolean>`((${element} ->> 'number')::int <= (${record} #>> '{publication,number}')::int
            and ${record} #>> '{publication,status}' <> 'withdrawn'
          or ${byAccess({ access: circulatedTo(record), group_id }, viewer)})`,
      description: "The minutes as they were circulated and you may see them, the first one first.",
    }),
    texts: t.many(Text, {
      on: { minutes_id: "id" },
      order: ["number"],
      // Two, each as long as a document: they cost as hundreds of rows do.
      size: 400,
      description: "What each version of the minutes holds, the first one first.",
    }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      description: "The meeting that the minutes are of; null where you may not see it.",
    }),
    moves: t.computed(
      [MoveNow],
      ["record", "for_public", "group_id"],
      (row, { viewer, caller }) =>
        movesFor(minutesVerbs, caller, MinutesRecord.parse(recordFor(viewer, row))),
      {
        description: "Every verb, and whether you may do it to the minutes now.",
        cost: { own: 5 },
      },
    ),
    history: t.page(Entry, historyOf("Minutes", "the minutes")),
  }));
  defineAgreement(builder, Meeting);
  builder.objectField(Meeting, "minutes", (t) =>
    t.one(Minutes, {
      on: { meeting_id: "id" },
      description:
        "The minutes of the meeting, once they are circulated, and for good once they were published; null where there are none that you may see.",
    }),
  );
  return { Minutes, MinutesText: Text };
}

/** Which meeting agreed the minutes of which, as minutes say or as somebody recorded it. */
function defineAgreement(builder: Builder, Meeting: MeetingRef): void {
  const Agreed = builder.table("meetings.minutes_agreement", {
    name: "AgreedMinutes",
    key: "id",
    description: "The agreement of a meeting to the minutes of an earlier one.",
    visible: byAccessAndDraft,
  });
  builder.objectFields(Agreed, (t) => ({
    of: t.one(Meeting, {
      on: { id: "of_id" },
      description:
        "The meeting whose minutes were agreed: the one held before; null where it is not in the record.",
    }),
    at: t.one(Meeting, {
      on: { id: "at_id" },
      description: "The meeting that agreed the minutes; null where you may not see it.",
    }),
    alsoActions: t.expose("also_actions", {
      type: "Boolean",
      nullable: true,
      description:
        "Whether the actions were agreed together with the minutes; null where nobody says.",
    }),
    text: t.expression("String", readable("text"), {
      nullable: true,
      description: "The sentence of the minutes that says so; null where it was recorded by hand.",
    }),
  }));
  builder.objectFields(Meeting, (t) => ({
    agreement: t.one(Agreed, {
      on: { of_id: "id" },
      order: ["id"],
      description: "The agreement of a later meeting to the minutes of this one; null without any.",
    }),
    agreedMinutes: t.many(Agreed, {
      on: { at_id: "id" },
      order: ["id"],
      size: 1,
      description: "The minutes of earlier meetings that this one agreed.",
    }),
  }));
}
