import type { Lexicon } from "../vocabulary/lexicon.ts";
import { markupOf, type Markup } from "./emphasis.ts";
import { type Sheet, SheetWriter } from "./sheet.ts";
import { foldingOf } from "./wraps.ts";

const token =
  /(?<end>\r\n|[\n\r\v\f\u0085\u2028\u2029])|(?<white>(?:[^\S\n\r\v\f\u0085\u2028\u2029]|[\u200B\u2060])+)|(?<text>[^\s\u0085\u200B\u2060]+)/gu;

/** Where Markdown holds tables of HTML, their tags too. */
const tokenOrTag = new RegExp(
  `(?<tag></?(?:table|thead|tbody|colgroup|col|tr|td|th)(?:\\s[^<>]*)?>)|${token.source.replace(
    "[^\\s\\u0085\\u200B\\u2060]+",
    "(?:(?!</?t)[^\\s\\u0085\\u200B\\u2060])+",
  )}`,
  "gu",
);

/** A row is a line, and its cells stand between bars. */
const standsFor = (tag: string): string =>
  tag.startsWith("<tr") ? "\n| " : /^<\/t[dh]/u.test(tag) ? " | " : /table/u.test(tag) ? "\n" : "";

/** Plain text or Markdown. The same reading comes out however it spaces and wraps its words and draws its quotation marks. */
export function textSheet(source: string, words: Lexicon): Sheet {
  const { joined, ornament } = foldingOf(source);
  const markup = markupOf(source);
  const writer = new SheetWriter(source);
  /** Whether the line has had no word yet. */
  let bare = true;
  let joining = false;
  let skipping = false;
  const tokens = source.includes("<table") ? tokenOrTag : token;
  for (const { 0: found, index, groups } of source.matchAll(tokens)) {
    if (groups?.["tag"] !== undefined) {
      if (!skipping) writer.stand(standsFor(found), index);
      bare = false;
      continue;
    }
    if (groups?.["end"] !== undefined) {
      skipping = false;
      bare = true;
      if (joining) continue;
      joining = joined.has(index);
      if (!joining) writer.stand("\n", index);
      else if (writer.last !== " ") writer.stand(" ", index);
    } else if (groups?.["text"] !== undefined) {
      if (bare) skipping = ornament.has(index);
      if (skipping) continue;
      joining = false;
      bare = false;
      put(writer, found, index, markup);
    } else if (skipping || joining) continue;
    else if (bare) writer.stand(" ".repeat(found.length), index);
    else if (writer.last !== " ") writer.stand(" ", index);
  }
  return writer.sheet(words);
}

/** A word without the marks in it. */
function put(writer: SheetWriter, word: string, at: number, markup: Markup | null): void {
  if (markup === null) return writer.run(word, at);
  const { dropped, strong } = markup;
  for (let from = 0; from < word.length;) {
    if (dropped[at + from] === 1) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < word.length && dropped[at + to] !== 1 && strong[at + to] === strong[at + from])
      to++;
    writer.run(word.slice(from, to), at + from, strong[at + from] === 1);
    from = to;
  }
}
