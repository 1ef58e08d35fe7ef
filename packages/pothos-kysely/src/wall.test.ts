import { execute, parse } from "graphql";
import { type Expression, expressionBuilder, sql } from "kysely";
import { expect, test } from "vitest";
import { createBuilder } from "./testing/builder.ts";
import { viewers } from "./testing/data.ts";
import type { Database } from "./testing/database.ts";
import { dryDatabase } from "./testing/dry.ts";
import { createSchema, defineFestival } from "./testing/schema.ts";

const kysely = expressionBuilder<Database>();
const raw = (text: string) => sql<boolean>`${sql.raw(text)}`;

type Anything = Expression<any>; // oxlint-disable-line typescript/no-explicit-any -- of whatever type its place wants

/** Asks a schema in which a rule, a condition, an expression, an order or an embedded object is `given`. */
async function plan(place: string, given: Anything) {
  // oxlint-disable-line typescript/no-explicit-any -- of whatever type
  const builder = createBuilder();
  const { Film, Studio, Run } = defineFestival(builder);
  const Secret = builder.table("film.person", {
    name: "Secret",
    key: "id",
    visible: () => (place === "rule" ? given : true),
  });
  builder.objectFields(Secret, (t) => ({ name: t.exposeString("name") }));
  builder.queryFields((t) => ({
    rule: t.many(Secret, { order: ["name"] }),
    condition: t.many(Studio, { where: () => given, order: ["name"] }),
    order: t.page(Studio, { order: [{ by: () => given }] }),
    source: t.many(Film, { from: () => given, order: ["title"] }),
    embedded: t.embedded(Run, () => ({ opens: given, closes: given, film_id: given })),
    when: t.embedded(
      Run,
      () => ({ opens: sql<string>`''`, closes: sql<null>`null`, film_id: sql<string>`''` }),
      { when: () => given },
    ),
  }));
  builder.objectFields(Studio, (t) => ({ expression: t.expression("Boolean", () => given) }));
  const selections: Record<string, string> = {
    rule: "rule { name }",
    condition: "condition { name }",
    order: "order { nodes { name } }",
    source: "source { title }",
    embedded: "embedded { opens }",
    when: "when { opens }",
    expression: "studios { expression }",
  };
  const { db, statements } = dryDatabase();
  const contextValue = { db, viewer: viewers.anonymous };
  const document = parse(`{ ${selections[place]} }`);
  const { errors } = await execute({ schema: builder.toSchema(), document, contextValue });
  return { message: errors?.[0]?.message, statements };
}

const places = ["rule", "condition", "order", "source", "embedded", "when", "expression"];

test.each(places)("a query of Kysely's is refused as %s", async (place) => {
  const { message, statements } = await plan(
    place,
    kysely.exists(kysely.selectFrom("film.person").select("id")),
  );
  expect(message).toContain("reads a table around its rule");
  expect(statements).toEqual([]);
});

test.each<[string, Expression<unknown>]>([
  ["raw text", sql`exists (select 1 from film.person)`],
  ["raw text in capitals", sql`exists (SELECT 1 FROM film.person)`],
  ["a bare table", sql`exists (table film.person)`],
  ["a word cut in two", sql`exists (sel${sql.raw("ect 1 from film.person)")}`],
  ["a text further in", kysely.and([kysely.not(kysely.or([raw("(select true)")]))])],
  ["a text in a case", kysely.case().when(raw("(select true)")).then(1).else(2).end()],
  ["the name of a function", kysely.fn("(select true) or coalesce", [])],
  ["a table's name", sql`exists (values (${sql.table("film.person")}))`],
  ["a comment between", sql`exists (select/**/1 from film.person)`],
  [
    "a word cut in two by a comparison",
    sql`exists (sel${kysely(raw("ect 1 from film.person) or true"), "=", true)}`,
  ],
  [
    "a word cut in two by a function",
    sql`exists (sel${kysely.fn("ect 1 from film.person) or coalesce", [])}`,
  ],
])("%s is refused", async (_title, given) => {
  const { message, statements } = await plan("condition", given);
  expect(message).toContain("reads a table around its rule");
  expect(statements).toEqual([]);
});

