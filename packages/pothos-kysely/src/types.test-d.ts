import { sql } from "kysely";
import { createBuilder } from "./testing/builder.ts";
import { defineFestival } from "./testing/schema.ts";

// What the compiler refuses. Each line without an error here is a mistake that would compile.
const builder = createBuilder();
const { Studio, Person, Film, Agent, Subject, Run, Credit, Node } = defineFestival(builder);

// @ts-expect-error a rule is required
builder.table("film.studio", { name: "A", key: "id" });
// @ts-expect-error no such table
builder.table("film.stduio", { name: "A", key: "id", visible: () => true });
// @ts-expect-error no such key
builder.table("film.studio", { name: "A", key: "idd", visible: () => true });
builder.table("film.studio", {
  name: "A",
  key: "id",
  // @ts-expect-error a rule reads columns that are there
  visible: (row, _, eb) => eb(row.nmae, "=", "x"),
});
// @ts-expect-error a rule is a condition
builder.table("film.studio", { name: "A", key: "id", visible: (row) => row.name });
// @ts-expect-error `false` is no rule
builder.table("film.studio", { name: "A", key: "id", visible: () => false });
builder.table("film.film", {
  name: "A",
  key: "id",
  // @ts-expect-error a value has its column's type
  visible: (row, _, eb) => eb(row.status, "=", "hidden"),
});
builder.table("film.film", {
  name: "A",
  key: "id",
  // @ts-expect-error a rule has no way to read a table around another's rule
  visible: (_row, _viewer, eb) => eb.exists(eb.selectFrom("film.person").select("id")),
});
builder.table("film.film", {
  name: "A",
  key: "id",
  // @ts-expect-error a flag of the viewer's is a boolean, a list is a parameter
  visible: (_row, viewer) => viewer.studios.includes("x"),
});
builder.table("film.credit", {
  name: "A",
  key: "id",
  // @ts-expect-error no such column to be seen through
  visible: { through: Film, column: "filmid" },
});
// @ts-expect-error the interface exposes a column that this table has not
builder.table("film.review", { name: "A", key: "id", visible: () => true, interfaces: [Agent] });

builder.objectFields(Studio, (t) => ({
  // @ts-expect-error no such column
  noColumn: t.exposeString("nmae"),
  // @ts-expect-error a nullable column is a nullable field
  nullableColumn: t.exposeString("motto"),
  // @ts-expect-error a text is no Int
  wrongScalar: t.exposeInt("name"),
  // @ts-expect-error a list has an order
  noOrder: t.many(Studio, { on: { parent_id: "id" } }),
  // @ts-expect-error an order has a term
  emptyOrder: t.many(Studio, { on: { parent_id: "id" }, order: [] }),
  // @ts-expect-error no such column in the order
  wrongOrder: t.many(Studio, { on: { parent_id: "id" }, order: ["nmae"] }),
  // @ts-expect-error no such column in the child
  wrongChild: t.many(Studio, { on: { parent: "id" }, order: ["name"] }),
  // @ts-expect-error no such column in the parent
  wrongParent: t.many(Studio, { on: { parent_id: "idd" }, order: ["name"] }),
  // @ts-expect-error a number is no id
  wrongType: t.many(Film, { on: { number: "id" }, order: ["number"] }),
  // @ts-expect-error a page has no order over nulls
  nullOrder: t.page(Studio, { on: { parent_id: "id" }, order: ["motto"] }),
  coalescedOrder: t.page(Studio, {
    on: { parent_id: "id" },
    order: [{ by: (row) => sql<string>`coalesce(${row.motto}, '')` }],
  }),
  wrongLink: t.many(Film, {
    // @ts-expect-error a link's columns are checked at both ends
    via: { table: "film.credit", from: { film: "id" }, to: { film_id: "id" } },
    order: ["number"],
  }),
  // @ts-expect-error an argument that is not declared
  noArgument: t.one(Studio, { where: (row, args, eb) => eb(row.slug, "=", args.slug) }),
  // @ts-expect-error computed reads only what it asked for
  notNeeded: t.computed("String", ["name"], (row) => row.motto ?? ""),
  // @ts-expect-error computed gives what it says
  wrongComputed: t.computed("Int", ["name"], (row) => row.name),
  // @ts-expect-error an expression that may be null says so
  nullExpression: t.expression("String", (row) => row.motto),
  nullableExpression: t.expression("String", (row) => row.motto, { nullable: true }),
  // @ts-expect-error an expression has the type of its field
  wrongExpression: t.expression("Int", (row) => row.name),
  aroundTheWall: t.field({
    type: Person,
    // @ts-expect-error a resolver cannot hand out a row that went around the wall
    resolve: () => ({ id: "1", name: "x", email: null, listed: true }),
  }),
  // @ts-expect-error an embedded object needs each of its columns
  missingColumn: t.embedded(Run, (row) => ({ opens: row.name })),
  wrongEmbedded: t.embedded(Run, (row) => ({
    // @ts-expect-error and each of its own type
    opens: row.motto,
    closes: row.motto,
    film_id: row.id,
  })),
}));

builder.objectFields(Credit, (t) => ({
  // @ts-expect-error a kind is a text
  wrongKind: t.member(Subject, { kind: "position", id: "subject_id", of: { film: Film } }),
  // @ts-expect-error a member is a table's type
  noTable: t.member(Subject, { kind: "kind", id: "subject_id", of: { film: Node } }),
  // @ts-expect-error eb.exists checks its columns too
  wrongExists: t.expression("Boolean", (_row, _args, eb) => eb.exists(Film, { id: "film" })),
}));

// @ts-expect-error Query has no row to relate to
builder.queryField("related", (t) => t.one(Studio, { on: { id: "id" } }));
