import { type Db } from "@remit/database";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { sql } from "kysely";
import { z } from "zod";
import { waysTo } from "./asking.ts";

/** Writes a name into every text that a database holds, whatever tables there are; gives back where it stands now. */
export async function writeEverywhere(
  db: Db,
  name: string,
  but: ReadonlySet<string>,
): Promise<Set<string>> {
  const { rows } = await sql<{ table: string; column: string; list: boolean }>`
    select c.table_schema || '.' || quote_ident(c.table_name) as "table", c.column_name as "column",
      c.data_type = 'ARRAY' as list
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.domain_name is null and c.is_generated = 'NEVER'
      and (c.data_type = 'text' or c.udt_name = '_text')
      and t.table_schema in ('groups', 'meetings', 'actions', 'commitments', 'documents', 'gateway')
      and c.table_schema || '.' || c.table_name not in ('groups.person', 'gateway.token', 'gateway.token_role',
        'actions.reminder', 'actions.reference')`.execute(db);
  const filled = new Set<string>();
  for (const { table, column, list } of rows) {
    const place = `${table.replaceAll('"', "")}.${column}`;
    if (but.has(place)) continue;
    const text = sql`to_jsonb(line) ->> 'id' || ' ' || ${name} || ' kerb'`;
    const value = list ? sql`array[${text}]` : text;
    try {
      await db
        .transaction()
        .execute((tx) =>
          sql`update ${sql.raw(table)} line set ${sql.id(column)} = ${value}`.execute(tx),
        );
      filled.add(place);
    } catch (error) {
      // A column of which the database itself says what may stand there holds no name.
      if (!(error instanceof Error) || !/constraint|violates/u.test(error.message)) throw error;
    }
  }
  return filled;
}

/** Writes a name into every text of more than a word in the JSON of a column. */
export async function writeInJson(
  db: Db,
  table: string,
  key: string,
  column: string,
  name: string,
) {
  const [t, k, c] = [sql.table(table), sql.id(key), sql.id(column)];
  const { rows } = await sql<{ key: string; json: unknown }>`
    select ${k} as key, ${c} as json from ${t} where ${c} is not null`.execute(db);
  for (const row of rows) {
    const json = JSON.stringify(named(row.json, name));
    await sql`update ${t} set ${c} = ${json}::jsonb where ${k} = ${row.key}`.execute(db);
  }
}

function named(value: unknown, name: string): unknown {
  if (typeof value === "string") return value.includes(" ") ? `${name}: ${value}` : value;
  if (Array.isArray(value)) return value.map((each) => named(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each, name)]));
}

/** `schema.table.column` of every column that the graph shows as it is, although it is a text to the database. */
export function shownAsItIs(schema: GraphQLSchema): Set<string> {
  const Column = z.object({ kind: z.literal("column"), column: z.string() });
  const Table = z.object({ table: z.string() });
  const shown = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    const table = Table.safeParse(type.extensions["kysely"]).data?.table;
    if (table === undefined || !isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const column = Column.safeParse(field.extensions["kysely"]).data?.column;
      const of = getNamedType(field.type);
      const isText = of.name === "String" && field.extensions["nameless"] === undefined;
      if (column !== undefined && (isEnumType(of) || !isText)) shown.add(`${table}.${column}`);
    }
  }
  return shown;
}

/** One query for each type, over all of its fields and those of what they lead to, so many `levels` down; of pages, the `first` nodes. `asks` says for which leaves. */
export function walk(
  schema: GraphQLSchema,
  args: Readonly<Record<string, string>>,
  {
    first = 9,
    levels = 1,
    asks = () => true,
  }: { first?: number; levels?: number; asks?: (leaf: GraphQLLeafType) => boolean } = {},
): string[] {
  const given = (field: GraphQLField<unknown, unknown>): string | null => {
    const needed = field.args.filter(isRequiredArgument);
    if (needed.some(({ name }) => args[name] === undefined)) return null;
    const passed = needed.map(({ name }) => `${name}: ${JSON.stringify(args[name])}`);
    if (field.args.some(({ name }) => name === "first")) passed.push(`first: ${first}`);
    return passed.length === 0 ? "" : `(${passed.join(", ")})`;
  };
  const fieldsOf = (type: GraphQLObjectType, levels: number, isDeep = levels > 1): string[] =>
    Object.values(type.getFields()).flatMap((field) => {
      const passed = given(field);
      const of = getNamedType(field.type);
      if (passed === null) return [];
      if (isLeafType(of)) return asks(of) ? [`${field.name}${passed}`] : [];
      if (levels === 0) return [];
      const members = isAbstractType(of) ? schema.getPossibleTypes(of) : [of];
      // Each of so many has a way of its own, and all of theirs at once are more than one question may ask.
      if (members.length > 12 && isDeep) return [];
      const inner = members.flatMap((member) =>
        isObjectType(member)
          ? [`... on ${member.name} { ${joined(fieldsOf(member, levels - 1, isDeep))} }`]
          : [],
      );
      // What stands in the fields of several types under one name may differ in type.
      return inner.map(
        (each, index) => `${field.name}_${index}: ${field.name}${passed} { __typename ${each} }`,
      );
    });
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const [of, passed] = [getNamedType(field.type), given(field)];
    if (!field.args.some(isRequiredArgument) || passed === null || !isObjectType(of)) return [];
    return some(fieldsOf(of, 2), 2).map((part) => `{ ${field.name}${passed} { ${joined(part)} } }`);
  });
  const fewer = waysTo(schema, 3);
  const ways = [...waysTo(schema, first)].flatMap(([name, around]) => {
    const type = schema.getType(name);
    if (!isObjectType(type) || name === "Query") return [];
    // A log is all actions of a group: of so many groups it is more than anybody may ask for.
    const way = name === "ActionLog" ? (fewer.get(name) ?? around) : around;
    return some(fieldsOf(type, levels), levels).map((part) => `{ ${way(joined(part))} }`);
  });
  return [...roots, ...ways];
}

const joined = (fields: readonly string[]) => ["__typename", ...fields].join(" ");

/** A part of the fields for each question: it reads tables in so many places, and no more. */
function some(fields: readonly string[], levels: number): string[][] {
  const atOnce = levels > 1 ? 3 : 24;
  return Array.from({ length: Math.ceil(fields.length / atOnce) }, (_, index) =>
    fields.slice(index * atOnce, (index + 1) * atOnce),
  );
}

/** Every text of an answer by the type and the field that it stands in. */
export function textsByField(answer: unknown, into: Map<string, string[]>, type = ""): void {
  if (Array.isArray(answer)) {
    for (const each of answer) textsByField(each, into, type);
    return;
  }
  if (typeof answer !== "object" || answer === null) return;
  const { __typename: name } = z.object({ __typename: z.string().optional() }).parse(answer);
  for (const [key, value] of Object.entries(answer)) {
    const texts = [value].flat().filter((each) => typeof each === "string");
    const place = `${name ?? type}.${key}`;
    if (texts.length > 0) into.set(place, [...(into.get(place) ?? []), ...texts]);
    textsByField(value, into);
  }
}
