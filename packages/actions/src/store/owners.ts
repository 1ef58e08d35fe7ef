import { isDeepStrictEqual } from "node:util";
import { type ForPublicColumn, insertAll, type Tx } from "@remit/database";
import type { AgentRef, Selector } from "@remit/kernel";
import { type Generated, sql } from "kysely";
import type { Action } from "../action.ts";
import type { OwnerRole, PartStatus } from "../owner.ts";

declare module "@remit/database" {
  interface Database {
    "actions.owner": OwnerTable;
    "actions.owner_said": OwnerView;
  }
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

/** Writes the owners of actions that were raised; `newId` names their rows. */
export async function insertOwners(
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

/** Writes the owners of actions in the place of those that they had. */
export async function writeOwners(
  tx: Tx,
  actions: readonly Action[],
  newId: () => string,
): Promise<void> {
  const ids = actions.map(({ id }) => id);
  await sql`delete from actions.owner where action_id = any(${ids})`.execute(tx);
  await insertOwners(tx, actions, newId);
}

/** Writes the owners of actions, of which it is known how they were, as far as they are others than before. */
export async function changeOwners(
  tx: Tx,
  changes: readonly { readonly before: Action; readonly after: Action }[],
  newId: () => string,
): Promise<void> {
  const others = changes.filter(({ before, after }) => !isSame(before, after, written));
  if (others.length === 0) return;
  if (others.every(({ before, after }) => isSame(before, after, who)))
    return writeParts(tx, others);
  const actions = others.map(({ after }) => after);
  await writeOwners(tx, actions, newId);
}

const isSame = (before: Action, after: Action, of: (owner: Action["owners"][number]) => object) =>
  isDeepStrictEqual(before.owners.map(of), after.owners.map(of));

/** Writes what owners who are the same say about their parts. */
async function writeParts(
  tx: Tx,
  changes: readonly { readonly before: Action; readonly after: Action }[],
): Promise<void> {
  const parts = changes.flatMap(({ before, after }) =>
    after.owners.flatMap(({ status }, index) =>
      status === before.owners[index]?.status ? [] : [{ id: after.id, place: index + 1, status }],
    ),
  );
  await sql`update actions.owner o set part = said.part
    from unnest(${parts.map(({ id }) => id)}::uuid[], ${parts.map(({ place }) => place)}::int[],
      ${parts.map(({ status }) => status)}::text[]) said (action_id, place, part)
    where o.action_id = said.action_id and o.place = said.place`.execute(tx);
}

/** What is written of an owner in a row of their own. */
const written = (owner: Action["owners"][number]) => ({ ...who(owner), part: owner.status });

const who = ({ agent, role }: Action["owners"][number]) => ({ role, ...agentColumns(agent) });

const agentColumns = (agent: AgentRef) => ({
  kind: agent.kind,
  agent_id: "id" in agent ? agent.id : null,
  label: agent.label,
  collective_of: agent.kind === "collective" ? agent.group : null,
  selector: agent.kind === "collective" ? agent.selector : null,
  as_of: agent.kind === "collective" ? agent.asOf : null,
});
