import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** By what pages and files of another version of these writers are told apart: a hash of their own files as they are. */
export function writersVersion(): string {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const hash = createHash("sha256");
  for (const file of globSync("*.{ts,js}", { cwd: folder }).toSorted())
    hash.update(readFileSync(`${folder}${file}`));
  return hash.digest("base64url");
}
