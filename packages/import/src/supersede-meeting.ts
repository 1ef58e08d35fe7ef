import { listRaised, lockActions } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import { dependentsOf } from "@remit/links/store";
import {
  findMinutes,
  type JournalledPart,
  journalledParts,
  type Minutes,
} from "@remit/meetings/store";
import { sql } from "kysely";
import type { Raised } from "./actions.ts";
import { deferReferences, removeMeeting } from "./gone.ts";
import { keepGone } from "./keep-gone.ts";
import { keepParts } from "./keep-parts.ts";
import type { Known } from "./known.ts";
import type { MinutesPlan } from "./plan-minutes.ts";
import { type EarlierActions, keepActions } from "./supersede-actions.ts";

/** What is recorded of a meeting when another document comes to take the place of the first. */
export interface EarlierMeeting extends EarlierActions {
  readonly minutes: Minutes;
  /** What verbs have made or changed of its record. */
  readonly journalled: readonly JournalledPart[];
}

export async function earlierMeeting(tx: Tx, meeting: string): Promise<EarlierMeeting> {
  const raised = await listRaised(tx, meeting);
  const ids = raised.map(({ id }) => id);
  const locked = await lockActions(tx, ids);
  return {
    minutes: await findMinutes(tx, meeting),
    journalled: await journalledParts(tx, meeting),
    actions: locked.toSorted((one, other) => one.number - other.number),
    touched: await touchedOf(tx, meeting, ids),
  };
}

/** Actions that have an entry of anything but the documents of their meeting. */
async function touchedOf(
  tx: Tx,
  meeting: string,
  actions: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive own (id) as (
      select document_id from meetings.meeting where id = ${meeting}
      union select d.id from documents.document d join own on d.superseded_by = own.id)
    select distinct subject_id as id from database.journal
    where subject_type = 'Action' and subject_id = any(${actions}::uuid[])
      and not (verb = 'import' and version = 1)
      and request_id not in (select id::text from own where id is not null)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** What is known beside a meeting's own record. The people stay: who was seen there is who comes again. */
export function without<Beside extends Pick<Known, "references">>(
  known: Beside,
  { actions }: EarlierMeeting,
): Beside {
  const own = new Set(actions.map(({ reference }) => reference));
  const references = [...known.references].filter((reference) => !own.has(reference));
  return { ...known, references: new Set(references) };
}

/** A plan beside what is there; `idOf` gives the ids that the record has for those of the plan. */
export interface Inherited {
  readonly plan: MinutesPlan;
  readonly idOf: (planned: string) => string;
}

/** New minutes as what is there with corrections: whatever stays in them is what it was, with its id. */
export async function inherit(
  tx: Tx,
  plan: MinutesPlan,
  earlier: EarlierMeeting,
): Promise<Inherited> {
  const { meeting } = plan.minutes;
  const kept = keepParts(plan.minutes, earlier.minutes);
  const planned = plan.raised.map((each) => inItem(each, kept.idOf));
  const actions = keepActions(planned, earlier, plan.group.id, meeting.heldOn);
  const changing = actions.changed.map(({ after }) => after);
  const gone = Object.values(kept.gone).flatMap((parts) => parts.map(({ id }) => id));
  const of = { group: plan.group.id, meeting: meeting.id };
  const staying = keepGone(kept.minutes, kept.gone, await dependentsOf(tx, gone, of, changing));
  const inherited = {
    ...plan,
    minutes: staying.minutes,
    raised: actions.raised,
    changed: [...plan.changed, ...actions.changed],
    findings: [...plan.findings, ...actions.findings, ...staying.findings],
  };
  return { plan: inherited, idOf: (planned) => actions.idOf(kept.idOf(planned)) };
}

function inItem(raised: Raised, idOf: (planned: string) => string): Raised {
  const { raisedAt } = raised.action;
  const item = raisedAt.item && { ...raisedAt.item, id: idOf(raisedAt.item.id) };
  return { ...raised, action: { ...raised.action, raisedAt: { ...raisedAt, item } } };
}

/** Takes the meeting out of the record, but for its actions, so that it can be written anew under its ids. */
export async function clear(tx: Tx, { minutes }: EarlierMeeting): Promise<void> {
  await deferReferences(tx);
  await removeMeeting(tx, minutes.meeting.id);
}
