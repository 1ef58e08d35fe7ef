import type { Line } from "./lines.ts";
import type { Passage } from "../source/passage.ts";

/** "4 Calibration": a bare number, which only a title may follow. */
const bare = /^(?<number>\d{1,4}) +(?=["'(]?\p{Lu})/du;
/** "25/32 Library", "3-0607/8 – Plans": a code, or a number with a mark before its title. */
const coded =
  /^(?<number>\d{1,4}(?:[-/.]\d{1,4}){1,3}|\d{1,4}(?= ?[:|/–—-] ))(?: ?[-–—:/|.)]+ ?| +)(?=["'([]?[\p{Lu}\d])/du;
/** "IV Treasurer's Report" */
const roman = /^(?<number>[IVX]{1,5})(?:[.):]+ *| +)(?=["'(]?\p{Lu})/du;
/** "21.44": nothing but a number, whose title stands below it. */
const alone = /^(?<number>\d{1,4}(?:[-/.]\d{1,4}){0,3})[.)]?$/du;
/** "3 Finance: the fund stands at £414.40": a title that runs in, whatever follows it. */
const runsIn = /^(?<number>\d{1,4}) +(?=["'(]?[\p{Lu}\d][^:.]{2,60}:(?: |$))/du;
const inPoint = /^(?<number>\d{1,4}\/\d{1,4}) +(?=\S)/du;
const longestTitle = 120;
const enough = 3;
/** How far on the next of a count is sought, in numbered lines. */
const reach = 200;

interface Numbered {
  readonly at: number;
  /** What stays while the count goes on, and the number that goes up: both ends of a code may be the count. */
  readonly counts: readonly { readonly series: string; readonly value: number }[];
  readonly number: Passage;
  readonly content: Passage;
  /** Whether the number stands on the line above its title. */
  readonly isAbove?: boolean;
}

/** Makes numbered lines of those whose numbers, without a stop, count up by one from line to line, before their titles or above them. A lone "14 Quay Street" is none. */
export function withBareNumbers(lines: readonly Line[]): Line[] {
  const found = lines.flatMap((line, at) => numberAbove(lines, at) ?? numberedAt(line, at) ?? []);
  const counted = new Map(longestCount(found).map((each) => [each.at, each]));
  return lines.flatMap((line, at): Line[] => {
    const above = counted.get(at - 1);
    if (above?.isAbove === true)
      return [{ ...line, marker: "number", number: above.number, gap: lines[at - 1]?.gap ?? 0 }];
    const each = counted.get(at);
    if (each === undefined) return [line];
    if (each.isAbove === true) return [];
    const marker = line.depth > 0 ? null : "number";
    return [{ ...line, marker, number: each.number, content: each.content }];
  });
}

/** A number on a line of its own, above its title. */
function numberAbove(lines: readonly Line[], at: number): Numbered | null {
  const [line, next] = [lines[at], lines[at + 1]];
  if (line === undefined || line.marker !== null || line.depth > 0) return null;
  const written = alone.exec(line.content.plain)?.groups?.["number"];
  if (written === undefined || next === undefined || next.marker !== null || next.depth > 0)
    return null;
  if (!/^["'(]?\p{Lu}/u.test(next.content.plain)) return null;
  const number = line.content.part(0, written.length);
  return { at, counts: countsOf(written), number, content: next.content, isAbove: true };
}

function numberedAt({ content, marker, indent }: Line, at: number): Numbered | null {
  const { plain } = content;
  if (!/^[\dIVX]/u.test(plain)) return null;
  const title = plain.length <= longestTitle && !/[.;,]$/u.test(plain);
  // "• 001/24 Opening": a point that has a code of its own.
  if (marker !== null && !(marker === "bullet" && indent === 0 && title && inPoint.test(plain)))
    return null;
  const found =
    (marker === "bullet" ? inPoint.exec(plain) : null) ??
    coded.exec(plain) ??
    roman.exec(plain) ??
    runsIn.exec(plain) ??
    (title ? bare.exec(plain) : null);
  const written = found?.groups?.["number"];
  if (found === null || written === undefined) return null;
  return {
    at,
    counts: countsOf(written),
    number: content.part(0, written.length),
    content: content.part(found[0].length),
  };
}

const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanOf(written: string): number {
  const values = written.split("").map((digit) => digits[digit] ?? 0);
  return values.reduce(
    (sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value),
    0,
  );
}

/** What a number can count: "25/32" is the 32nd of 25, or the 25th of 32. */
export function countsOf(written: string): { series: string; value: number }[] {
  if (/^[IVX]+$/u.test(written)) return [{ series: "roman", value: romanOf(written) }];
  const first = /^\d+/u.exec(written)?.[0] ?? "";
  const last = /\d+$/u.exec(written)?.[0] ?? "";
  const before = written.slice(0, written.length - last.length);
  if (before === "") return [{ series: "", value: Number(last) }];
  return [
    { series: `${before}#`, value: Number(last) },
    { series: `#${written.slice(first.length)}`, value: Number(first) },
  ];
}

/** The longest run of numbers that go up by one. */
function longestCount(found: readonly Numbered[]): Numbered[] {
  let longest: Numbered[] = [];
  for (const [from, first] of found.entries()) {
    for (const { series, value } of first.counts) {
      const run = [first];
      for (const each of found.slice(from + 1, from + 1 + reach)) {
        const next = value + run.length;
        if (each.counts.some((count) => count.series === series && count.value === next))
          run.push(each);
      }
      if (run.length > longest.length) longest = run;
    }
    if (longest.length > found.length / 2) break;
  }
  return longest.length < enough ? [] : longest;
}
