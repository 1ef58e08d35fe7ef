import {
  type Asked,
  commandsOf,
  type Db,
  type ForPublicColumn,
  type Json,
  keptIn,
  lockNames,
  saveAll,
  type Tx,
} from "@remit/database";
import { type Id, isFor, Refusal } from "@remit/kernel";
import { sql } from "kysely";
import { type AnsweredFact, Fact, isAnswered } from "../fact.ts";
import { factNoun } from "../verb.ts";
import { factVerbs } from "../verbs.ts";

declare module "@remit/database" {
  interface Database {
    "documents.fact": FactTable;
  }
}

interface FactTable extends ForPublicColumn {
  id: string;
  document_id: string;
  group_id: string;
  meeting_id: string;
  access: Fact["access"];
  kind: Fact["kind"];
  status: Fact["status"];
  subject_type: string;
  subject_id: string;
  place: number;
  version: number;
  record: Json<Fact>;
}

/** What answers to facts ask of other packages. */
export interface Ports {
  /** Lets the record say what somebody answered: `before` is the fact as it was until then. */
  readonly answered: (asked: Asked<Fact>, fact: AnsweredFact, before: Fact) => Promise<void>;
}

const columns = (fact: Fact) => ({
  document_id: fact.document,
  meeting_id: fact.meeting,
  kind: fact.kind,
  status: fact.status,
  subject_type: fact.subject.type,
  subject_id: fact.subject.id,
  place: fact.place,
});

const kept = keptIn<Fact>("documents.fact", {
  noun: factNoun,
  standing: ({ group, access }) => ({ group, access, since: null }),
  columns,
});

/** The answers to facts, as they are given on a database. */
export const factCommands = ({ answered }: Ports) =>
  commandsOf({
    makers: [],
    verbs: Object.values(factVerbs),
    keeping: {
      ...kept,
      sees: (caller, fact) =>
        kept.sees(caller, fact) && (caller.official || isFor(caller, { ...fact, draft: true })),
      // The record of the meeting before its rows, as an import does that takes its document's place.
      lock: async (tx: Tx, found: readonly Fact[]) => {
        await lockNames(
          tx,
          "remit meeting records",
          found.map(({ meeting }) => meeting),
        );
        const facts = await kept.lock(tx, found, { needs: [], others: [] });
        for (const { document } of facts) await assertStanding(tx, document);
        return facts;
      },
      done: async (_verb, asked, { subject }) => {
        if (isAnswered(subject) && asked.thing !== null)
          await answered(asked, subject, asked.thing);
      },
    },
  });

/** Refuses with `FACT_SUPERSEDED` an answer to what a document says that says nothing any more. */
async function assertStanding(tx: Tx, document: Id): Promise<void> {
  const found = await tx
    .selectFrom("documents.document")
    .select(["superseded_by as supersededBy", "undone_at as undoneAt"])
    .where("id", "=", document)
    .executeTakeFirst();
  if (found?.supersededBy === null && found.undoneAt === null) return;
  const message =
    "Another document has taken the place of the one that says this, or its import was undone: answer to what the new one says.";
  throw new Refusal("FACT_SUPERSEDED", message);
}

/** A fact as the journal keeps it. */
export const keptFact = kept.kept;

/** Writes facts, those that are there already over what was. */
export const saveFacts = (tx: Tx, facts: readonly Fact[]): Promise<void> =>
  saveAll(
    tx,
    "documents.fact",
    facts.map((fact) => ({
      id: fact.id,
      version: fact.version,
      group_id: fact.group,
      access: fact.access,
      record: JSON.stringify(fact),
      ...columns(fact),
    })),
  );

/** The facts of a document that somebody has answered to, in its order. */
export async function listAnswered(db: Db, document: Id): Promise<AnsweredFact[]> {
  const { rows } = await sql<{ record: unknown }>`select record from documents.fact
    where document_id = ${document} and version > 0 order by place, id`.execute(db);
  return rows.map(({ record }) => Fact.parse(record)).filter(isAnswered);
}

/** Takes out the facts of a document that nobody has answered to. */
export async function removeUnanswered(tx: Tx, document: Id): Promise<void> {
  await sql`delete from documents.fact where document_id = ${document} and version = 0`.execute(tx);
}

/** How many facts of a document wait for an answer. */
export async function countWaiting(db: Db, document: Id): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from documents.fact
    where document_id = ${document} and status = 'waiting'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A fact that waits for an answer, with the document that says it. */
export interface WaitingFact {
  readonly fact: Fact;
  readonly document: { readonly title: string; readonly name: string; readonly text: string };
}

/** The facts that wait for an answer, document by document as these were imported; of one group, if that is given. */
export async function listWaiting(db: Db, group: Id | null = null): Promise<WaitingFact[]> {
  const { rows } = await sql<WaitingFact["document"] & { record: unknown }>`
    select f.record, d.title, d.name, d.text from documents.fact f
      join documents.document d on d.id = f.document_id
    where f.status = 'waiting' and d.superseded_by is null and d.undone_at is null
      and (${group}::uuid is null or f.group_id = ${group})
    order by d.imported_at, d.id, f.place`.execute(db);
  return rows.map(({ record, ...document }) => ({ fact: Fact.parse(record), document }));
}
