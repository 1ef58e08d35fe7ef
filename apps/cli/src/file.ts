import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { maxBytes, sourceOf } from "@remit/documents";
import { Refusal } from "@remit/kernel";

/** The text of a file that the user named. Refuses what is not there, not theirs to read, or not text. */
export const readDocument = async (name: string): Promise<string> =>
  sourceOf(await readBytes(name));

/** Where a file is that the user named, seen from where they called. */
export const pathOf = (name: string): string =>
  resolve(process.env["INIT_CWD"] ?? process.cwd(), name);

/** The bytes of a file that the user named, seen from where they called. Refuses what is not there, not theirs to read, or too large. */
export async function readBytes(name: string): Promise<Uint8Array> {
  const path = pathOf(name);
  const found = await stat(path).catch(refuse);
  if (found.isDirectory())
    throw new Refusal(
      "NOT_A_FILE",
      "This is a folder: name a file in it. An import takes a folder that holds documents.",
    );
  if (!found.isFile()) throw new Refusal("NOT_A_FILE", "This is not a file.");
  // Asked before reading: a file that is far too large should not be taken into memory to find out.
  if (found.size > maxBytes) {
    const message = `The file has ${mebibytes(found.size)}; a document has at most ${mebibytes(maxBytes)}.`;
    throw new Refusal("DOCUMENT_TOO_LARGE", message);
  }
  return readFile(path).catch(refuse);
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
