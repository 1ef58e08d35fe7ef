import type { Category } from "../../reading.ts";
import { cellsOf } from "../facts/action-table.ts";
import { entriesOf } from "../facts/entries.ts";
import type { Line } from "../blocks/lines.ts";
import { type ListHeading, listHeadingOf } from "./list-heading.ts";
import { sentencesOf } from "../facts/sentence.ts";
import type { Passage } from "../source/passage.ts";
import { type Entry, entryOf } from "../facts/person.ts";
import { toldPresent } from "./told-present.ts";

/** A list of people as it stands, before anything is inferred. */
export interface PeopleList {
  readonly heading: ListHeading | null;
  readonly lines: { readonly line: Line; readonly entries: readonly Entry[] }[];
  /** Index of the item that the list stands in, null before the business. */
  readonly item: number | null;
}

const excusesFrom =
  /^(?:apologi[sz]?es|apolog(?:y|ises)|regrets)(?: for (?:absence|(?:their )?(?:inability|non-attendance)[^.:]{0,40}?))? (?:(?:were|was|had been|have been) )?(?:also )?(?:received |noted |given |sent |recorded |came |intimated |tendered |submitted |accepted |made )?(?:in advance )?(?:from|for(?! absence| non)|by|on behalf of) /iu;
const excuses =
  / ?,? (?:(?:had |have |has )?sent|gave|offered|tendered) (?:his|her|their|its) (?:apologies|regrets)\b|,? (?:was|were) unable to attend\b/iu;
const excuse = /apolog(?:ies|y|ises)|regrets|unable to attend/iu;

const roleHead = /^(?:role|post|position|title|job title|office|capacity)$/iu;
const bodyHead =
  /^(?:organi[sz]ation|company|affiliation|body|employer|representing|institution)$/iu;
const presenceHead =
  /^(?:present|attend(?:ed|ance|ing)|apologies|status|presence)(?:\b[ /,?]*(?:or |and )?(?:present|apologies|absent|attendance|attended|y\/n|yes\/no)?\??)*$/iu;
const presences: readonly (readonly [Category, RegExp])[] = [
  ["apologies", /^(?:no?|apolog\w*|absent|regrets|not present|✗|✘|x|a)\b/iu],
  ["guest", /^(?:in attendance|observ\w+|guest|by invitation)\b/iu],
  ["member", /^(?:y|yes|present|attended|p|✓|✔|online|in person)\b/iu],
];

