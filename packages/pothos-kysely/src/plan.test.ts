import { execute, parse } from "graphql";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { createBuilder } from "./testing/builder.ts";
import { viewers } from "./testing/data.ts";
import type { Viewer } from "./testing/database.ts";
import { dryDatabase } from "./testing/dry.ts";
import { createSchema, defineFestival } from "./testing/schema.ts";

const schema = createSchema();

async function statementsOf(
  source: string,
  requests: readonly { variables?: Record<string, unknown>; viewer?: Viewer }[],
) {
  const { db, statements } = dryDatabase();
  const document = parse(source);
  for (const { variables = {}, viewer = viewers.anonymous } of requests) {
    await writeThrough(schema, document, { variables, context: { db, viewer } });
  }
  return statements;
}

const films = `query ($s: String!, $st: FilmStatus, $n: Int = 7) { studio(by: {slug: $s}) { films(first: $n, status: $st) { nodes { title } } } }`;

test("one plan serves all values of one shape", async () => {
  const statements = await statementsOf(films, [
    { variables: { s: "s1", st: "SHOWN" } },
    { variables: { s: "s2", st: "DRAFT", n: 3 } },
    { variables: { s: "s2", st: "DRAFT", n: 3 }, viewer: viewers.member },
  ]);
  const [first, second, third] = statements.map(({ sql }) => sql);
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(statements[0]?.parameters).toContain("shown");
  expect(statements[0]?.parameters).toContain(7);
  expect(statements[1]?.parameters).toEqual(expect.arrayContaining(["s2", "draft", 3]));
  expect(statements[1]?.parameters).not.toContain("s1");
});

test("nulls, absences and flags make plans of their own", async () => {
  const statements = await statementsOf(films, [
    { variables: { s: "s1" } },
    { variables: { s: "s1", st: null } },
    { variables: { s: "s1", st: "SHOWN" } },
    { variables: { s: "s1", n: null } },
    { variables: { s: "s1" }, viewer: viewers.staff },
  ]);
  const texts = statements.map(({ sql }) => sql);
  expect(new Set(texts).size).toBe(3);
  expect(texts[1]).toBe(texts[0]);
  expect(statements[3]?.parameters).toContain(20);
});

test("booleans that steer the selection are part of the shape", async () => {
  const source = `query ($x: Boolean!) { studios { name @include(if: $x) slug } }`;
  const statements = await statementsOf(source, [
    { variables: { x: true } },
    { variables: { x: false } },
  ]);
  expect(statements.map(({ sql }) => sql.includes(`"name" as "name"`))).toEqual([false, false]);
  expect(statements[0]?.sql).not.toBe(statements[1]?.sql);
});

test("an input object's parts are parameters, and which of them are given is its shape", async () => {
  const source = `query ($by: StudioBy!) { studio(by: $by) { name } }`;
  const statements = await statementsOf(source, [
    { variables: { by: { slug: "s1" } } },
    { variables: { by: { slug: "s2" } } },
    { variables: { by: { name: "Studio 2" } } },
  ]);
  const [first, second, third] = statements;
  expect(second?.sql).toBe(first?.sql);
  expect(third?.sql).not.toBe(first?.sql);
  expect([first, second, third].map((each) => each?.parameters)).toEqual([
    expect.arrayContaining(["s1"]),
    expect.arrayContaining(["s2"]),
    expect.arrayContaining(["Studio 2"]),
  ]);
});

test("the type in a global id is part of the shape, so that one table is read", async () => {
  const source = `query ($id: ID!) { node(id: $id) { id } studios { slug } }`;
  const ids = ["Film:1", "Film:2", "Person:1", "Nobody:1", "x", "Status:1", "constructor:1"];
  const statements = await statementsOf(
    source,
    ids.map((id) => ({ variables: { id } })),
  );
  const [film, sameFilm, person, ...nobody] = statements.map(({ sql }) => sql);
  expect(sameFilm).toBe(film);
  expect(film).toMatch(/"film"\."film"/u);
  expect(film).not.toMatch(/"film"\."person"/u);
  expect(person).not.toMatch(/"film"\."film"/u);
  expect(new Set(nobody).size).toBe(1);
  expect(nobody[0]).not.toMatch(/"film"\."(?:film|person)"/u);
});

test("the same document asked of two schemas has two plans", async () => {
  const document = parse(`{ studios { name } }`);
  for (const each of [schema, createSchema(1)]) {
    const { db, statements } = dryDatabase();
    await writeThrough(each, document, { context: { db, viewer: viewers.anonymous } });
    expect(statements).toHaveLength(each === schema ? 1 : 0);
  }
});

test("plans are bounded: the oldest of one operation is made anew", async () => {
  const names = Array.from({ length: 8 }, (_, i) => `$x${i}: Boolean!`);
  const fields = ["id", "name", "slug", "motto", "filmCount", "latest", "parent", "children"].map(
    (field, i) => `${field} @include(if: $x${i}) ${i < 5 ? "" : "{ __typename }"}`,
  );
  const document = parse(
    `query (${names.join(" ")}) { studios { ${fields.join(" ")} one: slug } }`,
  );
  const { db, statements } = dryDatabase();
  const ask = (bits: number) => {
    const variables = Object.fromEntries(names.map((_, i) => [`x${i}`, Boolean(bits & (1 << i))]));
    return writeThrough(schema, document, {
      variables,
      context: { db, viewer: viewers.anonymous },
    });
  };
  for (let bits = 0; bits < 200; bits++) await ask(bits);
  await ask(0);
  expect(new Set(statements.map(({ sql }) => sql)).size).toBe(200);
  expect(statements.at(-1)?.sql).toBe(statements[0]?.sql);
});

