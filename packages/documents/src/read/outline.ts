import { entriesOf } from "./entries.ts";
import {
  isNumberedHeading,
  isPlainHeading,
  itemLine,
  type Style,
  styleOf,
  type Title,
  titleOf,
} from "./heading.ts";
import { type Line, longestLine } from "./lines.ts";
import { type ListHeading, listHeadingOf } from "./list-heading.ts";
import type { Passage } from "./passage.ts";
import { looksLikeName } from "./names.ts";
import { type Entry, entryOf } from "./person.ts";
import { asides, boilerplate, labels, opensBusiness, postOrBody } from "./vocabulary.ts";

/** A list of people as it stands, before anything is inferred. */
export interface PeopleList {
  readonly heading: ListHeading | null;
  readonly lines: { readonly line: Line; readonly entries: readonly Entry[] }[];
  /** Index of the item that the list stands in, null before the business. */
  readonly item: number | null;
}

/** A stretch of business under one heading; a null title is a heading that is lost. */
export interface Section {
  readonly title: Title | null;
  readonly level: number;
  readonly lines: Line[];
  readonly indent: number;
  /** The heading as it stands, with number and papers. */
  readonly whole: Passage | null;
  /** A list that closes the document and belongs to no item. */
  readonly detached: boolean;
  /** Headings and lists that are no item of business: "Summary of outcomes", "Actions". */
  readonly kind: "item" | "aside" | "actions" | "decisions";
}

export interface Outline {
  readonly style: Style;
  readonly head: readonly Line[];
  readonly lists: readonly PeopleList[];
  readonly sections: readonly Section[];
  /** Sentences among the lists: "Tim Kelsey sent his apologies". */
  readonly notes: readonly Passage[];
  readonly glued: readonly Passage[];
}

const actionHeading =
  /^(?:summary of |agreed |new )?actions?(?: points?| items?)?(?: \d{1,3})?(?:$| (?:relating to|noted for|for|agreed|arising|raised|from this meeting)\b)/iu;
