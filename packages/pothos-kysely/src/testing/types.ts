import { sql } from "kysely";
import type { Builder } from "./builder.ts";
import type { Award } from "./database.ts";

export function defineAgents(builder: Builder) {
  const Node = builder
    .interfaceRef<{ id: string }>("Node")
    .implement({ fields: (t) => ({ id: t.key() }) });
  const Agent = builder
    .interfaceRef<{ name: string }>("Agent")
    .implement({ fields: (t) => ({ name: t.exposeString("name") }) });
  const Studio = builder.table("film.studio", {
    name: "Studio",
    key: "id",
    visible: () => true,
    interfaces: [Node, Agent],
  });
  const Person = builder.table("film.person", {
    name: "Person",
    key: "id",
    visible: (row, viewer, eb) =>
      viewer.staff || eb.or([eb(row.listed, "=", true), eb(row.id, "=", viewer.person)]),
    interfaces: [Node, Agent],
  });

  builder.objectFields(Studio, (t) => ({
    slug: t.exposeString("slug"),
    motto: t.exposeString("motto", { nullable: true }),
    parent: t.one(Studio, { on: { id: "parent_id" } }),
    children: t.many(Studio, { on: { parent_id: "id" }, order: ["name"], size: 3 }),
    shout: t.computed(
      "String",
      {
        columns: ["name", "motto"],
        values: { parts: (_row, _args, eb) => eb.count(Studio, { parent_id: "id" }) },
      },
      (row) => `${row.name.toUpperCase()}: ${row.motto ?? "–"} (${row.parts})`,
    ),
    loud: t.expose("name", { type: "Loud" }),
  }));
  builder.objectFields(Person, (t) => ({
    email: t.expression(
      "String",
      (row, _args, eb, viewer) => (viewer.staff ? row.email : eb.lit(null)),
      { nullable: true },
    ),
  }));
  return { Node, Agent, Studio, Person };
}

