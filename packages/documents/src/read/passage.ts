import type { Span } from "@remit/kernel";

const whites = /[\s\u200B\u2060]+/gu;

/** One space for every run of white space, none at the ends: how two texts are compared. */
export const fold = (text: string): string => text.replace(whites, " ").trim();

/** A document beside a plain copy of it, and for every character of the copy its place in the document. */
export interface Sheet {
  readonly source: string;
  /** Quotation marks straight, line ends `\n`, a run of white space inside a line one space. At a line's start it is kept as wide as it is. */
  readonly plain: string;
  readonly places: Uint32Array;
}

const token =
  /(?<end>\r\n|[\n\r\v\f\u0085\u2028\u2029])|(?<white>(?:[^\S\n\r\v\f\u0085\u2028\u2029]|[\u200B\u2060])+)|(?<text>[^\s\u0085\u200B\u2060]+)/gu;
const single = /[‘’ʼ´]/gu;
const double = /[“”]/gu;

/** The same reading comes out however a document spaces its words and draws its quotation marks. */
export function sheetOf(source: string): Sheet {
  const places = new Uint32Array(source.length + 1);
  const parts: string[] = [];
  let length = 0;
  let lineStart = true;
  const add = (text: string, at: number) => {
    for (let index = 0; index < text.length; index++) places[length + index] = at + index;
    length += text.length;
    parts.push(text);
  };
  for (const { 0: found, index, groups } of source.matchAll(token)) {
    if (groups?.["end"] !== undefined) add("\n", index);
    else if (groups?.["text"] !== undefined)
      add(found.replace(single, "'").replace(double, '"'), index);
    else add(lineStart ? " ".repeat(found.length) : " ", index);
    lineStart = groups?.["end"] !== undefined;
  }
  places[length] = source.length;
  return { source, plain: parts.join(""), places };
}

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

  /** As it stands in the document, white space folded. */
  get written(): string {
    const { start, end } = this.span;
    return fold(this.sheet.source.slice(start, end));
  }

  /** Its place in the document, in UTF-16 units. */
  get span(): Span {
    const { places } = this.sheet;
    const start = places[this.start] ?? 0;
    return { start, end: this.isEmpty ? start : (places[this.end - 1] ?? start) + 1 };
  }

  /** How wide the white space is in the document that stands at `index`. */
  widthAt(index: number): number {
    const { places } = this.sheet;
    return (places[this.start + index + 1] ?? 0) - (places[this.start + index] ?? 0);
  }

  get isEmpty(): boolean {
    return this.start >= this.end;
  }

  isTabAt(index: number): boolean {
    return this.sheet.source[this.sheet.places[this.start + index] ?? 0] === "\t";
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
