import { Report } from "@remit/commitments";
import type { Tx } from "@remit/database";
import { importer } from "@remit/kernel";
import { sql } from "kysely";
import { entryOfThing } from "./gone-mission.ts";
import { documentOf } from "./mission-report.ts";
import { assertClear, type Undoing, type UndoReport, writeUndone } from "./undoing.ts";

/** Takes out the draft that was read from a report, and its mission where the report alone has told of it. */
export async function undoReport(
  tx: Tx,
  undoing: Undoing,
): Promise<Pick<UndoReport, "removed" | "restored">> {
  const { document } = undoing;
  const { rows } = await sql<{ record: unknown }>`select record from commitments.report
    where position(${document.id} in record::text) > 0`.execute(tx);
  const report = rows
    .map(({ record }) => Report.parse(record))
    .find((each) => documentOf(each) === document.id);
  if (report === undefined) throw new Error("A report that was imported is recorded.");
  const { rows: changes } = await sql<{ verb: string }>`select verb from database.journal
    where subject_type = 'Report' and subject_id = ${report.id}
      and actor ->> 'name' <> ${importer} order by version`.execute(tx);
  assertClear(changes.map(({ verb }) => `the report has changed since: ${verb}`));
  await writeUndone(tx, undoing, [entryOfThing("Report", report, null, undoing.at)]);
  await sql`delete from commitments.report where id = ${report.id}`.execute(tx);
  const gone = await sql`delete from commitments.mission m
    where id = ${report.mission} and source_title = ${report.title}
      and not exists (select from commitments.commitment where mission_id = m.id)
      and not exists (select from commitments.party where mission_id = m.id)
      and not exists (select from commitments.funding_envelope where mission_id = m.id)
      and not exists (select from commitments.indicator where mission_id = m.id)
      and not exists (select from commitments.mission_link where mission_id = m.id)
      and not exists (select from commitments.recommendation where mission_id = m.id)
      and not exists (select from commitments.hanging where mission_id = m.id or parent_id = m.id)`.execute(
    tx,
  );
  return { removed: { report: 1, mission: Number(gone.numAffectedRows ?? 0) }, restored: [] };
}
