import { PGlite, types } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect, type Selectable } from "kysely";
import pg from "pg";
import { type Award, type Database, ddl, type Viewer } from "./database.ts";

export type Rows = { [Table in keyof Database]: Selectable<Database[Table]>[] };

const kinds = { studio: 1, person: 2, film: 3, credit: 4, review: 5 };

/** The nth id of a kind. */
export const idOf = (kind: keyof typeof kinds, n: number) =>
  `${String(kinds[kind]).repeat(8)}-0000-4000-8000-${String(n).padStart(12, "0")}`;

const pick = <T>(items: readonly T[], n: number): T => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
};

const names = ["Ada", "Sam", `O'Neil "Q" \\ ü \u0001\u2028 \n\t{"$0":"$1":`, "Zoë 🎬", "Li", "Kim"];
const budgets = [null, 0, 0.5, 1234.25, 1e-3, 99_999_999.125];

const studio = (n: number): Rows["film.studio"][number] => ({
  id: idOf("studio", n),
  slug: `s${n}`,
  name: `Studio ${n}`,
  motto: n % 2 ? `Motto -0e-777 ${n}` : null,
  parent_id: n > 1 ? idOf("studio", 1) : null,
});

const person = (n: number): Rows["film.person"][number] => ({
  id: idOf("person", n),
  name: pick(names, n - 1),
  email: n % 2 ? `p${n}@x.test` : null,
  listed: n % 3 !== 0,
});

/** Eight films a studio, with ties in every order and nulls wherever one may be. */
function film(n: number): Rows["film.film"][number] {
  const now = filmNow(n);
  const access = n % 4 ? "public" : "club";
  return { ...now, kept: n % 5 ? { ...now, title: `${now.title}, once`, access } : null };
}

function filmNow(n: number): Rows["film.film"][number] {
  const day = (n * 7) % 9;
  return {
    id: idOf("film", n),
    studio_id: idOf("studio", 1 + ((n - 1) >> 3)),
    sequel_to: n % 3 ? idOf("film", 1 + ((n * 5) % 32)) : null,
    number: 1 + ((n * 3) % 5),
    title: `Film ${n % 2 ? "and its" : "without"} ${names[n % 6]}`,
    status: pick(["draft", "shown", "withdrawn"] as const, n),
    access: n % 2 ? "public" : "club",
    shown_on: n % 4 ? `2026-0${1 + day}-01` : null,
    budget: pick(budgets, n),
    tags: Array.from({ length: n % 3 }, (_, i) => `tag "${i}"`),
    opens: n % 5 ? `2026-03-0${1 + (n % 9)}` : null,
    closes: n % 7 ? "2026-03-20" : null,
    hall: null,
    awards: n % 6 ? upTo(n % 4).map((place) => award(n, place)) : null,
    kept: null,
  };
}

const award = (n: number, place: number): Award => ({
  name: `Award ${place} ${pick(names, n)}`,
  year: 2020 + place,
  jury: place % 2 ? { chair: pick(names, n + place), size: n % 3 ? 5 : null } : null,
  nominees: upTo(n % 3).map((nth) => ({ id: idOf("person", nth), secret: nth % 2 === 0 })),
});

function credit(n: number, filmNumber: number, position: number): Rows["film.credit"][number] {
  const kind = pick(["person", "studio", "film", "unknown"] as const, n);
  const subjects = { person: 6, studio: 4, film: 32 };
  return {
    id: idOf("credit", n),
    film_id: idOf("film", filmNumber),
    position,
    kind,
    subject_id: kind === "unknown" ? null : idOf(kind, 1 + (n % subjects[kind])),
    label: `credit ${n}`,
  };
}

const review = (n: number): Rows["film.review"][number] => ({
  id: idOf("review", n),
  film_id: idOf("film", 1 + ((n * 3) % 32)),
  author_id: idOf("person", 1 + (n % 6)),
  stars: 1 + (n % 5),
  body: `Body ${n % 4}`,
  published: n % 3 !== 0,
});

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

export function festival(): Rows {
  const films = upTo(32).map(film);
  const credited = films.flatMap((_, i) =>
    Array.from({ length: i % 4 }, (_each, at) => [i + 1, at]),
  );
  return {
    "film.studio": upTo(4).map(studio),
    "film.person": upTo(6).map(person),
    "film.film": films,
    "film.credit": credited.map(([of = 0, at = 0], i) => credit(i + 1, of, at)),
    "film.review": upTo(60).map(review),
  };
}

export const viewers = {
  anonymous: { staff: false, person: null, studios: [] },
  member: {
    staff: false,
    person: idOf("person", 3),
    studios: [idOf("studio", 1), idOf("studio", 2)],
  },
  staff: { staff: true, person: idOf("person", 1), studios: [] },
} satisfies Record<string, Viewer>;

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

type Run = (sql: string, values?: unknown[]) => Promise<unknown>;

async function fill(run: Run, rows: Rows) {
  for (const [table, all] of Object.entries(rows)) {
    const insert = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
    await run(insert, [JSON.stringify(all)]);
  }
}

/** The festival on PGlite, or on a PostgreSQL schema of its own where `TEST_DATABASE_URL` is set. */
export async function openFestival(rows = festival()) {
  const statements: Statement[] = [];
  const log = (event: { query: Statement }) => {
    statements.push(event.query);
  };
  const url = process.env["TEST_DATABASE_URL"];
  if (!url) {
    const pglite = await PGlite.create({ parsers: { [types.DATE]: (day) => day } });
    await pglite.exec(ddl);
    await fill((sql, values) => pglite.query(sql, values), rows);
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }), log });
    return { db, statements, rows, close: () => pglite.close() };
  }
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `remit_test_${process.pid}_${Date.now()}`;
  await admin.query(`create database ${name}`);
  const pool = new pg.Pool({
    connectionString: Object.assign(new URL(url), { pathname: `/${name}` }).href,
    max: 3,
  });
  await pool.query(ddl);
  await fill((sql, values) => pool.query(sql, values), rows);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), log });
  const close = async () => {
    await pool.end();
    await admin.query(`drop database ${name}`);
    await admin.end();
  };
  return { db, statements, rows, close };
}

export type Festival = Awaited<ReturnType<typeof openFestival>>;
