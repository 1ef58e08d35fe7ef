import ical from "ical.js";
import { expect, test } from "vitest";
import { actionsIcs, meetingsIcs, type RecordedCalendar } from "./calendar.ts";

type Meeting = RecordedCalendar["meetings"][number];

const meeting = (facts: Partial<Meeting> = {}): Meeting => ({
  id: "Meeting:01990000-0000-7000-8000-000000000001",
  title: "Weir Forum, spring; the first",
  heldOn: "2026-03-18",
  endedOn: null,
  local: "2026-03-18T10:00",
  zone: "Europe/London",
  location: "The Mill, Weir Street",
  status: "SCHEDULED",
  version: 3,
  cancelled: null,
  postponements: [],
  attendance: [],
  ...facts,
});

const calendarOf = (...meetings: Meeting[]) =>
  ical.Component.fromString(meetingsIcs({ slug: "weir-forum", name: "Weir Forum", meetings }));
const eventsOf = (...meetings: Meeting[]) =>
  calendarOf(...meetings)
    .getAllSubcomponents("vevent")
    .map((each) => new ical.Event(each));

test("a calendar has its name, and the rules of each zone once", () => {
  const calendar = calendarOf(meeting(), meeting({ id: "Meeting:2" }));
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Weir Forum");
  expect(calendar.getFirstPropertyValue("method")).toBeNull();
  const zones = calendar.getAllSubcomponents("vtimezone");
  expect(zones.map((zone) => zone.getFirstPropertyValue("tzid"))).toEqual(["Europe/London"]);
});

test("a meeting is an event with its id, its place and its state", () => {
  const [event] = eventsOf(meeting());
  expect(event).toMatchObject({
    uid: "meeting-01990000-0000-7000-8000-000000000001@remit",
    summary: "Weir Forum, spring; the first",
    location: "The Mill, Weir Street",
    sequence: 3,
  });
  expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
});

test.each([
  ["before the clocks change", "2026-03-18T10:00", "2026-03-18T10:00:00.000Z"],
  ["after the clocks change", "2026-06-17T10:00", "2026-06-17T09:00:00.000Z"],
  ["after they change back", "2026-12-16T10:00", "2026-12-16T10:00:00.000Z"],
])("a meeting of a series %s is at ten by the clock of its place", (_, local, instant) => {
  const calendar = calendarOf(meeting({ local, heldOn: local.slice(0, 10) }));
  const zone = new ical.Timezone(calendar.getFirstSubcomponent("vtimezone")!);
  const start = new ical.Event(calendar.getFirstSubcomponent("vevent")!).startDate;
  start.zone = zone;
  expect(start.hour).toBe(10);
  expect(new Date(start.toUnixTime() * 1000).toISOString()).toBe(instant);
});

test("a meeting without a time is of its day, or of its days", () => {
  const [day, days] = eventsOf(
    meeting({ local: null, zone: null }),
    meeting({ local: null, zone: null, endedOn: "2026-03-19" }),
  );
  expect([day?.startDate.isDate, String(day?.startDate)]).toEqual([true, "2026-03-18"]);
  // An end of days is the day after.
  expect(String(days?.endDate)).toBe("2026-03-20");
});

test("a meeting of several days is of all its days, and says when it begins", () => {
  const [days] = eventsOf(meeting({ endedOn: "2026-03-20" }));
  expect([String(days?.startDate), String(days?.endDate)]).toEqual(["2026-03-18", "2026-03-21"]);
  expect(days?.description).toBe("Begins at 10:00 (Europe/London)");
});

