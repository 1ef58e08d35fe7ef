import type { ForPublicColumn, Json } from "@remit/database";
import type { GeneratedAlways } from "kysely";
import type { FundingLineKind } from "../funding.ts";
import type { MissionAccess } from "../mission.ts";

declare module "@remit/database" {
  interface Database {
    "commitments.report": ReportTable;
    "commitments.outcome": PartTable;
    "commitments.milestone": PartTable;
    "commitments.deliverable": PartTable;
    "commitments.funding_line": PartTable;
    "commitments.funding_profile": PartTable;
    "commitments.standard": PartTable;
    "commitments.standard_assessment": PartTable;
    "commitments.context_factor": PartTable;
    "commitments.involvement": PartTable;
    "commitments.mission_relation": PartTable;
    "commitments.alignment": AlignmentTable;
    "commitments.funding_line_total": FundingLineTotalView;
    "commitments.standard_total": StandardTotalView;
    "commitments.date_revision": DateRevisionView;
  }
}

/** What every part of a mission stands in that is kept whole. */
interface PartTable extends ForPublicColumn {
  id: string;
  version: number;
  keeper_id: string | null;
  mission_id: string;
  commitment_id: string | null;
  parent_id: string | null;
  position: number;
  status: string;
  access: MissionAccess;
  record: Json<object>;
}

interface ReportTable extends PartTable {
  draft: GeneratedAlways<boolean>;
}

/** The tables of what belongs to a mission and is kept whole. */
export type PartName = `commitments.${
  | "report"
  | "outcome"
  | "milestone"
  | "deliverable"
  | "funding_line"
  | "funding_profile"
  | "standard"
  | "standard_assessment"
  | "context_factor"
  | "involvement"
  | "mission_relation"}`;

interface AlignmentTable {
  outcome_id: string;
  commitment_id: string;
}

interface FundingLineTotalView {
  id: string;
  access: MissionAccess;
  mission_id: string;
  kind: FundingLineKind;
  currency: string;
  period_start: string;
  period_end: string;
  amount: string;
  lines: number;
}

interface StandardTotalView {
  id: string;
  access: MissionAccess;
  mission_id: string;
  scale: string;
  scale_version: string;
  value: string;
  period_start: string | null;
  period_end: string | null;
  assessments: number;
}

interface DateRevisionView {
  id: string;
  access: MissionAccess;
  subject_type: string;
  subject_id: string;
  due_from: string | null;
  due_to: string | null;
  revised_on: string;
}
