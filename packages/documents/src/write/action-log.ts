import { Day, readInput, Refusal } from "@remit/kernel";
import { writeCsv } from "hucre/csv";
import * as z from "zod";
import { statusInWords } from "./words.ts";

const text = z.string();

/** The actions of a group as the graph answers for them, with the day on which each was raised, is due and was closed. */
export const RecordedActionLog = z.object({
  slug: text,
  name: text,
  actions: z.array(
    z.object({
      id: text,
      reference: text,
      text,
      status: text,
      version: z.int(),
      overdue: z.boolean(),
      owners: z.array(z.object({ name: text })),
      due: z.object({ on: Day.nullable(), text: text.nullable(), inWords: text }),
      raisedAt: z.object({ on: Day, meeting: z.object({ title: text }).nullable() }),
      closure: z.object({ on: Day }).nullable(),
    }),
  ),
});
export type RecordedActionLog = Readonly<z.infer<typeof RecordedActionLog>>;

type LoggedAction = RecordedActionLog["actions"][number];

/** A cell: a text, or a day that a sheet holds as a day. */
type Cell = string | { readonly day: string } | null;

const columns: readonly {
  readonly head: string;
  readonly width: number;
  readonly cell: (action: LoggedAction) => Cell;
}[] = [
  { head: "Reference", width: 18, cell: ({ reference }) => reference },
  { head: "Action", width: 70, cell: (action) => action.text },
  { head: "Owners", width: 30, cell: ({ owners }) => owners.map(({ name }) => name).join("; ") },
  { head: "Status", width: 14, cell: ({ status }) => statusInWords(status) },
  { head: "Due", width: 12, cell: ({ due }) => dayOf(due.on) },
  { head: "Due as stated", width: 20, cell: ({ due }) => due.text ?? due.inWords },
  { head: "Overdue", width: 10, cell: ({ overdue }) => (overdue ? "Yes" : "No") },
  { head: "Raised on", width: 12, cell: ({ raisedAt }) => dayOf(raisedAt.on) },
  { head: "Raised at", width: 40, cell: ({ raisedAt }) => raisedAt.meeting?.title ?? null },
  { head: "Closed on", width: 12, cell: ({ closure }) => dayOf(closure?.on ?? null) },
];

const dayOf = (day: string | null): Cell => (day === null ? null : { day });

/** Reads a log. Refuses one that has nothing in it with `LOG_EMPTY`. */
export function loggedIn(given: RecordedActionLog): RecordedActionLog {
  const log = readInput(RecordedActionLog, given);
  if (log.actions.length > 0) return log;
  throw new Refusal("LOG_EMPTY", `${log.name} has no action that you may see.`);
}

/** The action log in CSV with a line of headings, in UTF-8 for Excel. What a sheet would take for a formula begins with an apostrophe. */
export function actionsCsv(given: RecordedActionLog): string {
  const { actions } = loggedIn(given);
  const rows = actions.map((action) => columns.map(({ cell }) => plain(cell(action))));
  return writeCsv([columns.map(({ head }) => head), ...rows], {
    bom: true,
    // The day of whoever opens it is not asked: a day is written as the record has it.
    escapeFormulae: true,
  });
}

const plain = (cell: Cell): string | null =>
  typeof cell === "object" && cell !== null ? cell.day : cell;

/** The action log as a sheet of Excel, whose days are days. */
export async function actionsXlsx(given: RecordedActionLog): Promise<Uint8Array> {
  const book = bookOf(given);
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx(book);
}

/** The action log as an OpenDocument sheet, whose days are days. */
export async function actionsOds(given: RecordedActionLog): Promise<Uint8Array> {
  const book = bookOf(given);
  const { writeOds } = await import("hucre/ods");
  return writeOds(book);
}

const isDay = (head: string) => ["Due", "Raised on", "Closed on"].includes(head);

function bookOf(given: RecordedActionLog) {
  const { actions, name } = loggedIn(given);
  return {
    properties: { title: `Actions of the ${name}` },
    sheets: [
      {
        name: "Actions",
        columns: columns.map(({ head, width }) => ({
          width,
          ...(isDay(head) ? { numFmt: "yyyy-mm-dd" } : {}),
        })),
        rows: [
          columns.map(({ head }) => head),
          ...actions.map((action) => columns.map(({ cell }) => inSheet(cell(action)))),
        ],
        freezePane: { rows: 1 },
      },
    ],
  };
}

const inSheet = (cell: Cell): string | Date | null =>
  typeof cell === "object" && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : cell;
