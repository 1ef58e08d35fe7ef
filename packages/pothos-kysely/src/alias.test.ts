import * as fc from "fast-check";
import { type DocumentNode, execute, Kind, parse, print, validate, visit } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { type Festival, openFestival, viewers } from "./testing/data.ts";
import { choices, generate } from "./testing/generate.ts";
import { createSchema } from "./testing/schema.ts";

const schema = createSchema();
let festival: Festival;
beforeAll(async () => {
  festival = await openFestival();
});
afterAll(() => festival.close());

const context = () => ({ db: festival.db, viewer: viewers.member });

async function ask(document: DocumentNode, variables: Record<string, unknown>) {
  festival.statements.length = 0;
  const contextValue = context();
  const rows = await execute({ schema, document, variableValues: variables, contextValue });
  const written = await writeThrough(schema, document, { variables, context: contextValue });
  return { rows, written, texts: festival.statements.map(({ sql }) => sql) };
}

type Rename = (alias: string, field: string) => string;

/** A document with other aliases, and which each became. The generator gives none twice. */
function renamed(document: DocumentNode, rename: Rename) {
  const keys = new Map<string, string>();
  const changed: DocumentNode = visit(document, {
    Field: ({ alias, name, ...field }) => {
      if (alias === undefined) return undefined;
      const value = rename(alias.value, name.value);
      keys.set(alias.value, value);
      return { ...field, name, alias: { kind: Kind.NAME, value } };
    },
  });
  // Plans belong to an operation: a document of its own has its own.
  return { document: parse(print(changed)), keys };
}

/** A value with its keys renamed, in the order in which they stood. */
function under(keys: ReadonlyMap<string, string>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => under(keys, item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [keys.get(key) ?? key, under(keys, part)]),
  );
}

const others = ["name", "slug", "title", "id", "cursor", "node", "nodes", "label", "edges", "n"];

const renamings: Record<string, Rename> = {
  "others, of any length": (alias) => `${alias}_${"z".repeat(alias.length * 30)}`,
  "names of other fields": (alias, field) => {
    const other = others[Number(alias.slice(1))];
    return other === undefined || other === field ? `${alias}_` : other;
  },
};

test.each(Object.entries(renamings))(
  "aliases change no statement, and no answer but for its keys: %s",
  { timeout: 300_000 },
  async (_title, rename) => {
    let compared = 0;
    const isSame = fc.asyncProperty(choices, async (choose) => {
      const { source, variables } = generate(schema, choose);
      const document = parse(source);
      if (validate(schema, document).length > 0) return;
      const other = renamed(document, rename);
      if (validate(schema, other.document).length > 0) return;
      const before = await ask(document, variables);
      const after = await ask(other.document, variables);
      expect({ source, texts: after.texts }).toEqual({ source, texts: before.texts });
      expect(JSON.stringify(after.rows.data)).toBe(
        JSON.stringify(under(other.keys, before.rows.data)),
      );
      expect(after.written.reason).toBe(before.written.reason);
      const whole = after.written.text ?? JSON.stringify(after.rows);
      expect(whole).toBe(JSON.stringify(after.rows));
      compared++;
    });
    await fc.assert(isSame, { numRuns: 100, endOnFailure: true });
    expect(compared).toBeGreaterThan(60);
  },
);
