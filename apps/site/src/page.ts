import type { Ask } from "./graph/ask.ts";
import type { Frame, Shown } from "./html/layout.ts";
import type { leavable } from "./settings.ts";

/** What a page is asked for. */
export interface Visit extends Frame {
  readonly ask: Ask;
  /** A part of the address that the page names, such as a slug. */
  readonly param: (name: string) => string;
  /** What stands after the question mark by a name; empty where nothing does. */
  readonly query: (name: string) => string;
  /** The present day. */
  readonly today: string;
}

/** A kind of page: where it is, what it asks, and what it shows; null where there is nothing that a reader may see. */
export interface Page {
  /** Its address, with its parts that differ by a colon. */
  readonly path: string;
  /** The questions that it asks, the same at every visit. */
  readonly operations: readonly { readonly name: string; readonly text: string }[];
  readonly show: (visit: Visit) => Promise<Shown | null>;
  /** What a site is without when it goes without this page. */
  readonly partOf?: (typeof leavable)[number];
}
