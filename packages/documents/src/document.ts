import { Access, Id, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** What sort of document was taken into the record. */
export const DocumentKind = vocabulary(
  "DocumentKind",
  "The kind of a document that was imported into the record.",
  {
    minutes: "The document holds the minutes of a meeting.",
    mission: "The document is a mission file.",
    report: "The document is a report on a mission.",
    links: "The document is a file of links between actions and commitments.",
  },
);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A document that was taken into the record: its text as it was, known by the hash of its bytes. */
export const Document = z.object({
  id: Id,
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  kind: DocumentKind,
  name: z.string().min(1),
  title: z.string().min(1),
  text: z.string(),
  /** Where the official record is, when this is somebody's summary of it. */
  officialRecord: z.url().nullable(),
  /** What the reader was unsure of, and what was left for a person to confirm. */
  findings: z.array(z.object({ code: z.string().min(1), message: z.string().min(1) })),
  importedAt: z.iso.datetime(),
  /** Of no group: one document may be about several. */
  access: Access.exclude(["group"]),
});
export type Document = Readonly<z.infer<typeof Document>>;
