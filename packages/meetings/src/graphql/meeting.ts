import { type Builder, byAccess, byAccessAndDraft, enumOf } from "@remit/graphql";
import { MeetingRoleKind, MeetingStatus } from "../meeting.ts";
export type {} from "../store.ts";

export type MeetingRef = ReturnType<typeof defineMeeting>["Meeting"];

export function defineMeeting(builder: Builder) {
  const types = tables(builder);
  const { Meeting, MeetingRole, NextMeeting } = types;
  const Status = enumOf(builder, MeetingStatus);
  defineNextMeeting(builder, types);

  builder.objectFields(MeetingRole, (t) => ({
    role: t.expose("role", {
      type: enumOf(builder, MeetingRoleKind),
      description: "The role of the person in the meeting.",
    }),
    name: t.text("name", { description: "The name of the person as written in the minutes." }),
    meeting: t.one(Meeting, {
      on: { id: "meeting_id" },
      nullable: false,
      description: "The meeting in which the person had the role.",
    }),
  }));
  builder.objectFields(Meeting, (t) => ({
    slug: t.text("slug", {
      description: "The meeting's name in an address: the group's slug and the first day.",
    }),
    title: t.text("title", {
      description: "The title of the minutes, or of the agenda of a scheduled meeting.",
    }),
    ordinal: t.exposeInt("ordinal", {
      nullable: true,
      description:
        "The number of the meeting among those of its group; null where it is not known.",
    }),
    ordinalBasis: t.expose("ordinal_basis", {
      type: builder.Basis,
      nullable: true,
      description: "How the ordinal is known; null where it is not known.",
    }),
    heldOn: t.expose("held_on", {
      type: "Date",
      description: "The day of the meeting, or the first of several.",
    }),
    endedOn: t.expose("ended_on", {
      type: "Date",
      nullable: true,
      description: "The last day of a meeting of several days; null for a meeting of one.",
    }),
    startsAt: t.expose("starts_at", {
      type: "DateTime",
      nullable: true,
      description: "The moment at which the meeting begins; null where no time is stated.",
    }),
    local: t.word("starts_local", "clock", {
      nullable: true,
      description:
        "The start on the wall clock of the place, such as 2022-03-16T10:00; null where no time is stated.",
    }),
    zone: t.word("starts_zone", "clock", {
      nullable: true,
      description:
        "The time zone of the local start, such as Europe/London; null where no time is stated.",
    }),
    location: t.text("location", {
      nullable: true,
      description: "The place where the meeting is held; null where none is stated.",
    }),
    status: t.expose("status", { type: Status, description: "The status of the meeting." }),
    access: t.expose("access", {
      type: builder.Access,
      description: "The level of access to the meeting.",
    }),
    chair: t.one(MeetingRole, {
      on: { meeting_id: "id" },
      where: (row, _, eb) => eb(row.role, "=", "chair"),
      order: ["from_place", "id"],
      description:
        "The person who chaired the meeting, the first where the chair was handed over; null where the record does not say.",
    }),
    roles: t.many(MeetingRole, {
      on: { meeting_id: "id" },
      order: ["role", "from_place", "id"],
      size: 2,
      description: "The persons who chaired the meeting and who took its minutes.",
    }),
    seriesMeetings: t.page(Meeting, {
      on: { series_id: "series_id" },
      order: ["held_on", "id"],
      description:
        "The meetings of the series of which the meeting is one, itself among them, the first one first.",
    }),
    nextMeeting: t.one(NextMeeting, {
      on: { meeting_id: "id" },
      description: "What the minutes announce of the next meeting; null where they announce none.",
    }),
  }));
  const MeetingBy = builder.inputType("MeetingBy", {
    isOneOf: true,
    description: "One way to name a meeting.",
    fields: (t) => ({
      id: t.id({ description: "The meeting's id, as the graph gives it." }),
      slug: t.string({ description: "The meeting's slug, in any case." }),
    }),
  });
  return { Meeting, MeetingRole, MeetingBy, MeetingStatus: Status };
}

function defineNextMeeting(
  builder: Builder,
  { Meeting, NextMeeting }: ReturnType<typeof tables>,
): void {
  builder.objectFields(NextMeeting, (t) => ({
    text: t.text("text", { description: "The announcement as written in the minutes." }),
    on: t.expose("next_on", {
      type: "PartialDate",
      description: "The announced day, or as much of the date as the minutes state.",
    }),
    startsAt: t.expose("starts_at", {
      type: "DateTime",
      nullable: true,
      description: "The moment at which the meeting is to begin; null where no time is stated.",
    }),
    local: t.word("starts_local", "clock", {
      nullable: true,
      description:
        "The start on the wall clock of the place, such as 2022-03-16T10:00; null where no time is stated.",
    }),
    zone: t.word("starts_zone", "clock", {
      nullable: true,
      description:
        "The time zone of the local start, such as Europe/London; null where no time is stated.",
    }),
    location: t.text("location", {
      nullable: true,
      description: "The place where the meeting is to be held; null where none is stated.",
    }),
    became: t.one(Meeting, {
      on: { id: "became_id" },
      description:
        "The meeting that the announced one came to be, on the same day or another; null where there is none yet that you may see.",
    }),
    announcedAt: t.one(Meeting, {
      on: { id: "meeting_id" },
      nullable: false,
      description: "The meeting whose minutes hold the announcement.",
    }),
  }));
}

function tables(builder: Builder) {
  const Meeting = builder.table("meetings.meeting", {
    name: "Meeting",
    key: "id",
    description: "An occasion on which a group meets, met or is to meet.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  const through = { through: Meeting, column: "meeting_id" } as const;
  return {
    Meeting,
    MeetingRole: builder.table("meetings.meeting_role", {
      name: "MeetingRole",
      key: "id",
      description: "A person's role in a meeting: who chaired, or who took the minutes.",
      visible: byAccessAndDraft,
      interfaces: [builder.Node],
    }),
    NextMeeting: builder.table("meetings.next_meeting", {
      name: "NextMeeting",
      key: "id",
      description: "What minutes announce of the next meeting, whatever became of it later.",
      visible: through,
    }),
  };
}
