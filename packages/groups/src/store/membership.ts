import {
  assertionColumns,
  type Db,
  type Keeping,
  saveAll,
  sourceColumns,
  type Tx,
} from "@remit/database";
import { type Id, sees } from "@remit/kernel";
import { type Expression, type RawBuilder, sql, type SqlBool } from "kysely";
import { beginning, Membership, MembershipRecord } from "../membership.ts";
import { Seat } from "../seat.ts";
import { type MembershipFacts, membershipNoun } from "../verb.ts";
import { findSeat } from "./seat.ts";

const columns = sql`m.id, m.version, m.group_id as "group", m.person_id as person, m.post_id as post, m.seat_id as seat,
  m.nominees, m.term_ends as "termEnds", m.role, m.position,
  m.from_date as "from", m.to_date as "to", m.as_of as "asOf", m.end_reason as "endReason",
  case m.basis when 'inferred' then json_build_object('basis', m.basis, 'confidence', m.confidence)
    else json_build_object('basis', m.basis) end as assertion,
  case when m.document_id is not null then json_build_object('document', m.document_id, 'span',
    case when m.span_start is not null then json_build_object('start', m.span_start, 'end', m.span_end) end)
  end as source, g.access`;

async function membershipsWhere(db: Db, condition: RawBuilder<unknown>) {
  const { rows } = await sql<Record<string, unknown>>`select ${columns} from groups.membership m
    join groups.group g on g.id = m.group_id where ${condition} order by m.id`.execute(db);
  return rows.map((row) => MembershipRecord.parse({ ...row, ...told(row) }));
}

/** What a record leaves out where there is none. */
const told = ({ post, seat, nominees, termEnds }: Record<string, unknown>) => ({
  post: post ?? undefined,
  seat: seat ?? undefined,
  nominees: nominees ?? undefined,
  termEnds: termEnds ?? undefined,
});

/** Until the transaction ends nobody else changes who belongs to these groups. */
const lockMembers = async (tx: Tx, groups: RawBuilder<unknown>): Promise<void> => {
  await sql`select from groups.group where id in (${groups}) order by id for no key update`.execute(
    tx,
  );
};

/** Every membership of a group, which nobody else changes meanwhile. */
export async function lockMemberships(tx: Tx, group: Id): Promise<MembershipRecord[]> {
  await lockMembers(tx, sql`${group}`);
  return membershipsWhere(tx, sql`m.group_id = ${group}`);
}

/** A membership as the journal keeps it. */
export const keptMembership = (membership: MembershipRecord): object =>
  Membership.parse(membership);

/** How memberships are kept, for `perform` of `@remit/database`. */
export const membershipKeeping: Keeping<MembershipRecord, MembershipFacts> = {
  noun: membershipNoun,
  standing: ({ group, access, ...membership }) => ({ group, access, since: beginning(membership) }),
  sees: (caller, { access, group }) => sees(caller, access, group),
  find: (db, ids) => membershipsWhere(db, sql`m.id = any(${ids})`),
  lock: async (tx, found) => {
    await lockMembers(tx, sql`select unnest(${found.map(({ group }) => group)}::uuid[])`);
    return membershipsWhere(tx, sql`m.id = any(${found.map(({ id }) => id)})`);
  },
  save: async (tx, { outcome: { subject, changed, made } }) => {
    await saveMemberships(tx, [subject, ...changed.map(({ after }) => after), ...made]);
    await showUntil(tx, subject.group);
  },
  kept: keptMembership,
  facts: {
    held: ({ tx, group }) => lockMemberships(tx, group),
    access: async ({ access }) => access,
    seat: ({ tx, told: { seat } }) => findSeat(tx, Seat.pick({ id: true }).parse(seat).id),
  },
};

const listed = (row: string) =>
  sql.raw(`${row}.basis = 'stated' and ${row}.document_id is not null and ${row}.as_of is not null
    and ${row}.from_date is null and ${row}.to_date is null`);

/** Whether a membership is a person's at a day, or that of a post that they hold then. */
const isOf = (row: string, person: Expression<string>, day: Expression<string>) => sql`
  (${sql.ref(`${row}.person_id`)} = ${person} or exists (select from groups.post_holding h
    where h.post_id = ${sql.ref(`${row}.post_id`)} and h.person_id = ${person} and h.first_day <= ${day}
      and (h.last_day is null or h.last_day >= ${day})))`;

/**
 * Whether somebody settled who a person is to a group, at a day: lists of minutes say nothing more of it. Where what a
 * list had shown was ended, that holds for every later day, too.
 */
export const isSettled = (
  group: Expression<string>,
  person: Expression<string>,
  day: Expression<string>,
) => sql<SqlBool>`exists (select from groups.membership hand where hand.group_id = ${group}
    and ${isOf("hand", person, day)} and not (${listed("hand")}) and hand.first_day <= ${day}
    and (hand.as_of is not null or hand.last_day is null or hand.last_day >= ${day}))`;

/** Whether somebody settled that another is in the chair of a group at a day. */
export const isChaired = (
  group: Expression<string>,
  person: Expression<string>,
  day: Expression<string>,
) => sql<SqlBool>`exists (select from groups.membership hand where hand.group_id = ${group}
    and hand.role = 'chair' and not ${isOf("hand", person, day)} and not (${listed("hand")})
    and hand.first_day <= ${day}
    and (hand.last_day is null or hand.last_day >= ${day}))`;

/**
 * Says until when a group's lists of minutes show somebody in a role, which is until a later list, or somebody, says
 * otherwise; and when somebody else came into the chair after one.
 */
export async function showUntil(tx: Tx, group: Id): Promise<void> {
  await sql`update groups.membership kept set shown_until = found.shown, chair_until = found.chair from (
      select own.id,
        case when ${listed("own")} then least(
          (select min(later.as_of) from groups.membership later
            where later.group_id = own.group_id and later.person_id = own.person_id
              and ${listed("later")} and later.as_of > own.as_of),
          (select min(greatest(hand.first_day, own.as_of)) from groups.membership hand
            where hand.group_id = own.group_id and hand.person_id = own.person_id
              and not (${listed("hand")}) and (hand.first_day > own.as_of or hand.as_of is not null
                or hand.last_day is null or hand.last_day >= own.as_of))) end as shown,
        case when own.role = 'chair' then (select min(later.first_day) from groups.membership later
          where later.group_id = own.group_id and later.role = 'chair' and later.first_day > own.first_day)
        end as chair
      from groups.membership own where own.group_id = ${group}) found
    where kept.id = found.id
      and (kept.shown_until, kept.chair_until) is distinct from (found.shown, found.chair)`.execute(
    tx,
  );
}

/** Writes memberships, whether they are there or not. */
export const saveMemberships = (tx: Tx, memberships: readonly Membership[]): Promise<void> =>
  saveAll(tx, "groups.membership", memberships.map(rowOf));

const rowOf = ({ id, group, person, post, assertion, source, ...membership }: Membership) => ({
  id,
  group_id: group,
  person_id: person,
  post_id: post ?? null,
  seat_id: membership.seat ?? null,
  nominees: membership.nominees === undefined ? null : JSON.stringify(membership.nominees),
  term_ends: membership.termEnds ?? null,
  role: membership.role,
  position: membership.position,
  from_date: membership.from,
  to_date: membership.to,
  as_of: membership.asOf,
  end_reason: membership.endReason,
  version: membership.version,
  ...assertionColumns(assertion),
  ...sourceColumns(source),
});
