import { execute, parse } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { cursorOf } from "./testing/cursors.ts";
import { type Festival, openFestival, viewers } from "./testing/data.ts";
import { createSchema } from "./testing/schema.ts";

const schema = createSchema();
let festival: Festival;
beforeAll(async () => {
  festival = await openFestival();
});
afterAll(() => festival.close());

const nasty = [
  "'",
  `"`,
  "\\",
  "'; drop table film.film; --",
  "$1",
  "$1$2$$",
  "%",
  "{}",
  `{"a":[1]}`,
  "E'\\tnull'",
  "\t",
  "\n",
  " ",
  "\uD800",
  "🎬",
  "x".repeat(1_000_000),
  "\0",
  "a\0b",
];

const places: Record<string, string> = {
  "a condition": `query ($x: String!) { studio(by: {slug: $x}) { name } }`,
  "a list": `query ($x: String!) { studios(slugs: [$x, "s1"]) { name } }`,
  "a whole list": `query ($xs: [String!]) { studios(slugs: $xs) { name } }`,
  "a function": `query ($x: String!) { titled(word: $x) { nodes { title } } }`,
  "a global id": `query ($id: ID!) { node(id: $id) { id } }`,
  "a key": `query ($id: ID!) { film(id: $id) { id } }`,
  "a cursor": `query ($x: String!) { films(first: 1, after: $x) { nodes { id } } }`,
  "a cursor's place": `query ($cursor: String!) { films(first: 1, after: $cursor) { nodes { id } } }`,
};

const codes = ["BAD_TEXT", "BAD_CURSOR", "BAD_ID"];

test.each(Object.keys(places))("hostile text in %s is data or refused", async (place) => {
  const document = parse(places[place]!);
  const context = { db: festival.db, viewer: viewers.member };
  for (const x of nasty) {
    const variables = {
      x,
      xs: [x],
      id: `Film:${x}`,
      cursor: cursorOf("Query.films", ["draft", "1", x]),
    };
    const rows = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: context,
    });
    const written = await writeThrough(schema, document, { variables, context });
    const refused = rows.errors?.map(({ extensions }) => extensions["code"]) ?? [];
    expect(codes).toEqual(expect.arrayContaining(refused));
    expect(written.text).toBe(refused.length ? undefined : JSON.stringify(rows));
  }
  expect(await festival.db.selectFrom("film.film").select("id").execute()).toHaveLength(32);
});

test("hostile text as a literal is data too", async () => {
  const context = { db: festival.db, viewer: viewers.member };
  for (const x of nasty.filter((text) => !/[\0\uD800]/u.test(text))) {
    const document = parse(`{ studio(by: {slug: ${JSON.stringify(x)}}) { name } }`);
    const rows = await execute({ schema, document, contextValue: context });
    expect(rows).toEqual({ data: { studio: null } });
    expect(await writeThrough(schema, document, { context })).toEqual({
      text: JSON.stringify(rows),
    });
  }
});

test("variables can be called anything that GraphQL allows", async () => {
  const names = ["__proto__", "constructor", "hasOwnProperty", "sources", "coerced", "toString"];
  const declared = names.map((name) => `$${name}: String`).join(", ");
  const fields = names.map((name, i) => `a${i}: studio(by: {slug: $${name}}) { slug }`).join(" ");
  const document = parse(`query (${declared}) { ${fields} }`);
  const variables = Object.fromEntries(names.map((name, i) => [name, `s${1 + (i % 4)}`]));
  const context = { db: festival.db, viewer: viewers.member };
  const rows = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: context,
  });
  expect(rows.data).toEqual(
    Object.fromEntries(names.map((_, i) => [`a${i}`, { slug: `s${1 + (i % 4)}` }])),
  );
  expect(await writeThrough(schema, document, { variables, context })).toEqual({
    text: JSON.stringify(rows),
  });
});

test("aliases can be anything that GraphQL allows", async () => {
  const context = { db: festival.db, viewer: viewers.member };
  const names = [
    "select",
    "o",
    "t0",
    "null",
    "__proto__",
    "constructor",
    "toString",
    "ROW",
    "_",
    "A",
    "a",
  ];
  const fields = names.map((name) => `${name}: name`).join(" ");
  const document = parse(`{ ${names.map((name) => `${name}: studios { ${fields} }`).join(" ")} }`);
  const rows = await execute({ schema, document, contextValue: context });
  expect(rows.errors).toBe(undefined);
  expect(await writeThrough(schema, document, { context })).toEqual({ text: JSON.stringify(rows) });
});
