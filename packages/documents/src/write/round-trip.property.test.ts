import fc from "fast-check";
import { expect, test } from "vitest";
import { readMinutes } from "../read/minutes.ts";
import type { Reading } from "../reading.ts";
import { sourceOf } from "../source.ts";
import { minutesDocx, minutesHtml, minutesMarkdown } from "./minutes.ts";
import type { RecordedAttendance, RecordedItem, RecordedMeeting } from "./recorded-meeting.ts";

const people = [
  "Ina Marsh",
  "Dr Odd O'Teal",
  "Rhona Pell-Wick",
  "Jock Tarn MSP",
  "Mìna Voss",
  "Lars Holm",
  "Bea Garth",
  "Cal Weir",
  "Dot Moss",
  "Ewan Fell",
];
const headings = [
  "Gates & sluices",
  "Eels",
  "Repairs to the *old* mill",
  "Boats",
  "Paths by the river",
  "Money",
  "Trees",
];
/** What people said, with what would be markup somewhere. */
const sayings = [
  "said that the weir costs < £5,000 & is worth it",
  'called the plan "sound" and the file plan_v2_final ready',
  "asked whether *all* gates are shut | or some",
  "said that [the map](https://weir.example/map) is new",
  "told of `rust` on 3 of the 5 gates",
];
const deeds = ["order gates", "count the eels", "write to the maker", "paint the rail"];
const posts = ["Weir Trust", "Head of Boats, River Council", null];

const attendance = (
  name: string,
  facts: Partial<RecordedAttendance> & Pick<RecordedAttendance, "section">,
): RecordedAttendance => ({
  name,
  position: null,
  status: "PRESENT",
  capacity: "MEMBER",
  mode: "NOT_STATED",
  note: null,
  deputisingFor: null,
  ...facts,
});

const item = fc.record({
  said: fc.array(fc.record({ who: fc.nat(99), what: fc.constantFrom(...sayings) }), {
    minLength: 1,
    maxLength: 3,
  }),
  listed: fc.boolean(),
  decided: fc.boolean(),
  deed: fc.option(fc.constantFrom(...deeds)),
  dueOn: fc.option(fc.constantFrom("2025-06-30", "2025-11-03")),
});

const meetings: fc.Arbitrary<RecordedMeeting> = fc
  .record({
    order: fc.shuffledSubarray(people, { minLength: 6 }),
    absent: fc.integer({ min: 0, max: 2 }),
    guests: fc.integer({ min: 0, max: 1 }),
    hasSections: fc.boolean(),
    numbered: fc.boolean(),
    clock: fc.option(fc.constantFrom("10:00", "14:30")),
    location: fc.option(fc.constantFrom("The Mill, Weir Street", "Online")),
    position: fc.constantFrom(...posts),
    deputised: fc.boolean(),
    titles: fc.shuffledSubarray(headings, { minLength: 2, maxLength: 4 }),
    told: fc.array(item, { minLength: 4, maxLength: 4 }),
    next: fc.option(fc.constantFrom("2025-09-12")),
  })
  .map((drawn): RecordedMeeting => {
    const { order, absent, guests, hasSections, numbered, clock } = drawn;
    const away = order.slice(0, absent);
    const invited = order.slice(absent, absent + guests);
    const members = order.slice(absent + guests);
    const section = (place: number, heading: string) => (hasSections ? { place, heading } : null);
    const said = members.filter((name) => !name.startsWith("Dr"));
    const actions = drawn.told.slice(0, drawn.titles.length).map(({ deed, dueOn }, at) => {
      const owner = said[at % said.length] ?? "";
      if (deed === null) return null;
      return {
        reference: `WF-2025-05-A${at + 1}`,
        text: at % 2 === 0 ? `${owner} to ${deed}` : `Somebody has to ${deed}`,
        status: "OPEN",
        owners: [{ name: owner }],
        due: { kind: "DATE", on: dueOn, text: null, inWords: dueOn ?? "no date" },
      };
    });
    return {
      id: "Meeting:1",
      slug: "weir-forum-2025-05-09",
      title: "Weir Forum minutes: May 2025",
      heldOn: "2025-05-09",
      endedOn: null,
      local: clock === null ? null : `2025-05-09T${clock}`,
      zone: clock === null ? null : "Europe/London",
      location: drawn.location,
      ordinal: null,
      status: "HELD",
      group: { slug: "weir-forum", name: "Weir Forum" },
      roles: [],
      attendanceNotes: [],
      attendance: [
        ...members.map((name, at) =>
          attendance(name, {
            section: section(1, "Members"),
            capacity: at === 0 ? "CHAIR" : "MEMBER",
            position: drawn.position,
            deputisingFor: drawn.deputised && at === 1 && away[0] !== undefined ? away[0] : null,
          }),
        ),
        ...invited.map((name) =>
          attendance(name, { section: section(2, "Also attending"), capacity: "GUEST" }),
        ),
        ...away.map((name) =>
          attendance(name, { section: section(3, "Apologies"), status: "APOLOGIES" }),
        ),
      ],
      items: drawn.titles.map((heading, at): RecordedItem => {
        const { said: spoken = [], listed = false, decided = false } = drawn.told[at] ?? {};
        const action = actions[at] ?? null;
        return {
          number: numbered ? `${at + 1}` : null,
          heading,
          level: 1,
          place: at + 1,
          outcome: "DISCUSSED",
          papers: [],
          contributions: spoken.map(({ who, what }) => {
            const name = said[who % said.length] ?? "";
            return {
              text: `${name} ${what}`,
              lead: listed ? "In discussion, these points were made:" : null,
              speakers: [{ mention: name, name }],
            };
          }),
          decisions: decided ? [{ kind: "AGREED", text: "The plan was agreed." }] : [],
          actions: action === null ? [] : [action],
        };
      }),
      actions: actions.filter((action) => action !== null),
      nextMeeting:
        drawn.next === null
          ? null
          : {
              on: drawn.next,
              local: null,
              location: null,
              text: "The next meeting will be on 12 September 2025.",
            },
      minutes: null,
      source: null,
    };
  });