export function defineFilms(
  builder: Builder,
  { Node, Agent, Studio, Person }: ReturnType<typeof defineAgents>,
) {
  const Status = builder.enumType("FilmStatus", {
    values: {
      DRAFT: { value: "draft" },
      SHOWN: { value: "shown" },
      WITHDRAWN: { value: "withdrawn" },
    },
  });
  const Film = builder.table("film.film", {
    name: "Film",
    key: "id",
    interfaces: [Node],
    visible: (row, viewer, eb) =>
      viewer.staff ||
      eb.or([
        eb(row.access, "=", "public"),
        sql<boolean>`${row.studio_id} = any(${viewer.studios.as("uuid[]")})`,
      ]),
  });
  const Credit = builder.table("film.credit", {
    name: "Credit",
    key: "id",
    interfaces: [Node],
    visible: { through: Film, column: "film_id" },
  });
  const Review = builder.table("film.review", {
    name: "Review",
    key: "id",
    visible: (row, viewer, eb) =>
      eb.and([
        eb.exists(Film, { id: "film_id" }),
        eb.or([eb(row.published, "=", true), eb(row.author_id, "=", viewer.person)]),
      ]),
  });
  const Run = builder.embedded<{ opens: string; closes: string | null; film_id: string }>("Run");
  builder.objectFields(Run, (t) => ({
    opens: t.expose("opens", { type: "Date" }),
    closes: t.expose("closes", { type: "Date", nullable: true }),
    days: t.expression("Int", (row) => sql<number | null>`${row.closes} - ${row.opens} + 1`, {
      nullable: true,
    }),
    label: t.computed("String", ["opens", "closes"], (row) => `${row.opens}/${row.closes ?? ""}`),
    credits: t.many(Credit, { on: { film_id: "film_id" }, order: ["position"] }),
  }));
  const Nominee = builder.embedded<{ id: string }>("Nominee");
  builder.objectFields(Nominee, (t) => ({ person: t.one(Person, { on: { id: "id" } }) }));
  const Jury = builder.embedded<{ chair: string; size: number | null }>("Jury");
  builder.objectFields(Jury, (t) => ({
    chair: t.exposeString("chair"),
    size: t.exposeInt("size", { nullable: true }),
  }));
  const AwardType = builder.embedded<Award & { film_id: string }>("Award");
  builder.objectFields(AwardType, (t) => ({
    name: t.exposeString("name"),
    year: t.exposeInt("year"),
    jury: t.embedded(
      Jury,
      ({ jury }) => ({
        chair: sql<string>`${jury} ->> 'chair'`,
        size: sql<number | null>`(${jury} ->> 'size')::int`,
      }),
      { when: ({ jury }) => sql<boolean>`jsonb_typeof(${jury}) = 'object'` },
    ),
    nominees: t.elements(Nominee, ({ nominees }) => nominees, {
      args: { secret: t.arg.boolean() },
      row: ({ element }) => ({ id: sql<string>`(${element} ->> 'id')::uuid` }),
      where: ({ element }, { secret }, _eb, viewer) => {
        if (!viewer.staff) return sql<boolean>`not (${element} ->> 'secret')::boolean`;
        return secret == null ? null : sql<boolean>`(${element} ->> 'secret')::boolean = ${secret}`;
      },
    }),
    film: t.one(Film, { on: { id: "film_id" } }),
  }));
  const Billing = builder.embedded<{ kind: string; subject_id: string | null; label: string }>(
    "Billing",
  );
  builder.objectFields(Billing, (t) => ({
    label: t.exposeString("label"),
    agent: t.member(Agent, {
      kind: "kind",
      id: "subject_id",
      of: { person: Person, studio: Studio },
    }),
  }));
  const Word = builder.objectRef<{ text: string }>("Word").implement({
    fields: (t) => ({
      text: t.exposeString("text"),
      length: t.int({ resolve: ({ text }) => text.length }),
    }),
  });
  const Subject = builder.unionType("Subject", { types: [Person, Studio, Film] });

  builder.objectFields(Film, (t) => ({
    number: t.exposeInt("number"),
    title: t.exposeString("title"),
    status: t.expose("status", { type: Status }),
    shownOn: t.expose("shown_on", { type: "Date", nullable: true }),
    budget: t.exposeFloat("budget", { nullable: true }),
    tags: t.exposeStringList("tags"),
    overdue: t.expression(
      "Boolean",
      (row) =>
        sql<boolean>`${row.status} = 'draft' and coalesce(${row.shown_on} < '2026-06-01', false)`,
      { notNull: true },
    ),
    words: t.computed([Word], ["title"], (row) => row.title.split(" ").map((text) => ({ text }))),
    run: t.embedded(
      Run,
      (row) => ({
        opens: sql<string>`${row.opens}`,
        closes: row.closes,
        film_id: row.id,
      }),
      { when: (row, _args, eb) => eb(row.opens, "is not", null) },
    ),
    awards: t.elements(AwardType, ({ awards }) => awards, {
      row: ({ element }, _args, _eb, _viewer, { id }) => ({
        name: sql<string>`${element} ->> 'name'`,
        year: sql<number>`(${element} ->> 'year')::int`,
        jury: sql<Award["jury"]>`${element} -> 'jury'`,
        nominees: sql<Award["nominees"]>`${element} -> 'nominees'`,
        film_id: id,
      }),
    }),
    kept: t.one(Film, {
      from: (_row, _args, eb, _viewer, { kept }) => eb.fn("film.as_kept", [kept]),
    }),
    studio: t.one(Studio, { on: { id: "studio_id" }, nullable: false }),
    later: t.many(Film, {
      on: { studio_id: "studio_id" },
      where: (row, _args, eb, _viewer, film) => eb(row.number, ">", film.number),
      order: ["number"],
    }),
    sequelTo: t.one(Film, { on: { id: "sequel_to" } }),
    mustFollow: t.one(Film, { on: { id: "sequel_to" }, nullable: false }),
    credits: t.many(Credit, { on: { film_id: "id" }, order: ["position"] }),
    reviews: t.page(Review, {
      on: { film_id: "id" },
      args: { stars: t.arg.int() },
      where: (row, { stars }, eb) => stars && eb(row.stars, ">=", stars),
      order: ["stars desc", "body"],
    }),
    reviewCount: t.count(Review, { on: { film_id: "id" } }),
    praised: t.expression("Boolean", (_row, _args, eb) =>
      eb.exists(Review, { film_id: "id" }, (review) => eb(review.stars, ">", 3)),
    ),
  }));
  builder.objectField(Person, "films", (t) =>
    t.many(Film, {
      via: { table: "film.credit", from: { subject_id: "id" }, to: { film_id: "id" } },
      order: ["number"],
    }),
  );
  builder.objectFields(Credit, (t) => ({
    label: t.exposeString("label"),
    billing: t.embedded(Billing, (row) => row),
    agent: t.member(Agent, {
      kind: "kind",
      id: "subject_id",
      of: { person: Person, studio: Studio },
    }),
    subject: t.member(Subject, {
      kind: "kind",
      id: "subject_id",
      of: { person: Person, studio: Studio, film: Film },
    }),
    film: t.one(Film, { on: { id: "film_id" }, nullable: false }),
  }));
  builder.objectFields(Review, (t) => ({
    stars: t.exposeInt("stars"),
    body: t.exposeString("body"),
    author: t.one(Person, { on: { id: "author_id" } }),
    film: t.one(Film, { on: { id: "film_id" }, nullable: false }),
  }));
  builder.objectFields(Studio, (t) => ({
    latest: t.one(Film, { on: { studio_id: "id" }, order: ["number desc"] }),
    filmCount: t.count(Film, { on: { studio_id: "id" } }),
    films: t.page(Film, {
      on: { studio_id: "id" },
      args: { status: t.arg({ type: Status }), overdue: t.arg.boolean() },
      where: (row, { status, overdue }, eb) =>
        eb.and([
          ...(status ? [eb(row.status, "=", status)] : []),
          ...(overdue ? [sql<boolean>`${row.shown_on} < '2026-06-01'`] : []),
        ]),
      order: [{ by: (row) => sql<string>`coalesce(${row.shown_on}, 'infinity')` }],
    }),
  }));
  return { Film, Credit, Review, Status, Subject, Run };
}
