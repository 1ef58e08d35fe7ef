import { sql } from "kysely";
import { at, keyOf } from "../index.ts";
import { type Builder, createBuilder } from "./builder.ts";
import { defineAgents, defineFilms } from "./types.ts";

const By = (builder: Builder) =>
  builder.inputType("StudioBy", {
    isOneOf: true,
    fields: (t) => ({ slug: t.string(), name: t.string() }),
  });

function defineRoots(
  builder: Builder,
  { Node, Studio, Person }: ReturnType<typeof defineAgents>,
  { Film }: ReturnType<typeof defineFilms>,
) {
  const Me = builder.embedded<{ id: string | null }>("Me");
  builder.objectFields(Me, (t) => ({
    staff: t.expression("Boolean", (_row, _args, eb, viewer) => eb.lit(viewer.staff)),
    person: t.one(Person, { on: { id: "id" } }),
  }));
  builder.queryFields((t) => ({
    node: t.node(Node),
    me: t.embedded(Me, (_row, _args, eb, viewer) => ({
      id: sql<string | null>`${viewer.person}::uuid`,
    })),
    studio: t.one(Studio, {
      args: { by: t.arg({ type: By(builder), required: true }) },
      where: (row, { by }, eb) =>
        by.slug ? eb(row.slug, "=", by.slug) : by.name ? eb(row.name, "=", by.name) : eb.lit(false),
    }),
    studios: t.many(Studio, {
      args: { slugs: t.arg.stringList() },
      where: (row, { slugs }) => slugs && sql<boolean>`${row.slug} = any(${slugs})`,
      order: ["name desc"],
    }),
    film: t.one(Film, {
      args: { id: t.arg.id({ required: true }) },
      where: (row, { id }, eb) => eb(row.id, "=", keyOf(Film, id)),
    }),
    films: t.page(Film, { order: ["status", "number desc"] }),
    titled: t.page(Film, {
      args: { word: t.arg.string({ required: true }) },
      from: (_row, { word }, eb) => eb.fn("film.titled", [word]),
      order: ["number desc"],
    }),
    echo: t.field({
      type: "Json",
      args: { value: t.arg({ type: "Json" }) },
      nullable: true,
      resolve: (_root, { value }) => value,
    }),
  }));
}

function defineVerbs(builder: Builder, { Film }: ReturnType<typeof defineFilms>) {
  const Refused = builder
    .objectRef<{ code: string }>("Refused")
    .implement({ fields: (t) => ({ code: t.exposeString("code") }) });
  const Result = builder.unionType("ShowFilmResult", {
    types: [Film, Refused],
    resolveType: (value) => ("code" in value ? "Refused" : "Film"),
  });
  builder.mutationType({});
  builder.mutationField("showFilm", (t) =>
    t.field({
      type: Result,
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, args, context, info) => {
        const id = keyOf(Film, args.id);
        if (id === null) return { code: "NOT_FOUND" };
        const { numUpdatedRows } = await context.db
          .updateTable("film.film")
          .set({ status: "shown" })
          .where("id", "=", id)
          .where("status", "=", "draft")
          .executeTakeFirst();
        const film = numUpdatedRows ? await at(Film, id, context, info) : null;
        return film ?? { code: "NOT_FOUND" };
      },
    }),
  );
}

export function defineFestival(builder: Builder) {
  const agents = defineAgents(builder);
  const films = defineFilms(builder, agents);
  defineRoots(builder, agents, films);
  defineVerbs(builder, films);
  return { ...agents, ...films };
}

export function createSchema(limit?: number) {
  const builder = createBuilder(limit === undefined ? {} : { limit });
  defineFestival(builder);
  return builder.toSchema();
}
