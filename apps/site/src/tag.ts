import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Settings } from "./settings.ts";

const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 27);

/** By what pages of another version of the site, or of one with other settings, are told apart: its own files as they are. */
export function versionOf(settings: Settings): string {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const files = globSync("**/*.{ts,js}", { cwd: folder }).toSorted();
  const texts = files.map((file) => readFileSync(`${folder}${file}`, "utf8"));
  return hashOf(JSON.stringify([settings, texts]));
}

/** The tag of a text, or of whatever the text stands for. */
export const tagOf = (text: string): string => `"${hashOf(text)}"`;

/** Whether a browser that sends these tags has what this one is of. */
export const hasAlready = (sent: string | undefined, tag: string): boolean =>
  sent !== undefined && sent.split(",").some((each) => each.trim().replace(/^W\//u, "") === tag);
