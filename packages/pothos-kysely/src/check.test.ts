import { expect, test } from "vitest";
import { type Builder, createBuilder } from "./testing/builder.ts";
import { defineFestival } from "./testing/schema.ts";

type Festival = ReturnType<typeof defineFestival>;

// What types cannot say, or what somebody without types would do.
const untyped = (value: unknown): never => value as never; // oxlint-disable-line typescript/no-unsafe-type-assertion -- that is the point

/** A list of films whose order by number is to be chosen by this field and these directions. */
const addSorted = (
  builder: Builder,
  { Film }: Festival,
  field: string,
  directions: readonly string[],
) => {
  const fields = builder.enumType("FilmOrderField", { values: [field] });
  const direction = builder.enumType("Direction", { values: directions });
  const Order = builder.inputType("FilmOrder", {
    fields: (t) => ({
      field: t.field({ type: fields, required: true }),
      direction: t.field({ type: direction, required: true }),
    }),
  });
  builder.queryField("sorted", (t) =>
    t.page(Film, {
      args: { orderBy: t.arg({ type: Order }) },
      order: { arg: "orderBy", otherwise: "number", of: { number: ["number"] } },
    }),
  );
};

test.each<[string, (builder: Builder, festival: Festival) => void, RegExp]>([
  [
    "a resolver on a table",
    (builder, { Film }) =>
      builder.objectField(Film, "mine", (t) => t.string({ resolve: () => "x" })),
    /Film\.mine: .* no resolver of its own/u,
  ],
  [
    "a planned field where nothing was read",
    (builder, { Film }) => builder.mutationField("film", (t) => t.one(Film, {})),
    /Mutation\.film: planned fields stand on Query/u,
  ],
  [
    "a list without an order",
    (builder, { Film }) => builder.queryField("all", (t) => t.many(Film, untyped({}))),
    /Query\.all: a list needs an order/u,
  ],
  [
    "an order to choose without one for each value",
    (builder, festival) => addSorted(builder, festival, "title", ["asc", "desc"]),
    /Query\.sorted: each value of orderBy, an enum, needs an order/u,
  ],
  [
    "a direction that is none",
    (builder, festival) => addSorted(builder, festival, "number", ["asc", "down"]),
    /Query\.sorted: the direction of orderBy is an enum of asc and desc/u,
  ],
  [
    "a member that is not one of the interface's types",
    (builder, { Credit, Agent, Film }) =>
      builder.objectField(Credit, "wrong", (t) =>
        t.member(Agent, { kind: "kind", id: "subject_id", of: { film: Film } }),
      ),
    /Credit\.wrong: Film is no member of Agent/u,
  ],
  [
    "a type without a rule",
    (builder) => builder.table("film.film", untyped({ name: "Open", key: "id" })),
    /Open: say who may see a row/u,
  ],
  [
    "an embedded field of a type that is not embedded",
    (builder, { Film, Studio }) =>
      builder.objectField(Film, "inner", (t) => t.embedded(untyped(Studio), () => untyped({}))),
    /Film\.inner: Studio! is not embedded/u,
  ],
])("%s does not build", (_title, add, message) => {
  const builder = createBuilder();
  const festival = defineFestival(builder);
  const build = () => {
    add(builder, festival);
    return builder.toSchema();
  };
  expect(build).toThrow(message);
});

test.each([Number.POSITIVE_INFINITY, Number.NaN, 0, 1.5])("no page holds up to %d rows", (max) => {
  const builder = createBuilder({ pageSize: { default: 10, max } });
  expect(() => builder.toSchema()).toThrow(/pageSize\.max is a whole number/u);
});
