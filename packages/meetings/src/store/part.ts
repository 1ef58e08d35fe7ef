import {
  type Database,
  type Db,
  type Entry,
  type Keeping,
  lockNames,
  lockRows,
  saveAll,
  type Tx,
} from "@remit/database";
import type { AnyMaker, AnyVerb, Id, Noun } from "@remit/kernel";
import { type RawBuilder, type Selectable, sql } from "kysely";
import type {
  AttendanceRecord,
  ContributionRecord,
  DecisionRecord,
  ItemRecord,
  MeetingRoleRecord,
  PaperRecord,
  Part,
  PartFacts,
} from "../part.ts";
import { seesPart } from "../part.ts";
import {
  attendanceNoun,
  contributionNoun,
  decisionNoun,
  itemNoun,
  paperNoun,
  roleNoun,
} from "../part-verb.ts";
import * as rows from "../rows.ts";
import {
  attendanceOf,
  contributionOf,
  decisionOf,
  itemOf,
  paperOf,
  roleOf,
  speakerOf,
} from "./row.ts";
import { type PartPorts, partFacts } from "./sitting.ts";

type Table =
  `meetings.${"attendance" | "contribution" | "decision" | "item" | "meeting_role" | "paper"}`;

/** How a part is kept: its table, and a row from and to what it is. */
interface Form<Thing extends Part, Of extends Table> {
  readonly noun: Noun<Thing>;
  readonly table: Of;
  readonly of: (db: Db, found: Selectable<Database[Of]>[]) => Promise<Thing[]>;
  readonly row: (thing: Thing) => { readonly id: Id } & Readonly<Record<string, unknown>>;
  readonly saved?: (tx: Tx, thing: Thing) => Promise<void>;
}

const own = (it: {
  readonly version: number;
  readonly group_id: Id;
  readonly access: Part["access"];
  readonly draft: boolean;
}) => ({ version: it.version, group: it.group_id, access: it.access, draft: it.draft });
const ownColumns = ({ version, draft, access, group }: Part) => ({
  version,
  draft,
  access,
  group_id: group,
});

/** The table of attendances and its rows, for `settlePart`. */
export const attendanceForm: Form<AttendanceRecord, "meetings.attendance"> = {
  noun: attendanceNoun,
  table: "meetings.attendance",
  of: async (_, found) => found.map((it) => ({ ...attendanceOf(it), ...own(it) })),
  row: (it) => ({ ...rows.attendance(it), ...ownColumns(it) }),
};

export const roleForm: Form<MeetingRoleRecord, "meetings.meeting_role"> = {
  noun: roleNoun,
  table: "meetings.meeting_role",
  of: async (_, found) => found.map((it) => ({ ...roleOf(it), ...own(it) })),
  row: (it) => ({ ...rows.role(it), ...ownColumns(it) }),
};

/** The table of items and its rows, for `settlePart`. */
export const itemForm: Form<ItemRecord, "meetings.item"> = {
  noun: itemNoun,
  table: "meetings.item",
  of: async (_, found) =>
    found.map((it) => ({ ...itemOf(it), ...own(it), outcomeDraft: it.outcome_draft })),
  row: (it) => ({
    ...rows.item(it, it.group),
    ...ownColumns(it),
    outcome_draft: it.outcomeDraft,
  }),
};

/** The table of papers and its rows, for `settlePart`. */
export const paperForm: Form<PaperRecord, "meetings.paper"> = {
  noun: paperNoun,
  table: "meetings.paper",
  of: async (_, found) => found.map((it) => ({ ...paperOf(it), ...own(it) })),
  row: (it) => ({ ...rows.paper(it, it.group), ...ownColumns(it) }),
};

/** The table of contributions, with whoever made them and its rows, for `settlePart`. */
export const contributionForm: Form<ContributionRecord, "meetings.contribution"> = {
  noun: contributionNoun,
  table: "meetings.contribution",
  of: async (db, found) => {
    const speakers = await db
      .selectFrom("meetings.speaker")
      .selectAll()
      .where("contribution_id", "=", sql<Id>`any(${found.map(({ id }) => id)})`)
      .orderBy("place")
      .execute();
    return found.map((it) => ({
      ...contributionOf(it),
      ...own(it),
      heldOn: it.held_on,
      speakers: speakers.filter((each) => each.contribution_id === it.id).map(speakerOf),
    }));
  },
  row: (it) => ({
    ...rows.contribution(it, { group: { id: it.group }, heldOn: it.heldOn }),
    ...ownColumns(it),
  }),
  saved: (tx, { speakers }) => saveAll(tx, "meetings.speaker", speakers.map(rows.speaker)),
};

/** The table of decisions and its rows, for `settlePart`. */
export const decisionForm: Form<DecisionRecord, "meetings.decision"> = {
  noun: decisionNoun,
  table: "meetings.decision",
  of: async (_, found) => found.map((it) => ({ ...decisionOf(it), ...own(it) })),
  row: (it) => ({ ...rows.decision(it, it.group), ...ownColumns(it) }),
};

/** A part as the journal keeps it: that it is a draft stands in it only where it is one, so that its entry is its keepers'. */
export function keptPart(thing: Part): object {
  const { draft, ...rest } = thing;
  const isDraft = draft || ("outcomeDraft" in thing && thing.outcomeDraft === true);
  return isDraft ? { ...rest, draft: true } : rest;
}