/** "Bodil", "Bodil (Peat Trust)": a point of a list that says whose it is. */
const oneWord = /^\p{Lu}[\p{L}\d'’.-]+(?:,? ?[([].*)?$/u;

/** "bodil, Tam, kit99": a row of single words and nothing else. */
const firstNames = /^(?:[\p{L}\d_.'’-]{2,25}, ){2,}(?:and )?[\p{L}\d_.'’-]{2,25}\.?$/u;

/** The lists of people, as they are gathered line by line. */
export class Roll {
  readonly #lists: PeopleList[] = [];
  readonly #notes: Passage[] = [];
  readonly #glued: Passage[] = [];
  #list: PeopleList | null = null;
  #column = -1;
  /** In a table of people: which columns hold names, and what they are. */
  #names: { readonly name: number; readonly role: number } | null = null;
  /** The mark of the label that the list at hand stands beside. */
  #marker: Line["marker"] = null;

  get lists(): PeopleList[] {
    return this.#lists.filter(
      ({ lines, heading }) => lines.length > 0 || heading?.category != null,
    );
  }

  /** Sentences among the lists. */
  get notes(): readonly Passage[] {
    return this.#notes;
  }

  /** Entries in which two people stood without a mark between them. */
  get glued(): readonly Passage[] {
    return this.#glued;
  }

  /** Whether the list at hand stands inside an item. */
  get isWithinItem(): boolean {
    return this.#list?.item != null;
  }

  /** Whether the list at hand is a row beside its label and nothing more yet. */
  get isRow(): boolean {
    return (
      this.#marker === null && this.#list?.heading?.rest != null && this.#list.lines.length < 2
    );
  }

  /** Whether the list at hand has a heading with a capacity, and nobody yet. */
  get isEmpty(): boolean {
    return this.#list?.heading?.category != null && this.#list.lines.length === 0;
  }

  /** Starts a list. A heading that only says how people took part keeps the capacity of the list before. */
  open(found: ListHeading, item: number | null): void {
    if (found.rest === null) this.#marker = "bullet";
    const kept = found.way && this.#list !== null;
    const heading = kept ? { ...(this.#list?.heading ?? found), way: true } : found;
    this.#list = { heading, lines: [], item: kept ? null : item };
    this.#lists.push(this.#list);
  }

  close(): void {
    this.#list = null;
  }

  note(content: Passage): void {
    this.#notes.push(content);
  }

  /** Puts the people of a line on the list at hand, `beside` its label or under it; false where there are none and the line is no point of the list. */
  add(line: Line, loose: boolean, beside = false): boolean {
    const stated = this.#list?.heading?.category != null;
    if (stated && listHeadingOf(line.content)?.rest === null) {
      this.#notes.push(line.content);
      return true;
    }
    if (beside) this.#marker = line.marker;
    // What stands under a label with people beside it is of its kind.
    const alike = beside || line.marker === this.#marker || this.#marker === "bullet";
    const labelled =
      (loose && alike && this.#list?.heading?.rest != null) ||
      (stated && line.marker === "bullet" && alike && oneWord.test(line.content.plain)) ||
      (stated && this.isEmpty && firstNames.test(line.content.plain));
    const presence = this.#presenceIn(line.content);
    const named = this.#named(line.content);
    const read =
      named !== null
        ? { entries: named, glued: false }
        : entriesOf(line.content, labelled && (beside || line.marker !== "number"));
    const { glued } = read;
    const entries = read.entries.map((entry) => ({ ...entry, presence }));
    if (entries.length === 0 && line.marker === null) return false;
    // "Chair: Ann Bell" says it of her line alone.
    const led = this.#list?.heading?.chairs === true && this.#list.heading.rest !== null;
    if (this.#list === null || (led && this.#list.lines.length > 0)) {
      this.#list = { heading: null, lines: [], item: null };
      this.#lists.push(this.#list);
    }
    if (glued) this.#glued.push(line.content);
    if (entries.length > 0) this.#list.lines.push({ line, entries });
    else this.#notes.push(line.content);
    return true;
  }

  /** In a table with a column of presence: what it says in this row. */
  #presenceIn(row: Passage): Category | null {
    const cells = cellsOf(row);
    if (cells === null) {
      this.#column = -1;
      this.#names = null;
      return null;
    }
    const names = cells.findIndex(({ plain }) => /^(?:full )?names?$/iu.test(plain));
    if (names >= 0 && cells.length > 1) {
      const role = cells.findIndex(({ plain }) => roleHead.test(plain));
      const body = cells.findIndex(({ plain }) => bodyHead.test(plain));
      this.#names = { name: names, role: role < 0 ? body : role };
    }
    const heads = cells.findIndex(({ plain }) => presenceHead.test(plain));
    if (heads >= 0 && cells.some(({ plain }) => /\bname\b|^member$/iu.test(plain))) {
      this.#column = heads;
      return null;
    }
    const said = cells[this.#column]?.plain ?? "";
    return said === "" ? null : (presences.find(([, pattern]) => pattern.test(said))?.[0] ?? null);
  }

  /** In a table with a column of names: who stands in this row, nobody in the row of heads. */
  #named(row: Passage): Entry[] | null {
    const cells = this.#names === null ? null : cellsOf(row);
    if (cells === null || this.#names === null) return null;
    const { name, role } = this.#names;
    const own = cells[name];
    if (own === undefined || /^(?:full )?names?$/iu.test(own.plain)) return [];
    const entry = entryOf(own, true);
    if (entry === null) return own.isEmpty ? [] : null;
    const told = cells[role];
    const post = told === undefined || told.isEmpty ? entry.role : told;
    const leads = post !== null && /^(?:co-?)?chair(?:man|person)?$/iu.test(post.plain);
    return [
      { ...entry, whole: row, role: leads ? null : post, chair: leads ? "marked" : entry.chair },
    ];
  }

  /** "Members present included Ann Bell and Cal Dunn." */
  addPresent(line: Line): boolean {
    const told = sentencesOf(line.content).flatMap((sentence) => toldPresent(sentence));
    for (const { heading, entries, category } of told) {
      const stated = { heading, category, chairs: false, way: false, rest: null };
      this.#lists.push({ heading: stated, lines: [{ line, entries }], item: null });
    }
    return told.length > 0;
  }

  /** "Tom Keir, NHS Moss, sent his apologies": people who are excused in a sentence. */
  addExcused(line: Line): boolean {
    const found = excusedIn(line.content);
    if (found === null) return false;
    const { heading, entries } = found;
    const stated = {
      heading,
      category: "apologies" as const,
      chairs: false,
      way: false,
      rest: null,
    };
    this.#lists.push({ heading: stated, lines: [{ line, entries }], item: null });
    return true;
  }
}

/** Who is excused in a sentence, and the word that says so. */
export function excusedIn(
  content: Passage,
): { heading: Passage; entries: readonly Entry[] } | null {
  const words = excuse.exec(content.plain);
  if (words === null) return null;
  const sent = excuses.exec(content.plain);
  const from = excusesFrom.exec(content.plain);
  if (sent === null && from === null) return null;
  const told = from === null ? content.part(0, sent?.index) : content.part(from[0].length);
  const named = from === null ? told : (sentencesOf(told)[0] ?? told);
  const { entries } = entriesOf(named.without(/\.$/u), true);
  if (entries.length === 0) return null;
  return { heading: content.part(words.index, words.index + words[0].length), entries };
}
