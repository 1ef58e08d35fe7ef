import { isDeepStrictEqual } from "node:util";
import {
  type Db,
  type ForPublicColumn,
  insertAll,
  type Json,
  type SourceColumns,
  sourceColumns,
  type Tx,
} from "@remit/database";
import { type AgentRef, type Id, Refusal, type Selector } from "@remit/kernel";
import { type ColumnType, type Generated, sql } from "kysely";
import type { Action } from "../action.ts";
import { type Due, dueDay } from "../due.ts";
import type { OwnerRole, PartStatus } from "../owner.ts";
import { keptActions } from "../upcast.ts";

declare module "@remit/database" {
  interface Database {
    "actions.action": ActionTable;
    "actions.owner": OwnerTable;
    "actions.owner_said": OwnerView;
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

interface OwnerTable extends ForPublicColumn {
  id: string;
  action_id: string;
  place: number;
  kind: AgentRef["kind"];
  agent_id: string | null;
  label: string;
  collective_of: string | null;
  selector: Selector | null;
  as_of: string | null;
  role: Generated<OwnerRole>;
  part: Generated<PartStatus>;
}

/** An owner with what the record of the action has of them. */
interface OwnerView extends OwnerTable {
  said: unknown;
  said_for_public: unknown;
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

export const notFound = (): Refusal => new Refusal("NOT_FOUND", "There is no such action.");

function one([action]: readonly Action[]): Action {
  if (action === undefined) throw notFound();
  return action;
}

/** Several, in the order of their ids. Those that are not there are left out. */
export const findActions = async (db: Db, ids: readonly Id[]): Promise<Action[]> =>
  parsed(await byIds(db, ids).execute());

/** The same, locked: in that order two callers never wait for each other. */
export const lockActions = async (tx: Tx, ids: readonly Id[]): Promise<Action[]> =>
  parsed(await byIds(tx, ids).forUpdate().execute());

const byIds = (db: Db, ids: readonly Id[]) =>
  db
    .selectFrom("actions.action")
    .select("record")
    .where("id", "=", sql<Id>`any(${ids})`)
    .orderBy("id");

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
  for (const action of actions) await update(tx, action);
  await writeOwners(tx, actions, newId);
}

/** Saves what verbs made of actions, of which it is known how they were: owners who are the same stay as they are written. */
export async function saveChanges(
  tx: Tx,
  changes: readonly { readonly before: Action; readonly after: Action }[],
  newId: () => string,
): Promise<void> {
  for (const { after } of changes) await update(tx, after);
  const others = changes.filter(
    ({ before, after }) =>
      !isDeepStrictEqual(before.owners.map(written), after.owners.map(written)),
  );
  if (others.length === 0) return;
  await writeOwners(
    tx,
    others.map(({ after }) => after),
    newId,
  );
}

const update = (tx: Tx, action: Action) =>
  tx.updateTable("actions.action").set(actionRow(action)).where("id", "=", action.id).execute();

/** What is written of an owner in a row of their own. */
const written = ({ agent, role, status }: Action["owners"][number]) => ({
  role,
  part: status,
  ...agentColumns(agent),
});

async function writeOwners(tx: Tx, actions: readonly Action[], newId: () => string): Promise<void> {
  const ids = actions.map(({ id }) => id);
  await sql`delete from actions.owner where action_id = any(${ids})`.execute(tx);
  await insertOwners(tx, actions, newId);
}

async function insertOwners(
  tx: Tx,
  actions: readonly Action[],
  newId: () => string,
): Promise<void> {
  const owners = actions.flatMap(({ id, owners }) =>
    owners.map((owner, index) => ({
      id: newId(),
      action_id: id,
      place: index + 1,
      ...written(owner),
    })),
  );
  await insertAll(tx, "actions.owner", owners);
}

const actionRow = (action: Action) => ({
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
  version: action.version,
  record: JSON.stringify(keptActions.kept(action)),
  ...sourceColumns(action.source),
});

/** The words of the source, or else the date as it was given, which may be a month or a year. */
function dueText(due: Due): string | null {
  if (due.kind === "not-stated") return null;
  return due.text ?? (due.kind === "date" ? due.on : null);
}

const agentColumns = (agent: AgentRef) => ({
  kind: agent.kind,
  agent_id: "id" in agent ? agent.id : null,
  label: agent.label,
  collective_of: agent.kind === "collective" ? agent.group : null,
  selector: agent.kind === "collective" ? agent.selector : null,
  as_of: agent.kind === "collective" ? agent.asOf : null,
});
