import {
  type AssertionColumns,
  type Db,
  type ForPublicColumn,
  insertAll,
  type Json,
  type SourceColumns,
  type Tx,
} from "@remit/database";
import type { Access, Basis, Wording } from "@remit/kernel";
import type { Generated, GeneratedAlways } from "kysely";
import type { Attendance, AttendanceNote, PresenceSpan } from "./attendance.ts";
import type { Decision } from "./decision.ts";
import type { Contribution, Item } from "./item.ts";
import type { Meeting, MeetingRole } from "./meeting.ts";
import * as rows from "./rows.ts";
import type { MinutesTable, MinutesTextTable, RedactionTable } from "./store/minutes-tables.ts";
import type { FindingView, RegisteredDecisionTable, UndertakingTable } from "./store/views.ts";
import type { Minutes } from "./store/whole.ts";

declare module "@remit/database" {
  interface Database {
    "meetings.meeting": MeetingTable;
    "meetings.meeting_role": MeetingRoleTable;
    "meetings.next_meeting": NextMeetingTable;
    "meetings.agreed_minutes": AgreedMinutesTable;
    "meetings.minutes_agreement": MinutesAgreementView;
    "meetings.attendance_section": AttendanceSectionTable;
    "meetings.attendance": AttendanceTable;
    "meetings.attendance_note": AttendanceNoteTable;
    "meetings.item": ItemTable;
    "meetings.contribution": ContributionTable;
    "meetings.speaker": SpeakerTable;
    "meetings.paper": PaperTable;
    "meetings.decision": DecisionTable;
    "meetings.finding": FindingView;
    "meetings.registered_decision": RegisteredDecisionTable;
    "meetings.undertaking": UndertakingTable;
    "meetings.minutes": MinutesTable;
    "meetings.minutes_text": MinutesTextTable;
    "meetings.redaction": RedactionTable;
  }
}

interface StartColumns {
  starts_local: string | null;
  starts_zone: string | null;
  starts_at: string | null;
}

interface MeetingTable extends SourceColumns, StartColumns, ForPublicColumn {
  id: string;
  group_id: string;
  group_label: string;
  slug: string;
  title: string;
  ordinal: number | null;
  ordinal_basis: Basis | null;
  held_on: string;
  ended_on: string | null;
  location: string | null;
  status: Meeting["status"];
  access: Access;
  version: Generated<number>;
  /** What has happened to it, by the names of its facts. */
  course: Json<object>;
  /** The first meeting of the series that the record names; null where it names none. */
  series_id: GeneratedAlways<string | null>;
}

interface MeetingRoleTable extends AssertionColumns, ForPublicColumn {
  id: string;
  meeting_id: string;
  role: MeetingRole["role"];
  name: string;
  person_id: string | null;
  from_item_id: Generated<string | null>;
  /** The place of that item, 0 for the beginning: the database carries it over. */
  from_place: GeneratedAlways<number>;
  group_id: Generated<string>;
  access: Generated<Access>;
  draft: Generated<boolean>;
  version: Generated<number>;
}

interface NextMeetingTable extends SourceColumns, StartColumns, ForPublicColumn {
  id: string;
  meeting_id: string;
  text: string;
  next_on: string;
  location: string | null;
  /** The meeting that it came to be; null where there is none yet. */
  became_id: Generated<string | null>;
  /** As they are in the meeting: the database carries them over. */
  meeting_access: GeneratedAlways<Access>;
  group_id: GeneratedAlways<string>;
  /** The last day of what is announced. */
  last_day: GeneratedAlways<string>;
  /** Whether it is the latest announcement of its group, and no meeting yet. */
  latest: Generated<boolean>;
}

interface AttendanceSectionTable extends SourceColumns, ForPublicColumn {
  id: string;
  meeting_id: string;
  place: number;
  heading: string | null;
}

interface AttendanceTable extends SourceColumns, AssertionColumns, ForPublicColumn {
  id: string;
  meeting_id: string;
  section_id: string | null;
  place: number;
  person_id: string | null;
  name: string;
  position: string | null;
  organisation_id: string | null;
  deputising_for: string | null;
  principal_id: string | null;
  status: Attendance["status"];
  status_basis: Basis;
  capacity: Attendance["capacity"];
  mode: Generated<Attendance["mode"]>;
  note: string | null;
  /** When they came and went; none where nobody says. */
  presence: Json<PresenceSpan[]>;
  group_id: Generated<string>;
  access: Generated<Access>;
  draft: Generated<boolean>;
  version: Generated<number>;
}

interface AgreedMinutesTable extends SourceColumns, ForPublicColumn {
  id: string;
  meeting_id: string;
  group_id: string;
  place: number;
  text: string;
  also_actions: boolean;
  /** The meeting whose minutes were agreed; null where it is not in the record. */
  of_id: Generated<string | null>;
}

