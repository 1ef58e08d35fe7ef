import { makersOf, verbsOf } from "@remit/kernel";
import {
  AttendanceRecord,
  ContributionRecord,
  DecisionRecord,
  ItemRecord,
  PaperRecord,
  type PartFacts,
  partParties,
} from "./part.ts";

const parties = partParties;
type PartyName = keyof typeof parties;

export const attendanceNoun = { name: "Attendance", schema: AttendanceRecord, parties };
export const itemNoun = { name: "Item", schema: ItemRecord, parties };
export const paperNoun = { name: "Paper", schema: PaperRecord, parties };
export const contributionNoun = { name: "Contribution", schema: ContributionRecord, parties };
export const decisionNoun = { name: "Decision", schema: DecisionRecord, parties };

export const attendanceMaker = makersOf<AttendanceRecord, PartFacts>(attendanceNoun);
export const attendanceVerb = verbsOf<AttendanceRecord, PartyName, PartFacts>(attendanceNoun);
export const itemMaker = makersOf<ItemRecord, PartFacts>(itemNoun);
export const itemVerb = verbsOf<ItemRecord, PartyName, PartFacts>(itemNoun);
export const paperMaker = makersOf<PaperRecord, PartFacts>(paperNoun);
export const contributionMaker = makersOf<ContributionRecord, PartFacts>(contributionNoun);
export const decisionMaker = makersOf<DecisionRecord, PartFacts>(decisionNoun);
