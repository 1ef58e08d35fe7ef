import { Action, confirm } from "@remit/actions";
import { entryOf, lockActions, lockLineage, saveActions } from "@remit/actions/store";
import { actorOf, writeEntries } from "@remit/database";
import { termsOn } from "@remit/groups/store";
import type { Ports } from "@remit/meetings/store";
import { type Access, type AgentRef, type Day, type Id, instantOf } from "@remit/kernel";
import { sql } from "kysely";
import { followMeetings } from "./follow-meetings.ts";

/** What verbs of meetings ask of groups and actions. */
export const meetingPorts: Ports = {
  groupOf: async (tx, id) => {
    const group = await tx
      .selectFrom("groups.group")
      .select(["name", "slug", "replaced"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return {
      ref: { type: "Group", id, label: group.name },
      slug: group.slug,
      replacedOn: group.replaced?.on ?? null,
    };
  },
  hold: (tx, group) => lockLineage(tx, { groups: [group] }),
  moved: async ({ tx, group, told, zone, at, now, newId, caller, requestId }) => {
    const followed = await followMeetings(tx, group, { by: told.by, on: told.on });
    await saveActions(
      tx,
      followed.map(({ after }) => after),
      newId,
    );
    const by = { verb: "followMeeting", actor: actorOf(caller), requestId };
    const entries = followed.map(({ before, after, on }) => ({
      ...entryOf(before, after, on === told.on ? at : instantOf({ local: `${on}T00:00`, zone })),
      ...by,
    }));
    await writeEntries(tx, entries, now.toISOString());
  },
  opened: async ({ tx, told, at, now, newId, caller, requestId }, { minutes, access, verb }) => {
    const { rows } = await sql<{ id: Id }>`select id from actions.action
      where meeting_id = ${minutes.meeting.id} order by id`.execute(tx);
    const actions = await lockActions(
      tx,
      rows.map(({ id }) => id),
    );
    const changes = actions.flatMap((before) =>
      openedOf(before, { access, isOut: access === minutes.meetingAccess }, told),
    );
    await saveActions(
      tx,
      changes.map(({ after }) => after),
      newId,
    );
    const by = { verb, actor: actorOf(caller), requestId };
    const entries = changes.map(({ before, after }) => ({ ...entryOf(before, after, at), ...by }));
    await writeEntries(tx, entries, now.toISOString());
  },
  isMember: async (tx, { group, person, on }) => {
    const { rows } = await sql`select from groups.deciding_on(${group}, ${on}::date) m
      where m.person_id = ${person} limit 1`.execute(tx);
    return rows.length > 0;
  },
  cadenceOn: async (tx, group, day) => (await termsOn(tx, group, day))?.meetsEveryMonths ?? null,
  ownerless: async (tx, meeting) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from actions.action
      where meeting_id = ${meeting} and (status = 'draft' or not draft) and (record ->> 'ownerNotStated')::boolean is not true
        and not exists (select from actions.owner o where o.action_id = action.id)`.execute(tx);
    return rows[0]?.count ?? 0;
  },
};

/** An action that was raised at a meeting whose minutes are out: a draft is the group's, and whoever sees the minutes sees it. */
function openedOf(
  before: Action,
  { access, isOut }: { readonly access: Access; readonly isOut: boolean },
  { by, on }: { readonly by: AgentRef; readonly on: Day },
): { before: Action; after: Action }[] {
  const isOwned = before.owners.length > 0 || before.ownerNotStated;
  if (before.status === "draft" && isOwned)
    return [{ before, after: Action.parse({ ...confirm(before, { by, on }), access }) }];
  if (before.status === "draft" || !isOut || before.access === access) return [];
  if (before.access !== "group") return [];
  const version = before.version + 1;
  return [{ before, after: Action.parse({ ...before, version, access }) }];
}
