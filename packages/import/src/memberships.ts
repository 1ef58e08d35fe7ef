import type { Entry, Tx } from "@remit/database";
import { isListed, MembershipRecord } from "@remit/groups";
import {
  entryOfMembership,
  isChaired,
  isSettled,
  lockMemberships,
  saveMemberships,
  showUntil,
} from "@remit/groups/store";
import type { Access } from "@remit/kernel";
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
  readonly access: Access;
}

/** What became of a group's memberships: how many are new, and what the journal is to keep of all. */
interface Settled {
  readonly created: number;
  readonly entries: readonly Omit<Entry, "actor" | "requestId" | "verb">[];
}

/**
 * Makes a group's memberships what the lists of its minutes say, in whatever order the minutes came or went. A row is
 * the first day of which a source shows somebody in a role; no end is stated, so none is recorded. What somebody has
 * said or changed stays as it is, and so do the days that it speaks of.
 */
export async function settleMemberships(
  tx: Tx,
  group: string,
  { at, newId }: { readonly at: string; readonly newId: () => string },
): Promise<Settled> {
  const held = await lockMemberships(tx, group);
  const left = held
    .filter((each) => isListed(each) && ["chair", "member"].includes(each.role))
    .toSorted((one, other) => ((one.asOf ?? "") < (other.asOf ?? "") ? -1 : 1));
  const takeWhere = (same: (membership: MembershipRecord) => boolean) => {
    const index = left.findIndex(same);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const exact = (await rolesListed(tx, group)).map((row) => ({
    row,
    before: takeWhere(
      ({ person, role, asOf }) => person === row.person && role === row.role && asOf === row.asOf,
    ),
  }));
  // Earlier minutes that come late move a beginning: it is the same membership.
  const changes = exact
    .map(({ row, before }) => ({
      row,
      before: before ?? takeWhere(({ person, role }) => person === row.person && role === row.role),
    }))
    .filter(({ row, before }) => before === null || !says(before, row))
    .map(({ row, before }) => ({ before, after: shown(row, group, before, newId) }));
  const gone = await withoutBuilt(tx, group, left);
  await sql`delete from groups.membership where id = any(${gone.map(({ id }) => id)})`.execute(tx);
  await saveMemberships(
    tx,
    changes.map(({ after }) => after),
  );
  await showUntil(tx, group);
  return {
    created: changes.filter(({ before }) => before === null).length,
    entries: [...changes, ...gone.map((before) => ({ before, after: null }))].map(
      ({ before, after }) => entryOfMembership(before, after, at),
    ),
  };
}

/** Those on which nobody has built: no deputy is named in their place, and no merging of persons would give them back. */
async function withoutBuilt(
  tx: Tx,
  group: string,
  memberships: readonly MembershipRecord[],
): Promise<MembershipRecord[]> {
  const { rows } = await sql<{ id: string }>`select membership_id as id
    from groups.deputy_nomination where group_id = ${group}
    union select (listed ->> 'id')::uuid from groups.person p
      cross join lateral jsonb_array_elements(p.merged -> 'references') listed
      where p.merged_into is not null and listed ->> 'place' = 'groups.membership.person_id'`.execute(
    tx,
  );
  const built = new Set(rows.map(({ id }) => id));
  return memberships.filter(({ id }) => !built.has(id));
}

const says = ({ asOf, position, source }: MembershipRecord, row: Listed) =>
  asOf === row.asOf &&
  position === row.position &&
  source?.document === row.document &&
  (source?.span?.start ?? null) === row.start &&
  (source?.span?.end ?? null) === row.end;

/** A membership as a list shows it. */
function shown(
  { person, role, asOf, document, position, start, end, access }: Listed,
  group: string,
  before: MembershipRecord | null,
  newId: () => string,
): MembershipRecord {
  const span = start === null || end === null ? null : { start, end };
  return MembershipRecord.parse({
    id: before?.id ?? newId(),
    version: (before?.version ?? 0) + 1,
    group,
    person,
    role,
    position,
    from: null,
    to: null,
    asOf,
    endReason: null,
    assertion: { basis: "stated" },
    source: document === null ? null : { document, span },
    access,
  });
}

/**
 * What nobody may see who sees the group is no evidence: a membership is seen with its group. Two who chair together
 * chair until others do, so that a chair for one day does not stay it.
 */
async function rolesListed(tx: Tx, group: string): Promise<Listed[]> {
  const [of, person, day] = [
    sql<string>`m.group_id`,
    sql<string>`a.person_id`,
    sql<string>`m.held_on`,
  ];
  const { rows } = await sql<Listed>`
    with listed as (
      select a.person_id, case a.capacity when 'chair' then 'chair' else 'member' end as role,
        m.held_on, m.id as meeting_id, m.document_id, a.position, a.span_start, a.span_end, a.place, g.access
      from meetings.meeting m join meetings.attendance a on a.meeting_id = m.id
        join groups.group g on g.id = m.group_id
      where m.group_id = ${group} and m.status in ('held', 'closed') and m.access in ('public', g.access)
        and a.person_id is not null and a.basis = 'stated' and a.capacity in ('chair', 'member')
        and not ${isSettled(of, person, day)}
        and (a.capacity = 'member' or not ${isChaired(of, person, day)})
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
      span_start as start, span_end as "end", access
    from changed where changed order by held_on, meeting_id, place`.execute(tx);
  return rows;
}
