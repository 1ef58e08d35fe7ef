import type { Line } from "../blocks/lines.ts";
import { looksLikeName } from "../facts/names.ts";
import type { Passage } from "../source/passage.ts";
import { postOrBody } from "../vocabulary/english.ts";

/** A report as it is laid out: what stands before the first heading, and what stands under each. */
export interface ReportPart {
  readonly heading: Passage | null;
  readonly lines: readonly Line[];
}

/** Who signed, and the post under the name. */
export interface Signature {
  readonly name: Passage;
  readonly post: Passage | null;
}

const longestHeading = 120;

/** What stands at the front of a report. */
export const foreword = /\b(?:foreword|preface|introduction by|message from)\b/iu;
/** Where questions go. */
export const contact = /^\W*(?:contact(?: us)?|e-?mail|enquiries)\b\W*/iu;
const isContact = ({ content }: Line): boolean => contact.test(content.plain);

/** A short line that ends no sentence, after one that does, over text that has sentences. */
export function isHeading(line: Line, before: Line | undefined, next: Line | undefined): boolean {
  const { plain } = line.content;
  if (line.depth > 0) return true;
  if (line.marker === "bullet" || plain.length > longestHeading || /[.;,?!]$/u.test(plain))
    return false;
  if (next === undefined || !/^[^\p{L}]*\p{Lu}/u.test(plain) || /^[^:]{2,30}: /u.test(plain))
    return false;
  const isApart = before === undefined || line.gap > 0 || /[.!?:]$/u.test(before.content.plain);
  const isOverText =
    next.content.plain.length > longestHeading || /[.!?:]$|@/u.test(next.content.plain);
  return isApart && isOverText && plain.split(" ").length <= 12;
}

/** A name alone on its line, after text and before nothing but a post. */
export function signatureAt(lines: readonly Line[], at: number): Signature | null {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || !/[.!?]$/u.test(lines[at - 1]?.content.plain ?? "")) return null;
  const { content } = line;
  const [name, post] = splitAt(content);
  const bare = name.plain.replace(/ (?:MSP|MP|MS|MLA|CBE|OBE|MBE)$/u, "");
  if (!looksLikeName(bare) || bare.split(" ").length > 5 || foreword.test(bare)) return null;
  if (post !== null) return { name, post };
  const isPost =
    next !== undefined && next.content.plain.length < 100 && postOrBody.test(next.content.plain);
  if (isPost && !/[.!?:]$/u.test(next.content.plain)) return { name, post: next.content };
  // Without a post it is a name where nothing more is said under it.
  return next === undefined || next.depth > 0 || isContact(next) ? { name, post: null } : null;
}

function splitAt(content: Passage): [Passage, Passage | null] {
  const at = content.plain.indexOf(", ");
  return at < 0 ? [content, null] : [content.part(0, at), content.part(at + 2)];
}

/** Divides lines by their headings. */
export function partsOf(lines: readonly Line[]): ReportPart[] {
  const parts: { heading: Passage | null; lines: Line[] }[] = [{ heading: null, lines: [] }];
  for (const [at, line] of lines.entries()) {
    const isSigned =
      signatureAt(lines, at) !== null ||
      signatureAt(lines, at - 1)?.post?.start === line.content.start;
    if (!isSigned && isHeading(line, lines[at - 1], lines[at + 1]))
      parts.push({ heading: line.content, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}
