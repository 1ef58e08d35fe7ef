/** The words for which a reader of minutes looks, in their English form. */
export type Term =
  | "present"
  | "in attendance"
  | "apologies"
  | "officials"
  | "secretariat"
  | "chair"
  | "date"
  | "time"
  | "location"
  | "next meeting"
  | "minutes"
  | "action"
  | "decision"
  | "paper";

/** The words of a language for what minutes hold, all in small letters; a word may be a pattern. */
export interface Vocabulary {
  /** As in RFC 5646: `gd`. */
  readonly language: string;
  readonly terms: Readonly<Record<Term, readonly string[]>>;
  /** January to December, as they stand in a date. */
  readonly months: readonly string[];
  /** What follows the figure of a day in a date. */
  readonly dayEndings: readonly string[];
  /** What the name of a council or a committee starts with. */
  readonly bodies: readonly string[];
}
