import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Refusal } from "@remit/kernel";

/** Reads a file that the user named, seen from where they called. Refuses what is not there, not a file, or not theirs to read. */
export async function fileBytes(name: string, limit: number): Promise<Uint8Array> {
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), name);
  const found = await stat(path).catch((error: unknown) => refuse(name, error));
  if (found.isDirectory())
    throw new Refusal("NOT_A_FILE", `${name} is a folder: name the files in it.`);
  if (!found.isFile()) throw new Refusal("NOT_A_FILE", `${name} is not a file.`);
  // Asked before reading: a file that is far too large should not be taken into memory to find out.
  if (found.size > limit) {
    const size = `${Math.ceil(found.size / 1e6)} MB`;
    throw new Refusal(
      "DOCUMENT_TOO_LARGE",
      `${name} is ${size}; minutes are at most ${limit / 1e6} MB.`,
    );
  }
  return readFile(path).catch((error: unknown) => refuse(name, error));
}

function refuse(name: string, error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR")
    throw new Refusal("FILE_MISSING", `There is no file ${name}.`);
  if (code === "EACCES" || code === "EPERM")
    throw new Refusal("FILE_LOCKED", `You may not read ${name}.`);
  throw error;
}
