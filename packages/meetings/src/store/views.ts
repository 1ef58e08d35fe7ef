import type { ForPublicColumn, Json } from "@remit/database";
import type { Access } from "@remit/kernel";
import type { GeneratedAlways } from "kysely";
import type { FindingCode } from "../finding.ts";
import type { ImplementationStatus, RegisteredDecision } from "../registered.ts";
import type { Undertaking, UndertakingStatus } from "../undertaking.ts";

/** What does not fit in the record of a meeting: a draft, since it is for whoever keeps the record. */
export interface FindingView {
  id: string;
  code: FindingCode;
  meeting_id: string;
  group_id: string;
  access: Access;
  draft: boolean;
  speaker_id: string | null;
  item_id: string | null;
  stated: number | null;
  expected: number | null;
}

interface FollowedColumns extends ForPublicColumn {
  id: string;
  version: number;
  meeting_id: string;
  group_id: string;
  access: Access;
  draft: boolean;
  held_on: string;
}

/** A decision in the register, with the hash of its words as they stand. */
export interface RegisteredDecisionTable extends FollowedColumns {
  decision_id: string;
  review_on: string | null;
  status: ImplementationStatus;
  text_hash: GeneratedAlways<string>;
  record: Json<RegisteredDecision>;
}

/** What somebody undertook to do, and in which sentence. */
export interface UndertakingTable extends FollowedColumns {
  contribution_id: string;
  person_id: string | null;
  due_on: string | null;
  status: UndertakingStatus;
  record: Json<Undertaking>;
}
