import { type Builder, byAccessAndDraft, enumOf } from "@remit/graphql";
import { AttendanceMode, AttendanceNoteKind, AttendanceStatus, Capacity } from "../attendance.ts";
import type { MeetingRef } from "./meeting.ts";

export function defineAttendance(builder: Builder, Meeting: MeetingRef) {
  const { Attendance, Note, Section } = tables(builder, Meeting);
  const Status = enumOf(builder, AttendanceStatus);
  const meeting = { on: { id: "meeting_id" }, nullable: false } as const;

  builder.objectFields(Section, (t) => ({
    place: t.exposeInt("place", {
      description: "The place of the list among the attendance lists of the meeting, from 1.",
    }),
    heading: t.text("heading", {
      nullable: true,
      description: "The heading of the list as written; null where the minutes give none.",
    }),
    attendance: t.many(Attendance, {
      on: { section_id: "id" },
      order: ["place"],
      description: "The persons named in the list, in the order of the minutes.",
    }),
    meeting: t.one(Meeting, {
      ...meeting,
      description: "The meeting whose minutes hold the list.",
    }),
  }));
  builder.objectFields(Note, (t) => ({
    kind: t.expose("kind", {
      type: enumOf(builder, AttendanceNoteKind),
      description: "What the note is about.",
    }),
    text: t.text("text", { description: "The sentence of the note as written in the minutes." }),
    meeting: t.one(Meeting, {
      ...meeting,
      description: "The meeting whose minutes hold the note.",
    }),
  }));
  builder.objectFields(Attendance, (t) => ({
    name: t.text("name", { description: "The name of the person as written in the minutes." }),
    position: t.text("position", {
      nullable: true,
      description:
        "The position or organisation beside the name, as written; null where the minutes give none.",
    }),
    status: t.expose("status", { type: Status, description: "Whether the person attended." }),
    statusBasis: t.expose("status_basis", {
      type: builder.Basis,
      description: "Whether the attendance status is stated in the minutes or inferred from them.",
    }),
    capacity: t.expose("capacity", {
      type: enumOf(builder, Capacity),
      description: "The capacity in which the person is listed.",
    }),
    mode: t.expose("mode", {
      type: enumOf(builder, AttendanceMode),
      description: "The way in which the person takes part.",
    }),
    basis: t.expose("basis", {
      type: builder.Basis,
      description: "Whether the capacity is stated in the minutes or inferred from them.",
    }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description:
        "The confidence of an inferred capacity, above 0 and below 1; null where it is not inferred.",
    }),
    section: t.one(Section, {
      on: { id: "section_id" },
      description: "The list that names the person; null where the minutes have no list for it.",
    }),
    deputisingFor: t.text("deputising_for", {
      nullable: true,
      description:
        "The name, as written, of the person in whose place a deputy attends; null for anybody else.",
    }),
    note: t.text("note", {
      nullable: true,
      description:
        "A remark on the attendance as written, such as by video; null where the minutes make none.",
    }),
    meeting: t.one(Meeting, {
      ...meeting,
      description: "The meeting that the attendance is of.",
    }),
  }));
  builder.objectFields(Meeting, (t) => ({
    attendance: t.many(Attendance, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 30,
      description: "The persons listed in the minutes, in the order of the minutes.",
    }),
    attendanceCount: t.count(Attendance, {
      on: { meeting_id: "id" },
      args: {
        status: t.arg({
          type: Status,
          description: "Count only persons with this attendance status; everybody if left out.",
        }),
      },
      where: (row, { status }, eb) => (status ? eb(row.status, "=", status) : null),
      description: "The number of persons listed in the minutes.",
    }),
    attendanceSections: t.many(Section, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 4,
      description: "The attendance lists of the minutes, each with its heading.",
    }),
    attendanceNotes: t.many(Note, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 2,
      description:
        "The sentences on attendance that name nobody, such as that deputies are listed.",
    }),
  }));
  return { Attendance };
}

function tables(builder: Builder, Meeting: MeetingRef) {
  const through = { through: Meeting, column: "meeting_id" } as const;
  const unique = [["meeting_id", "place"]] as const;
  return {
    Section: builder.table("meetings.attendance_section", {
      name: "AttendanceSection",
      key: "id",
      unique,
      description: "One of the lists of persons in the minutes of a meeting.",
      visible: through,
    }),
    Attendance: builder.table("meetings.attendance", {
      name: "Attendance",
      key: "id",
      unique,
      description: "The attendance, or the apologies, of one person at one meeting.",
      visible: byAccessAndDraft,
      interfaces: [builder.Node],
    }),
    Note: builder.table("meetings.attendance_note", {
      name: "AttendanceNote",
      key: "id",
      unique,
      description: "A sentence of the minutes on attendance that names nobody.",
      visible: through,
    }),
  };
}
