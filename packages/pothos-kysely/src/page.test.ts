import { execute, parse } from "graphql";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { cursorOf } from "./testing/cursors.ts";
import { type Festival, idOf, openFestival, viewers } from "./testing/data.ts";
import { createSchema } from "./testing/schema.ts";

const schema = createSchema();
let festival: Festival;
beforeAll(async () => {
  festival = await openFestival();
});
afterAll(() => festival.close());
beforeEach(() => {
  festival.statements.length = 0;
});

const encoded = (json: unknown) => Buffer.from(JSON.stringify(json)).toString("base64url");

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function ask(source: string, variables: Record<string, unknown> = {}) {
  const contextValue = { db: festival.db, viewer: viewers.staff };
  return execute({ schema, document: parse(source), variableValues: variables, contextValue });
}

// Mixed directions, ties in the status and in the number; and an order by an expression with ties.
const lists = ["films", "titled"] as const;
const walk = (list: (typeof lists)[number]) => {
  const word = list === "titled" ? ', word: ""' : "";
  return `query ($first: Int, $after: String, $last: Int, $before: String) { page: ${list}(first: $first, after: $after, last: $last, before: $before${word}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
};

async function pageOf(source: string, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(source, variables);
  expect(errors).toBe(undefined);
  return (data as { page: Page }).page; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the query's own shape
}

/** Every id, page by page, in the order of the list. */
async function all(
  source: string,
  backwards: boolean,
  size: number,
  between?: () => Promise<void>,
) {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Page = await pageOf(
      source,
      backwards ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    const found = page.nodes.map(({ id }) => id);
    ids.splice(backwards ? 0 : ids.length, 0, ...found);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (!(backwards ? hasPreviousPage : hasNextPage)) return ids;
    cursor = backwards ? startCursor : endCursor;
    await between?.();
  }
}

test.each(lists)("%s: pages of any size, either way, give each row once", async (list) => {
  const whole = await all(walk(list), false, 100);
  expect(new Set(whole).size).toBe(32);
  for (const size of [1, 3, 5, 31, 32]) {
    expect(await all(walk(list), false, size)).toEqual(whole);
    expect(await all(walk(list), true, size)).toEqual(whole);
  }
});

test("a row deleted between two pages moves no other row", async () => {
  const whole = await all(walk("films"), false, 100);
  const gone = whole[4]!.slice("Film:".length);
  const rows = festival.db.selectFrom("film.film").selectAll().where("id", "=", gone);
  const kept = await rows.executeTakeFirstOrThrow();
  // The fifth row ends the first page: its cursor is still a place after it is gone.
  const remove = async () => {
    await festival.db.deleteFrom("film.film").where("id", "=", gone).execute();
  };
  expect(await all(walk("films"), false, 5, remove)).toEqual(whole);
  await festival.db.insertInto("film.film").values(kept).execute();
});

test("a page of none still knows whether there is more", async () => {
  const page = await pageOf(walk("films"), { first: 0 });
  expect(page).toEqual({
    nodes: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test.each([
  [{ first: 101 }, "BAD_PAGE"],
  [{ first: -1 }, "BAD_PAGE"],
  [{ last: 101 }, "BAD_PAGE"],
  [{ first: 1, last: 1 }, "BAD_PAGE"],
  [{ after: "x" }, "BAD_CURSOR"],
  [{ after: encoded([1, 2]) }, "BAD_CURSOR"],
  [{ after: encoded({}) }, "BAD_CURSOR"],
  [{ after: cursorOf("Query.films", ["a"]) }, "BAD_CURSOR"],
  [{ after: cursorOf("Query.films", ["draft", "1", "\0"]) }, "BAD_CURSOR"],
  [{ before: cursorOf("Query.films", ["a", "b"]) }, "BAD_CURSOR"],
  // As every cursor was written once.
  [{ after: '["draft","1","x"]' }, "BAD_CURSOR"],
  // The right places, of another list.
  [{ after: cursorOf("Film.reviews", ["draft", "1", idOf("film", 1)]) }, "BAD_CURSOR"],
])("%j is refused with %s before any SQL, by resolvers and by text", async (variables, code) => {
  // Twice, since a cached plan must refuse as well; and once with good values, to have one.
  await ask(walk("films"), { first: 1 });
  festival.statements.length = 0;
  for (let time = 0; time < 2; time++) {
    const { errors } = await ask(walk("films"), variables);
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual([code]);
  }
  const context = { db: festival.db, viewer: viewers.staff };
  const written = await writeThrough(schema, parse(walk("films")), { variables, context });
  expect(written.text).toBe(undefined);
  expect(festival.statements).toEqual([]);
});

test.each([
  [cursorOf("Query.films", ["draft", "no number", "x"])],
  [cursorOf("Query.films", ["draft", "99999999999999999999", idOf("film", 1)])],
])("a cursor that PostgreSQL cannot read is a bad cursor: %s", async (after) => {
  const { errors } = await ask(walk("films"), { after });
  expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_CURSOR"]);
});

test.each(["totalCount", "__typename", "pageInfo { __typename }"])(
  "a cursor is looked at where only %s is asked",
  async (asked) => {
    for (const after of ["garbage", cursorOf("Query.titled", ["1", idOf("film", 1)])]) {
      const text = `query ($after: String) { films(after: $after) { ${asked} } }`;
      const { errors } = await ask(text, { after });
      expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_CURSOR"]);
    }
  },
);

test("a null page size is the default, and a cursor may be null", async () => {
  const page = await pageOf(walk("films"), { first: null, after: null });
  expect(page.nodes).toHaveLength(20);
});