test.each<[string, Expression<unknown>]>([
  ["brackets that close the condition's own", sql`true) or (true`],
  ["brackets that a value seems to close", sql`true) or (${")"} = '('`],
  ["an open bracket", sql`(true`],
  ["a comment to the end", sql`true --`],
  ["a comment that something else may end", sql`true /*`],
  ["an open text", sql`true or 'a`],
  ["an open name", sql`true or "a`],
  ["a text whose end is hidden", sql`E'\\') or ('' = '' and true`],
  ["a text in dollars", sql`$$ = '$$) or (true`],
  ["a parameter of another's", sql`$1 = 'a'`],
  ["a second statement", sql`true; drop table film.person`],
])("%s does not leave its place", async (_title, given) => {
  for (const place of places) {
    const { message, statements } = await plan(place, given);
    expect(message).toMatch(/leaves its place|reads a table around its rule/u);
    expect(statements).toEqual([]);
  }
});

test.each<[string, Expression<unknown>]>([
  ["a table", sql`film.person`],
  ["a table beside a function", sql`film.titled('a') cross join film.person`],
  ["a function beside a table", sql`film.person, film.titled('a')`],
])("%s is no source", async (_title, given) => {
  const { message, statements } = await plan("source", given);
  expect(message).toContain("is not the call of a function");
  expect(statements).toEqual([]);
});

test.each<[string, Expression<unknown>]>([
  ["brackets in a text", sql`'a) or (b' = ')'`],
  ["a quote in a text", sql`'it''s' = ${"'"}`],
  ["a pattern with a backslash", sql`'a' ~ '^\\w+'`],
  ["a column called select", sql`${sql.ref("select")} = 1`],
  ["words as values", sql`${"select"} = ${sql.lit("table")}`],
  ["a list of words", kysely(sql<string>`'x'`, "in", ["select", "table"])],
  ["a longer word", sql`selected or tables`],
  ["from, where it is an operator's", sql`extract(year from now()) is distinct from 1`],
])("%s is no table", async (_title, given) => {
  const { statements } = await plan("condition", given);
  expect(statements).toHaveLength(1);
});

test("an exists and a count of another type carry its rule", async () => {
  const { db, statements } = dryDatabase();
  const document = parse(`{ films { nodes { praised reviewCount } } }`);
  await execute({
    schema: createSchema(),
    document,
    contextValue: { db, viewer: viewers.anonymous },
  });
  const text = statements[0]?.sql ?? "";
  // The page's own films, and one film for each of the two reviews.
  expect(text.match(/"access" = /gu)).toHaveLength(3);
  expect(text.match(/"published" = /gu)).toHaveLength(2);
});

test("a rule that asks itself in a circle is found before any SQL", async () => {
  const builder = createBuilder();
  defineFestival(builder);
  const Ouroboros = builder.table("film.studio", {
    name: "Ouroboros",
    key: "id",
    visible: (_row, _viewer, eb): Expression<boolean> => eb.exists(Ouroboros, { id: "parent_id" }),
  });
  builder.objectFields(Ouroboros, (t) => ({ name: t.exposeString("name") }));
  builder.queryField("snakes", (t) => t.many(Ouroboros, { order: ["name"] }));
  const { db, statements } = dryDatabase();
  const contextValue = { db, viewer: viewers.anonymous };
  const document = parse(`{ snakes { name } }`);
  const { errors } = await execute({ schema: builder.toSchema(), document, contextValue });
  expect(errors?.[0]?.message).toBe("The rule of Ouroboros asks itself in a circle.");
  expect(statements).toEqual([]);
});

test("a row seen through its owner is not asked again on the way from it", async () => {
  const { db, statements } = dryDatabase();
  const contextValue = { db, viewer: viewers.anonymous };
  const ask = (source: string) =>
    execute({ schema: createSchema(), document: parse(source), contextValue });
  await ask(`{ films { nodes { credits { label } } } }`);
  await ask(`{ node(id: "Credit:1") { id } }`);
  expect(statements[0]?.sql).not.toContain("exists");
  expect(statements[1]?.sql).toMatch(
    /exists \(select from "film"\."film" as "t\d+\$" where .*"access" = /u,
  );
});
