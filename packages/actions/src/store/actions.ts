import {
  type Db,
  type ForPublicColumn,
  insertAll,
  type Json,
  type SourceColumns,
  sourceColumns,
  type Tx,
} from "@remit/database";
import { type Id, Refusal, type Zone } from "@remit/kernel";
import { type ColumnType, type Generated, type RawBuilder, sql } from "kysely";
import type { Action } from "../action.ts";
import { type Due, dueDay } from "../due.ts";
import { keptActions } from "../upcast.ts";
import { changeOwners, insertOwners, writeOwners } from "./owners.ts";

declare module "@remit/database" {
  interface Database {
    "actions.action": ActionTable;
    "actions.reference": ReferenceTable;
    "actions.dependency": EdgeView;
    "actions.succession": EdgeView;
    "actions.warning": WarningView;
  }
}

interface ActionTable extends SourceColumns, ForPublicColumn {
  id: string;
  group_id: string;
  group_label: string;
  reference: string;
  number: number;
  text: string;
  wording: Action["wording"];
  due_kind: Due["kind"];
  due_on: string | null;
  due_text: string | null;
  status: Action["status"];
  meeting_id: string;
  meeting_label: string;
  item_id: string | null;
  item_label: string | null;
  raised_on: string;
  access: Action["access"];
  /** That it is for whoever keeps the record alone; the database finds it in status and record. */
  draft: ColumnType<boolean, never, never>;
  version: Generated<number>;
  /** That of its group. Whoever knows the groups fills it. */
  zone: Generated<string>;
  /** The action itself; the other columns are what lists are found and sorted by. */
  record: Json<Action>;
}

/** What an action of a group is or was quoted by; written by the database whenever an action is. */
interface ReferenceTable {
  group_id: string;
  reference: string;
  action_id: string;
}

/** That one action waits for another, or gave way to it. */
interface EdgeView {
  from_id: string;
  to_id: string;
}

/** INV-A12: that an action was started or completed although it waits for another. */
interface WarningView {
  id: string;
  action_id: string;
  reference: string;
  other_id: string;
  other_reference: string;
  other_status: Action["status"];
}

/** Writes actions as they are raised, with their owners; `newId` names the owners' rows. */
export async function insertActions(
  tx: Tx,
  actions: readonly Action[],
  newId: () => string,
): Promise<void> {
  await insertAll(tx, "actions.action", actions.map(actionRow));
  await insertOwners(tx, actions, newId);
}

/** An action that nobody else changes before the transaction ends. Refuses with `NOT_FOUND`. */
export const lockAction = async (tx: Tx, id: Id): Promise<Action> =>
  one(await lockActions(tx, [id]));

/** To whoever names an action that is not there, or not for them. */
export const notFound = (): Refusal => new Refusal("NOT_FOUND", "There is no such action.");

function one([action]: readonly Action[]): Action {
  if (action === undefined) throw notFound();
  return action;
}

/** Several, in the order of their ids. Those that are not there are left out. */
export const findActions = (db: Db, ids: readonly Id[]): Promise<Action[]> => byIds(db, ids, sql``);

/** The same, locked: in that order two callers never wait for each other. */
export const lockActions = (tx: Tx, ids: readonly Id[]): Promise<Action[]> =>
  byIds(tx, ids, sql`for update`);

const byIds = async (db: Db, ids: readonly Id[], lock: RawBuilder<unknown>): Promise<Action[]> => {
  const { rows } = await sql<{
    record: unknown;
    zone: Zone;
  }>`select record, zone from actions.action
    where id = any(${ids}) order by id ${lock}`.execute(db);
  return rows.map(({ record, zone }) => {
    const action = keptActions.read(record);
    zones.set(action, zone);
    return action;
  });
};

/** What the row of an action says beside its record. */
const zones = new WeakMap<Action, Zone>();

