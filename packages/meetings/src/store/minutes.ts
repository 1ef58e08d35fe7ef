import type { AssertionColumns, Database, Db, SourceColumns } from "@remit/database";
import type { Assertion, Id } from "@remit/kernel";
import { type Selectable, sql } from "kysely";
import type { Minutes } from "../store.ts";
import { meetingOf, sourceOf, startOf } from "./row.ts";

/** A meeting with everything that is recorded of it, each list in its order. */
export async function findMinutes(db: Db, meeting: Id): Promise<Minutes> {
  const placed = <Table extends Placed>(table: Table) => listPlaced(db, table, meeting);
  const row = await db
    .selectFrom("meetings.meeting")
    .selectAll()
    .where("id", "=", meeting)
    .executeTakeFirstOrThrow();
  const roles = await db
    .selectFrom("meetings.meeting_role")
    .selectAll()
    .where("meeting_id", "=", meeting)
    .orderBy("id")
    .execute();
  const next = await db
    .selectFrom("meetings.next_meeting")
    .selectAll()
    .where("meeting_id", "=", meeting)
    .executeTakeFirst();
  const speakers = await db
    .selectFrom("meetings.speaker as s")
    .innerJoin("meetings.contribution as c", "c.id", "s.contribution_id")
    .selectAll("s")
    .where("c.meeting_id", "=", meeting)
    .orderBy("s.contribution_id")
    .orderBy("s.place")
    .execute();
  return {
    meeting: meetingOf(row),
    roles: roles.map((it) => ({
      id: it.id,
      meeting,
      role: it.role,
      name: it.name,
      person: it.person_id,
      assertion: assertionOf(it),
    })),
    next: next === undefined ? null : nextOf(next),
    sections: (await placed("meetings.attendance_section")).map((it) => ({
      ...part(it),
      heading: it.heading,
    })),
    attendance: (await placed("meetings.attendance")).map(attendanceOf),
    notes: (await placed("meetings.attendance_note")).map((it) => ({
      ...part(it),
      kind: it.kind,
      text: it.text,
    })),
    items: (await placed("meetings.item")).map((it) => ({
      ...part(it),
      level: it.level,
      number: it.number,
      heading: it.heading,
      outcome: it.outcome,
      access: it.access,
    })),
    contributions: (await placed("meetings.contribution")).map((it) => ({
      ...part(it),
      item: it.item_id,
      kind: it.kind,
      lead: it.lead,
      text: it.text,
      reporting: it.reporting,
      access: it.access,
    })),
    speakers: speakers.map((it) => ({
      id: it.id,
      contribution: it.contribution_id,
      place: it.place,
      mention: it.mention,
      name: it.name,
      person: it.person_id,
      assertion: assertionOf(it),
    })),
    papers: (await placed("meetings.paper")).map((it) => ({
      ...part(it),
      item: it.item_id,
      number: it.number,
      title: it.title,
      access: it.access,
    })),
    decisions: (await placed("meetings.decision")).map((it) => ({
      ...part(it),
      item: it.item_id,
      kind: it.kind,
      text: it.text,
      wording: it.wording,
      access: it.access,
    })),
  };
}

type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** The tables of what has a place in a meeting. */
type Placed = Extract<
  keyof Database,
  `meetings.${"attendance" | "attendance_note" | "attendance_section" | "contribution" | "decision" | "item" | "paper"}`
>;

async function listPlaced<Table extends Placed>(
  db: Db,
  table: Table,
  meeting: Id,
): Promise<Row<Table>[]> {
  const { rows } = await sql<Row<Table>>`select * from ${sql.table(table)}
    where meeting_id = ${meeting} order by place, id`.execute(db);
  return rows;
}

const nextOf = (it: Row<"meetings.next_meeting">): Minutes["next"] => ({
  id: it.id,
  meeting: it.meeting_id,
  text: it.text,
  on: it.next_on,
  starts: startOf(it),
  location: it.location,
  source: sourceOf(it),
});

const attendanceOf = (it: Row<"meetings.attendance">): Minutes["attendance"][number] => ({
  ...part(it),
  section: it.section_id,
  person: it.person_id,
  name: it.name,
  position: it.position,
  organisation: it.organisation_id,
  deputisingFor: it.deputising_for,
  principal: it.principal_id,
  status: it.status,
  statusBasis: it.status_basis,
  capacity: it.capacity,
  note: it.note,
  assertion: assertionOf(it),
});

const part = (it: Pick<Row<Placed>, "id" | "meeting_id" | "place"> & SourceColumns) => ({
  id: it.id,
  meeting: it.meeting_id,
  place: it.place,
  source: sourceOf(it),
});

const assertionOf = ({ basis, confidence }: AssertionColumns): Assertion =>
  basis === "inferred" ? { basis, confidence: confidence ?? 0.5 } : { basis };
