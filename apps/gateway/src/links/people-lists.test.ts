import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { anybody, type Caller } from "@remit/graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { gateway } from "../gateway.ts";
import { importPavements, type Pavements } from "../testing/pavements.ts";
import { answerTo, pagesOf } from "@remit/gateway/testing";

const schema = gateway.schema();
const official: Caller = { ...anybody, official: true };
const lists = ["persons", "organisations"] as const;

onEachDatabase((open) => {
  test.each(lists)("of a record with nobody in it, %s are none", async (list) => {
    const { data, errors } = await answerTo(
      schema,
      open().db,
      `{ ${list} { totalCount nodes { name } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data[list]).toEqual({ totalCount: 0, nodes: [] });
  });
}, "gateway");

onEachDatabase((open) => {
  let db: Db;
  let pavements: Pavements;
  beforeAll(async () => {
    ({ db } = open());
    pavements = await importPavements(db);
    await sql`update groups.person set public_profile = 'role-only' where name = 'Robin Vale'`.execute(
      db,
    );
    await sql`insert into groups.organisation (id, slug, name) values
      ('01990000-0000-7000-8000-00000000b000', 'robin-vale-trust', 'Robin Vale'),
      ('01990000-0000-7000-8000-00000000b001', 'alder-trust', 'Alder Trust')`.execute(db);
  });

  const keeper = (): Caller => ({
    ...anybody,
    roles: [{ group: pavements.group.id, role: "secretariat" }],
  });
  const surnames = (caller: Caller) =>
    pagesOf(schema, db, { list: "persons", field: "familyName", first: 3, caller });

  test("persons come by surname, page by page, to whoever may be told of everybody", async () => {
    const pages = await surnames(official);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toHaveLength(3);
    const all = pages.flat();
    expect(all).toContain("Vale");
    expect(all).toEqual(all.toSorted((one, other) => one.localeCompare(other)));
  });

  test("whoever is shown by role alone is in the list of those alone who are told of them", async () => {
    const everybody = (await surnames(official)).flat();
    expect((await surnames(keeper())).flat()).toEqual(everybody);
    expect((await surnames(anybody)).flat()).toEqual(everybody.filter((name) => name !== "Vale"));
    const { data } = await answerTo(schema, db, `{ persons { totalCount } }`);
    expect(data.persons.totalCount).toBe(everybody.filter((name) => name !== "Vale").length);
  });

  test("organisations come by the name that the viewer reads, page by page", async () => {
    for (const [caller, robin] of [
      [anybody, "[name withheld]"],
      [official, "Robin Vale"],
    ] as const) {
      const pages = await pagesOf(schema, db, {
        list: "organisations",
        field: "name",
        first: 2,
        caller,
      });
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.flat()).toContain(robin);
      const { rows } = await sql<{
        name: string;
      }>`select name from unnest(${pages.flat()}::text[]) name
        order by name`.execute(db);
      expect(pages.flat()).toEqual(rows.map(({ name }) => name));
    }
  });

  test.each([
    ["robin-vale-trust", anybody, null],
    ["ROBIN-vale-trust", official, { name: "Robin Vale" }],
    ["no-such-body", official, null],
  ] as const)(
    "an organisation is found by the slug that a viewer reads: %s",
    async (slug, caller, found) => {
      const source = `query ($slug: String!) { organisation(by: { slug: $slug }) { name } }`;
      const { data, errors } = await answerTo(schema, db, source, { caller, slug });
      expect(errors).toBeUndefined();
      expect(data.organisation).toEqual(found);
    },
  );

  test.each(lists)("a cursor of %s is refused in another list", async (list) => {
    const { data } = await answerTo(schema, db, `{ ${list}(first: 1) { pageInfo { endCursor } } }`);
    const after = data[list].pageInfo.endCursor;
    const source = `query ($after: String) { missions(after: $after) { totalCount nodes { id } } }`;
    const { errors } = await answerTo(schema, db, source, { after });
    expect(errors?.[0]?.extensions["code"]).toBe("BAD_CURSOR");
  });

  test.each([
    ["groups.person", "lower(COALESCE(family_name, name)), name, id"],
    ["groups.organisation", "COALESCE((for_public ->> 'name'::text), name), id"],
    ["groups.organisation", "(name, id)"],
  ])("the order of %s has an index: %s", async (table, columns) => {
    const { rows } = await sql<{ indexdef: string }>`select indexdef from pg_indexes
      where schemaname || '.' || tablename = ${table}`.execute(db);
    expect(rows.map(({ indexdef }) => indexdef).join("\n")).toContain(columns);
  });
}, "gateway");
