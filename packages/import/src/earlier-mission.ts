import type { MissionFile } from "@remit/commitments";
import type { Database } from "@remit/database";
import type { Selectable } from "kysely";

/** A row without what the database fills in by itself. */
export type Row<Table extends keyof Database> = Omit<Selectable<Database[Table]>, "for_public">;

/** What is recorded of a mission when another file comes to take the place of the first. */
export interface EarlierMission {
  readonly id: string;
  /** The file that it was recorded from. */
  readonly document: string | null;
  /** What that file says; null where it can be read no more. */
  readonly file: MissionFile | null;
  readonly parties: readonly Row<"commitments.party">[];
  readonly funding: readonly Row<"commitments.funding_envelope">[];
  readonly commitments: readonly Row<"commitments.commitment">[];
  readonly indicators: readonly Row<"commitments.indicator">[];
  readonly targets: readonly Row<"commitments.target">[];
  readonly observations: readonly Omit<Row<"commitments.observation">, "first_day" | "last_day">[];
  readonly links: readonly Row<"commitments.mission_link">[];
}
