import type { ActionPorts } from "@remit/actions/store";
import { sql } from "kysely";
import { belongingsOf } from "./belongings.ts";
import { scheduleOf, toldIn } from "./schedule.ts";

/** What verbs of actions ask of groups, meetings and commitments. */
export const actionPorts: ActionPorts = {
  groupOf: async (tx, id) => {
    const group = await tx
      .selectFrom("groups.group")
      .select(["name", "code"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return { ref: { type: "Group", id, label: group.name }, code: group.code };
  },
  nextMeeting: async (db, group, after, access) => {
    const told = toldIn(access, await scheduleOf(db, group));
    const next = told.find(({ on }) => on !== null && on > after);
    return { meeting: next?.meeting ?? "next", on: next?.on ?? null };
  },
  linked: async (tx, { action, rel, target, reason }, newId) => {
    if (rel !== "contributes-to" || target.type !== "Commitment") return;
    await sql`insert into gateway.action_commitment (id, action_id, commitment_id, basis, reason)
      values (${newId()}, ${action}, ${target.id}, 'edited', ${reason})
      on conflict (action_id, commitment_id) do nothing`.execute(tx);
  },
  belongings: (db, { group, asOf }) => belongingsOf(db, group, asOf),
};
