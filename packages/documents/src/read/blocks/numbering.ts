import type { Line } from "./lines.ts";
import type { Passage } from "../source/passage.ts";

/** "4 Calibration" and "25/32 Library": a number that stands before a title without a stop. */
const bare = /^(?<number>(?:\d{2,4}[/.-])?\d{1,3}) +(?=["'(]?\p{Lu})/du;
const longestTitle = 120;
const enough = 3;

interface Numbered {
  readonly at: number;
  readonly series: string;
  readonly value: number;
  readonly number: Passage;
  readonly content: Passage;
}

/** Makes numbered lines of those whose numbers, without a stop, count up by one from line to line. A lone "14 Quay Street" is none. */
export function withBareNumbers(lines: readonly Line[]): Line[] {
  const found = lines.flatMap((line, at) => numberedAt(line, at) ?? []);
  const counted = new Map(longestCount(found).map((each) => [each.at, each]));
  return lines.map((line, at) => {
    const each = counted.get(at);
    if (each === undefined) return line;
    const marker = line.depth > 0 ? null : "number";
    return { ...line, marker, number: each.number, content: each.content };
  });
}

function numberedAt({ content, marker }: Line, at: number): Numbered | null {
  const { plain } = content;
  if (marker !== null || plain.length > longestTitle || /[.;,]$/u.test(plain)) return null;
  const written = bare.exec(plain)?.groups?.["number"];
  if (written === undefined) return null;
  const [value = "", ...rest] = written.split(/[/.-]/u).toReversed();
  return {
    at,
    series: rest.join("/"),
    value: Number(value),
    number: content.part(0, written.length),
    content: content.part(written.length),
  };
}

function longestCount(found: readonly Numbered[]): Numbered[] {
  let longest: Numbered[] = [];
  for (const [from, first] of found.entries()) {
    const run = [first];
    for (const each of found.slice(from + 1, from + 1 + 200)) {
      const last = run.at(-1) ?? first;
      if (each.series === last.series && each.value === last.value + 1) run.push(each);
    }
    if (run.length > longest.length) longest = run;
    if (longest.length > found.length / 2) break;
  }
  return longest.length < enough ? [] : longest;
}
