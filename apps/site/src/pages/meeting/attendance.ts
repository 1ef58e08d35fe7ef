import type { FragmentOf } from "gql.tada";
import { graphql } from "../../graph/documents.ts";
import type { Frame } from "../../html/layout.ts";
import { html, type Html, joined, link, nothing, type Piece, table } from "../../html/parts.ts";
import { personLink } from "../../lines.ts";
import { paths } from "../../paths.ts";

/** Who is listed in minutes, list by list. */
export const attendanceFields = graphql(`
  fragment AttendanceFields on Meeting {
    attendanceNotStated
    attendanceNotes { text }
    attendanceSections {
      heading
      place
      attendance {
        name
        position
        status
        statusBasis
        capacity
        basis
        mode
        note
        deputisingFor
        person { slug }
        principal { slug }
        organisation { slug name }
      }
    }
  }
`);

type Lists = FragmentOf<typeof attendanceFields>;
type Section = Lists["attendanceSections"][number];
type Attendance = Section["attendance"][number];

/** Draws the attendance of a meeting: a table for each list of the minutes, and what they say beside. */
export function drawAttendance(frame: Frame, lists: Lists): Html {
  const { attendanceSections: sections, attendanceNotes, attendanceNotStated } = lists;
  const there = sections.filter(({ attendance }) => attendance.length > 0);
  if (there.length === 0)
    return nothing(
      attendanceNotStated === true
        ? "The record says on purpose of nobody that they attended."
        : "Nobody is listed.",
    );
  const bases = new Set(there.flatMap((list) => list.attendance.map((each) => each.statusBasis)));
  // Where nothing is stated a sentence says so once, and not a mark in every line.
  const marks = bases.size > 1;
  const brackets = marks || there.some(({ heading }) => heading === null);
  return html`${attendanceNotes.map(({ text }) => html`<p>${text}</p>`)}
<div class="site-people">${there.map((section) => drawList(frame, section, marks))}</div>
${bases.has("INFERRED") && !marks ? html`<p class="site-source">The minutes do not say of each person whether they came: that follows from the lists.</p>` : ""}
${brackets ? html`<p class="site-source">What stands in square brackets is not in the minutes: it follows from the lists.</p>` : ""}`;
}

function drawList(frame: Frame, section: Section, marks: boolean): Html {
  const rows = section.attendance.map((each) => [
    personLink(frame, each.name, each.person),
    postOf(each),
    saidOf(frame, each, marks),
  ]);
  return table(captionOf(frame, section), ["Name", "Post", "Attendance"], rows);
}

const shared = <Value>(values: readonly Value[]) =>
  values.every((value) => value === values[0]) ? values[0] : undefined;

/** The heading of a list as written; else what all in it have in common, in brackets. */
function captionOf({ words }: Frame, { heading, attendance, place }: Section): string {
  if (heading !== null) return heading;
  const status = shared(attendance.map((each) => each.status));
  if (status !== undefined && status !== "PRESENT" && status !== "NOT_STATED")
    return `[${words.attendanceStatus[status]}]`;
  const capacity = shared(attendance.map((each) => each.capacity));
  return capacity !== undefined && capacity !== "NOT_STATED"
    ? `[${words.capacities[capacity]}]`
    : `[List ${place}]`;
}

function postOf({ position, organisation }: Attendance): Piece {
  if (organisation === null) return position;
  const home = link(organisation.name, paths.organisation(organisation.slug));
  if (position === null || position === organisation.name) return home;
  return html`${position}, ${home}`;
}

/** Whether somebody came, in which capacity, for whom, and how. */
function saidOf(frame: Frame, each: Attendance, marks: boolean): Html {
  const { words } = frame;
  const marked = (text: string, basis: Attendance["basis"]) =>
    marks && basis === "INFERRED" ? `[${text}]` : text;
  const { status, capacity, mode, note, deputisingFor, principal } = each;
  const plain = capacity === "NOT_STATED" || capacity === "MEMBER";
  const parts: Piece[] = [
    status === "NOT_STATED" ? null : marked(words.attendanceStatus[status], each.statusBasis),
    plain ? null : marked(words.capacity[capacity].toLocaleLowerCase(), each.basis),
    deputisingFor === null ? null : html`for ${personLink(frame, deputisingFor, principal)}`,
    mode === "NOT_STATED" ? null : words.attendanceMode[mode],
    note,
  ];
  return joined(parts.filter((part) => part !== null));
}
