import type { Tx } from "@remit/database";
import { sql } from "kysely";

/** Lets rows be taken out and written anew under their ids: links that point at them are looked at when the import ends. */
export async function deferReferences(tx: Tx): Promise<void> {
  await sql`set constraints all deferred`.execute(tx);
}

/** Takes out the links between actions and commitments one side of which is gone. */
export async function removeLinks(
  tx: Tx,
  side: "action_id" | "commitment_id",
  gone: readonly string[],
): Promise<void> {
  if (gone.length === 0) return;
  await tx.deleteFrom("gateway.action_commitment").where(side, "in", gone).execute();
}
