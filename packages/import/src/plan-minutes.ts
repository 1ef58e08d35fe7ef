import type { Reading } from "@remit/documents";
import { codeOf, type Group, kindOf } from "@remit/groups";
import { type Access, type Day, dayAt, freeSlug, homeZone, Refusal, slugify } from "@remit/kernel";
import { type AgreedMinutes, Meeting, type NextMeeting } from "@remit/meetings";
import type { Minutes } from "@remit/meetings/store";
import { actionsOf, type Raised } from "./actions.ts";
import { agendaFindings, agendaOf } from "./agenda.ts";
import { attendanceOf } from "./attendance.ts";
import { type Bodies, bodiesOf } from "./bodies.ts";
import { type Draft, sourceOf } from "./draft.ts";
import { type Incoming, type Told, wordingOf } from "./incoming.ts";
import { itemsOf } from "./items.ts";
import { keyOf } from "./match.ts";
import { type People, peopleOf } from "./people.ts";
import { quotedBy } from "./quoted.ts";
import type { Changed, Known } from "./known.ts";
import type { Finding } from "./report.ts";

/** Everything that one document of minutes adds to the record. */
export interface MinutesPlan {
  readonly group: Group;
  readonly isNewGroup: boolean;
  /** The day of which the document tells: that of the meeting, or today for one that is yet to come. */
  readonly toldOn: Day;
  readonly people: People;
  readonly bodies: Bodies;
  readonly minutes: Minutes;
  readonly raised: readonly Raised[];
  readonly changed: readonly Changed[];
  readonly findings: readonly Finding[];
}

/** Which meeting minutes are of. */
export interface Identity {
  /** ISO date. */
  readonly heldOn: string;
  /** By the calendar of the group. */
  readonly today: Day;
  readonly group: Group;
  readonly isNewGroup: boolean;
}

/** Which meeting a record is made of, under which address and by which version, and who may see it. */
export interface Recorded extends Pick<
  Extract<Meeting, { status: "held" }>,
  "id" | "slug" | "version" | "postponements" | "agendas" | "opened" | "ended"
> {
  readonly access: Access;
}

/** Refuses minutes of no date, of no group, or of several meetings. */
export function identify(
  reading: Reading,
  groups: readonly Group[],
  { told, newId, recordedAt }: Incoming,
): Identity {
  const heldOn = dayOf(reading);
  const name = told.group ?? reading.group;
  if (name === null) {
    const message = "The minutes do not name the group that met. Name it with --group.";
    throw new Refusal("GROUP_MISSING", message);
  }
  const before = groups.find((group) => keyOf([group.name]) === keyOf([name]));
  const group = before ?? groupOf(name, groups, newId(), told);
  return { heldOn, today: dayAt(recordedAt, group.zone), group, isNewGroup: before === undefined };
}

/** Makes a meeting's record of a reading: a meeting that was held, or one that is yet to come. */
export function planMinutes(
  reading: Reading,
  { group, heldOn, today, isNewGroup }: Identity,
  { id: meeting, access, ...recorded }: Recorded,
  known: Known,
  incoming: Incoming,
): MinutesPlan {
  const { document, newId } = incoming;
  const draft: Draft = {
    reading,
    document,
    meeting,
    heldOn,
    // Its parts are seen by whoever sees the meeting, which need not be whoever sees its group.
    group: { ...group, access },
    wording: wordingOf(incoming),
    people: peopleOf(known.persons, group.id, newId),
    bodies: bodiesOf(known.organisations, newId),
    newId,
  };
  const isToCome = heldOn > today;
  const { findings, ...parts } = isToCome
    ? toCome(draft, incoming, recorded)
    : held(draft, known, recorded);
  return {
    group,
    isNewGroup,
    toldOn: isToCome ? today : heldOn,
    people: draft.people,
    bodies: draft.bodies,
    ...parts,
    findings: [...findings, ...draft.people.findings],
  };
}

type Parts = Pick<MinutesPlan, "minutes" | "raised" | "changed" | "findings">;

type Kept = Omit<Recorded, "id" | "access">;

