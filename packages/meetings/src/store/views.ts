import type { Access } from "@remit/kernel";
import type { FindingCode } from "../finding.ts";

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