/** How parts of a form are kept, for `perform` of `@remit/database`. */
function keepingOf<Thing extends Part, Of extends Table>(
  { noun, table, of, row, saved }: Form<Thing, Of>,
  ports: PartPorts,
): Keeping<Thing, PartFacts> {
  const find = async (db: Db, ids: readonly Id[]) => {
    const found = await sql<Selectable<Database[Of]>>`select * from ${sql.table(table)}
      where id = any(${ids}) order by id`.execute(db);
    return of(db, found.rows);
  };
  return {
    noun,
    standing: ({ group, access }) => ({ group, access, since: null }),
    sees: seesPart,
    find,
    // The record of the meeting before its rows, as circulating it does.
    lock: async (tx, found) => {
      await lockNames(
        tx,
        "remit meeting records",
        found.map(({ meeting }) => meeting),
      );
      return lockRows(tx, table, found, find);
    },
    save: async (tx, { outcome: { subject } }) => {
      await saveAll(tx, table, [row(subject)]);
      await saved?.(tx, subject);
    },
    kept: keptPart,
    facts: partFacts(table, ports),
  };
}

/** A part that the journal keeps, with its type. */
export interface JournalledPart {
  readonly type: string;
  readonly part: Part;
}

const storeOf = <Thing extends Part, Of extends Table>({ noun, table, of }: Form<Thing, Of>) => ({
  type: noun.name,
  table,
  read: async (db: Db, where: RawBuilder<unknown>): Promise<Part[]> => {
    const found = await sql<Selectable<Database[Of]>>`select * from ${sql.table(table)}
      where ${where} order by id`.execute(db);
    return of(db, found.rows);
  },
});

const stores = () => [
  storeOf(attendanceForm),
  storeOf(roleForm),
  storeOf(itemForm),
  storeOf(paperForm),
  storeOf(contributionForm),
  storeOf(decisionForm),
];

/** The parts of a meeting's record that verbs have made or changed. */
export async function journalledParts(db: Db, meeting: Id): Promise<JournalledPart[]> {
  const parts: JournalledPart[] = [];
  for (const { type, read } of stores()) {
    const found = await read(db, sql`meeting_id = ${meeting} and version > 0`);
    parts.push(...found.map((part) => ({ type, part })));
  }
  return parts;
}

/** Carries parts that the journal keeps over what a document has written anew: each is at its next version, or is taken out. Gives what the journal is to say of it. */
export async function carryParts(
  tx: Tx,
  before: readonly JournalledPart[],
  at: string,
): Promise<Omit<Entry, "actor" | "requestId" | "verb">[]> {
  const entries: Omit<Entry, "actor" | "requestId" | "verb">[] = [];
  for (const { type, table, read } of stores())
    for (const { part } of before.filter((each) => each.type === type)) {
      const { id, access, group } = part;
      const version = part.version + 1;
      await sql`update ${sql.table(table)} set version = ${version} where id = ${id}`.execute(tx);
      // What the document does not say is what it was: a draft that was made by hand is its keepers' still.
      await sql`update ${sql.table(table)} set draft = ${part.draft}, access = ${access}
        where id = ${id} and document_id is null`.execute(tx);
      if ("outcomeDraft" in part)
        await sql`update meetings.item set outcome_draft = ${part.outcomeDraft}
          where id = ${id} and document_id is null`.execute(tx);
      const [now] = await read(tx, sql`id = ${id}`);
      const after = now === undefined ? null : keptPart(now);
      const subject = { type, id };
      entries.push({ subject, version, at, before: keptPart(part), after, access, group });
    }
  return entries;
}

/** Whose words a part of the record is to say from now on, and when. */
interface Settling<Thing extends Part> {
  readonly id: Id;
  readonly at: string;
  /** What becomes of the part; null where it goes. */
  readonly step: (part: Thing) => Thing | null;
}

/** Lets a part of a meeting's record be what somebody has settled. Gives what the journal is to say of it; null where there is no such part, or nothing changes. */
export async function settlePart<Thing extends Part, Of extends Table>(
  tx: Tx,
  { noun, table, of, row, saved }: Form<Thing, Of>,
  { id, at, step }: Settling<Thing>,
): Promise<Omit<Entry, "actor" | "requestId" | "verb"> | null> {
  const found = await sql<Selectable<Database[Of]>>`select * from ${sql.table(table)}
    where id = ${id} for update`.execute(tx);
  const [before] = await of(tx, found.rows);
  if (before === undefined) return null;
  const settled = step(before);
  if (settled === before) return null;
  const version = before.version + 1;
  const after = settled && { ...settled, version };
  if (after === null) await remove(tx, table, id);
  else {
    await saveAll(tx, table, [row(after)]);
    await saved?.(tx, after);
  }
  return {
    subject: { type: noun.name, id },
    version,
    at,
    before: keptPart(before),
    after: after === null ? {} : keptPart(after),
    access: before.access,
    group: before.group,
  };
}

async function remove(tx: Tx, table: Table, id: Id): Promise<void> {
  await sql`delete from meetings.speaker where contribution_id = ${id}`.execute(tx);
  await sql`delete from ${sql.table(table)} where id = ${id}`.execute(tx);
}

interface Verbs<Thing extends Part> {
  readonly makers?: readonly AnyMaker<Thing>[];
  readonly verbs?: readonly AnyVerb<Thing>[];
}

/** The verbs of a form with how its parts are kept. */
export const partSet = <Thing extends Part, Of extends Table>(
  form: Form<Thing, Of>,
  { makers = [], verbs = [] }: Verbs<Thing>,
  ports: PartPorts,
) => ({ makers, verbs, keeping: keepingOf(form, ports) });
