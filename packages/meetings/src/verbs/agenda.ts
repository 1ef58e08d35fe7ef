import { keepers, Note, refTo, Refusal } from "@remit/kernel";
import { Outcome } from "../item.ts";
import { assertKnown, assertPlanned, assertSitting, assertWithin, isPlanned } from "../part.ts";
import { itemMaker, itemVerb, paperMaker } from "../part-verb.ts";
import { meetingVerb } from "../verb.ts";

const Number = Note.max(50);

/** Something is put on the agenda, or is raised on the day. */
export const addItem = itemMaker("add", {
  says: "Puts an item on the agenda of a meeting, or into its record where it is raised on the day; it is a draft until the agenda is issued, or the minutes are circulated.",
  mutation: "addItem",
  by: keepers,
  within: "meeting",
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting."),
    heading: Note.max(1_000).describe("The heading of the item."),
    number: Number.optional().describe("The number of the item as it is written, such as 3a."),
  },
  needs: ["sitting", "since", "place", "newId"],
  refuses: ["MINUTES_CIRCULATED", "NOT_SITTING"],
  step: ({ meeting, heading, number = null, sitting, since, place, newId, on }) => {
    if (isPlanned(sitting)) assertKnown(sitting, since, on);
    else assertSitting(sitting, on);
    return {
      id: newId(),
      version: 1,
      meeting: sitting.id,
      group: meeting.group ?? "",
      access: sitting.access,
      draft: true,
      place,
      level: 1,
      number,
      heading,
      outcome: "not-stated" as const,
      outcomeDraft: false,
      source: null,
    };
  },
});

/** A paper comes before a meeting. */
export const addPaper = paperMaker("add", {
  says: "Puts a paper before a meeting, under a number that no other has there; it is a draft until the agenda is issued.",
  mutation: "addPaper",
  by: keepers,
  within: "meeting",
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting."),
    title: Note.max(1_000).describe("The title of the paper."),
    number: Number.optional().describe("The number of the paper; the next one if left out."),
    item: refTo("Item").optional().describe("The id of the item that the paper is for."),
  },
  needs: ["sitting", "since", "place", "numbers", "newId"],
  refuses: ["AGENDA_FROZEN", "INV-M16", "OTHER_MEETING"],
  step: ({ meeting, title, number, item, sitting, since, place, numbers, newId, on }) => {
    assertPlanned(sitting);
    assertKnown(sitting, since, on);
    if (item !== undefined) assertWithin(item, sitting, ["item"]);
    if (number !== undefined && numbers.some((each) => folded(each) === folded(number))) {
      const message = `The meeting has a paper ${number} already: give another number.`;
      throw new Refusal("INV-M16", message, { path: ["number"] });
    }
    return {
      id: newId(),
      version: 1,
      meeting: sitting.id,
      group: meeting.group ?? "",
      access: sitting.access,
      draft: true,
      item: item?.id ?? null,
      place,
      number: number ?? nextNumber(numbers),
      title,
      source: null,
    };
  },
});

/** A number as it is compared: `01a` is `1A`. */
const folded = (number: string) =>
  number
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/u, "");

function nextNumber(numbers: readonly string[]): string {
  const taken = numbers.map((each) => parseInt(each, 10)).filter((each) => each > 0);
  return String(Math.max(0, ...taken) + 1);
}

/** INV-M14: the agenda goes out; each version keeps the items that it had, by their ids. */
export const issueAgenda = meetingVerb("issueAgenda", {
  says: "Issues the agenda of a meeting as it stands; each time is a version of its own, and earlier ones stay.",
  mutation: "issueAgenda",
  from: ["tentative", "scheduled"],
  to: "same",
  by: keepers,
  guard: (_, { items }) =>
    items?.length === 0
      ? new Refusal("AGENDA_EMPTY", "There is nothing on the agenda yet: add an item first.")
      : null,
  input: {},
  needs: ["items"],
  refuses: ["AGENDA_EMPTY"],
  step: ({ agendas }, { items, by, on }) => ({
    agendas: [...agendas, { number: agendas.length + 1, by, on, items: [...items] }],
  }),
});

/** What came of an item. */
export const minuteItem = itemVerb("minute", {
  says: "Records what came of an item; it is a draft until the minutes are circulated.",
  mutation: "minuteItem",
  by: keepers,
  input: { outcome: Outcome.describe("What came of the item.") },
  needs: ["sitting"],
  refuses: ["MINUTES_CIRCULATED", "NOT_SITTING"],
  step: (item, { outcome, sitting, on }) => {
    assertSitting(sitting, on);
    return outcome === item.outcome ? null : { outcome, outcomeDraft: true };
  },
});
