import {
  type Asked,
  type Db,
  type Entry,
  type Keeping,
  lockNames,
  lockRows,
  recordedSince,
  saveAll,
  type Tx,
} from "@remit/database";
import { type Day, type Id, sees } from "@remit/kernel";
import { sql } from "kysely";
import type { Meeting } from "../meeting.ts";
import { beginsOn } from "../part.ts";
import * as rows from "../rows.ts";
import { type Beside, type MeetingFacts, meetingNoun } from "../verb.ts";
import { meetingOf } from "./row.ts";
import { type Around, readyFacts } from "./readiness.ts";

/** What verbs of meetings ask of whatever other packages keep. */
export interface MeetingPorts extends Around {
  /** A group, and what the addresses of its meetings begin with. */
  readonly groupOf: (tx: Tx, group: Id) => Promise<Omit<MeetingFacts["home"], "zone">>;
  /** Holds back whoever else changes what waits for meetings of a group. */
  readonly hold: (tx: Tx, group: Id) => Promise<void>;
  /** Lets what waits for a meeting of the group know that one has moved. */
  readonly moved: (asked: Asked<Meeting>) => Promise<void>;
  /** The months from one meeting of a group to the next, by its terms of reference of a day; null where they do not say. */
  readonly cadenceOn: (tx: Tx, group: Id, day: Day) => Promise<number | null>;
}

async function find(db: Db, ids: readonly Id[]): Promise<Meeting[]> {
  const found = await db
    .selectFrom("meetings.meeting")
    .selectAll()
    .where("id", "=", sql<Id>`any(${ids})`)
    .orderBy("id")
    .execute();
  return found.map(meetingOf);
}

/** How meetings are kept, for `perform` of `@remit/database`. */
export const meetingKeeping = (ports: MeetingPorts): Keeping<Meeting, MeetingFacts> => ({
  noun: meetingNoun,
  standing: ({ group, access }) => ({ group: group.id, access, since: null }),
  begins: async (tx, meeting, zone) =>
    beginsOn(meeting, await recordedSince(tx, { type: "Meeting", id: meeting.id }, zone)),
  sees: (caller, { access, group }) => sees(caller, access, group.id),
  find,
  // What waits for meetings is locked before them, as imports do it.
  lock: async (tx, found) => {
    for (const { group } of found) await ports.hold(tx, group.id);
    // Whoever adds to the record of a meeting waits for it, too.
    await lockNames(
      tx,
      "remit meeting records",
      found.map(({ id }) => id),
    );
    return lockRows(tx, "meetings.meeting", found, find);
  },
  save: async (tx, { outcome: { subject, changed, made } }) => {
    const all = [subject, ...changed.map(({ after }) => after), ...made];
    await saveAll(tx, "meetings.meeting", all.map(rows.meeting));
    await settleNeighbours(tx, subject.group.id);
  },
  kept: (meeting) => meeting,
  facts: {
    home: async ({ tx, group, zone }) => ({ ...(await ports.groupOf(tx, group)), zone }),
    others: async ({ tx, group, thing, caller }) => {
      if (thing === null) await ports.hold(tx, group);
      await lockNames(tx, "remit meetings", [group]);
      const found = await besides(tx, group, thing?.id ?? null);
      return found.map(({ access, title, ...each }): Beside => {
        return { ...each, title: sees(caller, access, group) ? title : null };
      });
    },
    cadence: async ({ tx, group, thing }) =>
      thing === null ? null : ports.cadenceOn(tx, group, thing.heldOn),
    items: async (asked) => (await readyFacts(asked, ports)).items,
    present: async (asked) => (await readyFacts(asked, ports)).present,
    unfinished: async (asked) => (await readyFacts(asked, ports)).unfinished,
  },
  done: async (verb, asked, { subject, made }) => {
    const { thing, tx } = asked;
    if (verb === "issueAgenda")
      for (const table of ["item", "paper"])
        await sql`update ${sql.table(`meetings.${table}`)} set draft = false
          where meeting_id = ${subject.id} and draft`.execute(tx);
    const isMoved = thing?.heldOn !== subject.heldOn || thing.status !== subject.status;
    if (isMoved || made.length > 0) await ports.moved(asked);
  },
});

async function besides(tx: Tx, group: Id, own: Id | null) {
  const of = tx
    .selectFrom("meetings.meeting")
    .select(["id", "slug", "title", "status", "access"])
    .select(["held_on as heldOn", "starts_local as local", "ordinal"])
    .where("group_id", "=", group)
    .orderBy("held_on")
    .orderBy("id");
  return (own === null ? of : of.where("id", "<>", own)).execute();
}

/**
 * INV-M28: says of each announcement of a group which meeting it came to be: one that is, or was to be, on the announced
 * day, or else the first after the one whose minutes announce it. What was announced stays; the latest stands until it
 * is a meeting. Says of minutes that a meeting agreed whose they are, too: those of the one held before it.
 */
export async function settleNeighbours(tx: Tx, group: Id): Promise<void> {
  await sql`update meetings.next_meeting n set became_id = found.id, latest = found.latest from (
      select notice.id as notice, became.id,
          became.id is null and announced.status in ('held', 'closed') and 1 = row_number() over (
            order by announced.status in ('held', 'closed') desc, announced.held_on desc, announced.id desc) as latest
        from meetings.next_meeting notice
        join meetings.meeting announced on announced.id = notice.meeting_id
        left join lateral (
          select m.id from meetings.meeting m where m.group_id = announced.group_id
            and m.held_on > announced.held_on and m.status <> 'tentative'
          order by not (m.held_on::text like notice.next_on || '%' or exists (
              select from jsonb_array_elements(m.course -> 'postponements') was
              where was ->> 'heldOn' like notice.next_on || '%')),
            m.held_on, m.id limit 1) became on true
        where notice.group_id = ${group}) found
    where n.id = found.notice and (n.became_id, n.latest) is distinct from (found.id, found.latest)`.execute(
    tx,
  );
  await sql`update meetings.agreed_minutes a set of_id = found.id from (
      select agreed.id as agreed, earlier.id from meetings.agreed_minutes agreed
        join meetings.meeting own on own.id = agreed.meeting_id
        left join lateral (
          select m.id from meetings.meeting m where m.group_id = own.group_id
            and (m.held_on < own.held_on or (m.held_on = own.held_on and m.starts_at < own.starts_at))
            and m.status in ('held', 'closed')
          order by m.held_on desc, m.starts_at desc nulls last, m.id desc limit 1) earlier on true
        where agreed.group_id = ${group}) found
    where a.id = found.agreed and a.of_id is distinct from found.id`.execute(tx);
}

/** What the journal keeps of a meeting that begins, changes or is taken out; who did it, and by which request, is for the caller to add. */
export function entryOfMeeting(
  before: Meeting | null,
  after: Meeting | null,
  at: string,
): Omit<Entry, "actor" | "requestId" | "verb"> {
  const meeting = after ?? before;
  if (meeting === null) throw new Error("An entry is of something.");
  const { id, version, access, group } = meeting;
  return {
    subject: { type: "Meeting", id },
    version: after === null ? version + 1 : version,
    at,
    before,
    after,
    access,
    group: group.id,
  };
}
