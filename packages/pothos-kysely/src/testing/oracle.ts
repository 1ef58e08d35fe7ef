import {
  buildSchema,
  execute,
  type GraphQLSchema,
  isObjectType,
  parse,
  printSchema,
} from "graphql";
import { cursorOf as written, type lists, placesOf } from "./cursors.ts";
import type { Rows } from "./data.ts";
import type { Viewer } from "./database.ts";

/*
 * The festival's schema again, resolved field by field over arrays: slow, obvious, and written
 * without a look at plans. Who may see what is said here a second time, on purpose.
 */

type Row = Readonly<Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any -- rows of all tables
type Resolve = (parent: Row, args: Row, viewer: Viewer) => unknown;
type Key = (row: Row) => string | number;

const statuses: Row = { draft: "DRAFT", shown: "SHOWN", withdrawn: "WITHDRAWN" };

/** `1` ascending, `-1` descending. */
type Terms = readonly (readonly [Key, 1 | -1])[];

const byTerms = (terms: Terms) => (a: Row, b: Row) => {
  for (const [key, direction] of terms) {
    if (key(a) !== key(b)) return key(a) < key(b) ? -direction : direction;
  }
  return 0;
};

function page(list: keyof typeof lists, all: readonly Row[], terms: Terms, args: Row) {
  const cursorOf = (row: Row) =>
    written(
      list,
      terms.map(([key]) => String(key(row))),
    );
  const side = (row: Row, cursor: string) => {
    const place = placesOf(cursor);
    for (const [i, [key, direction]] of terms.entries()) {
      const mine = key(row);
      const theirs = typeof mine === "number" ? Number(place[i]) : (place[i] ?? "");
      if (mine !== theirs) return mine < theirs ? -direction : direction;
    }
    return 0;
  };
  const { first, last, after, before } = args;
  const sorted = all.toSorted(byTerms(terms));
  const rows = sorted.filter(
    (row) => (!after || side(row, after) > 0) && (!before || side(row, before) < 0),
  );
  const backwards = last != null;
  const size = last ?? first ?? 20;
  const cut = backwards ? rows.slice(Math.max(0, rows.length - size)) : rows.slice(0, size);
  return {
    edges: cut.map((node) => ({ node, cursor: cursorOf(node) })),
    nodes: cut,
    totalCount: all.length,
    pageInfo: {
      hasNextPage: backwards ? before != null : rows.length > size,
      hasPreviousPage: backwards ? rows.length > size : after != null,
      startCursor: cut[0] ? cursorOf(cut[0]) : null,
      endCursor: cut.length ? cursorOf(cut.at(-1) ?? {}) : null,
    },
  };
}

const global = (kind: string) => (row: Row) => `${kind}:${row["id"]}`;
const id: Key = (row) => row["id"];
const asc = (name: string): readonly [Key, 1] => [(row) => row[name], 1];
const desc = (name: string): readonly [Key, -1] => [(row) => row[name], -1];

function seen(rows: Rows, viewer: Viewer) {
  const film = (row: Row) =>
    viewer.staff || row["access"] === "public" || viewer.studios.includes(row["studio_id"]);
  const films = rows["film.film"].filter(film);
  const hasFilm = (row: Row) => films.some((each) => each.id === row["film_id"]);
  return {
    Studio: rows["film.studio"],
    Person: rows["film.person"].filter(
      (row) => viewer.staff || row.listed || row.id === viewer.person,
    ),
    Film: films,
    Credit: rows["film.credit"].filter(hasFilm),
    Review: rows["film.review"].filter(
      (row) => hasFilm(row) && (row.published || row.author_id === viewer.person),
    ),
  } satisfies Record<string, readonly Row[]>;
}

type Kind = keyof ReturnType<typeof seen>;