/** The time zone of an action's group, as its row had it when it was found. */
export const foundZone = (action: Action): Zone | undefined => zones.get(action);

const parsed = (rows: readonly { readonly record: unknown }[]): Action[] =>
  rows.map(({ record }) => keptActions.read(record));

/** Every action of a group, drafts included, in the order in which they were raised; `withheld`: as the public reads them. */
export async function listActions(db: Db, group: Id, withheld = false): Promise<Action[]> {
  const record = withheld
    ? sql<Action>`coalesce((for_public ->> 'record')::jsonb, record)`
    : sql<Action>`record`;
  const rows = await db
    .selectFrom("actions.action")
    .select(record.as("record"))
    .where("group_id", "=", group)
    .orderBy("raised_on")
    .orderBy("number")
    .orderBy("id")
    .execute();
  return parsed(rows);
}

/** Every action that was a group's at a moment, as it stood then. */
export async function listAsAt(db: Db, group: Id, at: string, withheld = false): Promise<Action[]> {
  const record = withheld ? sql`coalesce((for_public ->> 'record')::jsonb, record)` : sql`record`;
  const { rows } = await sql<{ record: object }>`select ${record} as record
    from actions.log_as_at(${group}, ${at}::timestamptz, ${withheld})
    order by id`.execute(db);
  return parsed(rows);
}

/** Actions that a meeting raised. */
export async function listRaised(db: Db, meeting: Id): Promise<Action[]> {
  const rows = await db
    .selectFrom("actions.action")
    .select("record")
    .where("meeting_id", "=", meeting)
    .orderBy("number")
    .execute();
  return parsed(rows);
}

/** Saves what verbs made of actions. */
export async function saveActions(
  tx: Tx,
  actions: readonly Action[],
  newId: () => string,
): Promise<void> {
  for (const action of actions) await update(tx, action.id, actionRow(action));
  await writeOwners(tx, actions, newId);
}

/** Saves what verbs made of actions, of which it is known how they were: what is the same stays as it is written. */
export async function saveChanges(
  tx: Tx,
  changes: readonly { readonly before: Action; readonly after: Action }[],
  newId: () => string,
): Promise<void> {
  for (const { before, after } of changes)
    await update(tx, after.id, { ...changed(before, after), ...recordOf(after) });
  await changeOwners(tx, changes, newId);
}

const update = (tx: Tx, id: Id, row: Partial<ReturnType<typeof actionRow>>) =>
  tx.updateTable("actions.action").set(row).where("id", "=", id).execute();

/** The columns by which an action is found, as far as they are others than before. */
function changed(before: Action, after: Action): Partial<ReturnType<typeof foundBy>> {
  const was = new Map(Object.entries(foundBy(before)));
  return Object.fromEntries(
    Object.entries(foundBy(after)).filter(([column, value]) => value !== was.get(column)),
  );
}

const actionRow = (action: Action) => ({ ...foundBy(action), ...recordOf(action) });

const recordOf = (action: Action) => ({
  version: action.version,
  record: JSON.stringify(keptActions.kept(action)),
});

const foundBy = (action: Action) => ({
  id: action.id,
  group_id: action.group.id,
  group_label: action.group.label,
  reference: action.reference,
  number: action.number,
  text: action.text,
  wording: action.wording,
  due_kind: action.due.kind,
  due_on: dueDay(action.due),
  due_text: dueText(action.due),
  status: action.status,
  meeting_id: action.raisedAt.meeting.id,
  meeting_label: action.raisedAt.meeting.label,
  item_id: action.raisedAt.item?.id ?? null,
  item_label: action.raisedAt.item?.label ?? null,
  raised_on: action.raisedAt.on,
  access: action.access,
  ...sourceColumns(action.source),
});

/** The words of the source, or else the date as it was given, which may be a month or a year. */
function dueText(due: Due): string | null {
  if (due.kind === "not-stated") return null;
  return due.text ?? (due.kind === "date" ? due.on : null);
}
