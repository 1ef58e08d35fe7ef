import { onEachDatabase } from "@remit/database/testing";
import { defineGovernance } from "@remit/gateway";
import { createGateway, nobody, reasons } from "@remit/graphql";
import { Note } from "@remit/kernel";
import { Param } from "@remit/pothos-kysely";
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isUnionType,
} from "graphql";
import {
  type Expression,
  expressionBuilder,
  PostgresQueryCompiler,
  sql,
  createQueryId,
} from "kysely";
import { expect, test } from "vitest";
import { z } from "zod";

type Row = Readonly<Record<string, Expression<unknown>>>;
type Field = GraphQLField<unknown, unknown>;

/** What a directorate may write of its own is a text like all others. */
const own = { fields: { ownWords: Note.describe("Some words of the directorate's own.") } };
const schema = createGateway(defineGovernance({ persons: own, groups: own })).schema();
const objects = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !isIntrospectionType(type));

const Sql = z.custom<
  (row: Row, args: object, eb: unknown, viewer: object, parent?: Row) => unknown
>((given) => typeof given === "function");
const Columns = z.record(
  z.string(),
  z.custom<Expression<unknown>>((given) => typeof given === "object" && given !== null),
);
const Planned = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("column"), column: z.string() }),
  z.object({ kind: z.literal("expression"), sql: Sql }),
  z.object({ kind: z.literal("computed"), needs: z.array(z.string()) }),
  z.object({ kind: z.literal("embedded"), row: Sql }),
  z.object({ kind: z.literal("elements"), list: Sql, row: Sql }),
]);
const plannedOf = ({ extensions }: Field) => Planned.safeParse(extensions["kysely"]).data;
const tableOf = ({ extensions }: GraphQLObjectType) =>
  z.object({ kind: z.literal("table"), table: z.string() }).safeParse(extensions["kysely"]).data
    ?.table;
const kindOf = ({ extensions }: GraphQLObjectType) =>
  z.object({ kind: z.string() }).safeParse(extensions["kysely"]).data?.kind;

/** A row of whatever columns are asked for, as anybody is shown it. */
const row: Row = new Proxy({}, { get: (_, column) => sql.ref(`row.${String(column)}`) });
const unknown = new Param(() => null);
const asAnybody = { ...nobody, keeper: false, groups: unknown, keeps: unknown, now: unknown };
const shown = (ask: z.infer<typeof Sql>) => ask(row, {}, expressionBuilder(), asAnybody);
const compiler = new PostgresQueryCompiler();

/** An expression as PostgreSQL reads it. */
function written(expression: unknown): string {
  const { data } = z
    .custom<Expression<unknown>>((given) => typeof given === "object" && given !== null)
    .safeParse(expression);
  if (data === undefined) return "";
  return compiler.compileQuery(sql`${data}`.toOperationNode(), createQueryId()).sql;
}

/** The texts that an expression reads as anybody may read them. */
const textsIn = (expression: unknown): string[] =>
  [...written(expression).matchAll(/"row"\."for_public" ->> '(\w+)'/gu)].map(
    ([, name = ""]) => name,
  );

const isText = ({ type }: Pick<Field, "type">) => getNamedType(type).name === "String";
const reasonOf = ({ extensions }: Field) => extensions["nameless"];

/** Types that JavaScript makes of what the viewer may read, with all that they lead to. */
const computed = new Set<string>();
const follow = (type: unknown) => {
  if (isUnionType(type)) for (const member of type.getTypes()) follow(member);
  if (!isObjectType(type) || kindOf(type) !== undefined || computed.has(type.name)) return;
  computed.add(type.name);
  for (const field of Object.values(type.getFields())) follow(getNamedType(field.type));
};
/** `schema.table` to its texts. */
const declared = new Map<string, Set<string>>();
/** What each embedded type is made of, wherever it stands: the columns of its rows, with the type in which they do. */
const uses = new Map<string, { readonly columns: Row; readonly within: GraphQLObjectType }[]>();
/** Views that hold a table's own texts: its trigger lists them. */
const ofTable: Readonly<Record<string, string>> = { "actions.owner_said": "actions.owner" };

for (const type of objects) {
  const table = tableOf(type);
  for (const field of Object.values(type.getFields())) {
    const planned = plannedOf(field);
    const texts: string[] = [];
    if (planned?.kind === "expression") texts.push(...textsIn(shown(planned.sql)));
    if (planned?.kind === "elements") texts.push(...textsIn(shown(planned.list)));
    if (planned?.kind === "computed" && planned.needs.some((need) => need.endsWith("for_public"))) {
      texts.push(...planned.needs.filter((need) => /^record$|_text$/u.test(need)));
      follow(getNamedType(field.type));
    }
    if (planned?.kind === "embedded" || planned?.kind === "elements") {
      const columns =
        planned.kind === "embedded" ? Columns.parse(shown(planned.row)) : elementsOf(planned);
      for (const expression of Object.values(columns)) texts.push(...textsIn(expression));
      const of = getNamedType(field.type).name;
      uses.set(of, [...(uses.get(of) ?? []), { columns, within: type }]);
    }
    if (table === undefined) continue;
    const all = declared.get(ofTable[table] ?? table) ?? new Set();
    for (const text of texts) if (text !== "said") all.add(text);
    declared.set(ofTable[table] ?? table, all);
  }
}

