import { execute, parse, validate } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { type Festival, idOf, openFestival, viewers } from "./testing/data.ts";
import { sql } from "kysely";
import { createBuilder } from "./testing/builder.ts";
import { createSchema, defineFestival } from "./testing/schema.ts";

const schema = createSchema();
let festival: Festival;
beforeAll(async () => {
  festival = await openFestival();
});
afterAll(() => festival.close());

type Who = keyof typeof viewers;

async function ask(source: string, variables: Record<string, unknown> = {}, who: Who = "member") {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const context = { db: festival.db, viewer: viewers[who] };
  festival.statements.length = 0;
  const rows = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: context,
  });
  const statements = festival.statements.length;
  const written = await writeThrough(schema, document, { variables, context });
  return {
    answer: JSON.stringify(rows),
    errors: rows.errors,
    data: rows.data,
    statements,
    written,
  };
}

test.each([
  [
    "one, many, count, embedded",
    `{ studio(by: {slug: "s1"}) { id name motto latest { title shownOn budget tags run { opens closes days } } filmCount } }`,
  ],
  [
    "two roots, aliases with different arguments",
    `{ a: studio(by: {slug: "s1"}) { n: name p1: films(first: 2) { nodes { title } } p2: films(first: 1, status: SHOWN) { edges { cursor node { t: title } } totalCount } } b: studio(by: {name: "Studio 2"}) { name name other: name } none: studio(by: {slug: "no"}) { name } __typename }`,
  ],
  [
    "fragments, include and skip",
    `{ studio(by: {slug: "s1"}) { ...S ...S ... @include(if: false) { motto } slug @skip(if: true) children { ...S } } } fragment S on Studio { name latest { title } ... on Studio { latest { shownOn studio { slug } } } }`,
  ],
  [
    "references into an interface and a union",
    `{ studios { films(first: 9) { nodes { title credits { label agent { __typename name ... on Person { id email } ... on Studio { slug films(first: 1) { nodes { title } } } } subject { __typename ... on Film { title credits { label } } ... on Agent { name } } } } } } }`,
  ],
  [
    "node",
    `{ m: node(id: "Film:${idOf("film", 1)}") { id ... on Film { title studio { name } } } p: node(id: "Person:${idOf("person", 3)}") { __typename id ... on Person { name email } } x: node(id: "Nobody:1") { id } y: node(id: "Film:zzz") { id } z: node(id: "") { id } }`,
  ],
  [
    "one by a global id",
    `{ a: film(id: "Film:${idOf("film", 3)}") { title } b: film(id: "Film:${idOf("film", 999)}") { title } }`,
  ],
  [
    "ten deep",
    `{ studio(by: {slug: "s2"}) { parent { children { latest { studio { parent { children { latest { later { credits { film { title } } } } } } } } } } } }`,
  ],
  [
    "elements of a list that is JSON, and lists within them",
    `{ films(first: 20) { nodes { title awards { name year jury { chair size } all: nominees { person { name } } some: nominees(secret: false) { person { id } } film { title } } } } }`,
  ],
  [
    "a row made by a function from its parent's",
    `{ films(first: 20) { nodes { title kept { title status studio { name } kept { title } reviewCount } } } }`,
  ],
  ["me", `{ me { staff person { name } } }`],
  ["a function's rows", `{ titled(word: "its") { totalCount nodes { title status } } }`],
  [
    "pages both ways",
    `{ studio(by: {slug: "s1"}) { a: films(last: 2) { edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } b: films(first: 2) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { title reviews(stars: 3) { totalCount nodes { body author { name } film { title } } } praised reviewCount } } } }`,
  ],
  [
    "aliases longer than a PostgreSQL name",
    `{ ${"a".repeat(70)}: studios { ${"a".repeat(71)}: name ${"a".repeat(72)}: slug } }`,
  ],
  [
    "aliases like the planner's own",
    `{ o: studios { o: name a: slug p: name t0: slug e1: name films(first: 2) { n: totalCount c: nodes { o: title credits { o: label } } p: pageInfo { o: endCursor n: hasNextPage } } } }`,
  ],
] as const)("%s: one statement, and the text is the answer", async (_title, source) => {
  for (const who of ["anonymous", "member", "staff"] as const) {
    const { answer, errors, statements, written } = await ask(source, {}, who);
    expect(errors).toBe(undefined);
    expect(statements).toBe(1);
    expect(written).toEqual({ text: answer });
  }
});