const issue = / ?\[#\d+\](?:\([^()]*\))?$/u;
const holdsItems = /^(?:agenda(?: items?)?|(?:new|old) business|items?)$/iu;
const decisionHeading = /^(?:decisions?|conclusions?(?:\/resolutions?)?|resolutions? ?#?\d*)$/iu;

/** Divides the lines into head, lists of people and business. */
export function outlineOf(lines: readonly Line[]): Outline {
  return new Divider(lines).outline();
}

class Divider {
  readonly #lines: readonly Line[];
  readonly #style: Style;
  readonly #head: Line[] = [];
  readonly #lists: PeopleList[] = [];
  readonly #sections: Section[] = [];
  readonly #notes: Passage[] = [];
  readonly #glued: Passage[] = [];
  /** "Agenda" is a plan where "Minutes" follow on the same level. */
  readonly #planned: boolean;
  readonly #baseDepth: number;
  #state: "head" | "people" | "business" | "plan" = "head";
  #list: PeopleList | null = null;
  #planDepth = 0;
  #outlined = false;

  constructor(lines: readonly Line[]) {
    this.#lines = lines.filter(
      ({ content, depth }) =>
        !boilerplate.some((pattern) => depth === 0 && pattern.test(content.plain)),
    );
    this.#style = styleOf(this.#lines);
    const tops = this.#lines
      .filter(({ depth }) => depth > 1)
      .map(({ content }) => content.plain.toLowerCase());
    this.#planned =
      tops.includes("agenda") && tops.some((each) => each === "minutes" || each === "notes");
    this.#baseDepth = baseDepth(this.#lines);
  }

  outline(): Outline {
    this.#lines.forEach((line, at) => this.#read(line, at));
    return {
      style: this.#style,
      head: this.#head,
      lists: this.#lists.filter(
        ({ lines, heading }) => lines.length > 0 || heading?.category != null,
      ),
      sections: this.#sections,
      notes: this.#notes,
      glued: this.#glued,
    };
  }

  #read(line: Line, at: number): void {
    const next = this.#lines[at + 1];
    if (line.content.end - line.content.start > longestLine) return this.#text(line);
    if (this.#opensBusiness(line, at)) return;
    if (this.#isListHeading(line, at)) return;
    if (this.#isStrongHeading(line, next)) return this.#open(line, at);
    if (this.#state === "people" && this.#isPerson(line, next)) return;
    if (this.#state === "head" && at > 0 && this.#startsPeople(line, next)) return;
    if (this.#isHeading(line, at) || this.#isPoint(line)) return this.#open(line, at);
    this.#text(line);
  }

  #opensBusiness(line: Line, at: number): boolean {
    const { plain } = line.content.without(/ ?:$/u);
    if (!opensBusiness.test(plain) || line.marker !== null) return false;
    if (this.#style === "markdown" ? line.depth === 0 : this.#state === "business") return false;
    if (line.depth === 1 && this.#state === "head" && this.#head.length === 0) return false;
    if (this.#state === "business" && line.depth > this.#baseDepth + 1) return false;
    this.#state = this.#planned && /^agenda$/iu.test(plain) ? "plan" : "business";
    this.#planDepth = line.depth;
    this.#list = null;
    this.#outlined = this.#style === "markdown" && this.#isOutline(at + 1);
    return true;
  }

  /** Whether the business is one nested list, whose outermost points are its items. */
  #isOutline(from: number): boolean {
    const end = this.#lines.findIndex(({ depth }, at) => at >= from && depth > 0);
    const lines = this.#lines.slice(from, end < 0 ? undefined : end);
    const tops = lines.filter(({ indent }) => indent === 0);
    return (
      lines.length > 3 &&
      tops.length < lines.length &&
      tops.every(({ marker }) => marker === "bullet")
    );
  }

  #isListHeading(line: Line, at: number): boolean {
    if (line.marker === "number" && this.#state !== "head") return false;
    const found = listHeadingOf(line.content);
    if (found === null) return false;
    if (!this.#leadsToPeople(found, line, at)) return false;
    if (found.way && this.#list !== null) {
      this.#list = {
        heading: { ...(this.#list.heading ?? found), way: true },
        lines: [],
        item: null,
      };
    } else {
      const item =
        this.#state === "business" && line.depth === 0 ? this.#sections.length - 1 : null;
      this.#list = { heading: found, lines: [], item: item !== null && item >= 0 ? item : null };
    }
    this.#lists.push(this.#list);
    if (this.#state !== "business" || line.depth > 0) this.#state = "people";
    if (found.rest !== null) this.#add({ ...line, content: found.rest }, true);
    if (this.#state === "business") this.#state = "people";
    return true;
  }

  /** A word such as "Apologies" is a list only if people follow it, on its line or under it. */
  #leadsToPeople({ rest, category }: ListHeading, line: Line, at: number): boolean {
    if (rest !== null) {
      if (this.#state === "business" && line.depth === 0 && line.marker !== null) return false;
      return entriesOf(rest, true).entries.length > 0 || /^none|^nil|^n\/a/iu.test(rest.plain);
    }
    const next = this.#lines[at + 1];
    if (next === undefined) return line.depth > 0 && category !== null;
    if (line.marker !== null) return false;
    if (listHeadingOf(next.content) !== null) return this.#state !== "business" || line.depth > 0;
    if (/^(?:none|nil)\b/iu.test(next.content.plain)) return this.#state !== "business";
    const found = entriesOf(next.content, true).entries.length > 0;
    if (this.#state !== "business" || line.depth > 0) return found || line.depth > 0;
    return found && next.marker === "bullet";
  }

  #isStrongHeading(line: Line, next: Line | undefined): boolean {
    if (this.#state === "plan") return false;
    if (this.#style === "numbered") return isNumberedHeading(line, next);
    return this.#style === "item" && itemLine.test(line.content.plain);
  }

  #isPerson(line: Line, next: Line | undefined): boolean {
    if (line.depth > 0) return false;
    if (isLabel(line.content) && line.content.plain.includes(":")) {
      this.#head.push(line);
      return true;
    }
    const { plain } = line.content;
    if (
      line.marker === null &&
      this.#style === "plain" &&
      /[.:]$/u.test(plain) &&
      plain.split(" ").length > 6
    ) {
      return false;
    }
    if (
      line.marker === null &&
      !plain.includes(",") &&
      !plain.includes("(") &&
      isTextUnder(line, next)
    ) {
      if (isPlainHeading(line, undefined, next, this.#style)) return false;
    }
    return this.#add(line, line.marker !== null || this.#style !== "plain");
  }

  /** Puts the people of a line on the list at hand; false where there are none. */
  #add(line: Line, loose: boolean): boolean {
    const labelled = loose && this.#list?.heading?.rest != null;
    const { entries, glued } = entriesOf(line.content, labelled);
    if (entries.length === 0 && line.marker === null) return false;
    this.#list ??= this.#newList();
    if (glued) this.#glued.push(line.content);
    if (entries.length > 0) this.#list.lines.push({ line, entries });
    else this.#notes.push(line.content);
    return true;
  }

  #newList(): PeopleList {
    const list: PeopleList = { heading: null, lines: [], item: null };
    this.#lists.push(list);
    return list;
  }

  /** People before any heading: bullets of names, a name with a post, a row of names. */
  #startsPeople(line: Line, next: Line | undefined): boolean {
    if (line.depth > 0) return false;
    if (line.marker === null && !this.#isLonePerson(line)) return false;
    if (line.marker === "number" || isLabel(line.content)) return false;
    const before = this.#head.at(-1);
    if (
      line.marker === "bullet" &&
      before !== undefined &&
      isLabel(before.content) &&
      before.marker !== null
    )
      return false;
    const [first] = entriesOf(line.content, false).entries;
    if (first === undefined || !looksLikeName(first.name.plain)) return false;
    if (
      line.marker === "bullet" &&
      next?.marker !== "bullet" &&
      first.role === null &&
      first.chair === null
    )
      return false;
    this.#state = "people";
    return this.#add(line, false);
  }

  #isLonePerson(line: Line): boolean {
    const { entries } = entriesOf(line.content, false);
    if (entries.length > 2) return true;
    const role = entries[0]?.role?.plain;
    return (
      role !== undefined &&
      /,/u.test(line.content.plain) &&
      postOrBody.test(role) &&
      !/\d{4}|minutes/iu.test(line.content.plain)
    );
  }

  #isHeading(line: Line, at: number): boolean {
    const before = this.#lines[at - 1];
    const next = this.#lines[at + 1];
    if (this.#state === "plan" && line.depth > this.#planDepth) return false;
    if (line.depth > 0)
      return (
        line.depth > 1 || this.#state !== "head" || this.#head.some(({ depth }) => depth === 1)
      );
    if (this.#state === "plan") return false;
    return this.#plain(line, before, next);
  }

  /** A point of a list that is an item: it ends in an issue's number, or the whole business is an outline. */
  #isPoint(line: Line): boolean {
    if (this.#state !== "business" || line.marker !== "bullet") return false;
    if (line.indent === 0 && issue.test(line.content.plain)) return true;
    if (!this.#outlined || line.content.plain.length > 200) return false;
    if (line.indent === 0) return true;
    const parent = this.#sections.findLast(({ level }) => level === 1);
    const [first] = this.#sections.slice(
      parent === undefined ? 0 : this.#sections.indexOf(parent) + 1,
    );
    return (
      parent?.title != null &&
      holdsItems.test(parent.title.heading.plain) &&
      line.indent <= (first?.indent ?? line.indent)
    );
  }

  #plain(line: Line, before: Line | undefined, next: Line | undefined): boolean {
    if (this.#state === "head" && (this.#style !== "plain" || this.#isHeadLine(line, next)))
      return false;
    if (this.#style === "item" && before !== undefined && itemLine.test(before.content.plain))
      return false;
    return isPlainHeading(line, before, next, this.#style);
  }

  /** Title, date and metadata stand before the business and look like headings. */
  #isHeadLine(line: Line, next: Line | undefined): boolean {
    const { plain } = line.content;
    if (this.#head.length === 0 || isLabel(line.content) || /\d{4}|\bminutes?\b/iu.test(plain))
      return true;
    return next === undefined || next.marker === null
      ? !/[.]$/u.test(next?.content.plain ?? "")
      : isLabel(next.content);
  }

  #open(line: Line, at: number): void {
    const next = this.#lines[at + 1];
    let content = line.content;
    if (
      this.#style === "item" &&
      /^(?:agenda )?item \d{1,2}[a-z]?$/iu.test(content.plain) &&
      next !== undefined &&
      next.depth === 0
    ) {
      content = content.through(next.content);
    }
    this.#list = null;
    if (this.#state !== "plan" || line.depth > 0) this.#state = "business";
    const title = numbered(titleOf(content), line);
    const { plain } = line.content.without(/[ .:]+$/u);
    const kind = this.#kindOf(plain, line);
    const outer = this.#outlined && line.indent === 0;
    const level =
      line.depth > this.#baseDepth || (line.depth === 0 && this.#style === "markdown" && !outer)
        ? 2
        : 1;
    this.#sections.push({
      title,
      level,
      lines: [],
      indent: line.indent,
      whole: line.content,
      detached: this.#style === "item",
      kind,
    });
  }

  #kindOf(plain: string, line: Line): Section["kind"] {
    if (asides.some((pattern) => pattern.test(plain.replace(/^\d+\. */u, "")))) return "aside";
    const label =
      line.content.plain.endsWith(":") ||
      line.depth > this.#baseDepth ||
      this.#style === "item" ||
      /^action point(?: \d+)?$/iu.test(plain);
    if (label && actionHeading.test(plain)) return "actions";
    return decisionHeading.test(plain) ? "decisions" : "item";
  }

  #text(line: Line): void {
    if (this.#state === "head") this.#head.push(line);
    else if (this.#state === "people") this.#sentence(line);
    else if (this.#state === "business") {
      const last = this.#sections.at(-1);
      const title = last?.lines.length === 0 && this.#style === "item" ? last.title : null;
      if (title !== null && title !== undefined && title.heading.end >= line.content.end) return;
      this.#section().lines.push(line);
    }
  }

  /** In a plain document a sentence under the people is the first of the business; elsewhere it is a note on them. */
  #sentence(line: Line): void {
    if (this.#style === "plain" && line.gap > 0 && entryOf(line.content) === null) {
      this.#state = "business";
      this.#list = null;
      this.#text(line);
    } else this.#notes.push(line.content);
  }

  #section(): Section {
    const last = this.#sections.at(-1);
    if (last !== undefined) return last;
    const lost: Section = {
      title: null,
      level: 1,
      lines: [],
      indent: 0,
      whole: null,
      detached: false,
      kind: "item",
    };
    this.#sections.push(lost);
    return lost;
  }
}

/** The depth on which most headings of business stand; deeper ones are sub-headings. */
function baseDepth(lines: readonly Line[]): number {
  const depths = lines
    .filter(
      ({ depth, content }) =>
        depth > 1 && listHeadingOf(content) === null && !opensBusiness.test(content.plain),
    )
    .filter(
      ({ content }) =>
        !asides.some((pattern) => pattern.test(content.plain)) &&
        !actionHeading.test(content.plain) &&
        !decisionHeading.test(content.plain.replace(/:$/u, "")),
    )
    .map(({ depth }) => depth);
  const numbered = lines.filter(
    ({ depth, content }) => depth > 1 && /^(?:\d+\.|discussion topic)/iu.test(content.plain),
  );
  return numbered[0]?.depth ?? depths.toSorted((one, other) => one - other)[0] ?? 1;
}

const isLabel = (content: Passage) =>
  Object.values(labels).some((label) =>
    label.test(content.plain.split(":")[0]?.replace(/[*_]/gu, "") ?? ""),
  );

const isTextUnder = (line: Line, next: Line | undefined) =>
  next !== undefined && next.marker === null && /[.:]$/u.test(next.content.plain) && line.gap > 0;

const numbered = (title: Title, line: Line): Title =>
  title.number === null && line.marker === "number" && line.number !== null
    ? { ...title, number: line.number }
    : title;
