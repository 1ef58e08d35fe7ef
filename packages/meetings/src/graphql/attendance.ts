import { type Builder, enumValues } from "@remit/graphql";
import { AttendanceStatus, Capacity } from "../attendance.ts";
import type { MeetingRef } from "./meeting.ts";

export function defineAttendance(builder: Builder, Meeting: MeetingRef) {
  const through = { through: Meeting, column: "meeting_id" } as const;
  const Section = builder.table("meetings.attendance_section", {
    name: "AttendanceSection",
    key: "id",
    unique: [["meeting_id", "place"]],
    description: "One of the lists in which the minutes name people.",
    visible: through,
  });
  const Attendance = builder.table("meetings.attendance", {
    name: "Attendance",
    key: "id",
    unique: [["meeting_id", "place"]],
    description: "One person at one meeting.",
    visible: through,
    interfaces: [builder.Node],
  });
  const Note = builder.table("meetings.attendance_note", {
    name: "AttendanceNote",
    key: "id",
    unique: [["meeting_id", "place"]],
    description: "A sentence about attendance that names nobody.",
    visible: through,
  });
  const Status = builder.enumType("AttendanceStatus", {
    description: "Whether somebody was there.",
    values: enumValues<AttendanceStatus>({
      present: "They were there.",
      apologies: "They said that they would not come.",
      absent: "They were expected and not there.",
      "not-stated": "The source does not say.",
    }),
  });
  const CapacityType = builder.enumType("Capacity", {
    description: "In what capacity somebody is at a meeting.",
    values: enumValues<Capacity>({
      chair: "As chair.",
      member: "As a member of the group.",
      deputy: "In the place of somebody else.",
      "invited-speaker": "To speak to an item.",
      guest: "As a guest.",
      observer: "To hear.",
      official: "As an official of government.",
      secretariat: "For the secretariat.",
      "not-stated": "The source does not say.",
    }),
  });

  builder.objectFields(Section, (t) => ({
    place: t.exposeInt("place", { description: "Its place among the lists, from 1." }),
    heading: t.text("heading", {
      nullable: true,
      description: "Its heading as written; null where the source has none.",
    }),
  }));
  builder.objectFields(Note, (t) => ({
    kind: t.word("kind", "word", { description: "What it speaks of, such as deputies-listed." }),
    text: t.text("text", { description: "The sentence." }),
  }));
  builder.objectFields(Attendance, (t) => ({
    name: t.text("name", {
      description: "The name as written.",
    }),
    position: t.text("position", {
      nullable: true,
      description: "What stands beside the name, as written.",
    }),
    status: t.expose("status", { type: Status, description: "Whether they were there." }),
    statusBasis: t.expose("status_basis", {
      type: builder.Basis,
      description: "Whether the status stands in the source or is inferred from it.",
    }),
    capacity: t.expose("capacity", { type: CapacityType, description: "In what capacity." }),
    basis: t.expose("basis", {
      type: builder.Basis,
      description: "Whether the capacity stands in the source or is inferred from it.",
    }),
    confidence: t.exposeFloat("confidence", {
      nullable: true,
      description: "How sure an inference is, above 0 and below 1.",
    }),
    section: t.one(Section, {
      on: { id: "section_id" },
      description: "The list in which the entry stands.",
    }),
    deputisingFor: t.text("deputising_for", {
      nullable: true,
      description: "In whose place they came, as written.",
    }),
    note: t.text("note", {
      nullable: true,
      description: "What else the entry says, such as by video.",
    }),
  }));
  builder.objectFields(Meeting, (t) => ({
    attendance: t.many(Attendance, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 30,
      description: "Everybody whom the minutes list, in their order.",
    }),
    attendanceCount: t.count(Attendance, {
      on: { meeting_id: "id" },
      args: { status: t.arg({ type: Status, description: "Only those with this status." }) },
      where: (row, { status }, eb) => (status ? eb(row.status, "=", status) : null),
      description: "How many people the minutes list.",
    }),
    attendanceSections: t.many(Section, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 4,
      description: "The lists of people, with their headings.",
    }),
    attendanceNotes: t.many(Note, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 2,
      description: "What is said of attendance without names, such as that deputies were listed.",
    }),
  }));
  return { Attendance };
}
