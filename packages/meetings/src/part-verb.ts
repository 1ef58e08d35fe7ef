import { keepersOf, makersOf, verbsOf } from "@remit/kernel";
import {
  AttendanceRecord,
  ContributionRecord,
  DecisionRecord,
  ItemRecord,
  MeetingRoleRecord,
  PaperRecord,
  type Part,
  type PartFacts,
} from "./part.ts";
import { refusals } from "./refusals.ts";

const parties = keepersOf(({ group }: Part) => group);
type PartyName = keyof typeof parties;

type Code = keyof typeof refusals;

export const attendanceNoun = { name: "Attendance", schema: AttendanceRecord, parties, refusals };
export const roleNoun = { name: "MeetingRole", schema: MeetingRoleRecord, parties, refusals };
export const itemNoun = { name: "Item", schema: ItemRecord, parties, refusals };
export const paperNoun = { name: "Paper", schema: PaperRecord, parties, refusals };
export const contributionNoun = {
  name: "Contribution",
  schema: ContributionRecord,
  parties,
  refusals,
};
export const decisionNoun = { name: "Decision", schema: DecisionRecord, parties, refusals };

export const attendanceMaker = makersOf<AttendanceRecord, PartFacts, Code>(attendanceNoun);
export const attendanceVerb = verbsOf<AttendanceRecord, PartyName, PartFacts, Code>(attendanceNoun);
export const roleMaker = makersOf<MeetingRoleRecord, PartFacts, Code>(roleNoun);
export const roleVerb = verbsOf<MeetingRoleRecord, PartyName, PartFacts, Code>(roleNoun);
export const itemMaker = makersOf<ItemRecord, PartFacts, Code>(itemNoun);
export const itemVerb = verbsOf<ItemRecord, PartyName, PartFacts, Code>(itemNoun);
export const paperMaker = makersOf<PaperRecord, PartFacts, Code>(paperNoun);
export const contributionMaker = makersOf<ContributionRecord, PartFacts, Code>(contributionNoun);
export const decisionMaker = makersOf<DecisionRecord, PartFacts, Code>(decisionNoun);
