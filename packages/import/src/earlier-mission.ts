import type {
  Commitment,
  MissionFile,
  MissionPlan,
  Observation,
  refileTarget,
  Target,
} from "@remit/commitments";
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
  readonly parts: MissionPlan["parts"];
}

/** By whom, when and why what a file changes is changed. */
export type FileStamp = Parameters<typeof refileTarget>[3];

/** A change of something that verbs change; `before` is null where it is new. */
export interface MissionChange {
  readonly type: string;
  readonly verb: string;
  readonly before: KeptThing | null;
  readonly after: KeptThing;
}
export type KeptThing = Commitment | Target | Observation | FilePart;

/** A part of a mission that its file may have. */
export type FilePart = MissionPlan["parts"][keyof MissionPlan["parts"]][number];
