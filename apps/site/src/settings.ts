import { contrast } from "./colours.ts";
import { light } from "./html/palette.ts";
import type { SomeWords } from "./words.ts";

/** The pages that a site can be without. */
export const leavable = ["missions", "people", "search"] as const;

/** All that a directorate decides of its site. */
export interface Settings {
  /** What the site is called, in its header and in the title of every page. */
  readonly name: string;
  /** Where readers find it, such as `https://record.example`; where each was asked if left out. */
  readonly address?: string;
  /** A line beside the name; none where it is empty. */
  readonly tagline: string;
  /** The language of its words and of the record, such as `en-GB`. */
  readonly language: string;
  /** A picture as a data address or a path, and what it shows; none if left out. */
  readonly logo?: { readonly address: string; readonly text: string };
  readonly colours: {
    /** The colour of links, buttons and the band: six digits, at least 4.5 to 1 against #f8f8f8, on which cards are. In the dark it is lightened. */
    readonly brand: string;
  };
  /** Words other than Remit's own, such as `{ nouns: { action: "Task" } }`. */
  readonly words: SomeWords;
  /** Which of the pages there are that a site can be without. */
  readonly pages: { readonly [Name in (typeof leavable)[number]]: boolean };
  /** Sentences at the foot of every page, such as who keeps the record. */
  readonly foot: readonly string[];
}

/** Settings that say no more than they must. */
export const plain: Settings = {
  name: "Remit",
  tagline: "The public record",
  language: "en-GB",
  colours: { brand: "#0065bd" },
  words: {},
  pages: { missions: true, people: true, search: true },
  foot: ["This is the record as it is published. Its pages hold what its sources say."],
};

/** Holds settings against what can be read. Throws a `RangeError` that says what to change. */
export function assertReadable({ colours }: Settings): void {
  for (const [name, colour] of Object.entries(colours)) {
    if (!/^#[0-9a-f]{6}$/u.test(colour))
      throw new RangeError(`The colour ${name} is ${colour}: write six digits, such as #0065bd.`);
    // Links stand on cards too, which are not quite white.
    const { soft } = light(colour);
    const ratio = contrast(colour, soft);
    if (ratio < 4.5)
      throw new RangeError(
        `The colour ${name} is ${colour}, which is ${ratio.toFixed(1)} to 1 against ${soft}, the colour of cards: take one of at least 4.5 to 1.`,
      );
  }
}
