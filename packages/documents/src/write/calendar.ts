import { addDays, Day, readInput } from "@remit/kernel";
import ical from "ical.js";
import { tzlib_get_ical_block } from "timezones-ical-library";
import * as z from "zod";
import { loggedIn, type RecordedActionLog } from "./action-log.ts";
import { clockOf } from "./dates.ts";
import { statusInWords } from "./words.ts";

const text = z.string();
const maybe = text.nullable();
const person = z.object({ id: text }).nullable();

/** Whoever was, or was to be, at a meeting of a calendar. */
const Attendee = z.object({
  id: text,
  name: text,
  status: text,
  capacity: text,
  deputisingFor: maybe,
  person,
  principal: person,
});
type Attendee = Readonly<z.infer<typeof Attendee>>;

/** The meetings of a group as the graph answers for them: what a calendar is written from. */
export const RecordedCalendar = z.object({
  slug: text,
  name: text,
  meetings: z.array(
    z.object({
      id: text,
      title: text,
      heldOn: Day,
      endedOn: Day.nullable(),
      local: maybe,
      zone: maybe,
      location: maybe,
      status: text,
      version: z.int(),
      cancelled: z.object({ on: Day, reason: text }).nullable(),
      postponements: z.array(z.object({ heldOn: Day, on: Day, reason: text })),
      attendance: z.array(Attendee),
    }),
  ),
});
export type RecordedCalendar = Readonly<z.infer<typeof RecordedCalendar>>;
type RecordedEvent = RecordedCalendar["meetings"][number];

/** A property and a component as RFC 7265 has them: what the library writes. */
type Property = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...string[],
];
type Component = [name: string, properties: Property[], components: Component[]];

/** The meetings of a group as iCalendar, to subscribe to: cancelled ones stay in it as cancelled, and a moved one keeps its id. */
export function meetingsIcs(given: RecordedCalendar): string {
  const { name, meetings } = readInput(RecordedCalendar, given);
  const zones = [...new Set(meetings.flatMap(({ zone }) => zone ?? []))].toSorted();
  return calendarOf(name, [...zones.flatMap(zoneOf), ...meetings.map(eventOf)]);
}

/** The actions of a group as tasks of iCalendar, each with its due where it has a day. */
export function actionsIcs(given: RecordedActionLog): string {
  const { name, actions } = loggedIn(given);
  return calendarOf(`Actions of the ${name}`, actions.map(taskOf));
}

/**
 * No METHOD: it is a calendar to look at, and not a message to somebody's inbox, so that RFC 5546 lets it name who
 * attends.
 */
const calendarOf = (name: string, components: readonly Component[]): string =>
  `${ical.stringify([
    "vcalendar",
    [
      ["version", {}, "text", "2.0"],
      ["prodid", {}, "text", "-//Remit//Record of a group//EN"],
      ["name", {}, "text", name],
      ["x-wr-calname", {}, "unknown", name],
      ["refresh-interval", {}, "duration", "PT6H"],
    ],
    components,
  ])}\r\n`;

/** The rules of a zone, for calendars that do not know it by its name, such as Outlook's. */
function zoneOf(zone: string): Component[] {
  const [block] = tzlib_get_ical_block(zone);
  return block === undefined || !block.startsWith("BEGIN:VTIMEZONE") ? [] : [ical.parse(block)];
}

const stamp = (day: string) => `${day}T00:00:00Z`;

function eventOf(meeting: RecordedEvent): Component {
  const { id, title, heldOn, location, version, cancelled, postponements } = meeting;
  const clock = clockOf(meeting.local);
  const changed = [cancelled?.on, ...postponements.map(({ on }) => on)].filter((on) => on != null);
  const note = [
    ...(clock !== null && isOfDays(meeting) ? [`Begins at ${clock} (${meeting.zone})`] : []),
    ...(cancelled === null ? [] : [`Cancelled: ${cancelled.reason}`]),
    ...postponements.map((each) => `Moved from ${each.heldOn}: ${each.reason}`),
  ].join("\n");
  return [
    "vevent",
    [
      ["uid", {}, "text", uidOf(id)],
      // The latest day of which the record tells: a clock of our own would make every copy another one.
      ["dtstamp", {}, "date-time", stamp(changed.toSorted().at(-1) ?? heldOn)],
      ["sequence", {}, "integer", String(version)],
      ["summary", {}, "text", title],
      ["status", {}, "text", statuses[meeting.status] ?? "CONFIRMED"],
      ...daysOf(meeting),
      ...(location === null ? [] : [["location", {}, "text", location] satisfies Property]),
      ...(note === "" ? [] : [["description", {}, "text", note] satisfies Property]),
      ...attendeesOf(meeting.attendance),
    ],
    [],
  ];
}

const statuses: Readonly<Record<string, string>> = {
  CANCELLED: "CANCELLED",
  POSTPONED: "TENTATIVE",
  TENTATIVE: "TENTATIVE",
};

