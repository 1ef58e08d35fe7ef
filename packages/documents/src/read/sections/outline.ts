import { isDay, isHeadLine, isLonePerson, isRollCall, isTold, issue } from "./line-kind.ts";
import { type Nest, nestAt } from "./nest.ts";
import { openingAt } from "./opening.ts";
import { entriesOf } from "../facts/entries.ts";
import { isLabelled } from "../facts/head.ts";
import { isNumberedHeading, isPlainHeading, itemLine, type Style } from "./heading.ts";
import { isRepeated, type Layout, layoutOf, firstSentences, longestHead } from "./layout.ts";
import { type Line, longestLine } from "../blocks/lines.ts";
import { headingOutside, listHeadingOf } from "./list-heading.ts";
import { looksLikeName } from "../facts/names.ts";
import type { Passage } from "../source/passage.ts";
import { entryOf } from "../facts/person.ts";
import { type PeopleList, Roll } from "./roll.ts";
import {
  isLegend,
  isNobody,
  isPost,
  isRow,
  isUnknownHeading,
  leadsToPeople,
} from "./people-start.ts";
import { lostSection, type Section, sectionOf, withActionLists, withinActions } from "./section.ts";

export interface Outline {
  readonly style: Style;
  readonly head: readonly Line[];
  readonly lists: readonly PeopleList[];
  readonly sections: readonly Section[];
  /** Sentences among the lists: "Tom Keir sent his apologies". */
  readonly notes: readonly Passage[];
  readonly glued: readonly Passage[];
}

const topic = /^(?:discussion topic|agenda item|item|topic) \d{1,2}[a-z]? ?[:–—-] ?\p{Lu}.*[^.]$/iu;
/** Divides the lines into head, lists of people and business. */
export function outlineOf(lines: readonly Line[]): Outline {
  return new Divider(layoutOf(lines)).outline();
}

