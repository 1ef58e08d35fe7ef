import { readdir, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { pathOf } from "./file.ts";

/** The endings of the names of files that an import can read; in a folder, others are left alone. */
const readable = new Set([".docx", ".htm", ".html", ".json", ".markdown", ".md", ".pdf", ".txt"]);

/** The files that a user named, as they named them: of a folder every document in it and in the folders in that, by name. A folder without one stays, to be refused as the rest is. */
export async function filesIn(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const within = await documentsIn(path);
    files.push(...(within.length > 0 ? within : [path]));
  }
  return [...new Set(files)];
}

async function documentsIn(path: string): Promise<string[]> {
  const place = pathOf(path);
  const found = await stat(place).catch(() => null);
  if (found?.isDirectory() !== true) return [];
  const within = await readdir(place, { recursive: true, withFileTypes: true });
  return within
    .filter((entry) => entry.isFile() && readable.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(relative(place, entry.parentPath), entry.name))
    .filter((file) => !file.split(sep).some((part) => part.startsWith(".")))
    .toSorted()
    .map((file) => join(path, file));
}