const isOfDays = ({ heldOn, endedOn }: RecordedEvent): boolean =>
  endedOn !== null && endedOn !== heldOn;

/** Where no time is stated a meeting is of a day, and no end is told that is not in the record: one of several days is of these, since no hour is known at which it ends. */
function daysOf(meeting: RecordedEvent): Property[] {
  const { heldOn, endedOn, local, zone } = meeting;
  if (local?.includes("T") === true && zone !== null && !isOfDays(meeting)) {
    const start = local.length === 16 ? `${local}:00` : local;
    return [["dtstart", { tzid: zone }, "date-time", start]];
  }
  const days: Property[] = [["dtstart", {}, "date", heldOn]];
  return endedOn === null ? days : [...days, ["dtend", {}, "date", addDays(endedOn, 1)]];
}

/** `Meeting:0190…` is an id for ever, also of whoever's calendar it is in. */
const uidOf = (id: string): string => `${id.replace(":", "-").toLowerCase()}@remit`;

const addressOf = ({ id, person: known }: Pick<Attendee, "id" | "person">): string =>
  `urn:uuid:${(known?.id ?? id).split(":").at(-1) ?? ""}`;

/** What stands for every name that a reader may not be told: two who bear it need not be the same. */
const withheld = "[name withheld]";

/** Attendees with their answers. Whoever sends a deputy has delegated, and the deputy stands for them. */
function attendeesOf(attendance: readonly Attendee[]): Property[] {
  const isOnlyOne = (name: string, deputy: Attendee): boolean =>
    attendance.filter((each) => each !== deputy && each.name === name).length === 1;
  const standsFor = (deputy: Attendee, other: Attendee): boolean =>
    deputy.principal === null
      ? deputy.deputisingFor === other.name &&
        other.name !== withheld &&
        isOnlyOne(other.name, deputy)
      : deputy.principal.id === other.person?.id;
  return attendance.map((each): Property => {
    const to = attendance.filter((other) => other !== each && standsFor(other, each));
    const from = attendance.filter((other) => other !== each && standsFor(each, other));
    const unlisted = from.length === 0 && each.principal !== null ? [each.principal] : [];
    const sent = [
      ...from.map(addressOf),
      ...unlisted.map((principal) => addressOf({ id: principal.id, person: principal })),
    ];
    return [
      "attendee",
      {
        cn: each.name,
        role: roles[each.capacity] ?? "REQ-PARTICIPANT",
        partstat: to.length > 0 ? "DELEGATED" : (answers[each.status] ?? "NEEDS-ACTION"),
        ...(to.length > 0 ? { "delegated-to": to.map(addressOf) } : {}),
        ...(sent.length > 0 ? { "delegated-from": sent } : {}),
      },
      "cal-address",
      addressOf(each),
    ];
  });
}

const roles: Readonly<Record<string, string>> = {
  CHAIR: "CHAIR",
  GUEST: "OPT-PARTICIPANT",
  INVITED_SPEAKER: "OPT-PARTICIPANT",
  OBSERVER: "NON-PARTICIPANT",
  OFFICIAL: "NON-PARTICIPANT",
  SECRETARIAT: "NON-PARTICIPANT",
};

const answers: Readonly<Record<string, string>> = {
  PRESENT: "ACCEPTED",
  APOLOGIES: "DECLINED",
  ABSENT: "DECLINED",
};

function taskOf(action: RecordedActionLog["actions"][number]): Component {
  const { id, reference, owners, due, raisedAt, closure, status, version } = action;
  const who = owners.map(({ name }) => name).join(", ");
  const told = [
    ...(who === "" ? [] : [`Owner: ${who}`]),
    `Due: ${due.text ?? due.inWords}`,
    `Status: ${statusInWords(status)}`,
  ];
  return [
    "vtodo",
    [
      ["uid", {}, "text", uidOf(id)],
      ["dtstamp", {}, "date-time", stamp(closure?.on ?? raisedAt.on)],
      ["sequence", {}, "integer", String(version)],
      ["summary", {}, "text", `${reference}: ${action.text}`],
      ["description", {}, "text", told.join("\n")],
      ["status", {}, "text", tasks[status] ?? "NEEDS-ACTION"],
      ...(due.on === null ? [] : [["due", {}, "date", due.on] satisfies Property]),
      ...(closure === null || tasks[status] !== "COMPLETED"
        ? []
        : [["completed", {}, "date-time", stamp(closure.on)] satisfies Property]),
    ],
    [],
  ];
}

const tasks: Readonly<Record<string, string>> = {
  IN_PROGRESS: "IN-PROCESS",
  DONE: "COMPLETED",
  CLOSED: "COMPLETED",
  SUPERSEDED: "CANCELLED",
  TRANSFERRED: "CANCELLED",
  WITHDRAWN: "CANCELLED",
};
