import type { Term, Vocabulary } from "./vocabulary.ts";

const englishMonths =
  "january february march april may june july august september october november december".split(
    " ",
  );
const shortMonths = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";
/** How far into a document the words of a language are looked for, in characters. */
const reach = 20_000;

/** English and the languages that a document is read in: what their words mean, and the patterns made of them. */
export class Lexicon {
  readonly #vocabularies: readonly Vocabulary[];
  readonly #meanings: ReadonlyMap<string, string>;
  readonly #months: ReadonlyMap<string, number>;

  constructor(vocabularies: readonly Vocabulary[]) {
    this.#vocabularies = vocabularies;
    this.#meanings = new Map(
      vocabularies.flatMap(({ terms }) =>
        Object.entries(terms).flatMap(([term, words]) =>
          words.map((word) => [word, term] as const),
        ),
      ),
    );
    this.#months = new Map(
      vocabularies.flatMap(({ months }) => months.map((name, at) => [name, at + 1] as const)),
    );
  }

  /** What a label or a heading can mean: as it stands, and for each side of a stroke, in English where it is of another language. */
  meaningsOf(text: string): string[] {
    if (!text.includes("/")) {
      const term = this.#meanings.get(text.toLowerCase());
      return term === undefined ? [text] : [term, text];
    }
    const sides = [text, ...text.split(/ ?\/ ?/u)];
    return sides.flatMap((each) => {
      const term = this.#meanings.get(each.toLowerCase());
      return term === undefined ? [each] : [term, each];
    });
  }

  /** The words of other languages for a term, as a part of a pattern; without any, what is found nowhere. */
  wordsFor(term: Term): string {
    return partOf(this.#vocabularies.flatMap(({ terms }) => terms[term]));
  }

  /** What a name of a body starts with in other languages, as a part of a pattern. */
  get bodies(): string {
    return partOf(this.#vocabularies.flatMap(({ bodies }) => bodies));
  }

  /** The names of months as a part of a pattern. */
  get months(): string {
    const own = [...this.#months.keys()].toSorted((one, other) => other.length - one.length);
    return [...own, ...englishMonths, shortMonths].join("|");
  }

  /** What follows the figure of a day, as a part of a pattern. */
  get dayEndings(): string {
    return ["st", "nd", "rd", "th", ...this.#vocabularies.flatMap((each) => each.dayEndings)].join(
      "|",
    );
  }

  /** The month of a name or of its first letters: 1 to 12, 0 where it is none. */
  monthOf(name: string): number {
    const written = name.toLowerCase();
    const start = written.slice(0, 3);
    return (
      this.#months.get(written) ?? 1 + englishMonths.findIndex((month) => month.startsWith(start))
    );
  }
}

/** What is made of a lexicon, such as a pattern with its words, made once for each. */
export function perLexicon<Made extends object>(
  make: (words: Lexicon) => Made,
): (words: Lexicon) => Made {
  const known = new WeakMap<Lexicon, Made>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const made = make(words);
    known.set(words, made);
    return made;
  };
}

const partOf = (words: readonly string[]): string =>
  words.length === 0 ? "(?!)" : words.toSorted((one, other) => other.length - one.length).join("|");

const signs = new WeakMap<Vocabulary, RegExp>();
const lexicons = new Map<string, Lexicon>();
const given = new WeakMap<Vocabulary, number>();
let count = 0;

/** The lexicon of those languages of which a word stands near the document's start. */
export function lexiconFor(source: string, vocabularies: readonly Vocabulary[]): Lexicon {
  const start = source.slice(0, reach).normalize("NFC");
  const spoken = vocabularies.filter((vocabulary) => signOf(vocabulary).test(start));
  const key = spoken.map((vocabulary) => idOf(vocabulary)).join(" ");
  const known = lexicons.get(key);
  if (known !== undefined) return known;
  const lexicon = new Lexicon(spoken);
  lexicons.set(key, lexicon);
  return lexicon;
}

function idOf(vocabulary: Vocabulary): number {
  const id = given.get(vocabulary) ?? ++count;
  given.set(vocabulary, id);
  return id;
}

function signOf(vocabulary: Vocabulary): RegExp {
  const known = signs.get(vocabulary);
  if (known !== undefined) return known;
  const words = [...Object.values(vocabulary.terms).flat(), ...vocabulary.months];
  const sign = new RegExp(`(?<!\\p{L})(?:${partOf(words)})(?!\\p{L})`, "iu");
  signs.set(vocabulary, sign);
  return sign;
}