/** A schema in which credits are numbered within their film. */
function numberedSchema() {
  const builder = createBuilder();
  const { Film } = defineFestival(builder);
  const Billed = builder.table("film.credit", {
    name: "Billed",
    key: "id",
    visible: () => true,
    unique: [["film_id", "position"]],
  });
  builder.objectFields(Billed, (t) => ({ label: t.exposeString("label") }));
  builder.objectField(Film, "billed", (t) =>
    t.many(Billed, { on: { film_id: "id" }, order: ["position"] }),
  );
  builder.queryField("billed", (t) => t.many(Billed, { order: ["position"] }));
  builder.queryField("billedPage", (t) => t.page(Billed, { order: ["film_id", "position desc"] }));
  return builder.toSchema();
}

test.each([
  ["a relation's own columns and its order", `{ films { nodes { billed { label } } } }`, false],
  ["the order alone", `{ billedPage { nodes { label } } }`, false],
  ["not all of unique columns", `{ billed { label } }`, true],
])("an order by %s ends in the key only where it needs it", async (_title, source, needsKey) => {
  const { db, statements } = dryDatabase();
  const context = { db, viewer: viewers.anonymous };
  await writeThrough(numberedSchema(), parse(source), { context });
  const order = /from "film"\."credit" as "(?<alias>t\d\$)".*?order by (?<terms>[^)]*)/su.exec(
    statements[0]?.sql ?? "",
  )?.groups;
  expect(order?.["terms"]?.includes(`"${order["alias"]}"."id"`)).toBe(needsKey);
});

test("a parameter with a type stands once in a statement's list, and one without wherever it is used", async () => {
  const source = `{ films { totalCount nodes { later { title } } } }`;
  const [statement] = await statementsOf(source, [{ viewer: viewers.member }]);
  expect(statement?.sql.match(/"film"\."film"/gu)).toHaveLength(3);
  expect(statement?.parameters.filter(Array.isArray)).toHaveLength(1);
  const reviews = `{ films { nodes { reviewCount reviews { totalCount } } } }`;
  const [asked] = await statementsOf(reviews, [{ viewer: viewers.member }]);
  expect(asked?.parameters.filter((value) => value === viewers.member.person)).toHaveLength(2);
});

test("a page of a size that PostgreSQL is not told stands within one that it is", async () => {
  const source = `query ($n: Int) { films(first: $n) { nodes { title } pageInfo { hasNextPage } } }`;
  const [three, four] = await statementsOf(source, [
    { variables: { n: 3 } },
    { variables: { n: 4 } },
  ]);
  expect(three?.sql).toBe(four?.sql);
  expect(three?.sql).toMatch(/ limit 101\) as c\$ limit \$\d+::int \+ 1\)/u);
});

/** A schema with a planned field that takes a whole JSON value. */
function jsonSchema() {
  const builder = createBuilder();
  const { Studio } = defineFestival(builder);
  builder.queryField("matching", (t) =>
    t.many(Studio, {
      args: { filter: t.arg({ type: "Json", required: true }) },
      where: (row, { filter }) => sql<boolean>`to_jsonb(${row.name}) @> ${filter}::jsonb`,
      order: ["name"],
    }),
  );
  return builder.toSchema();
}

test("a scalar's value stays one parameter, whatever keys a client gives it", async () => {
  const { db, statements } = dryDatabase();
  const context = { db, viewer: viewers.anonymous };
  const json = jsonSchema();
  const document = parse(`query ($filter: Json!) { matching(filter: $filter) { name } }`);
  for (const filter of [{ a: 1 }, { b: { c: true } }, "text"]) {
    await writeThrough(json, document, { variables: { filter }, context });
  }
  expect(new Set(statements.map(({ sql }) => sql)).size).toBe(1);
  expect(statements.map(({ parameters }) => parameters[0])).toEqual([
    { a: 1 },
    { b: { c: true } },
    "text",
  ]);
});

test("a variable inside a scalar's literal is refused: a cached plan would keep its value", async () => {
  const { db, statements } = dryDatabase();
  const contextValue = { db, viewer: viewers.anonymous };
  const document = parse(`query ($x: Int) { matching(filter: {a: [$x]}) { name } }`);
  const { errors } = await execute({
    schema: jsonSchema(),
    document,
    variableValues: { x: 1 },
    contextValue,
  });
  expect(errors?.[0]?.extensions["code"]).toBe("UNSUPPORTED");
  expect(statements).toEqual([]);
});

test("a statement's text is the same in every process, for a stable name", async () => {
  const [one] = await statementsOf(films, [{ variables: { s: "s1" } }]);
  const [two] = await statementsOf(films, [{ variables: { s: "s2" } }]);
  expect(two?.sql).toBe(one?.sql);
});

test.each([
  ["no query", `mutation { showFilm(id: "x") { __typename } }`, "not a query"],
  ["no table", `{ __typename }`, "no table is read"],
  [
    "wrong variables",
    `query ($x: Int!) { films(first: $x) { totalCount } }`,
    "the variables are not as declared",
  ],
])("%s is left to ordinary execution", async (_title, source, reason) => {
  const { db, statements } = dryDatabase();
  const written = await writeThrough(schema, parse(source), {
    context: { db, viewer: viewers.anonymous },
  });
  expect(written).toEqual({ reason });
  expect(statements).toEqual([]);
});
