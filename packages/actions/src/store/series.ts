import type { Tx } from "@remit/database";
import type { Day, Id } from "@remit/kernel";
import { sql } from "kysely";
import { type ReferenceSeries, referenceOf } from "../reference.ts";

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
  const { rows } = await sql<{ next: number }>`
    select n as next from generate_series(${(last?.number ?? 0) + 1}::int, ${(last?.number ?? 0) + 1_000}::int) n
    where not exists (select from actions.reference where group_id = ${group} and reference = any(
      array(select ${stem}::text || k from generate_series(n, n + ${room}::int) k)))
    order by n limit 1`.execute(tx);
  return { stem, next: rows[0]?.next ?? (last?.number ?? 0) + 1 };
}

/** A second meeting in one month counts by the day, so that no reference is given twice. */
async function newStem(tx: Tx, group: Id, code: string, on: Day): Promise<string> {
  const first = referenceOf(code, on, 1);
  const taken = await tx
    .selectFrom("actions.reference")
    .select("reference")
    .where("group_id", "=", group)
    .where("reference", "=", first)
    .executeTakeFirst();
  return referenceOf(code, on, 1, taken === undefined ? "month" : "day").slice(0, -1);
}
