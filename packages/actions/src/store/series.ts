import type { Tx } from "@remit/database";
import type { Day, Id } from "@remit/kernel";
import { type ReferenceSeries, referenceOf } from "../reference.ts";
import { listReferences } from "./lineage.ts";

interface Raising {
  readonly group: Id;
  readonly code: string;
  readonly meeting: Id;
  readonly on: Day;
  /** What the references begin with; as those of the meeting's other actions if null. */
  readonly stem: string | null;
}

/** Room for all the actions that one verb may make. */
const room = 20;

/** How the next actions of a meeting are quoted: after every number that it has, by references that nobody has. */
export async function seriesOf(
  tx: Tx,
  { group, code, meeting, on, stem: given }: Raising,
): Promise<Pick<ReferenceSeries, "stem" | "next">> {
  const last = await tx
    .selectFrom("actions.action")
    .select(["reference", "number"])
    .where("meeting_id", "=", meeting)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const stem =
    given ?? last?.reference.replace(/\d+$/u, "") ?? (await newStem(tx, group, code, on));
  return { stem, next: await nextFree(tx, group, stem, (last?.number ?? 0) + 1) };
}

/** The first number from which on no action of the group is, or was, quoted by one of the next. */
async function nextFree(tx: Tx, group: Id, stem: string, from: number): Promise<number> {
  const next = Array.from({ length: room + 1 }, (_, index) => `${stem}${from + index}`);
  const taken = await listReferences(tx, group, next);
  if (taken.length === 0) return from;
  const numbers = taken.map((reference) => Number(reference.slice(stem.length)));
  return nextFree(tx, group, stem, Math.max(...numbers) + 1);
}

/** A second meeting in one month counts by the day, so that no reference is given twice. */
async function newStem(tx: Tx, group: Id, code: string, on: Day): Promise<string> {
  const taken = await listReferences(tx, group, [referenceOf(code, on, 1)]);
  return referenceOf(code, on, 1, taken.length === 0 ? "month" : "day").slice(0, -1);
}