function held(draft: Draft, known: Known, kept: Kept): Parts {
  const { findings, ...attendance } = attendanceOf(draft);
  const meeting: Meeting = {
    ...meetingOf(draft, kept),
    status: "held",
    attendanceNotStated: attendance.attendance.length === 0,
    reopenings: [],
  };
  const taken = itemsOf(draft);
  const quoted = quotedBy(draft.reading.actions, known.quoted, meeting, draft.newId);
  return {
    minutes: { meeting, next: nextOf(draft), ...attendance, agreed: agreedOf(draft), ...taken },
    raised: actionsOf(draft, meeting, taken.items, known),
    changed: quoted.changed,
    findings: [...warningsOf(draft.reading), ...findings, ...quoted.findings],
  };
}

function toCome(draft: Draft, { text }: Incoming, kept: Kept): Parts {
  const nobody = { sections: [], attendance: [], notes: [], roles: [] };
  const agenda = agendaOf(draft, text);
  return {
    minutes: {
      agreed: [],
      meeting: Meeting.parse({ ...meetingOf(draft, kept), status: "scheduled" }),
      next: null,
      ...nobody,
      ...agenda,
    },
    raised: [],
    changed: [],
    findings: agendaFindings(draft.heldOn, draft.reading),
  };
}

const warningsOf = ({ warnings }: Reading): Finding[] =>
  warnings.map(({ code, message }) => ({ code, message }));

/** The day of the meeting; minutes that cannot say it once are refused. */
function dayOf({ date, warnings }: Reading): string {
  const several = warnings.find(({ code }) => code === "SEVERAL_MEETINGS");
  if (several !== undefined) {
    throw new Refusal(
      several.code,
      `${several.message} Put each meeting's minutes in a file of its own.`,
    );
  }
  if (date !== null && date.length === 10) return date;
  const found = date === null ? "no date" : `only ${date}`;
  throw new Refusal(
    "MEETING_DATE_MISSING",
    `The minutes give ${found} for the meeting. Add a line such as: Date of meeting: 22 December 2021`,
  );
}

function groupOf(
  name: string,
  groups: readonly Group[],
  id: string,
  { access = "public", zone = homeZone }: Told,
): Group {
  const slugs = new Set(groups.map(({ slug }) => slug));
  const codes = new Set(groups.map(({ code }) => code));
  let code = codeOf(name);
  for (let number = 2; codes.has(code); number += 1) code = `${codeOf(name).slice(0, 8)}${number}`;
  const slug = freeSlug(slugify(name) || "group", slugs);
  return { id, slug, name, code, kind: kindOf(name), zone, access };
}

function meetingOf(draft: Draft, kept: Kept) {
  const { reading, group, heldOn } = draft;
  return {
    ...kept,
    id: draft.meeting,
    group: { type: "Group", id: group.id, label: group.name },
    title: reading.title ?? `${group.name}: ${heldOn}`,
    ordinal: reading.ordinal,
    ordinalBasis: reading.ordinal === null ? null : ("stated" as const),
    heldOn,
    endedOn: reading.dateEnd,
    starts: startOf(heldOn, reading.time, reading.zone),
    location: reading.location,
    access: group.access,
    source: sourceOf(draft, reading.spans.date),
  };
}

function nextOf(draft: Draft): NextMeeting | null {
  const next = draft.reading.nextMeeting;
  if (next === null) return null;
  return {
    id: draft.newId(),
    meeting: draft.meeting,
    text: next.text,
    on: next.date,
    starts: startOf(next.date, next.time, next.zone),
    location: next.location,
    source: sourceOf(draft, next.span),
  };
}

const agreedOf = (draft: Draft): AgreedMinutes[] =>
  draft.reading.agreements.map(({ text, agrees, span }, index) => ({
    id: draft.newId(),
    meeting: draft.meeting,
    place: index + 1,
    text,
    alsoActions: agrees.includes("previous-actions"),
    source: sourceOf(draft, span),
  }));

const startOf = (date: string, time: string | null, zone: string) =>
  time === null || date.length < 10 ? null : { local: `${date}T${time}`, zone };
