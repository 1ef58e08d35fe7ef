import type { Action } from "@remit/actions";
import type { KnownBodies } from "./bodies.ts";
import type { KnownPeople } from "./people.ts";

/** Actions of earlier meetings of a group, by the references that a document quotes. */
export type Quoted = ReadonlyMap<string, Action>;

/** What the record knows of what a document speaks of. */
export interface Known {
  readonly organisations: KnownBodies;
  readonly persons: KnownPeople;
  /** The reference of the meeting's first action, where another action has it already. */
  readonly references: ReadonlySet<string>;
  readonly quoted: Quoted;
}

/** An action that was there before, and what becomes of it. */
export interface Changed {
  readonly before: Action;
  readonly after: Action;
}
