import type { Tx } from "@remit/database";
import { sql } from "kysely";

/** Lets rows be taken out and written anew under their ids: links that point at them are looked at when the import ends. */
export async function deferReferences(tx: Tx): Promise<void> {
  await sql`set constraints all deferred`.execute(tx);
}

/** Takes out what links actions to commitments that are gone. */
export async function removeLinks(tx: Tx, commitments: readonly string[]): Promise<void> {
  if (commitments.length === 0) return;
  await tx
    .deleteFrom("gateway.action_commitment")
    .where("commitment_id", "in", commitments)
    .execute();
}
