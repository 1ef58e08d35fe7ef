import { Refusal } from "@remit/kernel";
import { maxBytes, textOf } from "./text.ts";

/** What a packed document may grow to: more is a bomb, and no minutes. */
const maxUnpacked = 10 * maxBytes;

/**
 * The text of a file of minutes, in which a reading's spans count: text and web pages as they are, a Word document
 * as the page that it makes, a PDF as the text of its pages. Throws a `Refusal` that says what to do.
 */
export async function sourceOf(bytes: Uint8Array): Promise<string> {
  // What is no file, or too large for one, is refused as a text is.
  if (!(bytes instanceof Uint8Array) || bytes.length > maxBytes) return textOf(bytes);
  if (startsWith(bytes, "PK\x03\x04")) return wordOf(bytes);
  if (startsWith(bytes, "%PDF")) return pdfOf(bytes);
  return textOf(bytes);
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, start.length)) === start;

async function wordOf(bytes: Uint8Array): Promise<string> {
  const entries = entriesOf(bytes);
  if (!entries.some(({ name }) => name === "word/document.xml")) return textOf(bytes);
  if (await isBomb(bytes, entries))
    throw new Refusal(
      "DOCUMENT_TOO_LARGE",
      "The Word document holds more than 100 MB once it is unpacked. Give the minutes of one meeting, as text.",
      { params: { limit: maxUnpacked } },
    );
  const { default: mammoth } = await import("mammoth");
  const noImages = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  const page = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: noImages })
    .catch(() => unreadable("Word document"));
  return held(page.value, "Word document");
}

async function pdfOf(bytes: Uint8Array): Promise<string> {
  const { extractText } = await import("unpdf");
  const pages = await extractText(Uint8Array.from(bytes), { mergePages: false }).catch(() =>
    unreadable("PDF"),
  );
  return held(pages.text.join("\n\f\n"), "PDF");
}

/** A scan holds pictures of words, and no words. */
function held(text: string, kind: string): string {
  if (/\p{L}/u.test(text.replaceAll(/<[^>]*>/gu, ""))) return text;
  throw new Refusal(
    "EMPTY_DOCUMENT",
    `The ${kind} holds no text; it may be a scan. Give the minutes as text.`,
  );
}

function unreadable(kind: string): never {
  throw new Refusal(
    "NOT_TEXT",
    `The ${kind} cannot be read; it may be damaged or locked. Save the minutes as plain text, Markdown or a web page, and give that file.`,
  );
}

interface Entry {
  readonly name: string;
  /** As the archive's directory says; the entry itself may say otherwise. */
  readonly size: number;
  readonly packed: number;
  readonly at: number;
}

const entryMark = 0x02014b50;
const endMark = 0x06054b50;

/** The directory of a zip archive, empty where there is none. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  const entries: Entry[] = [];
  let at = end < 0 ? bytes.length : view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === entryMark) {
    const length = view.getUint16(at + 28, true);
    entries.push({
      name: String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(length, 100))),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Whether an archive unpacks to more than it may, whatever its directory says. */
async function isBomb(bytes: Uint8Array, entries: readonly Entry[]): Promise<boolean> {
  if (entries.reduce((sum, { size }) => sum + size, 0) > maxUnpacked) return true;
  const { inflateRawSync } = await import("node:zlib");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = maxUnpacked;
  for (const { at, packed, size } of entries) {
    if (at + 30 > bytes.length || view.getUint16(at + 8, true) !== 8) continue;
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    try {
      left -= inflateRawSync(bytes.subarray(start, start + packed), {
        maxOutputLength: Math.max(1, Math.min(left, size + 1)),
      }).length;
    } catch (error) {
      // Longer than it says, or damaged: the second is found when it is read.
      if (error instanceof RangeError) return true;
    }
  }
  return false;
}
