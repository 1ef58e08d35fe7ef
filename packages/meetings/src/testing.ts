import type { Minutes } from "./store.ts";

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
    group,
    slug: "harbourside-pavements-working-group-2026-03-04",
    title: "Harbourside Pavements Working Group minutes: March 2026",
    ordinal: 2,
    ordinalBasis: "stated",
    heldOn: "2026-03-04",
    endedOn: null,
    starts: { local: "2026-03-04T18:00", zone: "Europe/London" },
    location: "Town Hall",
    status: "held",
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
      note: null,
      assertion: stated,
      source: null,
    },
  ],
  notes: [],
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
