import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { maxBytes, sourceOf } from "@remit/documents";
import { Refusal } from "@remit/kernel";

/** A file as it is, and the text that it holds. */
interface DocumentFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Reads a file that the user named, seen from where they called. Refuses what is not there, not theirs to read, or too large. */
export async function readBytes(name: string): Promise<Uint8Array> {
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), name);
  const found = await stat(path).catch(refuse);
  if (found.isDirectory())
    throw new Refusal("NOT_A_FILE", "This is a folder: name the files in it.");
  if (!found.isFile()) throw new Refusal("NOT_A_FILE", "This is not a file.");
  // Asked before reading: a file that is far too large should not be taken into memory to find out.
  if (found.size > maxBytes) {
    const message = `The file has ${mebibytes(found.size)}; a document has at most ${mebibytes(maxBytes)}.`;
    throw new Refusal("DOCUMENT_TOO_LARGE", message);
  }
  return readFile(path).catch(refuse);
}

/** The same of a document, with its text. Refuses what is not text, too. */
export async function readDocument(name: string): Promise<DocumentFile> {
  const bytes = await readBytes(name);
  return { bytes, text: await sourceOf(bytes) };
}

const mebibytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;

function refuse(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR")
    throw new Refusal("FILE_MISSING", "There is no such file.");
  if (code === "EACCES" || code === "EPERM")
    throw new Refusal("FILE_LOCKED", "You may not read this file.");
  throw error;
}
