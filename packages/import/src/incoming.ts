import type { Tx } from "@remit/database";
import { type Document, officialRecordOf } from "@remit/documents";
import type { Access, Wording, Zone } from "@remit/kernel";
import type { Finding } from "./report.ts";

/** What a user says of a document beside its text. */
export interface Told {
  /** The group that met, where minutes do not name it. */
  readonly group?: string | undefined;
  /** The text is somebody's summary, not the official record. */
  readonly summary?: boolean | undefined;
  /** Who may see what the document makes: its group if it is new, its meeting and everything in it. As its group, if left out. */
  readonly access?: Access | undefined;
  /** The document takes the place of an earlier one. */
  readonly supersede?: boolean | undefined;
  /** The time zone of a group that is new. */
  readonly zone?: Zone | undefined;
}

/** What an import may not fetch for itself: the time, and names for what is new. */
export interface Surroundings {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** A document on its way into the record. */
export interface Incoming {
  readonly name: string;
  /** How the user named it: for what they are told to type. */
  readonly path: string;
  readonly text: string;
  /** The id that the document will have. */
  readonly document: string;
  readonly told: Told;
  readonly newId: () => string;
  /** The moment of the import. */
  readonly recordedAt: string;
}

/** What a document will add to the record. Nothing but `write` writes. */
export interface Intake {
  readonly kind: Document["kind"];
  readonly title: string;
  readonly officialRecord: string | null;
  /** Who may see what it makes; null where its parts say that themselves. */
  readonly access: Access | null;
  readonly created: Readonly<Record<string, number>>;
  readonly matched: readonly string[];
  readonly findings: readonly Finding[];
  /** The document whose place this one takes. */
  readonly supersedes: string | null;
  /** How many facts wait for somebody's answer; none if left out. */
  readonly waiting?: number;
  /** Tells how many rows are new of a kind that only the whole record shows. */
  write(): Promise<Readonly<Record<string, number>> | void>;
}

/** What becomes of a document that can be understood, once there is a record to hold it against. */
export type Take = (tx: Tx) => Promise<Intake>;

/** The command that puts a document in the place of the one before it. */
export const supersedeWith = ({ path }: Incoming): string =>
  `remit import --supersede ${/^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`}`;

/** A text is a summary when the user or the text itself says so. */
export const wordingOf = ({ told, text }: Incoming): Wording =>
  told.summary || officialRecordOf(text) !== null ? "summary" : "verbatim";
