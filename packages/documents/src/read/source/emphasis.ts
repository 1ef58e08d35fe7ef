/** What a document's text is marked up with, by offset in it. */
export interface Markup {
  /** Characters that are marks and no text. */
  readonly dropped: Uint8Array;
  readonly strong: Uint8Array;
}

const run = /(?<escape>\\(?=[!-/:-@[-`{}~]))|(?<mark>\*{1,3}|_{1,3}|~~)|\n[^\S\n]*\n/gu;
const white = /^[\s\u200B]?$/u;
const punctuation = /^[\p{P}\p{S}]$/u;

interface Opener {
  readonly at: number;
  readonly mark: string;
}

/** The marks of emphasis and the backslashes of a text, paired within a paragraph as CommonMark pairs them. */
export function markupOf(source: string): Markup | null {
  if (!/[*_~\\]/u.test(source)) return null;
  const dropped = new Uint8Array(source.length);
  const strong = new Uint8Array(source.length);
  let open: Opener[] = [];
  for (const { 0: found, index, groups } of source.matchAll(run)) {
    const mark = groups?.["mark"];
    if (groups?.["escape"] !== undefined) dropped[index] = 1;
    else if (mark === undefined) open = [];
    else if (!isRun(source, index, mark)) continue;
    else if (closes(source, index, mark)) {
      const pair = open.findLastIndex((each) => each.mark === mark);
      const opener = open[pair];
      if (opener === undefined) {
        if (opens(source, index, mark)) open.push({ at: index, mark });
        continue;
      }
      open.length = pair;
      dropped.fill(1, opener.at, opener.at + mark.length);
      dropped.fill(1, index, index + mark.length);
      if (mark !== "~~") strong.fill(1, opener.at, index + found.length);
    } else if (opens(source, index, mark) && open.length < 20) open.push({ at: index, mark });
  }
  return { dropped, strong };
}

/** Longer runs are rules and lines to sign on; an escaped mark is text. */
const isRun = (source: string, at: number, mark: string): boolean =>
  source[at - 1] !== mark[0] && source[at + mark.length] !== mark[0] && source[at - 1] !== "\\";

function opens(source: string, at: number, mark: string): boolean {
  const [before, after] = [source[at - 1] ?? "", source[at + mark.length] ?? ""];
  if (white.test(after)) return false;
  if (mark.startsWith("_") && !white.test(before) && !punctuation.test(before)) return false;
  return !punctuation.test(after) || white.test(before) || punctuation.test(before);
}

function closes(source: string, at: number, mark: string): boolean {
  const [before, after] = [source[at - 1] ?? "", source[at + mark.length] ?? ""];
  if (white.test(before)) return false;
  if (mark.startsWith("_") && !white.test(after) && !punctuation.test(after)) return false;
  return !punctuation.test(before) || white.test(after) || punctuation.test(after);
}
