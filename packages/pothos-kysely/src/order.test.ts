import { execute, parse } from "graphql";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createBuilder } from "./testing/builder.ts";
import { type Festival, openFestival, viewers } from "./testing/data.ts";
import { defineFestival } from "./testing/schema.ts";

const builder = createBuilder();
const { Film } = defineFestival(builder);
const Field = builder.enumType("FilmOrderField", {
  values: { NUMBER: { value: "number" }, STATUS: { value: "status" } },
});
const Direction = builder.enumType("Direction", {
  values: { ASC: { value: "asc" }, DESC: { value: "desc" } },
});
const Order = builder.inputType("FilmOrder", {
  fields: (t) => ({
    field: t.field({ type: Field, required: true }),
    direction: t.field({ type: Direction, required: true, defaultValue: "asc" }),
  }),
});
builder.queryField("sorted", (t) =>
  t.page(Film, {
    args: { orderBy: t.arg({ type: Order }) },
    order: {
      arg: "orderBy",
      otherwise: "number desc",
      of: {
        number: ["number", "id"],
        status: ["status", { by: ({ number }) => number, desc: true }, "id desc"],
      },
    },
  }),
);
const schema = builder.toSchema();

let festival: Festival;
beforeAll(async () => {
  festival = await openFestival();
});
afterAll(() => festival.close());
beforeEach(() => {
  festival.statements.length = 0;
});

const document =
  parse(`query ($orderBy: FilmOrder, $field: FilmOrderField = NUMBER, $after: String) {
  sorted(orderBy: $orderBy, first: 5, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } }
  parts: sorted(orderBy: { field: $field, direction: DESC }, first: 2) { nodes { id } } }`);

interface Answer {
  readonly sorted: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
  readonly parts: { readonly nodes: readonly { readonly id: string }[] };
}

const ask = async (variableValues: Record<string, unknown>) => {
  const contextValue = { db: festival.db, viewer: viewers.staff };
  const { data, errors } = await execute({ schema, document, variableValues, contextValue });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the query's own shape
  return { data: data as Answer | null, code: errors?.[0]?.extensions["code"] };
};

/** Every id of a list in an order, page by page. */
async function all(orderBy: object | null): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data, code } = await ask({ orderBy, after });
    if (!data) throw new Error(`Refused: ${String(code)}`);
    ids.push(...data.sorted.nodes.map(({ id }) => id));
    if (!data.sorted.pageInfo.hasNextPage) return ids;
    after = data.sorted.pageInfo.endCursor;
  }
}

const number = { field: "NUMBER", direction: "ASC" };
const backwards = { field: "NUMBER", direction: "DESC" };

test.each(["NUMBER", "STATUS"])(
  "%s: descending is ascending backwards, page by page",
  async (field) => {
    const up = await all({ field, direction: "ASC" });
    expect(new Set(up).size).toBe(32);
    expect(await all({ field, direction: "DESC" })).toEqual(up.toReversed());
  },
);

test("a direction that is left out is ascending, an order that is left out is the list's own", async () => {
  expect(await all({ field: "NUMBER" })).toEqual(await all(number));
  expect(await all(null)).toEqual(await all(backwards));
  expect(await all(null)).not.toEqual(await all(number));
});

test("parts of an order may be variables", async () => {
  const [whole, parts] = [await all(backwards), await ask({ field: "NUMBER" })];
  expect(parts.data?.parts.nodes.map(({ id }) => id)).toEqual(whole.slice(0, 2));
  const byStatus = await all({ field: "STATUS", direction: "DESC" });
  expect((await ask({ field: "STATUS" })).data?.parts.nodes.map(({ id }) => id)).toEqual(
    byStatus.slice(0, 2),
  );
});

test("a cursor of one direction is refused in the other, and one statement answers", async () => {
  const after = (await ask({ orderBy: number })).data?.sorted.pageInfo.endCursor;
  expect(festival.statements).toHaveLength(1);
  expect((await ask({ orderBy: backwards, after })).code).toBe("BAD_CURSOR");
  expect((await ask({ orderBy: number, after })).code).toBeUndefined();
});
