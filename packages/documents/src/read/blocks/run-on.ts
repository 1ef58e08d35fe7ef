import { type Line, lineOf } from "./lines.ts";
import type { Passage } from "../source/passage.ts";

/** A paragraph that holds a whole document is longer. */
const least = 700;
/** Longer text is no line of minutes that lost its ends. */
const most = 60_000;
/** "1. Apologies": a number in the middle of a line, and a capital after it. */
const numbers = /(?:^|(?<=[.:;)\]\d\p{L}'"] ))(?<number>\d{1,2})[.)] (?=["'(]?[\p{Lu}])/gu;
const points = /(?<= )(?=[•▪◦‣●] ?\p{L})/gu;
const people =
  /(?<= )(?=(?:Members |Also |Councillors )?(?:Present|In attendance|Apologies|Absent): )/gu;
const enough = 4;

/** Divides a line in which a document's numbers count up, as text has it that lost its line ends. */
export function withRunOn(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const length = line.content.end - line.content.start;
    if (length < least || length > most || line.depth > 0) return [line];
    const starts = startsIn(line.content);
    if (starts.length < enough) return [line];
    const first = line.content.plain.slice(0, starts[0]);
    const cuts = [...[...first.matchAll(people)].map(({ index }) => index), ...starts];
    return partsOf(line.content, cuts).flatMap((part, at) =>
      at === 0 ? [{ ...line, content: part }] : subdivided(part).map((each) => asLine(each)),
    );
  });
}

/** Where the numbers stand that count up from the first by one. */
function startsIn({ plain }: Passage): number[] {
  const found: number[] = [];
  for (const { index, groups } of plain.matchAll(numbers))
    if (Number(groups?.["number"]) === found.length + 1) found.push(index);
  return found;
}

/** "4. Reports 4.1 Clerk's report • The gate is mended": the numbers and points within one. */
function subdivided(part: Passage): Passage[] {
  const own = /^\d{1,2}(?=[.)] )/u.exec(part.plain)?.[0];
  const inner =
    own === undefined
      ? []
      : [...part.plain.matchAll(new RegExp(`(?<= )(?=${own}\\.\\d{1,2} \\p{Lu})`, "gu"))];
  const cuts = [...inner, ...part.plain.matchAll(points)].map(({ index }) => index);
  return partsOf(
    part,
    cuts.toSorted((one, other) => one - other),
  );
}

const partsOf = (whole: Passage, cuts: readonly number[]): Passage[] =>
  [0, ...cuts]
    .map((from, at) => whole.part(from, cuts[at] ?? whole.end - whole.start))
    .filter((part) => !part.isEmpty);

const asLine = (part: Passage): Line => lineOf(part, 0, 1);
