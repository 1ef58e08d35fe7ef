import {
  type ForPublicColumn,
  insertAll,
  type SourceColumns,
  sourceColumns,
  type Tx,
} from "@remit/database";
import type { AgentRef, Selector } from "@remit/kernel";
import type { Generated } from "kysely";
import type { Action } from "./action.ts";
import { type Due, dueDay } from "./due.ts";

declare module "@remit/database" {
  interface Database {
    "actions.action": ActionTable;
    "actions.owner": OwnerTable;
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
  version: Generated<number>;
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
}

/**
 * Writes actions as they are raised, with their owners; `newId` names the owners' rows. What happens to an action
 * afterwards has no table yet.
 */
export async function insertActions(
  tx: Tx,
  actions: readonly Action[],
  newId: () => string,
): Promise<void> {
  await insertAll(tx, "actions.action", actions.map(actionRow));
  const owners = actions.flatMap(({ id, owners }) =>
    owners.map((owner, index) => ({
      id: newId(),
      action_id: id,
      place: index + 1,
      ...ownerColumns(owner.agent),
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
  ...sourceColumns(action.source),
});

/** The words of the source, or else the date as it was given, which may be a month or a year. */
function dueText(due: Due): string | null {
  if (due.kind === "not-stated") return null;
  return due.text ?? (due.kind === "date" ? due.on : null);
}

const ownerColumns = (owner: AgentRef) => ({
  kind: owner.kind,
  agent_id: "id" in owner ? owner.id : null,
  label: owner.label,
  collective_of: owner.kind === "collective" ? owner.group : null,
  selector: owner.kind === "collective" ? owner.selector : null,
  as_of: owner.kind === "collective" ? owner.asOf : null,
});