/** The columns of an element, in which the list stands for itself. */
function elementsOf({
  list,
  row: make,
}: {
  list: z.infer<typeof Sql>;
  row: z.infer<typeof Sql>;
}): Row {
  const element = Columns.parse({ element: shown(list), place: sql.lit(1) });
  return Columns.parse(make(element, {}, expressionBuilder(), asAnybody, row));
}

/** Whether an expression reads what is withheld, in a row of a type. */
function isWithheldIn(expression: unknown, within: GraphQLObjectType): boolean {
  const text = written(expression);
  if (text.includes('for_public"')) return true;
  const read = [...text.matchAll(/"row"\."(\w+)"/gu)].map(([, name = ""]) => name);
  return read.some((name) => isWithheldColumn(within.name, name));
}

/** Whether a column of an embedded type is withheld wherever the type stands. */
function isWithheldColumn(type: string, column: string, seen: readonly string[] = []): boolean {
  const used = uses.get(type) ?? [];
  const at = `${type}.${column}`;
  return (
    used.length > 0 &&
    used.every(
      ({ columns, within }) =>
        seen.includes(at) ||
        written(columns[column]).includes('for_public"') ||
        [...written(columns[column]).matchAll(/"row"\."(\w+)"/gu)].some(([, name = ""]) =>
          isWithheldColumn(within.name, name, [...seen, at]),
        ),
    )
  );
}

/** What is wrong with a text that the graph shows; null where nothing is. */
function faultOf(type: GraphQLObjectType, field: Field): string | null {
  const planned = plannedOf(field);
  const isWithheld =
    computed.has(type.name) ||
    (planned?.kind === "expression" && isWithheldIn(shown(planned.sql), type)) ||
    (planned?.kind === "computed" &&
      planned.needs.some(
        (need) => need.endsWith("for_public") || isWithheldColumn(type.name, need),
      )) ||
    (planned?.kind === "column" && isWithheldColumn(type.name, planned.column));
  const reason = reasonOf(field);
  if (isWithheld !== (reason !== undefined)) return null;
  const where = `${type.name}.${field.name}`;
  return isWithheld
    ? `${where} is withheld and says why it need not be: leave one out.`
    : `${where} shows a text. If it may name somebody, expose it with t.text and list its column in a trigger of the table; if it cannot, say why with t.word.`;
}

// What cursors hold is what pages are sorted by.
const told = objects.filter((type) => kindOf(type) !== "connection");
const texts = told.flatMap((type) =>
  Object.values(type.getFields())
    .filter(isText)
    .map((field) => ({ type, field })),
);

test("INV-G12: each text that the graph shows is withheld, or says why it can name nobody", () => {
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.map(({ type, field }) => faultOf(type, field)).filter(Boolean)).toEqual([]);
});

test("INV-G12: the reasons are those that there are, and each is given somewhere", () => {
  const given = new Set(
    texts.map(({ field }) => reasonOf(field)).filter((each) => each !== undefined),
  );
  expect(given).toEqual(new Set(Object.keys(reasons)));
});

test("INV-G12: no page is sorted by a text that is withheld, for its cursors hold it", () => {
  const Order = z.array(z.union([z.string(), z.object({ by: Sql })]));
  const Page = z.object({
    kind: z.literal("page"),
    model: z.object({ table: z.string() }),
    order: z.union([
      Order,
      z.object({ of: z.record(z.string(), Order) }).transform(({ of }) => Object.values(of).flat()),
    ]),
  });
  const pages = objects
    .flatMap((type) => Object.values(type.getFields()))
    .flatMap((field) => Page.safeParse(field.extensions["kysely"]).data ?? []);
  expect(pages.map(({ model }) => model.table)).toContain("documents.document");
  for (const { model, order } of pages) {
    const sorted = order.flatMap((by) =>
      typeof by === "string"
        ? [by.replace(" desc", "")]
        : [
            ...written(by.by(row, {}, expressionBuilder(), asAnybody)).matchAll(/"row"\."(\w+)"/gu),
          ].map(([, name = ""]) => name),
    );
    const open = sorted.includes("for_public")
      ? []
      : sorted.filter((name) => declared.get(model.table)?.has(name));
    expect({ table: model.table, open }).toEqual({ table: model.table, open: [] });
  }
});

test("a list of texts is declared as one", () => {
  const lists = texts.filter(({ field }) => isListType(getNullableType(field.type)));
  expect(lists.map(({ type, field }) => `${type.name}.${field.name}`)).toContain(
    "Organisation.otherNames",
  );
});

/** The table whose texts a view shows, where nothing else shows them. */
const shownTable = (name: string) =>
  name === "meetings.minutes_agreement" ? "meetings.agreed_minutes" : name;

onEachDatabase((open) => {
  test("INV-G12: the database withholds the texts that the graph declares, and no others", async () => {
    const { rows } = await sql<{ table: string; texts: string[] }>`
      select n.nspname || '.' || c.relname as "table",
        array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '') as texts
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where t.tgfoid = 'gateway.fill_for_public'::regproc`.execute(open().db);
    const inDatabase = Object.fromEntries(rows.map((each) => [each.table, each.texts.toSorted()]));
    const views = ["gateway.search_hit", "gateway.upcoming_meeting", "database.history"];
    const inGraph = Object.fromEntries(
      [...declared]
        .filter(([table, found]) => found.size > 0 && !views.includes(table))
        .map(([table, found]) => [shownTable(table), [...found].toSorted()]),
    );
    expect(inDatabase).toEqual(inGraph);
  });
}, "gateway");
