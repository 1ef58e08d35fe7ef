import type { Block } from "./blocks.ts";
import type { RecordedAttendance, RecordedMeeting } from "./recorded-meeting.ts";

type Meeting = Pick<RecordedMeeting, "attendance" | "attendanceNotes" | "items">;

/** Who was there and who was not, list by list, under the headings of the minutes or, where they have none, under what the list has in common. */
export function attendeesOf({ attendance, attendanceNotes, items }: Meeting): Block[] {
  const said = items.flatMap(({ contributions }) => contributions.map(({ text }) => text));
  const notes = attendanceNotes.filter(({ text }) => !said.some((each) => each.includes(text)));
  return [
    ...listsOf(attendance).flatMap(({ heading, people }): Block[] => [
      { kind: "heading", level: 3, text: heading },
      { kind: "list", items: people.map((person) => entryOf(person, heading)) },
    ]),
    ...notes.map(({ text }): Block => ({ kind: "text", text })),
  ];
}

interface List {
  readonly heading: string;
  readonly people: readonly RecordedAttendance[];
}

/** People of one list of the minutes stand together; whoever is on none stands with those of the same capacity. */
function listsOf(attendance: readonly RecordedAttendance[]): List[] {
  const sections = Map.groupBy(
    attendance.filter(({ section }) => section !== null),
    ({ section }) => section?.place ?? 0,
  );
  const listed = [...sections]
    .toSorted(([one], [other]) => one - other)
    .map(([, people]) => ({ heading: people[0]?.section?.heading ?? common(people), people }));
  const loose = Map.groupBy(
    attendance.filter(({ section }) => section === null),
    (person) => headingFor(person),
  );
  return [...listed, ...[...loose].map(([heading, people]) => ({ heading, people }))];
}

const common = (people: readonly RecordedAttendance[]): string => {
  const [first, ...others] = new Set(people.map(headingFor));
  return others.length === 0 && first !== undefined ? first : "Attendees";
};

function headingFor({ status, capacity }: RecordedAttendance): string {
  if (status === "APOLOGIES") return "Apologies";
  if (status === "ABSENT") return "Absent";
  switch (capacity) {
    case "OFFICIAL":
      return "Officials";
    case "SECRETARIAT":
      return "Secretariat";
    case "GUEST":
    case "INVITED_SPEAKER":
    case "OBSERVER":
      return "Guests";
    case "NOT_STATED":
      return "Attendees";
    default:
      return "Members";
  }
}

const modes = { HYBRID: "partly in person", IN_PERSON: null, NOT_STATED: null, REMOTE: "remotely" };

/** One person with their post, and how they took part. */
function entryOf(person: RecordedAttendance, heading: string): string {
  const { name, position, status, capacity, mode, note, deputisingFor } = person;
  const isAway = status === "APOLOGIES" || status === "ABSENT";
  const marks = [
    deputisingFor === null ? null : `deputising for ${deputisingFor}`,
    note ?? modes[mode],
    isAway && !/apologies|absen|regrets|not /iu.test(heading) ? status.toLowerCase() : null,
  ];
  return [
    name,
    capacity === "CHAIR" ? " (Chair)" : "",
    position === null ? "" : `, ${position}`,
    ...marks.map((mark) => (mark === null ? "" : ` (${mark})`)),
  ].join("");
}
