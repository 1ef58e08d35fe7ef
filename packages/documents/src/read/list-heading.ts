import type { Passage } from "./source/passage.ts";
import type { Category } from "../reading.ts";
import { announcesPeople, capacities, waysOfAttending } from "./vocabulary.ts";

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

const chairs = /^(?:joint |co-? ?)?chairs?$/iu;
const marks = /[*_ ]*[:—–-]*[*_ ]*$/u;

/** Reads a line as the heading of a list of people, or gives null. */
export function listHeadingOf(content: Passage): ListHeading | null {
  const whole = content.without(/^[*_]+/u).without(marks);
  return categoryOf(whole, null) ?? labelled(content);
}

function labelled(content: Passage): ListHeading | null {
  const found = /^[*_]*(?<label>[\p{L}()/' -]{4,60}?)[*_]*:[*_]* +/u.exec(content.plain);
  const label = found?.groups?.["label"];
  if (found === null || label === undefined) return null;
  const rest = content.part(found[0].length);
  const start = content.plain.indexOf(label);
  return categoryOf(content.part(start, start + label.length), rest.isEmpty ? null : rest);
}

function categoryOf(heading: Passage, rest: Passage | null): ListHeading | null {
  const { plain } = heading;
  if (plain.length > 80) return null;
  const found = { heading, rest, chairs: chairs.test(plain), way: waysOfAttending.test(plain) };
  if (found.way || announcesPeople.test(plain)) return { ...found, category: null };
  const category = capacities.find(([, pattern]) => pattern.test(plain))?.[0];
  return category === undefined ? null : { ...found, category };
}
