import { type Command, commandsOf } from "@remit/database";
import { type MeetingOptions, verbsOfMeetings } from "../options.ts";
import {
  circulate,
  minutesVerbs,
  partVerbs,
  recordUndertaking,
  registerDecision,
  registerVerbs,
  schedule,
  undertakingVerbs,
} from "../verbs.ts";
import { meetingKeeping, type MeetingPorts } from "./meeting.ts";
import { minutesKeeping, type MinutesPorts } from "./minutes-keeping.ts";
import {
  attendanceForm,
  contributionForm,
  decisionForm,
  itemForm,
  paperForm,
  roleForm,
  partSet,
} from "./part.ts";
import { registeredKeeping, undertakingKeeping } from "./register.ts";
import type { PartPorts } from "./sitting.ts";

/** What verbs of meetings and of their records ask of other packages. */
export interface Ports extends MeetingPorts, MinutesPorts, PartPorts {}

const { addItem, addPaper, correctAttendance, correctChair, minuteItem, takeChair } = partVerbs;
const { recordArrival, recordAttendance, recordDeparture } = partVerbs;
const { recordContribution, recordDecision } = partVerbs;

/** Every verb of the package by the type that it changes, as it is done on a database. */
export const meetingCommands = (
  ports: Ports,
  options: MeetingOptions,
): Readonly<Record<PartName, readonly Command[]>> => ({
  Meeting: commandsOf({
    makers: [schedule],
    verbs: Object.values(verbsOfMeetings(options)),
    keeping: meetingKeeping(ports),
  }),
  Minutes: commandsOf({
    makers: [circulate],
    verbs: Object.values(minutesVerbs),
    keeping: minutesKeeping(ports),
  }),
  Item: commandsOf(partSet(itemForm, { makers: [addItem], verbs: [minuteItem] }, ports)),
  Paper: commandsOf(partSet(paperForm, { makers: [addPaper] }, ports)),
  Attendance: commandsOf(
    partSet(
      attendanceForm,
      {
        makers: [recordAttendance],
        verbs: [correctAttendance, recordArrival, recordDeparture],
      },
      ports,
    ),
  ),
  MeetingRole: commandsOf(partSet(roleForm, { makers: [takeChair], verbs: [correctChair] }, ports)),
  Contribution: commandsOf(partSet(contributionForm, { makers: [recordContribution] }, ports)),
  Decision: commandsOf(partSet(decisionForm, { makers: [recordDecision] }, ports)),
  RegisteredDecision: commandsOf({
    makers: [registerDecision],
    verbs: Object.values(registerVerbs),
    keeping: registeredKeeping,
  }),
  Undertaking: commandsOf({
    makers: [recordUndertaking],
    verbs: Object.values(undertakingVerbs),
    keeping: undertakingKeeping,
  }),
});

/** The types that verbs of the package change. */
export type PartName =
  | "Attendance"
  | "Contribution"
  | "Decision"
  | "Item"
  | "Meeting"
  | "MeetingRole"
  | "Minutes"
  | "Paper"
  | "RegisteredDecision"
  | "Undertaking";
