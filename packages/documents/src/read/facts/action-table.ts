import type { FoundAction } from "./action.ts";
import { type Agents, split } from "./owner.ts";
import type { Passage } from "../source/passage.ts";

type Column = "text" | "owner" | "due" | "number" | "status";

const columns: readonly (readonly [Column, RegExp])[] = [
  [
    "owner",
    /^(?:action )?(?:owners?|leads?|responsible|responsibility|who|assigned to|action (?:by|for|owner)|for)$/iu,
  ],
  ["due", /^(?:due(?: date)?|deadline|by when|when|date|timescale|target date|by)$/iu],
  ["status", /^(?:status|update|progress|rag)$/iu],
  ["number", /^(?:no\.?|number|ref(?:erence)?|#|action (?:no\.?|number|ref)|item)$/iu],
  ["text", /^(?:actions?(?: points?)?|description|task|what|details?)$/iu],
];

/** The cells of a row, empty ones too, or null where the text is no row. */
export function cellsOf(text: Passage): Passage[] | null {
  const row = text.without(/^\| ?/u).without(/ ?\|$/u);
  const bars = [...row.plain.matchAll(/\|/gu)].map(({ index }) => index);
  if (bars.length === 0) return null;
  return [-1, ...bars].map((from, at) => row.part(from + 1, bars[at] ?? row.plain.length));
}

/** What each column of a table of actions holds, read from its first row; null where the row names no action. */
export function columnsOf(cells: readonly Passage[]): (Column | null)[] | null {
  const found = cells.map(
    ({ plain }) =>
      columns.find(([, pattern]) => pattern.test(plain.replace(/[*_]/gu, "")))?.[0] ?? null,
  );
  return found.includes("text") && found.length > 1 ? found : null;
}

/** One row of such a table. */
export function rowAction(
  cells: readonly Passage[],
  heads: readonly (Column | null)[],
  agents: Agents,
): FoundAction | null {
  const cell = (column: Column) => {
    const found = cells[heads.indexOf(column)];
    return found === undefined || found.isEmpty ? null : found;
  };
  const [text, owner] = [cell("text"), cell("owner")];
  if (text === null) return null;
  return {
    text,
    owners: owner === null ? [] : split(owner, agents),
    number: cell("number"),
    due: cell("due"),
    status: cell("status"),
  };
}
