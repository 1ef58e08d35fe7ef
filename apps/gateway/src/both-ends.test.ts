import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isObjectType,
  isUnionType,
} from "graphql";
import { expect, test } from "vitest";
import { z } from "zod";
import { gateway } from "./gateway.ts";

const schema = gateway.schema();

const Member = z.object({
  kind: z.literal("member"),
  of: z.record(z.string(), z.object({ name: z.string() })),
});
const isTable = ({ extensions }: GraphQLNamedType) =>
  z.object({ kind: z.literal("table") }).safeParse(extensions["kysely"]).success;

/** The types that a field gives; of a page those of its nodes. */
function typesOf(field: GraphQLField<unknown, unknown>): GraphQLNamedType[] {
  const member = Member.safeParse(field.extensions["kysely"]).data;
  if (member) return Object.values(member.of).flatMap(({ name }) => schema.getType(name) ?? []);
  const type = getNamedType(field.type);
  return isUnionType(type) ? [...type.getTypes()] : [type];
}

/** Rows that only tie others: what leads to one leads to what it ties. */
const ties = new Set(["Owner", "Speaker"]);

/** The rows that a type leads to by its fields, and by those of the values and ties that it holds. */
function rowsFrom(type: GraphQLNamedType, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (!isObjectType(type) || seen.has(type.name)) return found;
  seen.add(type.name);
  for (const each of Object.values(type.getFields()).flatMap(typesOf)) {
    if (isTable(each)) found.add(each.name);
    if (isTable(each) && !ties.has(each.name)) continue;
    for (const further of rowsFrom(each, seen)) found.add(further);
  }
  return found;
}

const rows = Object.values(schema.getTypeMap()).filter(isTable);
const leads = new Map(rows.map((type) => [type.name, rowsFrom(type)]));

const did = "Whoever did something to a meeting or its minutes is told by name, as in a history.";
const kept = "A finding is for whoever keeps the record, and is asked for by its meeting.";
const hit = "What a search finds does not know of searches.";
/** Parts of missions that name whoever acts. */
const naming = [
  "Deliverable",
  "FundingLine",
  "Milestone",
  "MissionRelation",
  "Report",
  "Standard",
  "StandardAssessment",
];
/** `from: to` of each way without a way back, and why there is none. */
const reasons: Readonly<Record<string, string>> = {
  "ActionLogSnapshot: Action":
    "A snapshot holds actions as they stood, and is found by its meeting.",
  "AssessmentDivergence: Assessment":
    "A divergence is found by two assessments of one subject, which leads to both.",
  ...Object.fromEntries(
    naming.flatMap((part) =>
      ["Group", "Organisation", "Person"].map((agent) => [
        `${part}: ${agent}`,
        "What a mission says of somebody is found by the mission.",
      ]),
    ),
  ),
  "DateRevision: Milestone": "A milestone has its revisions itself, with their reasons.",
  "DateRevision: Target": "A target has its revisions itself, with their reasons.",
  "Attendance: Item": "A meeting tells who was there, and for which of its items.",
  "Meeting: MeetingFinding": kept,
  ...Object.fromEntries(
    ["Contribution", "Item", "Person", "Speaker"].map((to) => [`MeetingFinding: ${to}`, kept]),
  ),
  ...Object.fromEntries(
    ["Action", "DeputyNomination", "ExpectedAttendance", "Item", "Paper"].map((to) => [
      `MeetingPack: ${to}`,
      "A pack leads back by its meeting.",
    ]),
  ),
  "Group: MissedMeeting": "A time without a meeting is asked for by its group.",
  "MissedMeeting: Meeting":
    "What was called off does not know which time passed without a meeting.",
  "MissedMeeting: TermsOfReference": "A time without a meeting is asked for by its group.",
  "OverduePublication: Meeting": "Minutes that are late are listed, and a meeting has its minutes.",
  "RegisteredDecision: Meeting": "A meeting has its decisions, and they their entries.",
  ...Object.fromEntries(
    ["RegisteredDecision", "Undertaking"].flatMap((from) =>
      ["Group", "Organisation", "Person"].map((agent) => [
        `${from}: ${agent}`,
        "What is followed of somebody is found by the meeting, and listed.",
      ]),
    ),
  ),
  "AttendanceSummary: Person": "A person's attendance is listed meeting by meeting.",
  ...Object.fromEntries(
    ["Attendance", "Membership", "Person"].map((to) => [
      `ExpectedAttendance: ${to}`,
      "Whoever is expected at a meeting is found by the meeting.",
    ]),
  ),
  "Contribution: Meeting": "A meeting has its contributions under its items.",
  "Meeting: ActionLogSnapshot": "A snapshot tells its meeting as it was kept, by id and label.",
  "Meeting: Organisation": did,
  "Meeting: Person": did,
  "Membership: Organisation":
    "The organisation of a nominee is told with them; a seat and its organisation lead to each other.",
  "Minutes: Group": did,
  "Minutes: Organisation": did,
  "Minutes: Person": did,
  "SearchHit: Action": hit,
  "SearchHit: Contribution": hit,
  "SearchHit: Group": hit,
  "SearchHit: Meeting": hit,
  "Target: Mission": "A mission has its targets under its commitments and indicators.",
  "Target: TargetProgress": "Progress is worked out of the one target that shows it.",
  "TargetProgress: Observation": "A figure leads to its indicator, and that to its targets.",
  "UpcomingMeeting: Meeting":
    "A meeting tells its own day, and the next that its minutes announce.",
};

test("every way from a row to another has a way back, or a reason", () => {
  expect(leads.get("Meeting")?.size).toBeGreaterThan(8);
  const oneWay = [...leads].flatMap(([from, found]) =>
    ties.has(from)
      ? []
      : [...found].filter((to) => !leads.get(to)?.has(from)).map((to) => `${from}: ${to}`),
  );
  expect(oneWay.toSorted()).toEqual(Object.keys(reasons).toSorted());
});
