import { type Builder, byAccess, enumValues } from "@remit/graphql";
import { Meeting as MeetingSchema, MeetingRole as MeetingRoleSchema } from "../meeting.ts";
export type {} from "../store.ts";

export type MeetingRef = ReturnType<typeof defineMeeting>["Meeting"];

export function defineMeeting(builder: Builder) {
  const Meeting = builder.table("meetings.meeting", {
    name: "Meeting",
    key: "id",
    description: "An occasion on which a group meets, met or is to meet.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  const MeetingRole = builder.table("meetings.meeting_role", {
    name: "MeetingRole",
    key: "id",
    description: "Who held the meeting together, and as what.",
    visible: { through: Meeting, column: "meeting_id" },
  });
  const NextMeeting = builder.table("meetings.next_meeting", {
    name: "NextMeeting",
    key: "id",
    description: "What the minutes announce of the next meeting, whatever became of it.",
    visible: { through: Meeting, column: "meeting_id" },
  });
  const Status = builder.enumType("MeetingStatus", {
    description: "How far a meeting has come.",
    values: enumValues<MeetingSchema["status"]>({
      scheduled:
        "It is to be held, as its agenda says; that day may be over and no minutes recorded.",
      held: "It was held.",
    }),
  });
  const Role = builder.enumType("MeetingRoleKind", {
    description: "What somebody is to a meeting.",
    values: enumValues<MeetingRoleSchema["role"]>({
      chair: "Chaired it.",
      "minute-taker": "Took the minutes.",
    }),
  });

  builder.objectFields(MeetingRole, (t) => ({
    role: t.expose("role", { type: Role, description: "What they were to the meeting." }),
    name: t.text("name", {
      description: "Their name as written.",
    }),
  }));
  builder.objectFields(NextMeeting, (t) => ({
    text: t.text("text", {
      description: "The announcement as written.",
    }),
    on: t.expose("next_on", {
      type: "PartialDate",
      description: "The day, or as much of it as was said.",
    }),
    startsAt: t.expose("starts_at", {
      type: "DateTime",
      nullable: true,
      description: "The moment at which it is to begin; null where no time was said.",
    }),
    local: t.word("starts_local", "clock", {
      nullable: true,
      description: "The same on the wall clock of the place, such as 2022-03-16T10:00.",
    }),
    zone: t.word("starts_zone", "clock", {
      nullable: true,
      description: "The clock's time zone, such as Europe/London.",
    }),
    location: t.text("location", { nullable: true, description: "Where it is to be." }),
  }));
  builder.objectFields(Meeting, (t) => ({
    slug: t.text("slug", { description: "Its name in an address: the group and the day." }),
    title: t.text("title", {
      description: "The title of its minutes, or of its agenda while it is to come.",
    }),
    ordinal: t.exposeInt("ordinal", {
      nullable: true,
      description: "Its number in the group's life; null where nobody said.",
    }),
    ordinalBasis: t.expose("ordinal_basis", {
      type: builder.Basis,
      nullable: true,
      description: "How the ordinal is known.",
    }),
    heldOn: t.expose("held_on", { type: "Date", description: "The day, or the first of several." }),
    endedOn: t.expose("ended_on", {
      type: "Date",
      nullable: true,
      description: "The last of several days.",
    }),
    startsAt: t.expose("starts_at", {
      type: "DateTime",
      nullable: true,
      description: "The moment at which it begins; null where no time was said.",
    }),
    location: t.text("location", { nullable: true, description: "Where it is." }),
    status: t.expose("status", { type: Status, description: "How far it has come." }),
    access: t.expose("access", { type: builder.Access, description: "Who may see it." }),
    chair: t.one(MeetingRole, {
      on: { meeting_id: "id" },
      where: (row, _, eb) => eb(row.role, "=", "chair"),
      order: ["id"],
      description: "Who chaired that day.",
    }),
    roles: t.many(MeetingRole, {
      on: { meeting_id: "id" },
      order: ["id"],
      size: 2,
      description: "Who chaired, with whom, and who took the minutes.",
    }),
    nextMeeting: t.one(NextMeeting, {
      on: { meeting_id: "id" },
      description: "What was announced of the next meeting; null where nothing was.",
    }),
  }));
  const MeetingBy = builder.inputType("MeetingBy", {
    isOneOf: true,
    description: "One way to name a meeting.",
    fields: (t) => ({
      id: t.id({ description: "The id, as the graph gives it." }),
      slug: t.string({ description: "The name as it stands in an address." }),
    }),
  });
  return { Meeting, MeetingRole, MeetingBy, MeetingStatus: Status };
}
