import { readInput, Refusal } from "@remit/kernel";
import * as z from "zod";

/** The largest document that is read, in bytes: 10 MiB. */
export const maxBytes = 10 * 1024 * 1024;

/** First bytes by which a file shows what it is, and what to do with it. */
const signatures: readonly { readonly bytes: string; readonly is: string }[] = [
  { bytes: "\x89PNG", is: "a PNG image" },
  { bytes: "\xFF\xD8\xFF", is: "a JPEG image" },
  { bytes: "GIF8", is: "a GIF image" },
  { bytes: "%PDF", is: "a PDF" },
  { bytes: "PK\x03\x04", is: "a zip archive, such as a Word document (.docx)" },
  { bytes: "\xD0\xCF\x11\xE0", is: "an old Word document (.doc)" },
  { bytes: "\x1F\x8B", is: "a gzip archive" },
  { bytes: "{\\rtf", is: "a rich text document (.rtf)" },
  { bytes: "\xFF\xFE", is: "in UTF-16" },
  { bytes: "\xFE\xFF", is: "in UTF-16" },
];

const Bytes = z.instanceof(Uint8Array, { error: "Give the bytes of a file." });

/** Decodes a file of minutes: UTF-8 text of at most 10 MiB, its byte order mark taken off. Throws a `Refusal` that says what to do. */
export function textOf(file: Uint8Array): string {
  const bytes = readInput(Bytes, file);
  if (bytes.length > maxBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw new Refusal(
      "DOCUMENT_TOO_LARGE",
      `The document has ${size} MB; the limit is 10 MB. Give the minutes of one meeting, as text.`,
      { params: { bytes: bytes.length, limit: maxBytes } },
    );
  }
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = signatures.find((signature) => start.startsWith(signature.bytes));
  if (known !== undefined) throw notText(`The file is ${known.is}, not text in UTF-8.`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw notText(`The file holds a NUL byte at byte ${nul}, so it is not text.`);
  const text = decoded(bytes);
  if (text.trim() === "")
    throw new Refusal(
      "EMPTY_DOCUMENT",
      "The document is empty. Give the minutes as text or Markdown.",
    );
  return text;
}

const notText = (finding: string) =>
  new Refusal(
    "NOT_TEXT",
    `${finding} Save the minutes as plain text or Markdown, in UTF-8, and give that file.`,
  );

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const at = firstInvalid(bytes);
    throw new Refusal(
      "NOT_UTF8",
      `The text is not UTF-8: byte ${at} starts no character. Save the file as UTF-8 and try again.`,
      { params: { byte: at } },
    );
  }
}

/** Offset of the first byte, from 0, that is no part of a UTF-8 character. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = good + Math.ceil((bad - good) / 2);
    if (isValidPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return startOfCharacter(bytes, good);
}

/** `stream` lets a character be cut off at the end. */
function isValidPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the character starts that is still open at `end`. */
function startOfCharacter(bytes: Uint8Array, end: number): number {
  let start = end;
  while (start > 0 && start > end - 3 && ((bytes[start - 1] ?? 0) & 0xc0) === 0x80) start--;
  const lead = bytes[start - 1] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start > 0 && start - 1 + length > end ? start - 1 : end;
}
