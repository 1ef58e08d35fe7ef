import { Action, type ActionStatus } from "@remit/actions";
import { entryOf, insertActions } from "@remit/actions/store";
import { inStatus } from "@remit/actions/testing";
import { harboursideJson } from "@remit/commitments/testing";
import { type Db, writeEntries } from "@remit/database";
import type { Ref } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { april, march } from "@remit/import/testing";

/** What the pavements group of Harbourside has on record, with its neighbours and its mission. */
export interface Pavements {
  readonly group: Ref;
  readonly neighbours: Ref;
  /** The first meeting, which raised its actions, and the second. */
  readonly meetings: readonly [Ref, Ref];
  readonly item: Ref;
  readonly person: Ref;
  readonly organisation: Ref;
  readonly commitment: Ref;
  readonly document: Ref;
}

export async function importPavements(db: Db): Promise<Pavements> {
  const take = (name: string, text: string) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, {}, surroundings);
  await take("march.txt", march);
  await take("april.txt", april);
  await take("other.txt", march.replaceAll("Harbourside Pavements", "Hill Lamps"));
  await take("mission.json", JSON.stringify(harboursideJson));
  const first = async (type: string, found: RawBuilder<{ id: string; label: string }>) => {
    const { rows } = await found.execute(db);
    if (rows[0] === undefined) throw new Error(`No ${type} was imported.`);
    return { type, ...rows[0] };
  };
  const groupOf = (part: string) =>
    first("Group", sql`select id, name as label from groups.group where slug like ${`%${part}%`}`);
  const group = await groupOf("harbourside");
  const meetingOn = (day: string) =>
    first(
      "Meeting",
      sql`select id, title as label from meetings.meeting
        where group_id = ${group.id} and held_on = ${day}`,
    );
  const meetings = [await meetingOn("2026-03-10"), await meetingOn("2026-04-14")] as const;
  return {
    group,
    neighbours: await groupOf("hill"),
    meetings,
    item: await first(
      "Item",
      sql`select id, heading as label from meetings.item
        where meeting_id = ${meetings[0].id} and heading is not null order by place`,
    ),
    person: await first("Person", sql`select id, name as label from groups.person order by id`),
    organisation: await first(
      "Organisation",
      sql`select id, name as label from groups.organisation order by id`,
    ),
    commitment: await first(
      "Commitment",
      sql`select id, code as label from commitments.commitment order by id`,
    ),
    document: await first(
      "Document",
      sql`select id, title as label from documents.document order by id`,
    ),
  };
}

const named = (kind: string, { id, label }: Ref) => ({ agent: { kind, id, label } });

/** Writes actions of the first meeting, in a status, which every kind of agent owns. What was transferred comes from the neighbours. */
export async function insertOwned(
  db: Db,
  status: ActionStatus,
  count: number,
  { group, neighbours, meetings, person, organisation }: Pavements,
): Promise<string[]> {
  const [meeting] = meetings;
  const on = "2026-03-10";
  const base = inStatus[status];
  const actions = Array.from({ length: count }, () => {
    const id = surroundings.newId();
    return Action.parse({
      ...base,
      ...(base.status === "transferred" ? { closure: { ...base.closure, to: group } } : {}),
      id,
      version: 1,
      reference: `${id}-A1`,
      group: status === "transferred" ? neighbours : group,
      raisedAt: { meeting, item: null, on },
      completion: { kind: "any" },
      owners: [
        named("person", person),
        named("organisation", organisation),
        named("group", group),
        {
          agent: {
            kind: "collective",
            label: "Members",
            group: group.id,
            selector: "members",
            asOf: on,
          },
        },
        { agent: { kind: "unresolved", label: "Sam" } },
      ],
    });
  });
  const at = `${on}T00:00:00.000Z`;
  await db.transaction().execute(async (tx) => {
    await insertActions(tx, actions, surroundings.newId);
    await writeEntries(
      tx,
      actions.map((after) => ({
        ...entryOf(null, after, at),
        verb: "raiseAction",
        actor: { name: "secretariat", person: null },
        requestId: after.id,
      })),
      at,
    );
  });
  return actions.map(({ id }) => `Action:${id}`);
}
