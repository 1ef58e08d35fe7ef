import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";

/** Foreign keys by table and columns, with why nothing is looked up by them. */
const reasons: Readonly<Record<string, string>> = {
  "actions.action (group_id, zone)":
    "An index of the group leads to all rows that its zone could be in, and they all change with it.",
  "groups.membership (group_id, zone)": "The same of memberships.",
  "groups.organisation_place (group_id, zone)": "The same of places of organisations.",
  "groups.post (group_id, zone)": "The same of posts.",
};

onEachDatabase((open) => {
  test("every foreign key has an index led by its columns, or a reason", async () => {
    // Without one PostgreSQL reads the whole table for each row of the other that is deleted or changes its key.
    const { rows } = await sql<{ key: string }>`
      select c.conrelid::regclass || ' (' || (
        select string_agg(attname, ', ' order by place)
        from unnest(c.conkey) with ordinality k(number, place)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) || ')' as key
      from pg_constraint c
      where c.contype = 'f' and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indpred is null and i.indisvalid
          and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
      order by key`.execute(open().db);
    expect(rows.map(({ key }) => key)).toEqual(Object.keys(reasons));
  });
}, "gateway");
