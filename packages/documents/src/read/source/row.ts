/** A line of the source as it stands. */
export interface Row {
  /** Offset of its first word, and of its line end. */
  readonly at: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
  /** Empty lines before it. */
  readonly gap: number;
}
