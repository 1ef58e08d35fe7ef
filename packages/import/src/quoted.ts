import { type Action, complete, doneAsRecorded, report } from "@remit/actions";
import { lockActions } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import type { Reading } from "@remit/documents";
import { type AgentRef, type Id, sameAgent, standsIn } from "@remit/kernel";
import type { Meeting } from "@remit/meetings";
import { sql } from "kysely";
import type { Changed, Quoted } from "./known.ts";
import type { Finding } from "./report.ts";
import { completionOf, referenceIn } from "./written.ts";

type Written = Reading["actions"][number];

/** Finds what a document quotes of other meetings than its own, and locks it. */
export async function quotedActions(
  tx: Tx,
  { actions }: Reading,
  group: Id,
  heldOn: string,
): Promise<Quoted> {
  const references = actions.flatMap((written) => referenceIn(written) ?? []);
  if (references.length === 0) return new Map();
  const { rows } = await sql<{ reference: string; id: Id }>`
    select r.reference, r.action_id as id from actions.reference r
    join actions.action a on a.id = r.action_id
    where r.group_id = ${group} and r.reference = any(${references})
      and not (a.group_id = ${group} and a.raised_on = ${heldOn})`.execute(tx);
  const locked = await lockActions(
    tx,
    rows.map(({ id }) => id),
  );
  const byId = new Map(locked.map((action) => [action.id, action]));
  return new Map(
    rows.flatMap(({ reference: quoted, id }) => {
      const action = byId.get(id);
      return action === undefined ? [] : [[quoted, action]];
    }),
  );
}

/** What a meeting's minutes say of actions of earlier meetings. */
export function quotedBy(
  actions: readonly Written[],
  quoted: Quoted,
  meeting: Meeting,
  newId: () => string,
): { changed: Changed[]; findings: Finding[] } {
  const said = Map.groupBy(actions, (written) => quoted.get(referenceIn(written) ?? ""));
  const told = [...said].flatMap(([action, all]) => {
    if (action === undefined) return [];
    const status = [...new Set(all.flatMap((written) => written.status ?? []))].join("; ");
    return status === "" ? [] : [{ before: action, ...toldOf(action, status, meeting, newId) }];
  });
  return {
    changed: told.flatMap(({ before, after }) => (after === before ? [] : [{ before, after }])),
    findings: told.flatMap(({ finding }) => finding ?? []),
  };
}

interface Told {
  readonly after: Action;
  readonly finding?: Finding;
}

/** A status of minutes is the group's report, or that the action is done. */
function toldOf(action: Action, status: string, meeting: Meeting, newId: () => string): Told {
  const { heldOn: on, access } = meeting;
  const untold = (why: string): Finding => ({
    code: "STATUS_NOT_TAKEN",
    message: `The minutes say "${status}" of ${action.reference}, ${why}.`,
  });
  if (action.raisedAt.on > on)
    return { after: action, finding: untold("which was raised later: nothing was changed") };
  if (action.group.id !== meeting.group.id)
    return { after: action, finding: untold("which another group has: nothing was changed") };
  const completion = completionOf(status, on);
  if (completion !== null) {
    if (action.status === "done" || action.status === "closed") return { after: action };
    // Whoever sees the action is not told what they may not know of the meeting.
    if (complete.barrier(action) === null && standsIn(access, action.access))
      return { after: doneAsRecorded(action, completion) };
  }
  const by: AgentRef = { kind: "group", id: meeting.group.id, label: meeting.group.label };
  const own = action.updates.find((update) => update.on === on && sameAgent(update.by, by));
  if (own?.text === status) return { after: action };
  if (own !== undefined) {
    const updates = action.updates.map((each) => (each === own ? { ...own, text: status } : each));
    return { after: { ...action, updates, version: action.version + 1 } };
  }
  if (report.barrier(action) !== null)
    return { after: action, finding: untold(`which is ${action.status}: nothing was changed`) };
  const after = report(action, { newId, by, on, text: status, access });
  return completion === null
    ? { after }
    : { after, finding: untold(`which is ${action.status}: it was taken as a report`) };
}
