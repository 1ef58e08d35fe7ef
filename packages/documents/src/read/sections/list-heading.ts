import type { Passage } from "../source/passage.ts";
import type { Category } from "../../reading.ts";
import { announcesPeople, capacities, waysOfAttending } from "../vocabulary/english.ts";

/** What a line says about the people under it. */
export interface ListHeading {
  readonly heading: Passage;
  /** Null where the line announces people without a capacity. */
  readonly category: Category | null;
  /** "Chairs", "Joint Chairs": everybody in the list is one. */
  readonly chairs: boolean;
  /** "In person:" stands inside a list and keeps its capacity. */
  readonly way: boolean;
  /** What follows on the same line: "Apologies: Cal Dunn". */
  readonly rest: Passage | null;
}

const chairs =
  /^(?:(?:joint |co-? ?|acting |meeting )?chairs?(?: pro tem(?:pore)?)?|(?:present )?in the chair)$/iu;
/** "Attendees (11)", "Present at the meeting". */
const asIs = / \(?\d{1,3}\)?$| \((?:and|who|as|all) [^()]{3,60}\)$/u;
/** "Members present were:" */
const verb = / (?:were|was|are|is|includes?|included)$/iu;
const marks = /[*_ ]*[:—–-]*[*_ ]*$/u;

/** A line is asked by several stages. */
const read = new WeakMap<Passage, ListHeading | null>();

/** Reads a line as the heading of a list of people, or gives null. */
export function listHeadingOf(content: Passage): ListHeading | null {
  const before = read.get(content);
  if (before !== undefined) return before;
  const found = headingIn(content);
  read.set(content, found);
  return found;
}

/** A heading that no vocabulary knows, over people all the same. */
export const headingOutside = (heading: Passage): ListHeading => ({
  heading: heading.without(marks),
  category: null,
  chairs: false,
  way: false,
  rest: null,
});

/** No heading is longer, nor a label before a colon or a dash. */
const longest = 90;

function headingIn(content: Passage): ListHeading | null {
  if (content.plain.length > longest && !/[:|–—-]/u.test(content.plain.slice(0, longest)))
    return null;
  const whole = content
    .without(/^[*_]+/u)
    .without(/^\d{1,2}[.)] *(?!\d)|^\d{1,2}(?:\.\d{1,2})+[.)]* +/u)
    .without(marks);
  return categoryOf(whole, null) ?? labelled(content);
}

/** "Apologies: were received from Ann Bell" */
const received =
  /^(?:apologies )?(?:(?:were|was|had been) )?(?:also )?(?:received|given|sent|noted|tendered|accepted) (?:from|by) /iu;

function labelled(content: Passage): ListHeading | null {
  const found =
    /^(?:\| ?)?[*_]*(?<label>[\p{L}()/' -]{4,60}?)[*_]*(?: ?:? ?\| ?(?=[^|]{8,}$|[^|]{8,}\|$)|:[*_]*(?: +|(?=\p{Lu}))| [-–—](?= \p{Lu}\p{L}+ \p{Lu}) +)/u.exec(
      content.plain,
    );
  const label = found?.groups?.["label"];
  if (found === null || label === undefined) return null;
  const rest = content.part(found[0].length).without(/ ?\|$/u).without(received);
  const start = content.plain.indexOf(label);
  const told = categoryOf(content.part(start, start + label.length), rest.isEmpty ? null : rest);
  // "Secretary | Ann Bell" is a row of posts, and no label of a list.
  return found[0].includes("|") && told?.category === "secretariat" ? null : told;
}

function categoryOf(heading: Passage, rest: Passage | null): ListHeading | null {
  const { plain } = heading;
  if (plain.length > 80) return null;
  const meanings = heading.sheet.words.meaningsOf(plain.replace(asIs, "").replace(verb, ""));
  const is = (pattern: RegExp) => meanings.some((meaning) => pattern.test(meaning));
  const found = { heading, rest, chairs: is(chairs), way: is(waysOfAttending) };
  if (found.way || is(announcesPeople)) return { ...found, category: null };
  for (const meaning of meanings) {
    const category = capacities.find(([, pattern]) => pattern.test(meaning))?.[0];
    if (category !== undefined) return { ...found, category };
  }
  return null;
}
