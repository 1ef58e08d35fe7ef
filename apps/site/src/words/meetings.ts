import type { For } from "./for.ts";

const attendanceMode: For<"AttendanceMode"> = {
  IN_PERSON: "in person",
  REMOTE: "remotely",
  HYBRID: "partly in person",
  NOT_STATED: "not stated",
};

const attendanceStatus: For<"AttendanceStatus"> = {
  PRESENT: "Present",
  APOLOGIES: "Apologies",
  ABSENT: "Absent",
  NOT_STATED: "Not stated",
};

const capacities: For<"Capacity"> = {
  CHAIR: "Chair",
  MEMBER: "Members",
  DEPUTY: "Deputies",
  GUEST: "Guests",
  INVITED_SPEAKER: "Invited speakers",
  OBSERVER: "Observers",
  OFFICIAL: "Officials",
  SECRETARIAT: "Secretariat",
  NOT_STATED: "Others",
};

const capacity: For<"Capacity"> = {
  CHAIR: "Chair",
  MEMBER: "Member",
  DEPUTY: "Deputy",
  GUEST: "Guest",
  INVITED_SPEAKER: "Invited speaker",
  OBSERVER: "Observer",
  OFFICIAL: "Official",
  SECRETARIAT: "Secretariat",
  NOT_STATED: "Not stated",
};

const correctionStatus: For<"CorrectionStatus"> = {
  REQUESTED: "Asked for",
  ACCEPTED: "Accepted",
  APPLIED: "Made",
  REJECTED: "Not accepted",
};

const redactionGround: For<"RedactionGround"> = {
  PERSONAL_DATA: "Personal data",
  CONFIDENCE: "Said in confidence",
  LEGAL_PRIVILEGE: "Legal advice",
  COMMERCIAL_INTERESTS: "Commercial interests",
  SECURITY: "Security",
  OTHER: "Withheld",
};

const decisionKind: For<"DecisionKind"> = {
  AGREED: "Agreed",
  APPROVED: "Approved",
  DEFERRED: "Deferred",
  NOTED: "Noted",
  RECOMMENDED: "Recommended",
  REJECTED: "Rejected",
  NOT_STATED: "Decided",
};

const itemOutcome: For<"ItemOutcome"> = {
  AGREED: "Agreed",
  DEFERRED: "Deferred",
  DISCUSSED: "Discussed",
  NIL: "Nothing to report",
  NOTED: "Noted",
  NOT_REACHED: "Not reached",
  NOT_STATED: "Not stated",
  WITHDRAWN: "Withdrawn",
};

const meetingStatus: For<"MeetingStatus"> = {
  TENTATIVE: "Tentative",
  SCHEDULED: "Scheduled",
  POSTPONED: "Postponed",
  CANCELLED: "Cancelled",
  IN_SESSION: "In session",
  HELD: "Held",
  CLOSED: "Held, and its record closed",
};

const membershipRole: For<"MembershipRole"> = {
  CHAIR: "Chair",
  CO_CHAIR: "Co-chair",
  VICE_CHAIR: "Vice-chair",
  MEMBER: "Member",
  EX_OFFICIO: "Member by office",
  ADVISER: "Adviser",
  OBSERVER: "Observer",
  SECRETARIAT: "Secretariat",
};

const minutesStatus: For<"MinutesStatus"> = {
  CIRCULATED: "Circulated, not yet agreed",
  AGREED: "Agreed",
  AGREED_WITH_CORRECTIONS: "Agreed with corrections",
  RECALLED: "Recalled",
};

const quorumReason: For<"QuorumReason"> = {
  ATTENDANCE_NOT_STATED: "the record does not say of each member whether they came",
  DEPUTIES_NOT_STATED: "the terms of reference do not say whether deputies count",
  NO_MEMBERS: "no member of the day is known",
  NO_RULE: "no terms of reference of the day set one",
};

const scope: For<"ScopeKind"> = {
  OBJECTIVE: "Objectives",
  IN_SCOPE: "In scope",
  OUT_OF_SCOPE: "Out of scope",
};

/** Words for what groups and meetings keep. */
export const meetings = {
  attendanceMode,
  attendanceStatus,
  capacities,
  capacity,
  correctionStatus,
  decisionKind,
  itemOutcome,
  meetingStatus,
  membershipRole,
  minutesStatus,
  quorumReason,
  redactionGround,
  scope,
};
