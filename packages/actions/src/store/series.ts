import type { Tx } from "@remit/database";
import type { Day, Id } from "@remit/kernel";
import { sql } from "kysely";
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
  const first = (last?.number ?? 0) + 1;
  const { rows } = await sql<{ next: number }>`
    select n as next from generate_series(${first}::int, ${first + 999}::int) n
    where not exists (select from actions.reference where group_id = ${group} and reference = any(
      array(select ${stem}::text || k from generate_series(n, n + ${room}::int) k)))
    order by n limit 1`.execute(tx);
  return { stem, next: rows[0]?.next ?? first };
}

/** A second meeting in one month counts by the day, so that no reference is given twice. */
async function newStem(tx: Tx, group: Id, code: string, on: Day): Promise<string> {
  const taken = await listReferences(tx, group, [referenceOf(code, on, 1)]);
  return referenceOf(code, on, 1, taken.length === 0 ? "month" : "day").slice(0, -1);
}
