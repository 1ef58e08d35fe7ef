import { Refusal } from "@remit/kernel";
import { maxBytes, textOf } from "./text.ts";

/** What a packed document may grow to: more is a bomb, and no minutes. */
const maxUnpacked = 10 * maxBytes;

/**
 * The text of a file of minutes, in which a reading's spans count: text and web pages as they are, a Word document
 * as the page that it makes, a PDF as the text of its pages. Throws a `Refusal` that says what to do.
 */
export async function sourceOf(bytes: Uint8Array): Promise<string> {
  if (bytes.length > maxBytes) return textOf(bytes);
  if (startsWith(bytes, "PK\x03\x04")) return wordOf(bytes);
  if (startsWith(bytes, "%PDF")) return pdfOf(bytes);
  return textOf(bytes);
}

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, start.length)) === start;

async function wordOf(bytes: Uint8Array): Promise<string> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) return textOf(bytes);
  if (unpacked > maxUnpacked)
    throw new Refusal(
      "DOCUMENT_TOO_LARGE",
      "The Word document holds more than 100 MB once it is unpacked. Give the minutes of one meeting, as text.",
      { params: { bytes: unpacked, limit: maxUnpacked } },
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

const entryMark = 0x02014b50;
const endMark = 0x06054b50;

/** What the entries of a zip archive say that they unpack to, null where it is no Word document. */
function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  let size = 0;
  let isWord = false;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === entryMark) {
    size += view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = String.fromCharCode(
      ...bytes.subarray(at + 46, at + 46 + Math.min(nameLength, 100)),
    );
    isWord ||= name === "word/document.xml";
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return isWord ? size : null;
}
