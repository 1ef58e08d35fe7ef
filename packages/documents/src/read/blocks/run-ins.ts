import { looksLikeTitle } from "../sections/heading.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import { looksLikeName } from "../facts/names.ts";
import { headingWord, labels, titleWord } from "../vocabulary/english.ts";
import type { Passage } from "../source/passage.ts";
import type { Line } from "./lines.ts";

/** What stands on a line after the title that runs in. */
export const restOf = ({ content }: Line, title: string): Passage =>
  content.part(title.length).without(/^ ?[:.] */u);

/** "OLD BUSINESS: the budget was discussed" */
const shouted = /^(?<title>\p{Lu}[\p{Lu}'/& -]{3,60}?) ?(?::(?: |$)|\. (?=["'(]?\p{Lu}))/u;
/** "Matters arising: the lights are mended." */
const runsIn = /^(?<title>\p{Lu}[\p{L}'’/&() -]{3,60}?) ?(?::(?: |$)|\. (?=["'(]?\p{Lu}))/u;

/** Titles that run in, in a document that has no others: those in capitals, else such as headings are made of. */
export function withRunIns(lines: readonly Line[]): Line[] {
  const shown = lines.filter(({ depth, titled }) => depth > 1 || titled === true);
  const coloned = shown.filter(({ content }) => content.plain.endsWith(":")).length;
  if (coloned < shown.length) return [...lines];
  const loud = runInsBy(lines, shouted);
  const titles = loud.size < 3 ? quietRunIns(lines) : loud;
  if (titles.size + coloned < 3) return [...lines];
  return lines.flatMap((line, at) => {
    const title = titles.get(at);
    if (title === undefined) return [line];
    const rest = restOf(line, title);
    const heading = {
      ...line,
      content: line.content.part(0, title.length),
      depth: 2,
      titled: true,
    };
    return rest.isEmpty ? [heading] : [heading, { ...line, content: rest, gap: 0 }];
  });
}

function runInsBy(lines: readonly Line[], pattern: RegExp): Map<number, string> {
  return new Map(
    lines.flatMap((line, at) => {
      const title = pattern.exec(line.content.plain)?.groups?.["title"];
      const other =
        title === undefined ||
        listHeadingOf(line.content) !== null ||
        Object.values(labels).some((each) => each.test(title) && !/^minutes$/iu.test(title));
      return other || line.marker !== null ? [] : [[at, title] as const];
    }),
  );
}

/** Speakers run in too, and come again; titles come once, and most are made of words of headings. */
function quietRunIns(lines: readonly Line[]): Map<number, string> {
  const found = [...runInsBy(lines, runsIn)].filter(([at, title]) => {
    const line = lines[at];
    if (line === undefined || line.gap === 0 || title.split(" ").length > 7) return false;
    const usual = isUsual(title);
    if (line.content.plain[title.length] === "." && !usual) return false;
    return usual || (looksLikeTitle(line.content.part(0, title.length)) && !looksLikeName(title));
  });
  const times = new Map<string, number>();
  for (const [, title] of found) times.set(title, (times.get(title) ?? 0) + 1);
  const once = found.filter(([, title]) => times.get(title) === 1);
  const usual = once.filter(([, title]) => isUsual(title)).length;
  const coloned = lines.filter(({ depth }) => depth === 2).length;
  return usual + coloned < 3 || usual * 2 < once.length ? new Map() : new Map(once);
}

/** Made of words of headings, but for small ones. */
export const isUsual = (title: string): boolean =>
  title.split(/[ /]/u).every((word) => headingWord.test(word) || titleWord.test(word));
