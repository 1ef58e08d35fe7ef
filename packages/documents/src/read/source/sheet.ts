import type { Lexicon } from "../vocabulary/lexicon.ts";

const whites = /[\s\u200B\u2060]+/gu;

/** One space for every run of white space, none at the ends: how two texts are compared. */
export const fold = (text: string): string => text.replace(whites, " ").trim();

/** A document beside a plain copy of it, and for every character of the copy its place in the document. */
export interface Sheet {
  readonly source: string;
  /** What the words of the document mean. */
  readonly words: Lexicon;
  /** What patterns are tried on: no markup, quotation marks straight, line ends `\n`, a run of white space inside a line one space. At a line's start it is kept as wide as it is. */
  readonly plain: string;
  /** `plain` with its quotation marks as they were drawn. */
  readonly letters: string;
  readonly places: Uint32Array;
  /** For every character of the copy whether it is emphasised. */
  readonly strong: Uint8Array;
}

const single = /[‘’ʼ´]/gu;
const double = /[“”]/gu;

/** Writes a sheet from its beginning to its end. */
export class SheetWriter {
  readonly #source: string;
  readonly #parts: string[] = [];
  #places: Uint32Array;
  #strong: Uint8Array;
  #length = 0;
  #last = "\n";

  constructor(source: string) {
    this.#source = source;
    this.#places = new Uint32Array(source.length + 64);
    this.#strong = new Uint8Array(source.length + 64);
  }

  /** The last character written. */
  get last(): string {
    return this.#last;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds characters that stand one after another from `at`. */
  run(text: string, at: number, strong = false): void {
    this.#room(text.length);
    for (let index = 0; index < text.length; index++)
      this.#places[this.#length + index] = at + index;
    this.#put(text, strong);
  }

  /** Adds characters that all stand for what is at `at`: an entity, a mark that the layout implies. */
  stand(text: string, at: number, strong = false): void {
    this.#room(text.length);
    this.#places.fill(at, this.#length, this.#length + text.length);
    this.#put(text, strong);
  }

  sheet(words: Lexicon): Sheet {
    const letters = this.#parts.join("");
    this.#room(1);
    this.#places[this.#length] = this.#source.length;
    return {
      source: this.#source,
      words,
      plain: letters.replace(single, "'").replace(double, '"'),
      letters,
      places: this.#places.subarray(0, this.#length + 1),
      strong: this.#strong,
    };
  }

  #put(text: string, strong: boolean): void {
    if (text === "") return;
    if (strong) this.#strong.fill(1, this.#length, this.#length + text.length);
    this.#length += text.length;
    this.#parts.push(text);
    this.#last = text.at(-1) ?? "";
  }

  #room(more: number): void {
    if (this.#length + more < this.#places.length) return;
    const size = 2 * (this.#places.length + more);
    const places = new Uint32Array(size);
    places.set(this.#places);
    this.#places = places;
    const strong = new Uint8Array(size);
    strong.set(this.#strong);
    this.#strong = strong;
  }
}