test("a cancelled meeting stays as cancelled, and a moved one says from where", () => {
  const [cancelled, moved] = eventsOf(
    meeting({ status: "CANCELLED", cancelled: { on: "2026-03-01", reason: "Snow" } }),
    meeting({ postponements: [{ heldOn: "2026-02-18", on: "2026-02-10", reason: "Ice" }] }),
  );
  expect(cancelled?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(cancelled?.description).toBe("Cancelled: Snow");
  expect(moved?.description).toBe("Moved from 2026-02-18: Ice");
});

/** Whoever is at a meeting. */
const seat = (id: string, name: string, status: string, facts: object = {}) => ({
  id: `Attendance:${id}`,
  name,
  status,
  capacity: "MEMBER",
  deputisingFor: null,
  person: { id: `Person:${id}` },
  principal: null,
  ...facts,
});

test("whoever sends a deputy has delegated to them, and the deputy stands for them", () => {
  const [event] = eventsOf(
    meeting({
      attendance: [
        seat("1", 'Ina "Mill" Marsh', "PRESENT", { capacity: "CHAIR" }),
        seat("2", "Cal Weir", "APOLOGIES"),
        seat("3", "Dot Moss", "PRESENT", {
          capacity: "DEPUTY",
          deputisingFor: "Cal Weir",
          principal: { id: "Person:2" },
        }),
        seat("4", "Lars Holm", "APOLOGIES", { person: null }),
      ],
    }),
  );
  const attendees = event?.attendees.map((each) => [
    each.getFirstValue(),
    each.getFirstParameter("cn"),
    each.getFirstParameter("role"),
    each.getFirstParameter("partstat"),
    each.getParameter("delegated-to") ?? each.getParameter("delegated-from") ?? null,
  ]);
  expect(attendees).toEqual([
    ["urn:uuid:1", 'Ina "Mill" Marsh', "CHAIR", "ACCEPTED", null],
    ["urn:uuid:2", "Cal Weir", "REQ-PARTICIPANT", "DELEGATED", "urn:uuid:3"],
    ["urn:uuid:3", "Dot Moss", "REQ-PARTICIPANT", "ACCEPTED", "urn:uuid:2"],
    ["urn:uuid:4", "Lars Holm", "REQ-PARTICIPANT", "DECLINED", null],
  ]);
});

test.each([
  { what: "whose names are withheld", names: ["[name withheld]", "[name withheld]"] },
  { what: "of whom one alone is withheld", names: ["[name withheld]", "Cal Weir"] },
  { what: "of one name", names: ["Cal Weir", "Cal Weir"] },
])(
  "INV-M25 who sent a deputy is not guessed among members $what",
  ({ names: [one = "", two = ""] }) => {
    const [event] = eventsOf(
      meeting({
        attendance: [
          seat("1", one, "APOLOGIES"),
          seat("2", two, "APOLOGIES"),
          seat("3", "Dot Moss", "PRESENT", { capacity: "DEPUTY", deputisingFor: one }),
        ],
      }),
    );
    const said = event?.attendees.map((each) => each.getFirstParameter("partstat"));
    expect(said).toEqual(["DECLINED", "DECLINED", "ACCEPTED"]);
  },
);

test("a deputy of whom only the name of the principal is known stands for the one who bears it", () => {
  const [event] = eventsOf(
    meeting({
      attendance: [
        seat("1", "Cal Weir", "APOLOGIES"),
        seat("2", "Dot Moss", "PRESENT", { capacity: "DEPUTY", deputisingFor: "Cal Weir" }),
      ],
    }),
  );
  const said = event?.attendees.map((each) => each.getFirstParameter("partstat"));
  expect(said).toEqual(["DELEGATED", "ACCEPTED"]);
});

test("an action is a task with its due, its owners and its state", () => {
  const text = actionsIcs({
    slug: "weir-forum",
    name: "Weir Forum",
    actions: [
      {
        id: "Action:1",
        reference: "WF-2025-05-A1",
        text: "Order gates, two",
        status: "DONE",
        version: 2,
        overdue: false,
        owners: [{ name: "Ina Marsh" }],
        due: { on: "2025-06-30", text: null, inWords: "30 June 2025" },
        raisedAt: { on: "2025-05-09", meeting: null },
        closure: { on: "2025-06-01" },
      },
    ],
  });
  const task = ical.Component.fromString(text).getFirstSubcomponent("vtodo");
  const value = (name: string) => String(task?.getFirstPropertyValue(name));
  expect([value("summary"), value("due"), value("status"), value("completed")]).toEqual([
    "WF-2025-05-A1: Order gates, two",
    "2025-06-30",
    "COMPLETED",
    "2025-06-01T00:00:00Z",
  ]);
  expect(value("description")).toContain("Owner: Ina Marsh");
});
