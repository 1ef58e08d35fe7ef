import { insertAll, type Tx } from "@remit/database";
import type { Basis } from "@remit/kernel";
import type { Insertable } from "kysely";

declare module "@remit/database" {
  interface Database {
    "gateway.action_commitment": ActionCommitmentTable;
  }
}

interface ActionCommitmentTable {
  id: string;
  action_id: string;
  commitment_id: string;
  basis: Basis;
  reason: string;
  document_id: string | null;
}

/** Notes which actions contribute to which commitments, each with its reason. */
export const insertActionCommitments = (
  tx: Tx,
  links: readonly Insertable<ActionCommitmentTable>[],
): Promise<void> => insertAll(tx, "gateway.action_commitment", links);
