import type { ActionStatus } from "@remit/actions";
import { type ForPublicColumn, insertAll, type Tx } from "@remit/database";
import type { Access, Basis } from "@remit/kernel";
import type { GeneratedAlways, Insertable } from "kysely";

export {
  attendanceAfter,
  contributionAfter,
  decisionAfter,
  itemAfter,
  paperAfter,
  speakerAfter,
} from "./answered.ts";
export { dependentsOf } from "./dependents.ts";
export { followMeetings } from "./follow-meetings.ts";
export { scheduleOf, toldIn } from "./schedule.ts";
// The tables of those that are joined, which declarations would leave out.
export type {} from "@remit/actions/store";
export type {} from "@remit/commitments/store";
export type {} from "@remit/documents/store";
export type {} from "@remit/groups/store";
export type {} from "@remit/meetings/store";

declare module "@remit/database" {
  interface Database {
    "gateway.action_commitment": ActionCommitmentTable;
    "gateway.search_hit": SearchHitView;
    "gateway.upcoming_meeting": UpcomingMeetingView;
  }
}

interface ActionCommitmentTable extends ForPublicColumn {
  id: string;
  action_id: string;
  commitment_id: string;
  basis: Basis;
  reason: string;
  document_id: string | null;
  /** As they are in the action: the database carries them over. */
  status: GeneratedAlways<ActionStatus>;
  access: GeneratedAlways<Access>;
  group_id: GeneratedAlways<string>;
  draft: GeneratedAlways<boolean>;
}

/** Contributions and actions with the words in them, under the access of each. */
interface SearchHitView extends ForPublicColumn {
  /** Of its day, counted from the year 0. */
  quarter: number;
  kind: "contribution" | "action";
  id: string;
  meeting_id: string;
  group_id: string;
  held_on: string;
  access: Access;
  /** Whether it is an action that nobody has confirmed. */
  draft: boolean;
  text: string;
}

/** A meeting to come, scheduled or announced, under the access of the meeting or of that which announces it. */
interface UpcomingMeetingView extends ForPublicColumn {
  id: string;
  group_id: string;
  access: Access;
  next_on: string;
  /** The last day that it may be on. */
  last_day: string;
  starts_at: string | null;
  starts_local: string | null;
  starts_zone: string | null;
  location: string | null;
  text: string | null;
  meeting_id: string | null;
  announced_at: string | null;
}

/** Notes which actions contribute to which commitments, each with its reason. */
export const insertActionCommitments = (
  tx: Tx,
  links: readonly Insertable<ActionCommitmentTable>[],
): Promise<void> => insertAll(tx, "gateway.action_commitment", links);
