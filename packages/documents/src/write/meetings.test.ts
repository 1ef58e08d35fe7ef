import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { agendaMarkdown, packMarkdown, type RecordedAgenda } from "./agenda.ts";
import { minutesAkomaNtoso } from "./akoma-ntoso.ts";
import { minutesHtml } from "./minutes.ts";
import type { RecordedMeeting } from "./recorded-meeting.ts";

const action = {
  reference: "WF-2025-05-A1",
  text: "Order gates",
  status: "OPEN",
  owners: [{ name: "Ina Marsh" }],
  due: { kind: "DATE", on: "2025-06-30", text: null, inWords: "30 June 2025" },
};
const meeting: RecordedMeeting = {
  id: "Meeting:1",
  slug: "weir-forum-2025-05-09",
  title: "Weir Forum minutes: May 2025",
  heldOn: "2025-05-09",
  endedOn: null,
  local: null,
  zone: null,
  location: null,
  ordinal: null,
  status: "HELD",
  group: { slug: "weir-forum", name: "Weir Forum" },
  roles: [],
  attendanceNotes: [],
  attendance: [],
  items: [
    {
      number: "1",
      heading: "Eels & gates",
      level: 1,
      place: 1,
      outcome: "DISCUSSED",
      papers: [],
      contributions: [
        {
          text: "Ina Marsh counted < 13",
          lead: null,
          speakers: [{ mention: "Ina Marsh", name: "Ina Marsh" }],
        },
      ],
      decisions: [],
      actions: [action],
    },
  ],
  actions: [action],
  nextMeeting: null,
  minutes: null,
  source: null,
};

test("minutes in Akoma Ntoso have their day, their sections and who speaks", () => {
  const { document } = new JSDOM(minutesAkomaNtoso(meeting), { contentType: "application/xml" })
    .window;
  const root = document.documentElement;
  expect([root.namespaceURI, root.firstElementChild?.getAttribute("name")]).toEqual([
    "http://docs.oasis-open.org/legaldocml/ns/akn/3.0",
    "minutes",
  ]);
  expect(
    ["FRBRWork", "FRBRExpression", "FRBRManifestation"].map((level) =>
      document.querySelector(`${level} > FRBRdate`)?.getAttribute("date"),
    ),
  ).toEqual(["2025-05-09", "2025-05-09", "2025-05-09"]);
  expect(
    [...document.querySelectorAll("section > heading")].map((each) => each.textContent),
  ).toEqual(["1. Eels & gates"]);
  const speaker = document.querySelector("section person");
  const known = document.getElementsByTagName("TLCPerson")[0];
  expect(speaker?.getAttribute("refersTo")).toBe(`#${known?.getAttribute("eId")}`);
  expect(document.querySelector("section p")?.textContent).toBe("Ina Marsh counted < 13");
});

/** Minutes that are published, or were. */
const published = (status: string, asDraft: boolean, publication = "PUBLISHED") => ({
  status,
  publication: {
    status: publication,
    asDraft,
    publishedOn: "2025-06-01",
    withdrawnReason: publication === "WITHDRAWN" ? "A wrong name" : null,
  },
});

const nothing = { items: [], actions: [] };
const takenBack = { minutes: published("CIRCULATED", false, "WITHDRAWN") };
test.each([
  { what: "none yet", facts: { ...nothing, minutes: null }, code: "MINUTES_MISSING" },
  {
    what: "none, of a meeting to come that has an agenda,",
    facts: { status: "SCHEDULED" },
    code: "MINUTES_MISSING",
  },
  { what: "taken back", facts: { ...nothing, ...takenBack }, code: "MINUTES_WITHDRAWN" },
  {
    what: "taken back, while the agenda is there still,",
    facts: takenBack,
    code: "MINUTES_WITHDRAWN",
  },
])("INV-M27 minutes of which there are $what are refused with $code", ({ facts, code }) => {
  const write = () => minutesHtml({ ...meeting, ...facts });
  expect(write).toThrow(expect.objectContaining({ code }));
});

test.each([
  { status: "CIRCULATED", asDraft: true, isDraft: true },
  { status: "CIRCULATED", asDraft: false, isDraft: true },
  { status: "RECALLED", asDraft: true, isDraft: true },
  { status: "AGREED", asDraft: true, isDraft: false },
  { status: "AGREED_WITH_CORRECTIONS", asDraft: true, isDraft: false },
  { status: "AGREED", asDraft: false, isDraft: false },
])(
  "minutes that are $status, published as a draft: $asDraft, say that they are one: $isDraft",
  ({ status, asDraft, isDraft }) => {
    const text = minutesHtml({ ...meeting, minutes: published(status, asDraft) });
    expect(text.includes("no meeting has agreed these minutes yet")).toBe(isDraft);
  },
);

const agenda: RecordedAgenda = {
  ...meeting,
  agendas: [
    { number: 1, on: "2025-05-01", items: [{ number: null, heading: "Boats", place: 1 }] },
    { number: 2, on: "2025-05-02", items: [{ number: "1.", heading: "Eels", place: 1 }] },
  ],
  papers: [{ number: "7", title: "A count", item: { place: 1 } }],
  previous: { title: "Weir Forum minutes: April 2025", actions: [action] },
  expected: [
    { person: null, membership: null, attendance: null },
    {
      person: { name: "Cal Weir" },
      membership: { position: "Head of Boats", post: null },
      attendance: { status: "APOLOGIES" },
    },
  ],
};

test("an agenda is the one that was issued last, with the papers of each item", () => {
  const text = agendaMarkdown(agenda);
  expect(text).toContain("## 1. Eels (paper 7)");
  expect(text).toContain("- Agenda issued on: 2 May 2025");
  expect(text).not.toContain("Boats");
});

test("a pack has papers, the actions of the meeting before and whom the meeting expects", () => {
  const text = packMarkdown(agenda);
  for (const line of [
    "- Paper 7: A count",
    "| WF-2025-05-A1 | Order gates | Ina Marsh | 30 June 2025 | Open |",
    "- A member whose name is not published",
    "- Cal Weir, Head of Boats (apologies)",
  ])
    expect(text).toContain(line);
});

test("a meeting without an agenda has none to write", () => {
  expect(() => agendaMarkdown({ ...agenda, agendas: [], items: [] })).toThrow(
    "There is no agenda of Weir Forum minutes: May 2025 that you may see.",
  );
});
