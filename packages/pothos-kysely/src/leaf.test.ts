import { PGlite } from "@electric-sql/pglite";
import SchemaBuilder from "@pothos/core";
import { execute, parse } from "graphql";
import { Kysely, PGliteDialect, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { KyselyPlugin, writeThrough } from "./index.ts";

/** One value of each kind; a test asks for one column of one row. */
interface Sample {
  id: string;
  float8: number | null;
  float4: number | null;
  int8: number | null;
  numeric: string | null;
  text: string | null;
  date: string | null;
  instant: string | null;
  mood: "glad" | "sad" | null;
  texts: (string | null)[] | null;
  ints: (number | null)[] | null;
  moods: ("glad" | "sad")[] | null;
  days: string[] | null;
  floats: number[] | null;
  json: unknown;
}

interface Types {
  Database: { sample: Sample };
  Viewer: object;
  Context: { db: Kysely<{ sample: Sample }> };
  DefaultFieldNullability: false;
  Scalars: Record<"Date" | "Decimal" | "Instant", { Input: string; Output: string }> & {
    Json: { Input: unknown; Output: unknown };
  };
}

const utc = (value: unknown) =>
  sql`to_char((${value})::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const builder = new SchemaBuilder<Types>({
  plugins: [KyselyPlugin],
  defaultFieldNullability: false,
  kysely: {
    db: ({ db }) => db,
    viewer: () => ({}),
    keyFormat: /^\d+$/u,
    scalars: { Date: (value) => value, Decimal: (value) => sql`(${value})::text`, Instant: utc },
  },
});
for (const name of ["Date", "Decimal", "Instant", "Json"] as const) {
  builder.scalarType(name, { serialize: (value) => value });
}
const Mood = builder.enumType("Mood", {
  values: { GLAD: { value: "glad" }, SAD: { value: "sad" } },
});
const SampleType = builder.table("sample", { name: "Sample", key: "id", visible: () => true });
builder.objectFields(SampleType, (t) => ({
  float8: t.exposeFloat("float8", { nullable: true }),
  float4: t.exposeFloat("float4", { nullable: true }),
  int8: t.exposeInt("int8", { nullable: true }),
  decimal: t.expose("numeric", { type: "Decimal", nullable: true }),
  float: t.expression("Float", (row) => sql<number | null>`${row.numeric}`, { nullable: true }),
  string: t.exposeString("numeric", { nullable: true }),
  text: t.exposeString("text", { nullable: true }),
  date: t.expose("date", { type: "Date", nullable: true }),
  instant: t.expose("instant", { type: "Instant", nullable: true }),
  mood: t.expose("mood", { type: Mood, nullable: true }),
  strictMood: t.expression(Mood, (row) => sql<"glad">`${row.mood}`),
  sureText: t.expression("String", (row) => sql<string>`coalesce(${row.text}, ${row.mood})`, {
    notNull: true,
  }),
  texts: t.expose("texts", { type: ["String"], nullable: { list: true, items: true } }),
  strictTexts: t.expression(["String"], (row) => sql<string[]>`${row.texts}`),
  ints: t.expose("ints", { type: ["Int"], nullable: { list: true, items: true } }),
  moods: t.expose("moods", { type: [Mood], nullable: true }),
  days: t.expose("days", { type: ["Date"], nullable: true }),
  floats: t.expose("floats", { type: ["Float"], nullable: true }),
  json: t.expose("json", { type: "Json", nullable: true }),
}));
builder.queryType({});
builder.queryField("sample", (t) => t.one(SampleType, {}));
const schema = builder.toSchema();

let pglite: PGlite;
let db: Kysely<{ sample: Sample }>;
beforeAll(async () => {
  pglite = await PGlite.create();
  db = new Kysely<{ sample: Sample }>({ dialect: new PGliteDialect({ pglite }) });
  await pglite.exec(`create table sample (id int, float8 float8, float4 float4, int8 int8, numeric numeric, text text, date date,
    instant timestamptz, mood text, texts text[], ints int[], moods text[], days date[], floats float8[], json jsonb)`);
});
afterAll(() => pglite.close());

async function both(field: string, column: string, literal: string) {
  await pglite.exec(`truncate sample; insert into sample (id, ${column}) values (1, ${literal})`);
  const document = parse(`{ sample { ${field} } }`);
  const rows = await execute({ schema, document, contextValue: { db } });
  const written = await writeThrough(schema, document, { context: { db } });
  return { rows: JSON.stringify(rows), written, errors: rows.errors, value: rows.data };
}

test.each<[field: string, literal: string, value: unknown, column?: string]>([
  ["float8", "0.1", 0.1],
  ["float8", "-0", 0],
  ["float8", "1e-4", 1e-4],
  ["float8", "-123456.789", -123456.789],
  ["float8", "99999999999999.75", 99999999999999.75],
  ["float8", "999999999999999", 999_999_999_999_999],
  ["float8", "5e-3", 0.005],
  ["float8", "null", null],
  // What a float4 is as a double: JavaScript has no smaller number.
  ["float4", "0.1", 0.10000000149011612],
  ["int8", "2147483647", 2147483647],
  ["decimal", "1.50", "1.50", "numeric"],
  ["decimal", "123456789012345678901234567890.10", "123456789012345678901234567890.10", "numeric"],
  ["float", "1.50", 1.5, "numeric"],
  ["string", "1.50", "1.50", "numeric"],
  [
    "text",
    `'"\\/' || chr(1) || chr(31) || chr(127) || chr(8232) || E'\\t\\n\\b\\f\\r' || '🎬'`,
    '"\\/\u0001\u001f\u007f\u2028\t\n\b\f\r🎬',
  ],
  ["text", "''", ""],
  ["sureText", "'a \"b\"'", 'a "b"', "text"],
  ["date", "'2026-02-28'", "2026-02-28"],
  ["date", "'infinity'", "infinity"],
  ["instant", "'2026-06-01T12:00:00.5+02:00'", "2026-06-01T10:00:00.500Z"],
  ["mood", "'glad'", "GLAD"],
  ["mood", "null", null],
  ["strictMood", "'sad'", "SAD", "mood"],
  ["texts", `array['a', null, '"']`, ["a", null, '"']],
  ["texts", "'{}'", []],
  ["texts", "null", null],
  ["strictTexts", "array['a', 'b']", ["a", "b"], "texts"],
  ["ints", "array[1, null]", [1, null]],
  ["moods", "array['sad', 'glad', 'sad']", ["SAD", "GLAD", "SAD"]],
  ["moods", "null", null],
  ["days", "array['2026-01-02', '2026-01-01']::date[]", ["2026-01-02", "2026-01-01"]],
  ["floats", "array[0.5, -0, 1e3]", [0.5, 0, 1000]],
])(
  "%s of %s is written alike by PostgreSQL and by JavaScript",
  async (field, literal, value, column = field) => {
    const { rows, written, value: data } = await both(field, column, literal);
    expect(data).toEqual({ sample: { [field]: value } });
    expect(written).toEqual({ text: rows });
  },
);

test.each([
  ["float8", "1e-7", "float8"],
  ["float8", "1.2e17", "float8"],
  ["float8", "'NaN'", "float8"],
  ["float8", "'infinity'", "float8"],
  ["floats", "array[1e20]", "floats"],
  ["mood", "'cross'", "mood"],
  ["strictMood", "null", "mood"],
  ["moods", "array['cross']", "moods"],
  ["strictTexts", "array['a', null]", "texts"],
])("%s of %s is left to ordinary execution", async (field, literal, column) => {
  const { written } = await both(field, column, literal);
  expect(written).toEqual({ reason: "a null under a non-null field" });
});

test("a JSON column is finished in JavaScript, whose spaces are its own", async () => {
  const { written, value } = await both("json", "json", `'{"a": [1, 2]}'`);
  expect(value).toEqual({ sample: { json: { a: [1, 2] } } });
  expect(written).toEqual({ reason: "Json is finished in JavaScript" });
});

test("a number beyond Int is an error of the database's, not a wrong number", async () => {
  await expect(both("int8", "int8", "2147483648")).rejects.toThrow("integer out of range");
});
