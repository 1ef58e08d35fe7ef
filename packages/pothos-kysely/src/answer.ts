import type { Expression } from "kysely";
import type { Pair } from "./json.ts";
import { refusal } from "./refusal.ts";

/** What a statement gives: JSON texts by name, and null for what is not there. */
type Row = Readonly<Record<string, string | null>>;

/** The columns of a statement, and the JSON text that they make. */
export interface Answer {
  readonly columns: readonly Pair[];
  readonly json: (row: Row) => string | null;
}

/** The column that says whether the viewer's session stands; no field has its name. */
const standing = "$session";

/** Fields as one JSON object: put together here, so that PostgreSQL need not copy the whole answer again. */
export function objectAnswer(fields: readonly Pair[], session?: Expression<unknown>): Answer {
  const names = fields.map(([name]) => name);
  const object = (row: Row) =>
    `{${names.map((name) => `"${name}":${row[name] ?? "null"}`).join(",")}}`;
  if (!session) return { columns: fields, json: object };
  const json = (row: Row) => {
    if (row[standing] === "true") return object(row);
    throw refusal("SESSION_ENDED", "The session has ended.");
  };
  return { columns: [...fields, [standing, session]], json };
}

/** One row's object; null where there is no row. */
export const rowAnswer = (object: Expression<unknown>): Answer => ({
  columns: [["data", object]],
  json: ({ data }) => data ?? null,
});
