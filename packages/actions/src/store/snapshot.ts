import type { Asked, Db, ForPublicColumn, Json, Keeping, Tx } from "@remit/database";
import { insertAll, lockRows } from "@remit/database";
import { type Access, addDays, dayAt, type Id, instantOf, sees } from "@remit/kernel";
import { type Generated, sql } from "kysely";
import type { Action } from "../action.ts";
import { listActions, listAsAt } from "./actions.ts";
import type { ActionLogSnapshot } from "../snapshot.ts";
import { keptLogs } from "../upcast.ts";
import { type LogFacts, logNoun, TakenLog } from "../verbs/action-log.ts";
import { sha256 } from "./hash.ts";
import type { ActionPorts } from "./keeping.ts";

declare module "@remit/database" {
  interface Database {
    "actions.log_snapshot": SnapshotTable;
  }
}

interface SnapshotTable extends ForPublicColumn {
  id: string;
  group_id: string;
  meeting_id: string;
  taken_on: string;
  access: Access;
  version: Generated<number>;
  record: Json<ActionLogSnapshot>;
}

/** The logs that were taken for a meeting, the latest last. */
export async function listSnapshots(db: Db, meeting: Id): Promise<ActionLogSnapshot[]> {
  const rows = await db
    .selectFrom("actions.log_snapshot")
    .select("record")
    .where("meeting_id", "=", meeting)
    .orderBy("taken_on")
    .orderBy("id")
    .execute();
  return rows.map(({ record }) => keptLogs.read(record));
}

/** How action logs are kept, for `perform` of `@remit/database`. */
export const logKeeping = ({
  groupOf,
}: Pick<ActionPorts, "groupOf">): Keeping<TakenLog, LogFacts> => ({
  noun: logNoun,
  standing: ({ access, snapshot }) => ({
    group: snapshot.group.id,
    access,
    since: snapshot.takenOn,
  }),
  sees: (caller, { access, snapshot }) => sees(caller, access, snapshot.group.id),
  find,
  lock: (tx, found) => lockRows(tx, "actions.log_snapshot", found, find),
  save: (tx, { before, outcome: { subject } }) =>
    before === null ? insert(tx, subject) : update(tx, subject),
  kept: ({ snapshot }) => keptLogs.kept(snapshot),
  facts: {
    group: async ({ tx, group }) => (await groupOf(tx, group)).ref,
    actions: actionsOn,
    hash: async () => sha256,
  },
});

async function find(db: Db, ids: readonly Id[]): Promise<TakenLog[]> {
  const rows = await db
    .selectFrom("actions.log_snapshot")
    .select(["record", "access", "version"])
    .where("id", "=", sql<Id>`any(${ids})`)
    .orderBy("id")
    .execute();
  return rows.map(({ record, access, version }) => {
    const snapshot = keptLogs.read(record);
    const status = snapshot.agreed === null ? "taken" : "agreed";
    return TakenLog.parse({ id: snapshot.id, version, status, access, snapshot });
  });
}

const insert = (tx: Tx, { access, snapshot }: TakenLog): Promise<void> =>
  insertAll(tx, "actions.log_snapshot", [
    {
      id: snapshot.id,
      group_id: snapshot.group.id,
      meeting_id: snapshot.meeting.id,
      taken_on: snapshot.takenOn,
      access,
      record: JSON.stringify(keptLogs.kept(snapshot)),
    },
  ]);

/** Saves that it was agreed; what was taken is never written again. */
async function update(tx: Tx, { id, version, snapshot }: TakenLog): Promise<void> {
  await tx
    .updateTable("actions.log_snapshot")
    .set({ record: JSON.stringify(keptLogs.kept(snapshot)), version })
    .where("id", "=", id)
    .execute();
}

/** The actions of a group as they stand, or as they stood when the day ended that a caller names. */
function actionsOn({ tx, group, told: { on }, zone, now }: Asked<TakenLog>): Promise<Action[]> {
  if (on === dayAt(now.toISOString(), zone)) return listActions(tx, group);
  const next = Date.parse(instantOf({ local: `${addDays(on, 1)}T00:00`, zone }));
  return listAsAt(tx, group, new Date(next - 1).toISOString());
}
