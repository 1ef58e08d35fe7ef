import type { Db } from "@remit/database";
import { type Gateway, idOfName } from "@remit/graphql";
import { Id, Refusal } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";
import { gateway } from "./gateway.ts";

/** A row that speaks of a person, and where it is. */
interface Held {
  /** Schema, table and column. */
  readonly place: string;
  readonly id: string;
}

/** All that is held about one person, names that the public is not told included. */
export interface PersonExport {
  readonly person: string;
  /** The record of the person, and those that were merged into it. */
  readonly records: readonly object[];
  /** Whole rows that point at the person. */
  readonly rows: readonly (Held & { readonly row: object })[];
  /** Texts in which a name of the person stands. */
  readonly texts: readonly (Held & { readonly text: string })[];
  /** Entries of the journal that are of the person, speak of them or tell what they did. */
  readonly entries: readonly object[];
}

/** Gathers what is held about a person, by their id or slug. Refuses with `NOT_FOUND`. */
export const exportPerson = (
  db: Db,
  named: string,
  { places }: Pick<Gateway, "places"> = gateway,
): Promise<PersonExport> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const given = await idOfName(tx, places, ["Person"], named);
      const ids = await recordsOf(tx, given);
      const records = await rowsIn(tx, sql`groups.person line where line.id = any(${ids}::uuid[])`);
      const pattern = await patternOf(tx, ids);
      return {
        person: `Person:${ids[0]}`,
        records: records.map(({ row }) => row),
        rows: await pointing(tx, ids),
        texts: await naming(tx, pattern),
        entries: await entriesOf(tx, ids, pattern),
      };
    });

/** The record that remains first, and those that were merged into it. */
async function recordsOf(db: Db, given: string): Promise<string[]> {
  const [type, id] = given.split(":");
  const found =
    type === "Person" && Id.safeParse(id).success
      ? await sql<{ id: string; merged: string[] }>`select id, merged_ids as merged
        from groups.person where merged_into is null and (id = ${id} or merged_ids @> array[${id}::uuid])`.execute(
          db,
        )
      : { rows: [] };
  const [person] = found.rows;
  if (person !== undefined) return [person.id, ...person.merged];
  throw new Refusal(
    "NOT_FOUND",
    `There is no person ${given}. Give a slug such as ada-quill, or an id such as Person:0190….`,
  );
}

/** Rows without what is made of the rest, and without secrets. */
async function rowsIn(db: Db, where: RawBuilder<unknown>) {
  const { rows } = await sql<{ id: string; row: object }>`
    select line.id, to_jsonb(line) - '{for_public,found_by,known_to,hash}'::text[] as row
    from ${where} order by line.id`.execute(db);
  return rows;
}

async function pointing(db: Db, ids: readonly string[]): Promise<PersonExport["rows"]> {
  const { rows } = await sql<{ place: string; ids: string[] }>`
    select place, array_agg(distinct found.id) as ids from unnest(${ids}::uuid[]) person
      cross join lateral groups.references_in(person,
        '{groups,meetings,actions,commitments,documents,gateway}', '{}') found
    group by place order by place`.execute(db);
  const all = [];
  for (const { place, ids: within } of rows) {
    const table = sql.raw(place.replace(/\.[^.]*$/u, ""));
    const found = await rowsIn(db, sql`${table} line where line.id = any(${within}::uuid[])`);
    all.push(...found.map((each) => ({ place, ...each })));
  }
  return all;
}

/** What finds each full name that the person has or had. */
async function patternOf(db: Db, ids: readonly string[]): Promise<string> {
  const { rows } = await sql<{ pattern: string }>`select gateway.names_pattern(
    array_agg(distinct called)) as pattern from groups.person p
      cross join lateral unnest(array_prepend(p.name, p.other_names)) called
    where p.id = any(${ids}::uuid[])`.execute(db);
  return rows[0]?.pattern ?? "";
}

const holds = (text: RawBuilder<unknown>, pattern: string) =>
  sql`gateway.without_pattern(${text}, ${pattern}, 'gi') <> ${text}`;

/** Every text that may name somebody: those whose names are withheld from the public, and whole documents. */
async function naming(db: Db, pattern: string): Promise<PersonExport["texts"]> {
  const { rows: targets } = await sql<{ table: string; part: string }>`
    select n.nspname || '.' || quote_ident(c.relname) as "table",
      unnest(array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '')) as part
    from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where t.tgfoid = 'gateway.fill_for_public'::regproc
    union all select 'documents.document', 'text' order by 1, 2`.execute(db);
  const all = [];
  for (const { table, part } of targets) {
    const text = sql`${sql.ref(part)}::text`;
    const { rows } = await sql<{ id: string; text: string }>`select id, ${text} as text
      from ${sql.raw(table)} where ${holds(text, pattern)} order by id`.execute(db);
    all.push(...rows.map((row) => ({ place: `${table}.${part}`, ...row })));
  }
  return all;
}

async function entriesOf(db: Db, ids: readonly string[], pattern: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select subject_type || ':' || subject_id as subject, version, verb, at, recorded_at as "recordedAt",
      actor, before, after
    from database.journal where (subject_type = 'Person' and subject_id = any(${ids}::uuid[]))
      or actor ->> 'person' = any(${ids}::text[])
      or coalesce(before::text, '') || after::text like any (
        select '%' || id || '%' from unnest(${ids}::text[]) id)
      or ${holds(sql`(coalesce(before::text, '') || after::text)`, pattern)}
    order by at, subject_type, subject_id, version`.execute(db);
  return rows;
}
