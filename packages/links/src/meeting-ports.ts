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
    const { id: meeting } = minutes.meeting;
    const reviewed = JSON.stringify({ reviews: [{ meeting: { id: meeting } }] });
    const { rows } = await sql<{ id: Id }>`select id from actions.action
      where meeting_id = ${meeting} or (group_id = ${minutes.group} and record @> ${reviewed}::jsonb)
      order by id`.execute(tx);
    const actions = await lockActions(
      tx,
      rows.map(({ id }) => id),
    );
    const out = { meeting, access, isOut: access === minutes.meetingAccess };
    const changes = actions.flatMap((before) => {
      const [{ after } = { after: before }] =
        before.raisedAt.meeting.id === meeting ? openedOf(before, out, told) : [];
      const reviews = after.reviews.map((each) => reviewOut(each, out));
      if (reviews.every((each, index) => each === after.reviews[index]))
        return after === before ? [] : [{ before, after }];
      return [{ before, after: Action.parse({ ...after, reviews, version: before.version + 1 }) }];
    });
    await saveActions(
      tx,
      changes.map(({ after }) => after),
      newId,
    );
    const by = { verb, actor: actorOf(caller), requestId };
    const entries = changes.map(({ before, after }) => ({ ...entryOf(before, after, at), ...by }));
    await writeEntries(tx, entries, now.toISOString());
  },
  hasLog: async (tx, meeting) => {
    const found = await tx
      .selectFrom("actions.log_snapshot")
      .select("id")
      .where("meeting_id", "=", meeting)
      .limit(1)
      .execute();
    return found.length > 0;
  },
  raisedTexts: async (tx, meeting) => {
    const found = await tx
      .selectFrom("actions.action")
      .select("text")
      .where("meeting_id", "=", meeting)
      .execute();
    return found.map(({ text }) => text);
  },
  isMember: async (tx, { group, person, on }) => {
    const { rows } = await sql`select from groups.deciding_on(${group}, ${on}::date) m
      where m.person_id = ${person} limit 1`.execute(tx);
    return rows.length > 0;
  },
  cadenceOn: async (tx, group, day) => (await termsOn(tx, group, day))?.meetsEveryMonths ?? null,
  ownerless: (meeting) => sql`gateway.ownerless_actions(${meeting})`,
  zoneOf: (group) => sql`gateway.zone_of(${group})`,
};

type Review = Action["reviews"][number];

interface Out {
  readonly meeting: Id;
  readonly access: Access;
  /** Whether whoever sees the meeting sees its minutes now. */
  readonly isOut: boolean;
}

/** What a meeting made of an action, which is seen by whoever sees the minutes that say so. */
function reviewOut(review: Review, { meeting, access, isOut }: Out): Review {
  const isTold = review.draft === true || (isOut && review.access === "group");
  if (review.meeting.id !== meeting || !isTold) return review;
  const { draft: _, ...told } = review;
  return { ...told, access };
}

/** An action that was raised at a meeting whose minutes are out: a draft is the group's, and whoever sees the minutes sees it. */
function openedOf(
  before: Action,
  { access, isOut }: Pick<Out, "access" | "isOut">,
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