test.each([
  ["computed", `{ studios { name s: shout children { shout } } }`, "Studio.shout"],
  [
    "ordinary types below a computed field",
    `{ films(first: 2) { nodes { words { text length } title } } }`,
    "Film.words",
  ],
  [
    "computed inside an embedded object",
    `{ films(first: 5) { nodes { run { l: label opens } } } }`,
    "Run.label",
  ],
  ["a scalar without SQL", `{ studios { loud } }`, "Loud"],
  ["a resolver beside planned fields", `{ echo(value: {a: [1]}) studios { name } }`, "Query.echo"],
  [
    "introspection beside data",
    `{ __schema { queryType { name } } studios { name } }`,
    "Query.__schema",
  ],
] as const)("%s: one statement, finished in JavaScript", async (_title, source, reason) => {
  const { errors, data, statements, written } = await ask(source);
  expect(errors).toBe(undefined);
  expect(statements).toBe(1);
  expect(written.reason).toContain(reason);
  expect(data).toBeTruthy();
});

test("a mutation answers through the same wall and with one statement more", async () => {
  const draft = festival.rows["film.film"].find(
    (f) => f.status === "draft" && f.access === "public",
  )!;
  const { data, statements } = await ask(
    `mutation ($id: ID!) { a: showFilm(id: $id) { __typename ... on Film { s: status title credits { label agent { name } } run { label } } } b: showFilm(id: $id) { ... on Refused { code } } }`,
    { id: `Film:${draft.id}` },
  );
  expect(data).toMatchObject({ a: { s: "SHOWN", title: draft.title }, b: { code: "NOT_FOUND" } });
  expect(statements).toBe(3);
  await festival.db
    .updateTable("film.film")
    .set({ status: "draft" })
    .where("id", "=", draft.id)
    .execute();
});

test.each([
  ["a page over the cap", "reviews(first: 101) { totalCount nodes { body } }", "BAD_PAGE"],
  ["a foreign cursor", 'reviews(after: "x") { nodes { body } }', "BAD_CURSOR"],
])("%s below a mutation is refused before the mutation runs", async (_title, field, code) => {
  const draft = festival.rows["film.film"].find((film) => film.status === "draft")!;
  const { errors, statements } = await ask(
    `mutation { showFilm(id: "Film:${draft.id}") { ... on Film { ${field} } } }`,
    {},
    "staff",
  );
  expect(errors?.[0]?.extensions["code"]).toBe(code);
  expect(statements).toBe(0);
});

test.each(["Studio:s1", "", "Film:zzz"])("%j is refused as the id of a film", async (id) => {
  const { errors, statements } = await ask(`{ film(id: ${JSON.stringify(id)}) { title } }`);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_ID", argument: "id", type: "Film" });
  expect(statements).toBe(0);
});

test("a hidden row under a non-null field nulls its parent, and the text steps back", async () => {
  const { errors, written } = await ask(
    `{ films(first: 30) { nodes { title mustFollow { title } } } }`,
    {},
    "anonymous",
  );
  expect(errors?.[0]?.path?.slice(0, 2)).toEqual(["films", "nodes"]);
  expect(written).toEqual({ reason: "a null under a non-null field" });
});

test("a session that has ended ends in a refusal, both ways out; where none is asked for, nothing is", async () => {
  const builder = createBuilder({
    session: ({ staff }) => (staff ? sql<boolean>`1 > 2` : undefined),
  });
  defineFestival(builder);
  const guarded = builder.toSchema();
  const document = parse(`{ studios { slug } }`);
  const answerTo = async (who: Who) => {
    const context = { db: festival.db, viewer: viewers[who] };
    const { data, errors } = await execute({ schema: guarded, document, contextValue: context });
    return {
      data,
      code: errors?.[0]?.extensions["code"],
      ...(await writeThrough(guarded, document, { context })),
    };
  };
  expect(await answerTo("staff")).toEqual({
    data: null,
    code: "SESSION_ENDED",
    reason: "The session has ended.",
  });
  expect(await answerTo("member")).toEqual({
    data: { studios: expect.any(Array) },
    code: undefined,
    text: expect.stringContaining("studios"),
  });
});
