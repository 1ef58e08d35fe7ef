import type { Belonging } from "@remit/actions";
import type { Placed, World } from "@remit/actions/graphql";
import type { Db } from "@remit/database";
import { type Context, readsNames } from "@remit/graphql";
import {
  type Access,
  type AgentRef,
  foldSlug,
  hasRole,
  type Id,
  type Ref,
  sees,
} from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { scheduleOf, toldIn } from "./schedule.ts";

interface Found {
  readonly label: string;
  readonly access: Access;
  readonly group: Id | null;
  /** Said of actions alone. */
  readonly draft?: boolean;
}

/** Where the things are at which an action may point, each with its name and who may see it. */
const places: Readonly<Record<string, RawBuilder<Found>>> = {
  Action: sql`select id, reference as label, access, group_id as "group", draft from actions.action`,
  Commitment: sql`select id, code as label, access, null::uuid as "group" from commitments.commitment`,
  Document: sql`select id, title as label, access, null::uuid as "group" from documents.document`,
  Group: sql`select id, name as label, access, id as "group" from groups.group`,
  Item: sql`select id, coalesce(heading, 'Item ' || place) as label, access, group_id as "group" from meetings.item`,
  Meeting: sql`select id, title as label, access, group_id as "group" from meetings.meeting`,
  Organisation: sql`select id, name as label, 'public' as access, null::uuid as "group" from groups.organisation`,
  Person: sql`select id, name as label,
    case public_profile when 'named' then 'public' else 'officials' end as access,
    null::uuid as "group" from groups.person`,
};

const isFor = (
  { caller }: Context,
  { access, group, draft = false }: Pick<Found, "access" | "group" | "draft">,
): boolean =>
  sees(caller, access, group ?? "") &&
  (!draft || caller.administrator || hasRole(caller, group ?? "", "secretariat", "chair"));

const placedAt = (type: string, id: Id, { label, access, group, draft }: Found): Placed => ({
  ref: { type, id, label },
  access,
  group,
  draft: draft ?? false,
});

/** What actions are told of groups, meetings, documents and commitments. */
export const actionWorld: World = {
  zoneOf: async (db, group) => {
    const of = db.selectFrom("groups.group").select("zone").where("id", "=", group);
    return (await of.executeTakeFirstOrThrow()).zone;
  },
  refOf: async (db, { type, id }, context) => {
    const place = places[type];
    if (place === undefined) return null;
    const { rows } = await sql<Found>`select * from (${place}) place where id = ${id}`.execute(db);
    const [found] = rows;
    return found !== undefined && isFor(context, found) ? placedAt(type, id, found) : null;
  },
  hidden: async (db, refs, context) => {
    const asked = Object.entries(places).flatMap(([type, place]) => {
      const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id);
      return ids.length === 0
        ? []
        : [
            sql`select ${sql.lit(type)} as type, place.id, access, "group",
              coalesce(to_jsonb(place) -> 'draft' = 'true', false) as draft
              from (${place}) place where id = any(${ids})`,
          ];
    });
    if (asked.length === 0) return [];
    const { rows } = await sql<
      Found & Pick<Ref, "type" | "id">
    >`${sql.join(asked, sql` union all `)}`.execute(db);
    return rows.filter((row) => !isFor(context, row));
  },
  groupOf: async (db, slug, context) => {
    const { rows } = await sql<Found & { id: Id; public: string }>`
      select id, name as label, coalesce(for_public ->> 'name', name) as public, access, id as "group"
      from groups.group where slug = ${foldSlug(slug)}`.execute(db);
    const [found] = rows;
    if (found === undefined || !isFor(context, found)) return null;
    // The label is shown and not recorded, so it is what the caller may read.
    const { id, label } = found;
    return groupRef({ id, label: readsNames(context.viewer, id) ? label : found.public });
  },
  meetingOf: async (db, meeting, context) => {
    const { rows } = await sql<Found & { id: Id; on: string; name: string; code: string }>`
      select m.id, m.title as label, m.access, m.group_id as "group", m.held_on as "on", g.name, g.code
      from meetings.meeting m join groups.group g on g.id = m.group_id where m.id = ${meeting}`.execute(
      db,
    );
    const [found] = rows;
    if (found === undefined || !isFor(context, found)) return null;
    return {
      meeting: { type: "Meeting", id: found.id, label: found.label },
      on: found.on,
      group: groupRef({ id: found.group ?? "", label: found.name }),
      code: found.code,
      access: found.access,
    };
  },
  nextMeeting: async (db, group, after, access) => {
    const told = toldIn(access, await scheduleOf(db, group));
    const next = told.find(({ on }) => on !== null && on > after);
    return { meeting: next?.meeting ?? "next", on: next?.on ?? null };
  },
  linked: async (tx, { action, rel, target, reason }, { newId }) => {
    if (rel !== "contributes-to" || target.type !== "Commitment") return;
    await sql`insert into gateway.action_commitment (id, action_id, commitment_id, basis, reason)
      values (${newId()}, ${action}, ${target.id}, 'edited', ${reason})
      on conflict (action_id, commitment_id) do nothing`.execute(tx);
  },
  itemOf: async (db, item, meeting, context) => {
    const { rows } = await sql<Found>`select coalesce(heading, 'Item ' || place) as label, access,
      group_id as "group" from meetings.item where id = ${item} and meeting_id = ${meeting}`.execute(
      db,
    );
    const [found] = rows;
    return found !== undefined && isFor(context, found) ? placedAt("Item", item, found) : null;
  },
  belongings: (db, { group, asOf }) => belongingsOf(db, group, asOf),
};

const groupRef = ({ id, label }: { id: Id; label: string }): Ref => ({ type: "Group", id, label });

/** INV-A5: members and secretariat as memberships have them, which begin on the day of which a source shows them where no other is said; attendees and officials as the meeting of the day has them. */
async function belongingsOf(db: Db, group: Id, on: string): Promise<Belonging[]> {
  const { rows } = await sql<Omit<Belonging, "agent" | "group"> & { id: Id; label: string }>`
    select p.id, p.name as label,
      case when s.role = 'secretariat' then 'secretariat' else 'members' end as selector,
      coalesce(s.from_date, s.as_of::text) as "from", s.to_date as "to"
    from groups.membership s join groups.person p on p.id = s.person_id
    where s.group_id = ${group} and s.role in ('chair', 'co-chair', 'member', 'secretariat')
    union all
    select p.id, p.name, kind.selector, ${on}, ${on}
    from meetings.meeting m join meetings.attendance a on a.meeting_id = m.id
      join groups.person p on p.id = a.person_id
      cross join lateral (select 'attendees' as selector where a.status = 'present'
        union all select 'officials' where a.capacity = 'official'
        union all select 'secretariat' where a.capacity = 'secretariat') kind
    where m.group_id = ${group} and m.held_on = ${on}::date
    order by 2, 1`.execute(db);
  return rows.map(({ id, label, ...belonging }) => {
    const agent: AgentRef = { kind: "person", id, label };
    return { ...belonging, agent, group };
  });
}
