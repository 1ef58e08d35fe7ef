import { execute, parse } from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isMade } from "./index.ts";
import { createBuilder } from "./testing/builder.ts";
import { type Festival, openFestival, viewers } from "./testing/data.ts";

let festival: Festival;
beforeAll(async () => {
  festival = await openFestival();
});
afterAll(() => festival.close());

/** Films with what is made of the record that each keeps of an earlier film. */
function schemaOfFilms() {
  const builder = createBuilder();
  const Film = builder.table("film.film", {
    name: "Film",
    key: "id",
    version: "number",
    visible: () => true,
  });
  const Reel = builder.embedded<{ kept: unknown }>("Reel");
  builder.objectFields(Film, (t) => ({
    id: t.key(),
    number: t.exposeInt("number"),
    made: t.expression("Boolean", (row) => sql.lit(isMade(row))),
    owned: t.computed("String", ["title"], ({ title }) => title, { nullable: true, kept: true }),
    title: t.computed("String", ["title"], async ({ title }) => title),
    kept: t.one(Film, {
      made: true,
      from: (_row, _args, eb, _viewer, { kept }) => eb.fn("film.as_kept", [kept]),
    }),
    reel: t.embedded(Reel, ({ kept }) => ({ kept }), {
      args: { old: t.arg.boolean() },
      made: ({ old }) => old === true,
    }),
  }));
  builder.objectFields(Reel, (t) => ({
    made: t.expression("Boolean", (row) => sql.lit(isMade(row))),
  }));
  builder.queryType({
    fields: (t) => ({
      films: t.many(Film, {
        where: ({ kept }, _args, eb) => eb(kept, "is not", null),
        order: ["id"],
      }),
    }),
  });
  return builder.toSchema();
}

const selection = "id number made owned title reel { made } old: reel(old: true) { made }";

test("a row that is made has an id of its own, and nothing that only a table's row has", async () => {
  const { data, errors } = await execute({
    schema: schemaOfFilms(),
    document: parse(`{ films { ${selection} kept { ${selection} } } }`),
    contextValue: { db: festival.db, viewer: viewers.staff },
  });
  expect(errors).toBeUndefined();
  const { films } = JSON.parse(JSON.stringify(data));
  expect(films.length).toBeGreaterThan(0);
  for (const { kept, ...film } of films) {
    expect(film).toEqual({
      id: expect.stringMatching(/^Film:[0-9a-f-]{36}$/u),
      number: film.number,
      made: false,
      owned: film.title,
      title: film.title,
      reel: { made: false },
      old: { made: true },
    });
    expect(kept).toEqual({
      id: expect.stringMatching(new RegExp(`^Film:[0-9a-f-]{36}@${kept.number}$`, "u")),
      number: kept.number,
      made: true,
      owned: null,
      title: kept.title,
      reel: { made: true },
      old: { made: true },
    });
  }
});
