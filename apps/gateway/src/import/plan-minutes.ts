import type { Action } from "@remit/actions";
import type { Reading } from "@remit/documents";
import { codeOf, type Group, kindOf, type Membership, type Organisation } from "@remit/groups";
import { homeZone, Refusal, slugify, type Zone } from "@remit/kernel";
import type { Meeting, NextMeeting } from "@remit/meetings";
import type { Minutes } from "@remit/meetings/store";
import { actionsOf } from "./actions.ts";
import { attendanceOf } from "./attendance.ts";
import { type Bodies, bodiesOf } from "./bodies.ts";
import { type Draft, sourceOf } from "./draft.ts";
import { type Incoming, wordingOf } from "./incoming.ts";
import { itemsOf } from "./items.ts";
import { keyOf, type KnownPerson } from "./match.ts";
import { freeSlug, type People, peopleOf } from "./people.ts";
import type { Finding } from "./report.ts";

/** What the record knows before a document is imported. */
export interface Known {
  readonly groups: readonly Group[];
  readonly organisations: readonly Organisation[];
  readonly persons: readonly KnownPerson[];
  /** References that actions have already. */
  readonly references: ReadonlySet<string>;
}

/** Everything that one document of minutes adds to the record. */
export interface MinutesPlan {
  readonly group: Group;
  readonly isNewGroup: boolean;
  readonly people: People;
  readonly bodies: Bodies;
  readonly memberships: readonly Membership[];
  readonly minutes: Minutes;
  readonly actions: readonly Action[];
  /** Actions that were there before, and what becomes of them. */
  readonly changed: readonly { readonly before: Action; readonly after: Action }[];
  readonly findings: readonly Finding[];
}

/** Which meeting minutes are of. */
export interface Identity {
  /** ISO date. */
  readonly heldOn: string;
  readonly group: Group;
  readonly isNewGroup: boolean;
}

/** Refuses minutes of no date, of no group, or of several meetings. */
export function identify(
  reading: Reading,
  groups: readonly Group[],
  { told, newId }: Incoming,
): Identity {
  const heldOn = dayOf(reading);
  const name = told.group ?? reading.group;
  if (name === null) {
    const message = "The minutes do not name the group that met. Name it with --group.";
    throw new Refusal("GROUP_MISSING", message);
  }
  const before = groups.find((group) => keyOf([group.name]) === keyOf([name]));
  const group = before ?? groupOf(name, groups, newId(), told.zone);
  return { heldOn, group, isNewGroup: before === undefined };
}

/** Makes a meeting's record of a reading. `meeting` is the id that it has, or will have. */
export function planMinutes(
  reading: Reading,
  { group, heldOn, isNewGroup }: Identity,
  meeting: string,
  known: Known,
  incoming: Incoming,
): MinutesPlan {
  const { document, newId } = incoming;
  const draft: Draft = {
    reading,
    document,
    meeting,
    heldOn,
    group,
    wording: wordingOf(incoming),
    people: peopleOf(known.persons, group.id, newId),
    bodies: bodiesOf(known.organisations, newId),
    newId,
  };
  const members = known.persons.filter(({ groups }) => groups.includes(group.id));
  const { memberships, findings, ...attendance } = attendanceOf(
    draft,
    new Set(members.map(({ id }) => id)),
  );
  const { items, ...taken } = itemsOf(draft);
  const record = meetingOf(draft);
  return {
    group,
    isNewGroup,
    people: draft.people,
    bodies: draft.bodies,
    memberships,
    minutes: { meeting: record, next: nextOf(draft), items, ...attendance, ...taken },
    actions: actionsOf(draft, record, items, known.references),
    changed: [],
    findings: [...warningsOf(reading), ...findings, ...draft.people.findings],
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

function groupOf(name: string, groups: readonly Group[], id: string, zone: Zone = homeZone): Group {
  const slugs = new Set(groups.map(({ slug }) => slug));
  const codes = new Set(groups.map(({ code }) => code));
  let code = codeOf(name);
  for (let number = 2; codes.has(code); number += 1) code = `${codeOf(name).slice(0, 8)}${number}`;
  const slug = freeSlug(slugify(name) || "group", slugs);
  return { id, slug, name, code, kind: kindOf(name), zone, access: "public" };
}

function meetingOf(draft: Draft): Meeting {
  const { reading, group, heldOn } = draft;
  return {
    id: draft.meeting,
    group: { type: "Group", id: group.id, label: group.name },
    slug: `${group.slug}-${heldOn}`,
    title: reading.title ?? `${group.name}: ${heldOn}`,
    ordinal: reading.ordinal,
    ordinalBasis: reading.ordinal === null ? null : "stated",
    heldOn,
    endedOn: reading.dateEnd,
    starts: startOf(heldOn, reading.time, reading.zone),
    location: reading.location,
    status: "held",
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

const startOf = (date: string, time: string | null, zone: string) =>
  time === null || date.length < 10 ? null : { local: `${date}T${time}`, zone };
