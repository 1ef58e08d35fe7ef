import type { Span } from "@remit/kernel";
import { fold, type Sheet } from "./sheet.ts";

/** A stretch of a document that knows its place. Patterns are tried on `plain`; what is reported is `written`. `start` and `end` count in the plain copy. */
export class Passage {
  readonly sheet: Sheet;
  readonly start: number;
  readonly end: number;
  #plain: string | null = null;

  constructor(sheet: Sheet, start: number, end: number) {
    this.sheet = sheet;
    this.start = start;
    this.end = Math.max(start, end);
  }

  /** White space folded and quotation marks straight: what patterns are tried on. */
  get plain(): string {
    this.#plain ??= this.sheet.plain.slice(this.start, this.end).replaceAll("\n", " ");
    return this.#plain;
  }

  /** As it stands in the document, white space folded and markup left out. */
  get written(): string {
    return fold(this.sheet.letters.slice(this.start, this.end));
  }

  /** Whether all of it is emphasised. */
  get isStrong(): boolean {
    const { plain, strong } = this.sheet;
    for (let at = this.start; at < this.end; at++)
      if (strong[at] !== 1 && !isWhite(plain[at])) return false;
    return !this.isEmpty;
  }

  /** Its place in the document, in UTF-16 units. */
  get span(): Span {
    const { places } = this.sheet;
    const start = places[this.start] ?? 0;
    return { start, end: this.isEmpty ? start : (places[this.end - 1] ?? start) + 1 };
  }

  /** How wide the white space is in the document that stands at `index`. */
  widthAt(index: number): number {
    const { places, source } = this.sheet;
    const [from = 0, to = 0] = places.subarray(this.start + index, this.start + index + 2);
    return /^\s+$/u.test(source.slice(from, Math.min(to, from + 100))) ? to - from : 1;
  }

  get isEmpty(): boolean {
    return this.start >= this.end;
  }

  isTabAt(index: number): boolean {
    return this.sheet.source[this.sheet.places[this.start + index] ?? 0] === "\t";
  }

  /** Whether tabs stand in it beside spaces, so that they mean something else. */
  get hasColumns(): boolean {
    const { places, source } = this.sheet;
    const gaps = [...this.plain.slice(0, 80).matchAll(/ /gu)].map(
      ({ index }) => source[places[this.start + index] ?? 0],
    );
    return gaps.includes("\t") && gaps.includes(" ");
  }

  /** From `from` to `to`, counted from the start of this passage, without white space at the ends. */
  part(from: number, to = this.end - this.start): Passage {
    const { plain } = this.sheet;
    let start = Math.min(this.start + from, this.end);
    let end = Math.min(this.start + to, this.end);
    while (start < end && isWhite(plain[start])) start++;
    while (end > start && isWhite(plain[end - 1])) end--;
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

const isWhite = (character: string | undefined) => character === " " || character === "\n";

/** Where in `passage` the named group of `found` stands; the pattern was tried on `passage.plain` and carries the `d` flag. */
export function groupOf(passage: Passage, found: RegExpExecArray, name: string): Passage | null {
  const at = found.indices?.groups?.[name];
  return at === undefined ? null : passage.part(at[0], at[1]);
}
