import type { Database, Db, SourceColumns } from "@remit/database";
import type { Id } from "@remit/kernel";
import { type Selectable, sql } from "kysely";
import {
  attendanceOf,
  contributionOf,
  decisionOf,
  itemOf,
  meetingOf,
  paperOf,
  roleOf,
  sourceOf,
  speakerOf,
  startOf,
} from "./row.ts";
import type { Minutes } from "./whole.ts";

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
    roles: roles.map(roleOf),
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
    agreed: (await placed("meetings.agreed_minutes")).map((it) => ({
      ...part(it),
      text: it.text,
      alsoActions: it.also_actions,
    })),
    items: (await placed("meetings.item")).map(itemOf),
    contributions: (await placed("meetings.contribution")).map(contributionOf),
    speakers: speakers.map(speakerOf),
    papers: (await placed("meetings.paper")).map(paperOf),
    decisions: (await placed("meetings.decision")).map(decisionOf),
  };
}

type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** The tables of what has a place in a meeting. */
type Placed = Extract<
  keyof Database,
  `meetings.${"agreed_minutes" | "attendance" | "attendance_note" | "attendance_section" | "contribution" | "decision" | "item" | "paper"}`
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

const part = (it: Pick<Row<Placed>, "id" | "meeting_id" | "place"> & SourceColumns) => ({
  id: it.id,
  meeting: it.meeting_id,
  place: it.place,
  source: sourceOf(it),
});
