import type { Actor, AgentRef, GroupRole } from "@remit/kernel";
import type { Meeting, MeetingStatus } from "./meeting.ts";
import type { PartFacts } from "./part.ts";
import type { Minutes } from "./store.ts";
import type { MeetingFacts } from "./verb.ts";
import { cancel } from "./verbs/cancel.ts";
import { close } from "./verbs/close.ts";
import { postpone } from "./verbs/postpone.ts";
import { schedule } from "./verbs/schedule.ts";
import { end, open } from "./verbs/sit.ts";

// The March meeting of the pavements group of Harbourside.

const group = {
  type: "Group",
  id: "01990000-0000-7000-8000-000000000010",
  label: "Harbourside Pavements Working Group",
};
const meeting = "01990000-0000-7000-8000-000000000100";
const stated = { basis: "stated" } as const;
const id = (number: number) => `01990000-0000-7000-8000-000000000${number}`;

/** Ada chaired, the kerbs were discussed, and nobody had other business. */
export const march: Minutes = {
  meeting: {
    id: meeting,
    version: 1,
    group,
    slug: "harbourside-pavements-working-group-2026-03-04",
    title: "Harbourside Pavements Working Group minutes: March 2026",
    ordinal: 2,
    ordinalBasis: "stated",
    heldOn: "2026-03-04",
    endedOn: null,
    starts: { local: "2026-03-04T18:00", zone: "Europe/London" },
    location: "Town Hall",
    postponements: [],
    agendas: [],
    status: "held",
    opened: null,
    ended: null,
    attendanceNotStated: false,
    reopenings: [],
    access: "public",
    source: null,
  },
  roles: [
    { id: id(101), meeting, role: "chair", name: "Ada Quill", person: null, assertion: stated },
  ],
  next: {
    id: id(102),
    meeting,
    text: "The next meeting is on 3 June 2026 at 18:00.",
    on: "2026-06-03",
    starts: { local: "2026-06-03T18:00", zone: "Europe/London" },
    location: null,
    source: null,
  },
  sections: [{ id: id(103), meeting, place: 1, heading: "Members", source: null }],
  attendance: [
    {
      id: id(104),
      meeting,
      section: id(103),
      place: 1,
      person: null,
      name: "Ada Quill",
      position: "Chair",
      organisation: null,
      deputisingFor: null,
      principal: null,
      status: "present",
      statusBasis: "inferred",
      capacity: "chair",
      mode: "not-stated",
      note: null,
      assertion: stated,
      source: null,
    },
  ],
  notes: [],
  agreed: [],
  items: [
    {
      id: id(105),
      meeting,
      place: 1,
      level: 1,
      number: null,
      heading: "Kerbs",
      outcome: "discussed",
      access: "public",
      source: null,
    },
  ],
  contributions: [
    {
      id: id(106),
      meeting,
      item: id(105),
      place: 1,
      kind: "statement",
      lead: null,
      text: "the Chair said that dropped kerbs come first",
      reporting: "verbatim",
      access: "public",
      source: null,
    },
  ],
  speakers: [
    {
      id: id(107),
      contribution: id(106),
      place: 1,
      mention: "the Chair",
      name: "Ada Quill",
      person: null,
      assertion: { basis: "inferred", confidence: 0.95 },
    },
  ],
  papers: [],
  decisions: [],
};

/** Keeps the minutes of the group. */
export const sam: AgentRef = { kind: "person", id: id(200), label: "Sam Okoro" };

/** What the group's verbs are told of other records, where there is nothing to tell. */
export const facts: MeetingFacts = {
  home: {
    ref: group,
    slug: "harbourside-pavements-working-group",
    zone: "Europe/London",
    replacedOn: null,
  },
  others: [],
  cadence: 3,
  items: [],
  present: 1,
  unfinished: [],
};
/** What verbs of a meeting's record are told, where there is nothing to tell. */
export const partFacts: PartFacts = {
  sitting: {
    id: id(300),
    heldOn: "2026-06-03",
    endedOn: null,
    status: "in-session",
    access: "public",
    circulated: false,
  },
  since: null,
  place: 1,
  listed: [],
  chairs: [],
  items: [],
  spoke: [],
  member: true,
  numbers: [],
};
const stamp = { by: sam, on: "2026-06-03" };
const starts = { local: "2026-06-03T18:00", zone: undefined };

/** The June meeting, as it was put on the calendar. */
export const june: Meeting = schedule({
  ...stamp,
  ...facts,
  group: { ...group, access: "public" },
  starts,
  newId: () => id(300),
});
const held = end(open(june, stamp), { ...stamp, ...facts });

/** The June meeting in each status. */
export const inStatus: Readonly<Record<MeetingStatus, Meeting>> = {
  tentative: { ...june, status: "tentative" },
  scheduled: june,
  "in-session": open(june, stamp),
  held,
  closed: close(held, { ...stamp, ...facts }),
  postponed: postpone(june, { ...stamp, ...facts, reason: "Snow" }),
  cancelled: cancel(june, { ...stamp, reason: "Nobody could come" }),
};

const actor = (role: GroupRole | null, rest: Partial<Actor> = {}): Actor => ({
  id: null,
  actsFor: [],
  roles: role === null ? [] : [{ group: group.id, role }],
  official: false,
  administrator: false,
  ...rest,
});

/** Whoever may call, by what they are to the pavements group. */
export const actors = {
  anybody: actor(null),
  official: actor(null, { official: true }),
  stranger: actor(null, { roles: [{ group: id(110), role: "secretariat" }] }),
  member: actor("member"),
  chair: actor("chair"),
  secretary: actor("secretariat"),
  administrator: actor(null, { administrator: true }),
};
