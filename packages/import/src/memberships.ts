import { type Tx } from "@remit/database";
import { sql } from "kysely";

/** That minutes list somebody as a member or in the chair, where that is new: of them, or of the chair. */
interface Listed {
  readonly person: string;
  readonly role: "chair" | "member";
  readonly asOf: string;
  readonly document: string | null;
  readonly position: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly latest: boolean;
}

interface Kept extends Listed {
  readonly id: string;
}

/**
 * Makes a group's memberships what the lists of its minutes say, in whatever order the minutes came or went, and tells
 * how many are new. A row is the first day of which a source shows somebody in a role; no end is stated, so none is
 * recorded. What names its own dates, or comes from no document, stays as it is.
 */
export async function settleMemberships(
  tx: Tx,
  group: string,
  newId: () => string,
): Promise<number> {
  const { rows: kept } = await sql<Kept>`
    select id, person_id as person, role, as_of as "asOf", document_id as document, position,
      span_start as start, span_end as "end", latest
    from groups.membership where group_id = ${group} and role in ('chair', 'member')
      and basis = 'stated' and document_id is not null and as_of is not null
      and from_date is null and to_date is null order by as_of, id`.execute(tx);
  const left = [...kept];
  const takeWhere = (same: (row: Kept) => boolean) => {
    const index = left.findIndex(same);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const listed = await rolesListed(tx, group);
  const exact = listed.map((row) => ({ row, before: takeWhere((each) => isSame(each, row)) }));
  // Earlier minutes that come late move a beginning: it is the same membership.
  const rows = exact.map(({ row, before }) => ({
    row,
    before: before ?? takeWhere(({ person, role }) => person === row.person && role === row.role),
  }));
  const gone = left.map(({ id }) => id);
  await sql`delete from groups.membership where id = any(${gone})`.execute(tx);
  await save(
    tx,
    rows
      .filter(({ row, before }) => before === undefined || !isEqual(before, row))
      .map(({ row, before }) => rowOf(group, before?.id ?? newId(), row)),
  );
  return rows.filter(({ before }) => before === undefined).length;
}

const isSame = (one: Listed, other: Listed) =>
  one.person === other.person && one.role === other.role && one.asOf === other.asOf;

const isEqual = (kept: Kept, row: Listed) =>
  isSame(kept, row) &&
  kept.document === row.document &&
  kept.position === row.position &&
  kept.start === row.start &&
  kept.end === row.end &&
  kept.latest === row.latest;

/**
 * What nobody may see who sees the group is no evidence: a membership is seen with its group. Two who chair together
 * chair until others do, so that a chair for one day does not stay it.
 */
async function rolesListed(tx: Tx, group: string): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    with listed as (
      select a.person_id, case a.capacity when 'chair' then 'chair' else 'member' end as role,
        m.held_on, m.id as meeting_id, m.document_id, a.position, a.span_start, a.span_end, a.place
      from meetings.meeting m join meetings.attendance a on a.meeting_id = m.id
        join groups.group g on g.id = m.group_id
      where m.group_id = ${group} and m.status = 'held' and m.access in ('public', g.access)
        and a.person_id is not null and a.basis = 'stated' and a.capacity in ('chair', 'member')
    ), chaired as (
      select meeting_id, held_on, array_agg(person_id order by person_id) as chairs
      from listed where role = 'chair' group by meeting_id, held_on
    ), handed as (
      select meeting_id, chairs is distinct from lag(chairs) over (order by held_on, meeting_id) as over
      from chaired
    ), changed as (
      select l.*, l.role is distinct from lag(l.role) over (partition by l.person_id order by l.held_on, l.meeting_id)
        or (l.role = 'chair' and h.over) as changed
      from listed l left join handed h using (meeting_id)
    )
    select person_id as person, role, held_on as "asOf", document_id as document, position,
      span_start as start, span_end as "end",
      row_number() over (partition by person_id order by held_on desc, meeting_id desc) = 1 as latest
    from changed where changed order by held_on, meeting_id, place`.execute(tx);
  return rows;
}

const rowOf = (group: string, id: string, row: Listed) => ({
  id,
  group_id: group,
  person_id: row.person,
  role: row.role,
  basis: "stated" as const,
  as_of: row.asOf,
  position: row.position,
  document_id: row.document,
  span_start: row.start,
  span_end: row.end,
  latest: row.latest,
});

async function save(tx: Tx, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("groups.membership")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        as_of: eb.ref("excluded.as_of"),
        position: eb.ref("excluded.position"),
        document_id: eb.ref("excluded.document_id"),
        span_start: eb.ref("excluded.span_start"),
        span_end: eb.ref("excluded.span_end"),
        latest: eb.ref("excluded.latest"),
      })),
    )
    .execute();
}
