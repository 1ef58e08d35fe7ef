import type { Span } from "@remit/kernel";

const white = /[\s\u200B\u2060]/gu;
const whites = /[\s\u200B\u2060]+/gu;

/** One space for every run of white space, none at the ends: how two texts are compared. */
export const fold = (text: string): string => text.replace(whites, " ").trim();

/** A document beside a copy of the same length in which white space and quotation marks are plain, so that positions agree. */
export interface Sheet {
  readonly source: string;
  readonly plain: string;
}

export const sheetOf = (source: string): Sheet => ({
  source,
  plain: source
    .replace(white, " ")
    .replace(/[‘’ʼ´`]/gu, "'")
    .replace(/[“”]/gu, '"'),
});

/** A stretch of a document that knows its place. Patterns are tried on `plain`; what is reported is `written`. */
export class Passage {
  readonly sheet: Sheet;
  readonly start: number;
  readonly end: number;

  constructor(sheet: Sheet, start: number, end: number) {
    this.sheet = sheet;
    this.start = start;
    this.end = Math.max(start, end);
  }

  /** As long as the passage: white space and quotation marks made plain, everything else as it stands. */
  get plain(): string {
    return this.sheet.plain.slice(this.start, this.end);
  }

  /** As it stands in the document, white space folded. */
  get written(): string {
    return fold(this.sheet.source.slice(this.start, this.end));
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get isEmpty(): boolean {
    return this.start >= this.end;
  }

  /** From `from` to `to`, counted from the start of this passage, without white space at the ends. */
  part(from: number, to = this.end - this.start): Passage {
    const { plain } = this.sheet;
    let start = Math.min(this.start + from, this.end);
    let end = Math.min(this.start + to, this.end);
    while (start < end && plain[start] === " ") start++;
    while (end > start && plain[end - 1] === " ") end--;
    return new Passage(this.sheet, start, end);
  }

  /** Without what `pattern` finds; the pattern is anchored to one end. */
  without(pattern: RegExp): Passage {
    const found = pattern.exec(this.plain);
    if (found === null || found[0] === "") return this;
    return found.index === 0 ? this.part(found[0].length) : this.part(0, found.index);
  }

  /** The parts between what `pattern` (global) finds, empty ones left out. */
  split(pattern: RegExp): Passage[] {
    const parts: Passage[] = [];
    let from = 0;
    for (const found of this.plain.matchAll(pattern)) {
      parts.push(this.part(from, found.index));
      from = found.index + found[0].length;
    }
    parts.push(this.part(from));
    return parts.filter((part) => !part.isEmpty);
  }

  /** From the start of this passage to the end of `other`. */
  through(other: Passage): Passage {
    return new Passage(this.sheet, this.start, Math.max(this.end, other.end));
  }
}

/** Where in `passage` the named group of `found` stands; the pattern was tried on `passage.plain` and carries the `d` flag. */
export function groupOf(passage: Passage, found: RegExpExecArray, name: string): Passage | null {
  const at = found.indices?.groups?.[name];
  return at === undefined ? null : passage.part(at[0], at[1]);
}
