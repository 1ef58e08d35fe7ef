import type { Line } from "./lines.ts";
import { entriesOf } from "../facts/entries.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import type { Passage } from "../source/passage.ts";

/** How far into a document lists of people are told in its first sentences, in lines. */
const reach = 40;
const label =
  /(?:^|(?<=[.;)] ))(?=(?:(?:also|others?|\p{L}+(?: \p{L}+)?) )?(?:present|in attendance|attending|absent|apologies)(?: [\p{L} ]{2,20})?: )/giu;

/** Divides "A quorum was there. Members present: Ann Bell, Cal Dunn. Also present: Dora Lamb." into its lists. */
export function withInnerLists(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    const { content } = line;
    if (at >= reach || line.depth > 0 || content.end - content.start > 2000) return [line];
    const called = rollCall(content.plain);
    const starts = [...content.plain.matchAll(label)]
      .map(({ index }) => index)
      .filter((index) => index > 0 && holdsPeople(line, index))
      .concat(called > 0 ? [called] : [], sentenceAfter(content))
      .toSorted((one, other) => one - other);
    if (starts.length === 0) return [line];
    return [0, ...starts].flatMap((from, part): Line[] => {
      const passage = content.part(from, starts[part] ?? content.plain.length);
      const own = part === 0 ? line : { ...line, marker: null, number: null, gap: 0 };
      return passage.isEmpty ? [] : [{ ...own, content: passage }];
    });
  });
}

/** Where, after a list with its label, a sentence tells more of who was there. */
function sentenceAfter(content: Passage): number[] {
  if ((listHeadingOf(content)?.rest ?? null) === null) return [];
  return [...content.plain.matchAll(/(?<=\p{Ll}{2}\.) (?=\p{Lu})/gu)]
    .map(({ index }) => index + 1)
    .filter((index) =>
      /^[^.]{3,300} (?:was|were|also|sent|gave)\b/u.test(content.plain.slice(index)),
    );
}

/** Where the sentence starts that calls the roll: "Ann Bell - present, Cal Dunn - present"; -1 where none does. */
function rollCall(plain: string): number {
  const [first, ...others] = [...plain.matchAll(/ ?[-–—] ?(?:present|here)\b/giu)];
  if (first === undefined || others.length === 0) return -1;
  const before = [...plain.slice(0, first.index).matchAll(/(?<=\p{Ll}[.:]) +/gu)].at(-1);
  return before === undefined ? -1 : before.index + before[0].length;
}

function holdsPeople({ content }: Line, from: number): boolean {
  const rest = content.part(from);
  const colon = rest.plain.indexOf(":");
  const [sentence = ""] = rest.plain.slice(colon + 1).split(/\.(?= |$)/u);
  const people = rest.part(colon + 1, colon + 1 + sentence.length);
  return entriesOf(people, true).entries.length > 0;
}