const plain = (text: string) => text.replaceAll(/[\\*_`]/gu, "");

/** What a reading says, in the terms of the record. */
const readBack = (reading: Reading) => ({
  date: reading.date,
  time: reading.time,
  location: reading.location,
  chair: reading.chair,
  people: reading.attendance.map((each) => ({
    name: each.name,
    status: each.status,
    isGuest: each.category === "guest",
    deputyFor: each.deputyFor,
    position: each.role,
  })),
  items: reading.items.map(({ heading, number, contributions }) => ({
    heading: plain(heading),
    number,
    said: contributions.map(({ text }) => plain(text)),
    speakers: contributions.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
  })),
  actions: reading.actions.map(({ text, item, owners, dueOn }) => ({
    text,
    item: item === null ? null : plain(item),
    owners: owners.map(({ resolved }) => resolved),
    due: dueOn,
  })),
  decisions: reading.decisions.length,
  next: reading.nextMeeting?.date ?? null,
});

const recorded = (meeting: RecordedMeeting): ReturnType<typeof readBack> => ({
  date: meeting.heldOn,
  time: meeting.local?.slice(11) ?? null,
  location: meeting.location,
  chair: meeting.attendance.find(({ capacity }) => capacity === "CHAIR")?.name ?? null,
  people: meeting.attendance.map((each) => ({
    name: each.name,
    status: each.status === "APOLOGIES" ? "apologies" : "present",
    isGuest: each.capacity === "GUEST",
    deputyFor: each.deputisingFor,
    position: each.position,
  })),
  items: meeting.items.map(({ heading, number, contributions }) => ({
    heading: plain(heading ?? ""),
    number,
    said: contributions.map(({ text }) => plain(text)),
    speakers: contributions.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
  })),
  actions: meeting.items.flatMap(({ heading, actions }) =>
    actions.map(({ text, owners, due }) => ({
      text,
      item: plain(heading ?? ""),
      owners: owners.map(({ name }) => name),
      due: due.on,
    })),
  ),
  decisions: meeting.items.flatMap(({ decisions }) => decisions).length,
  next: meeting.nextMeeting?.on ?? null,
});

/** Ways to write minutes, each as the text of which a file of it is read. */
const writers: Readonly<Record<string, (meeting: RecordedMeeting) => Promise<string>>> = {
  "a web page": async (meeting) => minutesHtml(meeting),
  Markdown: async (meeting) => minutesMarkdown(meeting),
  "a Word document": async (meeting) => sourceOf(await minutesDocx(meeting)),
};

test.each(Object.entries(writers))(
  "INV-M24 minutes written as %s are read again as they were recorded",
  async (_, write) => {
    await fc.assert(
      fc.asyncProperty(meetings, async (meeting) => {
        expect(readBack(readMinutes(await write(meeting)))).toEqual(recorded(meeting));
      }),
      { numRuns: 25 },
    );
  },
);
