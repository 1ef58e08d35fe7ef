import { execute, parse } from "graphql";
import { expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { viewers } from "./testing/data.ts";
import { dryDatabase } from "./testing/dry.ts";
import { createSchema } from "./testing/schema.ts";

/** The cost of an operation as its refusal tells it, under a limit that nothing meets. */
async function costOf(source: string, variables: Record<string, unknown> = {}) {
  const { db, statements } = dryDatabase();
  const schema = createSchema(-1);
  const contextValue = { db, viewer: viewers.anonymous };
  const { errors } = await execute({
    schema,
    document: parse(source),
    variableValues: variables,
    contextValue,
  });
  expect(statements).toEqual([]);
  expect(errors?.[0]?.extensions["code"]).toBe("TOO_COSTLY");
  return errors?.[0]?.extensions["cost"];
}

test.each<[string, number, Record<string, unknown>?]>([
  [`{ studio(by: {slug: "x"}) { name slug } }`, 1],
  [`{ a: studio(by: {slug: "x"}) { name } b: studio(by: {slug: "y"}) { name } }`, 2],
  // A list is taken to hold ten rows unless it says otherwise: children say three.
  [`{ studios { name } }`, 10],
  [`{ studios { children { name } } }`, 10 + 10 * 3],
  [`{ studios { children { children { name } } } }`, 10 + 10 * (3 + 3 * 3)],
  [`{ films(first: 5) { nodes { title } } }`, 5],
  [`{ films { nodes { title } } }`, 20],
  [`query ($n: Int) { films(first: $n) { nodes { studio { name } } } }`, 14, { n: 7 }],
  [`query ($n: Int = 3) { films(last: $n) { nodes { studio { name } } } }`, 6],
  [`{ films(first: 5) { totalCount nodes { reviewCount } } }`, 5 + 1 + 5],
  [
    `{ films(first: 100) { nodes { reviews(first: 100) { nodes { author { name } } } } } }`,
    100 + 100 * (100 + 100),
  ],
  // One branch of a reference runs: the dearest counts.
  [
    `{ films(first: 1) { nodes { credits { subject { ... on Person { name } ... on Film { reviews(first: 9) { nodes { body } } } } } } } }`,
    1 + 10 + 10 * (1 + 9),
  ],
  [`{ node(id: "Film:x") { id } }`, 1],
  // What JavaScript resolves counts by its fields, and a list in it as five.
  [`{ echo(value: 1) }`, 1],
  [`{ a: echo(value: 1) b: echo(value: 2) }`, 2],
  [`{ studios { name shout } }`, 10 + 10],
  [`{ films(first: 2) { nodes { words { __typename text } } } }`, 2 + 2 * (1 + 5)],
])("%s costs %i", async (source, cost, variables) => {
  expect(await costOf(source, variables)).toBe(cost);
});

test("a limit is the viewer's: who is trusted more may ask more", async () => {
  const { db, statements } = dryDatabase();
  const schema = createSchema(50);
  const document = parse(`query ($n: Int) { films(first: $n) { nodes { title } } }`);
  const ask = (n: number, viewer: (typeof viewers)[keyof typeof viewers]) =>
    writeThrough(schema, document, { variables: { n }, context: { db, viewer } });
  await ask(50, viewers.anonymous);
  expect(statements).toHaveLength(1);
  // The same plan, another page size.
  expect((await ask(51, viewers.anonymous)).reason).toContain("51");
  expect(statements).toHaveLength(1);
  await ask(51, viewers.staff);
  expect(statements).toHaveLength(2);
});

test("an operation cannot read tables in more places than a statement should have", async () => {
  const { db, statements } = dryDatabase();
  const many = Array.from({ length: 1001 }, (_, i) => `a${i}: studio(by: {slug: "x"}) { name }`);
  const context = { db, viewer: viewers.staff };
  const written = await writeThrough(createSchema(), parse(`{ ${many.join(" ")} }`), { context });
  expect(written.reason).toContain("1000 places");
  expect(statements).toEqual([]);
});
