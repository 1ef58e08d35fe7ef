import type { Access } from "@remit/kernel";

/** What the import of one file did. */
export interface ImportReport {
  /** What happened: `unchanged` when the same bytes were imported before. */
  readonly outcome: "created" | "superseded" | "unchanged";
  /** What was imported, such as a meeting's or a mission's title. */
  readonly title: string;
  /** Who may see what it made; null where nothing was made, or its parts say that themselves. */
  readonly access: Access | null;
  /** How many rows of each kind are new. */
  readonly created: Readonly<Record<string, number>>;
  /** Who and what was known before. */
  readonly matched: readonly string[];
  /** How many facts that it says wait for somebody's answer. */
  readonly waiting: number;
  /** What a person should look at: doubtful matches, and what the reader was unsure of. */
  readonly findings: readonly Finding[];
}

/** Something that was neither refused nor certain. */
export interface Finding {
  readonly code: string;
  readonly message: string;
}