/** Reads line by line; what a line can be depends on where in the document it stands. */
class Divider {
  readonly #layout: Layout;
  readonly #head: Line[] = [];
  readonly #roll = new Roll();
  readonly #sections: Section[] = [];
  #state: "head" | "people" | "business" | "plan" = "head";
  /** Lists that a sentence of the business gives. */
  readonly #told = new Set<PeopleList>();
  #planDepth = 0;
  readonly #depths = new Set<number>();
  /** Set where the business is one nested list. */
  #nest: Nest | null = null;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  outline(): Outline {
    this.#layout.lines.forEach((line, at) => this.#read(line, at));
    return {
      style: this.#layout.style,
      head: this.#head,
      lists: this.#roll.lists,
      sections: withinActions(withActionLists(this.#sections)),
      notes: this.#roll.notes,
      glued: this.#roll.glued,
    };
  }

  #read(line: Line, at: number): void {
    const next = this.#layout.lines[at + 1];
    const long = line.content.end - line.content.start > longestLine;
    const label =
      line.depth === 0 && this.#layout.labels.has(line.content.plain) && this.#state !== "people";
    if (long || label || at > this.#layout.end) return this.#text(line);
    if (this.#state === "people" && isRepeated(this.#layout, line))
      return this.#roll.note(line.content);
    if (this.#opensBusiness(line, at)) return;
    if (
      at === this.#layout.countAt &&
      at > this.#layout.peopleAt &&
      listHeadingOf(line.content) === null &&
      (this.#state === "head" || (this.#state === "people" && isTold(line)))
    )
      this.#state = "business";
    if (this.#opensList(line, next)) return;
    const listing =
      this.#state === "people" || (this.#state === "head" && this.#roll.lists.length > 0);
    if (listing && this.#roll.addExcused(line)) return;
    if (this.#state === "business" && this.#sections.length === 0 && this.#excused(line)) return;
    const told = at < firstSentences && this.#isEarly() && this.#roll.addPresent(line);
    if (told && isRollCall(line)) return;
    const heading = this.#sections.at(-1)?.title?.heading.plain ?? "";
    const apologies =
      /apolog/iu.test(heading) &&
      !this.#roll.lists.some(
        (list) =>
          list.heading?.category === "apologies" && list.item === null && !this.#told.has(list),
      );
    if (this.#state === "business" && apologies && this.#excused(line)) return;
    if (this.#isContainer(line, next)) return;
    if (this.#isStrongHeading(line, next)) return this.#open(line, next);
    this.#startsNest(line, at);
    if (!told && this.#state === "people" && this.#isPerson(line, next)) return;
    if (!told && this.#state === "head" && at > 0 && this.#startsPeople(line, next)) return;
    if (this.#isHeading(line, at) || this.#isPoint(line)) return this.#open(line, next);
    this.#text(line);
  }

  /** Before the first item, or in it where nobody is listed yet. */
  #isEarly(): boolean {
    const titled = this.#sections.filter(({ title }) => title !== null).length;
    return titled === 0 || (titled === 1 && this.#roll.lists.length === 0);
  }

  #opensBusiness(line: Line, at: number): boolean {
    const opened = openingAt(this.#layout, at, {
      state: this.#state,
      first: this.#head.length === 0,
      depths: this.#depths,
    });
    if (opened === null) return false;
    if (opened !== "columns" || this.#state !== "business") this.#roll.close();
    this.#state = opened === "plan" ? "plan" : "business";
    if (opened === "columns") return true;
    this.#planDepth = line.depth;
    const nests = this.#layout.style === "markdown" || line.depth > 0;
    this.#nest = nests ? nestAt(this.#layout.lines, at + 1) : null;
    return true;
  }

  #opensList(line: Line, next: Line | undefined): boolean {
    const named = line.content.plain.includes(":") || line.titled === true;
    const row = line.marker === "number" && next !== undefined && isRow(next);
    if (line.marker === "number" && this.#state === "business" && !named && !row) return false;
    const found = listHeadingOf(line.content);
    if (found === null || !leadsToPeople(found, line, next, this.#state === "business"))
      return false;
    const within =
      this.#state === "business" && line.depth === 0 && !row && this.#sections.length > 0;
    this.#roll.open(found, within ? this.#sections.length - 1 : null);
    if (found.rest !== null) this.#roll.add({ ...line, content: found.rest }, true, true);
    this.#state = "people";
    return true;
  }

  /** Points under a row of people, most with points of their own: the business has started. */
  #startsNest(line: Line, at: number): void {
    if (this.#state !== "people" || line.marker !== "bullet" || !this.#roll.isRow) return;
    const nest = nestAt(this.#layout.lines, at);
    if (nest?.base !== line.indent) return;
    this.#roll.close();
    this.#state = "business";
    this.#nest = nest;
  }

  /** "# Primary" over "## Agenda": a heading that only holds others. */
  #isContainer(line: Line, next: Line | undefined): boolean {
    const outer = line.depth > 0 && line.depth < this.#layout.baseDepth && this.#state !== "head";
    return outer && next !== undefined && next.depth > line.depth;
  }

  /** A heading by its number or label, wherever it stands. */
  #isStrongHeading(line: Line, next: Line | undefined): boolean {
    if (this.#state === "plan") return false;
    if (line.depth === 0 && line.marker === null && topic.test(line.content.plain)) return true;
    if (this.#layout.counted && line.titled !== true && /^\d+$/u.test(line.number?.plain ?? ""))
      return false;
    if (this.#layout.style === "numbered") return isNumberedHeading(line, next);
    return this.#layout.style === "item" && itemLine.test(line.content.plain);
  }

  #isPerson(line: Line, next: Line | undefined): boolean {
    const { plain } = line.content;
    if (line.depth > 0) return false;
    if (/[:|]/u.test(plain) && isLabelled(line.content)) {
      this.#head.push(line);
      return true;
    }
    if (line.marker === null && this.#layout.style === "plain") {
      const sentence = /[.:]$/u.test(plain) && plain.split(" ").length > 6;
      if (sentence && entriesOf(line.content, false).entries.length < 3) return false;
      const alone = !/[,;(]/u.test(plain) && line.gap > 0;
      const text =
        next !== undefined &&
        next.marker === null &&
        /[.:]$/u.test(next.content.plain) &&
        listHeadingOf(next.content) === null;
      if (alone && text && isPlainHeading(line, undefined, next, this.#layout.style)) return false;
    }
    const nameless = this.#roll.isEmpty && isPost(line) && next !== undefined && !isTold(next);
    if (line.marker === null && (nameless || isNobody(line.content) || isLegend(line.content))) {
      this.#roll.note(line.content);
      return true;
    }
    if (isUnknownHeading(line, next)) {
      this.#roll.open(headingOutside(line.content), null);
      return true;
    }
    return this.#roll.add(line, line.marker !== null || this.#layout.style !== "plain");
  }

  /** People before any heading: points that are names, a name with a post, a row of names. */
  #startsPeople(line: Line, next: Line | undefined): boolean {
    if (line.depth > 0 || line.marker === "number" || isLabelled(line.content)) return false;
    if (line.marker === null && !isLonePerson(line)) return false;
    const before = this.#head.at(-1);
    const value = before !== undefined && before.marker !== null && isLabelled(before.content);
    const [first] = entriesOf(line.content, false).entries;
    if (value || first === undefined || !looksLikeName(first.name.plain)) return false;
    const bare = first.role === null && first.chair === null;
    if (line.marker === "bullet" && next?.marker !== "bullet" && bare) return false;
    this.#state = "people";
    return this.#roll.add(line, false);
  }

  #isHeading(line: Line, at: number): boolean {
    if (this.#state === "plan" && (line.depth === 0 || line.depth > this.#planDepth)) return false;
    const after = this.#layout.lines[at + 1];
    const details = after !== undefined && after.depth === 0 && isLabelled(after.content);
    if (this.#state === "head" && (isDay(line.content) || (line.depth > 0 && details)))
      return false;
    if (this.#state === "head" && at < this.#layout.peopleAt && line.titled === true) return false;
    if (line.depth > 1) return true;
    if (line.depth === 1) {
      return this.#state !== "head" || this.#head.some(({ depth }) => depth === 1);
    }
    if (this.#state === "head" && at < this.#layout.peopleAt) return false;
    const [before, next] = [this.#layout.lines[at - 1], this.#layout.lines[at + 1]];
    if (
      this.#state === "head" &&
      (this.#layout.style !== "plain" || this.#head.length === 0 || isHeadLine(line, next))
    ) {
      return false;
    }
    const titled = this.#layout.style === "item" && before !== undefined;
    if (titled && itemLine.test(before.content.plain)) return false;
    return isPlainHeading(line, before, next, this.#layout.style);
  }

  /** A point of a list that is an item: it ends in an issue's number, or the business is one nested list. */
  #isPoint(line: Line): boolean {
    if (this.#state !== "business" || line.marker !== "bullet") return false;
    if (line.indent === 0 && issue.test(line.content.plain)) return true;
    return this.#nest?.isItem(line) === true;
  }

  #open(line: Line, next: Line | undefined): void {
    const alone = /^(?:agenda )?item \d{1,2}[a-z]? ?:?$/iu.test(line.content.plain);
    const titled = this.#layout.style === "item" && alone && next !== undefined && next.depth === 0;
    const content = titled ? line.content.through(next.content) : line.content;
    const outer = line.indent === this.#nest?.base;
    const minor = line.depth === 0 && this.#layout.style === "markdown" && !outer;
    const inner = /^[a-z]+$/u.test(line.number?.plain ?? "");
    const level = line.depth > this.#layout.baseDepth || minor || inner ? 2 : 1;
    this.#roll.close();
    this.#state = "business";
    if (line.depth > 0) this.#nest = null;
    this.#depths.add(line.depth);
    this.#sections.push(
      sectionOf(line, content, level, this.#layout.style, this.#layout.baseDepth),
    );
  }

  #text(line: Line): void {
    if (this.#state === "head" && this.#head.length >= longestHead) this.#state = "business";
    if (this.#state === "head") this.#head.push(line);
    else if (this.#state === "people") this.#sentence(line);
    else if (this.#state === "business") this.#add(line);
  }

  #add(line: Line): void {
    const last = this.#sections.at(-1);
    if (last === undefined) this.#sections.push({ ...lostSection(), lines: [line] });
    else if ((last.title?.heading.end ?? 0) < line.content.end) last.lines.push(line);
  }

  /** "Apologies were received from …" in the item on them. */
  #excused(line: Line): boolean {
    if (!this.#roll.addExcused(line)) return false;
    const [told] = this.#roll.lists.slice(-1);
    if (told !== undefined) this.#told.add(told);
    this.#add(line);
    return true;
  }

  /** A sentence under the people is a note on them, or the first of the business where no heading divides the two. */
  #sentence(line: Line): void {
    const after = this.#layout.style === "plain" && line.gap > 0 && entryOf(line.content) === null;
    if (!after && !this.#roll.isWithinItem) return this.#roll.note(line.content);
    this.#state = "business";
    this.#roll.close();
    this.#text(line);
  }
}