/** That a meeting agreed the minutes of an earlier one, as its minutes say or as somebody recorded it. */
interface MinutesAgreementView extends ForPublicColumn {
  id: string;
  at_id: string;
  of_id: string | null;
  group_id: string;
  access: Access;
  draft: boolean;
  also_actions: boolean | null;
  text: string | null;
}

interface AttendanceNoteTable extends SourceColumns, ForPublicColumn {
  id: string;
  meeting_id: string;
  place: number;
  kind: AttendanceNote["kind"];
  text: string;
}

/** What stands under a meeting and may be seen apart from it. */
interface ProtectedColumns extends SourceColumns {
  id: string;
  meeting_id: string;
  group_id: string;
  place: number;
  access: Access;
  /** That it is for whoever keeps the record of the group: it was written down, and is not circulated yet. */
  draft: Generated<boolean>;
  /** 0 for what a document brought: the journal has it from the first change on. */
  version: Generated<number>;
}

interface ItemTable extends ProtectedColumns, ForPublicColumn {
  level: number;
  number: string | null;
  heading: string | null;
  outcome: Item["outcome"];
  /** What came of an item of the agenda is told when the minutes are. */
  outcome_draft: Generated<boolean>;
  outcome_access: Generated<Access | null>;
  /** What the minutes say that are out, while that is put right; null where they say nothing. */
  outcome_out: Generated<Item["outcome"] | null>;
}

interface ContributionTable extends ProtectedColumns, ForPublicColumn {
  /** The day of the meeting: what is found by its words is sorted by it. */
  held_on: string;
  item_id: string;
  kind: Contribution["kind"];
  lead: string | null;
  text: string;
  reporting: Wording;
}

interface SpeakerTable extends AssertionColumns, ForPublicColumn {
  id: string;
  contribution_id: string;
  place: number;
  mention: string;
  name: string;
  person_id: string | null;
}

interface PaperTable extends ProtectedColumns, ForPublicColumn {
  item_id: string | null;
  number: string;
  title: string | null;
}

interface DecisionTable extends ProtectedColumns, ForPublicColumn {
  item_id: string | null;
  kind: Decision["kind"];
  text: string;
  wording: Wording;
}

/** Writes a meeting and everything that its minutes hold, one statement for each table. */
export async function insertMinutes(tx: Tx, minutes: Minutes): Promise<void> {
  const group = minutes.meeting.group.id;
  await insertAll(tx, "meetings.meeting", [rows.meeting(minutes.meeting)]);
  await insertAll(tx, "meetings.meeting_role", minutes.roles.map(rows.role));
  await insertAll(tx, "meetings.next_meeting", minutes.next ? [rows.next(minutes.next)] : []);
  await insertAll(tx, "meetings.attendance_section", minutes.sections.map(rows.section));
  await insertAll(tx, "meetings.attendance", minutes.attendance.map(rows.attendance));
  await insertAll(tx, "meetings.attendance_note", minutes.notes.map(rows.note));
  await insertAll(
    tx,
    "meetings.agreed_minutes",
    minutes.agreed.map((it) => rows.agreed(it, group)),
  );
  await insertAll(
    tx,
    "meetings.item",
    minutes.items.map((it) => rows.item(it, group)),
  );
  const said = minutes.contributions.map((it) => rows.contribution(it, minutes.meeting));
  await insertAll(tx, "meetings.contribution", said);
  await insertAll(tx, "meetings.speaker", minutes.speakers.map(rows.speaker));
  await insertAll(
    tx,
    "meetings.paper",
    minutes.papers.map((it) => rows.paper(it, group)),
  );
  await insertAll(
    tx,
    "meetings.decision",
    minutes.decisions.map((it) => rows.decision(it, group)),
  );
}

/** A group's meetings that are to begin, or began, on a day, in the order of their times. */
export async function listMeetings(db: Db, group: string, heldOn: string) {
  return db
    .selectFrom("meetings.meeting")
    .select(["id", "slug", "title", "status", "access", "document_id as document"])
    .select("starts_local as local")
    .where("group_id", "=", group)
    .where("held_on", "=", heldOn)
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
}

export { meetingCommands, type PartName, type Ports } from "./store/commands.ts";
export { entryOfMeeting, settleNeighbours } from "./store/meeting.ts";
export {
  attendanceForm,
  carryParts,
  contributionForm,
  decisionForm,
  itemForm,
  type JournalledPart,
  journalledParts,
  paperForm,
  settlePart,
} from "./store/part.ts";
export { findMinutes } from "./store/minutes.ts";
export type { Minutes } from "./store/whole.ts";
