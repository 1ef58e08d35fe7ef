import type { Reading } from "@remit/documents";
import type { Organisation } from "@remit/groups";
import type { Assertion } from "@remit/kernel";
import type {
  Attendance,
  AttendanceNote,
  AttendanceSection,
  Capacity,
  MeetingRole,
} from "@remit/meetings";
import { type Draft, sourceOf } from "./draft.ts";
import type { Finding } from "./report.ts";

type Entry = Reading["attendance"][number];

/** The lists of people, and who is in them. */
export interface AttendancePart {
  readonly sections: readonly AttendanceSection[];
  readonly attendance: readonly Attendance[];
  readonly notes: readonly AttendanceNote[];
  readonly roles: readonly MeetingRole[];
  readonly findings: readonly Finding[];
}

const capacities: Record<Entry["category"], Capacity> = {
  member: "member",
  guest: "guest",
  apologies: "not-stated",
  official: "official",
  secretariat: "secretariat",
  unlabelled: "not-stated",
};

/** Headings of lists that say more than the reading's categories do. */
const listed: readonly (readonly [RegExp, Capacity])[] = [
  [/^(?:invited|guest) speakers?\b/iu, "invited-speaker"],
  [/^observers?\b/iu, "observer"],
];
const absent = /^(?:absent|absentees|not present|did not attend)\b/iu;
const takesMinutes = /^(?:(?:taking )?(?:the )?minutes|(?:minute|note)[- ]taker)$/iu;

const capacityOf = (entry: Entry, heading: string): Capacity => {
  if (entry.deputyFor !== null) return "deputy";
  if (entry.chair) return "chair";
  return listed.find(([words]) => words.test(heading))?.[1] ?? capacities[entry.category];
};

/** Whoever is listed as absent sent no apologies that the minutes tell of. */
const statusOf = ({ status }: Entry, heading: string): Attendance["status"] =>
  status === "apologies" && absent.test(heading) ? "absent" : status;

const assertionOf = ({ categoryBasis, confidence }: Entry): Assertion =>
  categoryBasis === "stated"
    ? { basis: "stated" }
    : { basis: "inferred", confidence: confidence ?? 0.5 };

export function attendanceOf(draft: Draft): AttendancePart {
  const { reading, meeting, people } = draft;
  const findings: Finding[] = [];
  const sections = reading.sections.map(({ heading, span }, index) => ({
    id: draft.newId(),
    meeting,
    place: index + 1,
    heading,
    source: sourceOf(draft, span),
  }));
  const attendance = reading.attendance.map((entry, index): Attendance => {
    const found = people.list(entry.name, entry.role);
    const heading = sections[entry.section]?.heading ?? "";
    // INV-M3: the record is the first entry's; a later one keeps its words and names nobody.
    if (found?.first === false) {
      const message = `${entry.name} is listed more than once; the first entry is taken as theirs.`;
      findings.push({ code: "PERSON_LISTED_TWICE", message });
    }
    return {
      id: draft.newId(),
      meeting,
      section: sections[entry.section]?.id ?? null,
      place: index + 1,
      person: found?.first === true ? found.person.id : null,
      name: entry.name,
      position: entry.role,
      organisation: organisationOf(draft, entry.role)?.id ?? null,
      deputisingFor: entry.deputyFor,
      principal: null,
      status: statusOf(entry, heading),
      statusBasis: entry.statusBasis,
      capacity: capacityOf(entry, heading),
      mode: "not-stated",
      note: entry.note,
      assertion: assertionOf(entry),
      source: sourceOf(draft, entry.span),
    };
  });
  return {
    sections,
    attendance: attendance.map((it) => ({ ...it, principal: principalOf(draft, it) })),
    notes: reading.attendanceNotes.map(({ kind, text, span }, index) => {
      return {
        id: draft.newId(),
        meeting,
        place: index + 1,
        kind,
        text,
        source: sourceOf(draft, span),
      };
    }),
    roles: rolesOf(draft),
    findings,
  };
}

/** A position that is, or ends in, the name of an organisation that is known. */
function organisationOf({ bodies }: Draft, position: string | null): Organisation | null {
  if (position === null) return null;
  return bodies.known(position) ?? bodies.known(position.split(",").at(-1) ?? "");
}

const principalOf = ({ people }: Draft, { deputisingFor }: Attendance) =>
  deputisingFor === null ? null : (people.named(deputisingFor)?.id ?? null);

function rolesOf(draft: Draft): MeetingRole[] {
  const { reading, meeting, people } = draft;
  const chairs = reading.attendance.filter(({ chair }) => chair).map(({ name }) => name);
  // A chair whom the text names and no list does is a chair all the same.
  const named =
    reading.chair === null || chairs.includes(reading.chair) ? chairs : [reading.chair, ...chairs];
  const writers = reading.attendance.filter(({ note }) => note !== null && takesMinutes.test(note));
  const roles = [
    ...named.map((name) => ({ role: "chair" as const, name })),
    ...writers.map(({ name }) => ({ role: "minute-taker" as const, name })),
  ];
  return roles.map(({ role, name }) => ({
    id: draft.newId(),
    meeting,
    role,
    name,
    person: people.named(name)?.id ?? null,
    assertion: { basis: "stated" },
  }));
}