export function oracle(schema: GraphQLSchema, rows: Rows) {
  const all = (kind: Kind, viewer: Viewer): readonly Row[] => seen(rows, viewer)[kind];
  const where = (kind: Kind, viewer: Viewer, test: (row: Row) => boolean) =>
    all(kind, viewer).filter(test);
  const byId = (kind: Kind, viewer: Viewer, key: string) =>
    where(kind, viewer, (row) => row["id"] === key)[0] ?? null;
  const branded = (kind: string, viewer: Viewer, key: string) => {
    const kinds: Row = { Studio: true, Person: true, Film: true, Credit: true };
    const row = kinds[kind] ? byId(kind as Kind, viewer, key) : null; // oxlint-disable-line typescript/no-unsafe-type-assertion -- looked up above
    return row && { ...row, __typename: kind };
  };
  const member = (kinds: Row) => (parent: Row, _args: Row, viewer: Viewer) =>
    branded(kinds[parent["kind"]] ?? "", viewer, parent["subject_id"]);
  const ofFilm = (parent: Row, viewer: Viewer, kind: Kind) =>
    where(kind, viewer, (row) => row["film_id"] === parent["id"]);
  const fields: Record<string, Record<string, Resolve>> = {
    Query: {
      node: (_, args, viewer) => {
        const [kind = "", key = ""] = args["id"].split(/:(.*)/su);
        return branded(kind, viewer, key);
      },
      me: (_, _args, viewer) => ({ ...viewer, id: viewer.person }),
      studio: (_, { by }, viewer) =>
        where("Studio", viewer, (row) =>
          by.slug ? row["slug"] === by.slug : row["name"] === by.name,
        )[0] ?? null,
      studios: (_, { slugs }, viewer) =>
        where("Studio", viewer, (row) => !slugs || slugs.includes(row["slug"])).toSorted(
          byTerms([desc("name")]),
        ),
      film: (_, args, viewer) => {
        const [kind, key = ""] = args["id"].split(/:(.*)/su);
        return kind === "Film" ? byId("Film", viewer, key) : null;
      },
      films: (_, args, viewer) =>
        page("Query.films", all("Film", viewer), [asc("status"), desc("number"), desc("id")], args),
      titled: (_, args, viewer) =>
        page(
          "Query.titled",
          where("Film", viewer, (row) => row["title"].includes(args["word"])),
          [desc("number"), desc("id")],
          args,
        ),
      echo: (_, { value }) => value,
    },
    Me: { person: (me, _, viewer) => byId("Person", viewer, me["person"]) },
    Studio: {
      id: global("Studio"),
      parent: (row, _, viewer) => byId("Studio", viewer, row["parent_id"]),
      children: (row, _, viewer) =>
        where("Studio", viewer, (each) => each["parent_id"] === row["id"]).toSorted(
          byTerms([asc("name")]),
        ),
      shout: (row, _, viewer) => {
        const parts = where("Studio", viewer, (part) => part["parent_id"] === row["id"]).length;
        return `${row["name"].toUpperCase()}: ${row["motto"] ?? "–"} (${parts})`;
      },
      loud: (row) => row["name"].toUpperCase(),
      latest: (row, _, viewer) =>
        where("Film", viewer, (film) => film["studio_id"] === row["id"]).toSorted(
          byTerms([desc("number"), desc("id")]),
        )[0] ?? null,
      filmCount: (row, _, viewer) =>
        where("Film", viewer, (film) => film["studio_id"] === row["id"]).length,
      films: (row, args, viewer) =>
        page(
          "Studio.films",
          where(
            "Film",
            viewer,
            (film) =>
              film["studio_id"] === row["id"] &&
              (!args["status"] || statuses[film["status"]] === args["status"]) &&
              (!args["overdue"] || (film["shown_on"] !== null && film["shown_on"] < "2026-06-01")),
          ),
          [
            [(film) => film["shown_on"] ?? "infinity", 1],
            [id, 1],
          ],
          args,
        ),
    },
    Person: {
      id: global("Person"),
      email: (row, _, { staff }) => (staff ? row["email"] : null),
      films: (row, _, viewer) =>
        where("Film", viewer, (film) =>
          rows["film.credit"].some(
            (credit) => credit.subject_id === row["id"] && credit.film_id === film["id"],
          ),
        ).toSorted(byTerms([asc("number"), [id, 1]])),
    },
    Film: {
      id: global("Film"),
      status: (row) => statuses[row["status"]],
      shownOn: (row) => row["shown_on"],
      overdue: (row) =>
        row["status"] === "draft" && row["shown_on"] !== null && row["shown_on"] < "2026-06-01",
      words: (row) =>
        row["title"].split(" ").map((text: string) => ({ text, length: text.length })),
      run: (row) => (row["opens"] === null ? null : row),
      awards: (row) =>
        (row["awards"] ?? []).map((award: Row) => ({ ...award, film_id: row["id"] })),
      kept: ({ kept }, _, { staff, studios }) =>
        kept && (staff || kept.access === "public" || studios.includes(kept.studio_id))
          ? kept
          : null,
      studio: (row, _, viewer) => byId("Studio", viewer, row["studio_id"]),
      later: (row, _, viewer) =>
        where(
          "Film",
          viewer,
          (film) => film["studio_id"] === row["studio_id"] && film["number"] > row["number"],
        ).toSorted(byTerms([asc("number"), [id, 1]])),
      sequelTo: (row, _, viewer) => byId("Film", viewer, row["sequel_to"]),
      mustFollow: (row, _, viewer) => byId("Film", viewer, row["sequel_to"]),
      credits: (row, _, viewer) =>
        ofFilm(row, viewer, "Credit").toSorted(byTerms([asc("position")])),
      reviews: (row, args, viewer) =>
        page(
          "Film.reviews",
          ofFilm(row, viewer, "Review").filter(
            ({ stars }) => args["stars"] == null || stars >= args["stars"],
          ),
          [desc("stars"), asc("body"), [id, 1]],
          args,
        ),
      reviewCount: (row, _, viewer) => ofFilm(row, viewer, "Review").length,
      praised: (row, _, viewer) => ofFilm(row, viewer, "Review").some(({ stars }) => stars > 3),
    },
    Run: {
      days: (row) =>
        row["closes"] === null
          ? null
          : (Date.parse(row["closes"]) - Date.parse(row["opens"])) / 864e5 + 1,
      label: (row) => `${row["opens"]}/${row["closes"] ?? ""}`,
      credits: (row, _, viewer) =>
        ofFilm(row, viewer, "Credit").toSorted(byTerms([asc("position")])),
    },
    Award: {
      nominees: (award, { secret }, { staff }) =>
        award["nominees"].filter((each: Row) =>
          staff ? secret == null || each["secret"] === secret : !each["secret"],
        ),
      film: (award, _, viewer) => byId("Film", viewer, award["film_id"]),
    },
    Nominee: { person: (row, _, viewer) => byId("Person", viewer, row["id"]) },
    Billing: { agent: member({ person: "Person", studio: "Studio" }) },
    Credit: {
      id: global("Credit"),
      billing: (row) => row,
      agent: member({ person: "Person", studio: "Studio" }),
      subject: member({ person: "Person", studio: "Studio", film: "Film" }),
      film: (row, _, viewer) => byId("Film", viewer, row["film_id"]),
    },
    Review: {
      author: (row, _, viewer) => byId("Person", viewer, row["author_id"]),
      film: (row, _, viewer) => byId("Film", viewer, row["film_id"]),
    },
  };
  const naive = withResolvers(schema, fields);
  return async (source: string, variableValues: Row, contextValue: Viewer) =>
    execute({ schema: naive, document: parse(source), variableValues, contextValue });
}

function withResolvers(schema: GraphQLSchema, fields: Record<string, Record<string, Resolve>>) {
  const naive = buildSchema(printSchema(schema));
  for (const [name, resolvers] of Object.entries(fields)) {
    const type = naive.getType(name);
    if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
    for (const [field, resolve] of Object.entries(resolvers)) {
      const found = type.getFields()[field];
      if (!found) throw new Error(`There is no field ${name}.${field}.`);
      const resolver = (parent: Row | undefined, args: Row, viewer: Viewer) =>
        resolve(parent ?? {}, args, viewer);
      // Errors are collected in the order of execution, so what waits in the plugin waits here.
      found.resolve =
        name === "Query"
          ? async (...given: Parameters<typeof resolver>) => resolver(...given)
          : resolver;
    }
  }
  return naive;
}
