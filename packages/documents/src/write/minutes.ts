import { Refusal, readInput } from "@remit/kernel";
import { attendeesOf } from "./attendees.ts";
import { asFragment, asHtml, asMarkdown, type Block } from "./blocks.ts";
import { clockOf, inWords } from "./dates.ts";
import { itemsOf } from "./items.ts";
import { RecordedMeeting } from "./recorded-meeting.ts";
import { asDocx, inTemplate } from "./word.ts";

/** The minutes of a meeting as blocks, for whatever they are to be written as. Refuses with `MINUTES_MISSING` or `MINUTES_WITHDRAWN` where there are none to be seen. */
export function minutesOf(given: RecordedMeeting): readonly Block[] {
  const meeting = minuted(given);
  return [
    { kind: "heading", level: 1, text: meeting.title },
    ...headOf(meeting),
    { kind: "heading", level: 2, text: "Attendees and apologies" },
    ...attendeesOf(meeting),
    { kind: "heading", level: 2, text: "Items and actions" },
    ...itemsOf(meeting),
  ];
}

const headOf = (meeting: RecordedMeeting): Block[] => [
  {
    kind: "facts",
    facts: [...factsOf({ ...meeting, roles: rolesOf(meeting) }), ...nextOf(meeting)],
  },
  ...noticesOf(meeting),
];

/** Minutes as a page of their own, which says at its end what they rest on. */
export const minutesHtml = (meeting: RecordedMeeting): string =>
  asHtml(minutesOf(meeting), { title: meeting.title, note: basisOf(meeting) });

/** Minutes in Markdown. */
export const minutesMarkdown = (meeting: RecordedMeeting): string => asMarkdown(minutesOf(meeting));

/** Minutes as a Word document. */
export const minutesDocx = async (meeting: RecordedMeeting): Promise<Uint8Array> =>
  asDocx(minutesOf(meeting), { title: meeting.title });

/** Minutes in a secretariat's own Word document, which says by `{{title}}`, `{{facts}}`, `{{attendees}}` and `{{items}}` where they go. */
export async function minutesInTemplate(
  given: RecordedMeeting,
  template: Uint8Array,
): Promise<Uint8Array> {
  const meeting = minuted(given);
  return inTemplate(template, {
    title: [{ kind: "heading", level: 1, text: meeting.title }],
    facts: headOf(meeting),
    attendees: attendeesOf(meeting),
    items: itemsOf(meeting),
  });
}

/** Minutes as data: the meeting as it was given, and nothing that is not in its schema. */
export const minutesJson = (meeting: RecordedMeeting): string =>
  `${JSON.stringify(minuted(meeting), null, 2)}\n`;

/** The lists of attendance as a piece of a page, for the first field of a publishing form. */
export const attendeesHtml = (meeting: RecordedMeeting): string =>
  asFragment(attendeesOf(minuted(meeting)));

/** The items and actions as a piece of a page, for the second field of a publishing form. */
export const itemsHtml = (meeting: RecordedMeeting): string =>
  asFragment(itemsOf(minuted(meeting)));

/** Reads a meeting that has minutes to be seen. Refuses with `MINUTES_MISSING` or `MINUTES_WITHDRAWN`. */
export function minuted(given: RecordedMeeting): RecordedMeeting {
  const meeting = readInput(RecordedMeeting, given);
  const { title, status, attendance, items, minutes } = meeting;
  if (minutes?.publication.status === "WITHDRAWN") {
    const { withdrawnReason: why } = minutes.publication;
    const message = `The minutes of ${title} were published and have been taken back${why === null ? "." : `: ${why}`}`;
    throw new Refusal("MINUTES_WITHDRAWN", message);
  }
  // An agenda has items too, and a meeting that was not held has whoever sent word: neither is minutes.
  const isHeld = minutes !== null || !unheld.includes(status);
  if (isHeld && attendance.length + items.length > 0) return meeting;
  const message = `There are no minutes of ${title} that you may see. They can be written out once they are published.`;
  throw new Refusal("MINUTES_MISSING", message);
}

const unheld = ["CANCELLED", "POSTPONED", "SCHEDULED", "TENTATIVE"];

/** The next meeting, where no item tells of it. */
function nextOf({ nextMeeting, items }: RecordedMeeting): (readonly [string, string])[] {
  const said = items.flatMap(({ contributions }) => contributions.map(({ text }) => text));
  if (nextMeeting === null || said.some((text) => text.includes(nextMeeting.text))) return [];
  const { on, local, location } = nextMeeting;
  const clock = clockOf(local);
  const when = clock === null ? inWords(on) : `${inWords(on)} at ${clock}`;
  return [["Date of next meeting", location === null ? when : `${when}, ${location}`]];
}

/** Whoever is marked as the chair in a list of attendance is not told twice. */
const rolesOf = ({ roles, attendance }: RecordedMeeting): RecordedMeeting["roles"] =>
  attendance.some(({ capacity }) => capacity === "CHAIR")
    ? roles.filter(({ role }) => role !== "CHAIR")
    : roles;

/** What is known of a meeting in short. */
export function factsOf(
  meeting: Pick<RecordedMeeting, "group" | "heldOn" | "endedOn" | "local" | "location" | "roles">,
): (readonly [string, string])[] {
  const { group, heldOn, endedOn, local, location, roles } = meeting;
  const people = (role: string) =>
    roles
      .filter((each) => each.role === role)
      .map(({ name }) => name)
      .join(", ");
  const days = endedOn === null || endedOn === heldOn ? [heldOn] : [heldOn, endedOn];
  const facts: readonly (readonly [string, string | null])[] = [
    ["Group", group?.name ?? null],
    ["Date of meeting", days.map(inWords).join(" to ")],
    ["Time", clockOf(local)],
    ["Location", location],
    ["Chair", people("CHAIR")],
    ["Minutes taken by", people("MINUTE_TAKER")],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function noticesOf({ minutes }: RecordedMeeting): Block[] {
  if (minutes === null) return [];
  const { status, publication } = minutes;
  const isAgreed = ["AGREED", "AGREED_WITH_CORRECTIONS"].includes(status);
  // What was published as a draft is one no more once a meeting has agreed it.
  const isDraft = status === "CIRCULATED" || (publication.asDraft && !isAgreed);
  return isDraft ? [{ kind: "text", text: "Draft: no meeting has agreed these minutes yet." }] : [];
}

function basisOf({ source, minutes }: RecordedMeeting): string {
  const published = minutes?.publication.publishedOn;
  return [
    "Written from the record of the meeting.",
    ...(published ? [`Published on ${inWords(published)}.`] : []),
    ...(source === null
      ? []
      : [
          `Read from “${source.title}”${source.officialRecord === null ? "" : `; the official record is at ${source.officialRecord}`}.`,
        ]),
  ].join(" ");
}
