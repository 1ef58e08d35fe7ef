import type { Row } from "./row.ts";

const pageNumber =
  /^[-–—|\s]*(?:page\s*\|?\s*)?(?<page>\d{1,3})(?:\s*(?:of|\/|\|)\s*\d{1,3})?[-–—|\s]*$/iu;
const sureNumber = /^(?:page\s*\|?\s*\d{1,3}|[-–—|\s]*\d{1,3}\s*(?:of|\/)\s*\d{1,3})\b/iu;
/** How far from a page number a running header or footer stands, in lines. */
const reach = 3;
const shortestPage = 12;

/** The offsets of page numbers that count up, and of the lines beside them that come again on every page. */
export function ornamentOf(rows: readonly Row[], source: string): Set<number> {
  const pages = pagesOf(rows, source);
  const found = new Set(pages.map((at) => rows[at]?.at ?? -1));
  if (pages.length < 2) return found;
  const times = new Map<string, number>();
  const near = new Set(
    pages.flatMap((at) => Array.from({ length: 2 * reach + 1 }, (_, step) => at - reach + step)),
  );
  for (const { text } of rows) times.set(keyOf(text), (times.get(keyOf(text)) ?? 0) + 1);
  for (const at of near) {
    const row = rows[at];
    if (
      row !== undefined &&
      row.text.length < 120 &&
      (times.get(keyOf(row.text)) ?? 0) >= pages.length - 1 &&
      (times.get(keyOf(row.text)) ?? 0) > 1
    )
      found.add(row.at);
  }
  return found;
}

const keyOf = (text: string) => text.replaceAll(/\d+/gu, "#").toLowerCase();

/** Lines that are page numbers: they say so, or stand by a page's end and count up by one. */
function pagesOf(rows: readonly Row[], source: string): number[] {
  const numbers = rows.flatMap((row, at) => {
    const page = Number(pageNumber.exec(row.text)?.groups?.["page"] ?? Number.NaN);
    const apart = row.gap > 0 || isBreak(rows[at - 1], source);
    return Number.isNaN(page) || (!apart && !sureNumber.test(row.text))
      ? []
      : [{ at, page, sure: sureNumber.test(row.text) || isBreak(rows[at - 1], source) }];
  });
  const counted = numbers.filter(({ page }, index) => {
    const [before, after] = [numbers[index - 1], numbers[index + 1]];
    const { at } = numbers[index] ?? { at: 0 };
    const follows = before?.page === page - 1 && at - before.at >= shortestPage;
    return follows || (after?.page === page + 1 && after.at - at >= shortestPage);
  });
  const sure = numbers.filter((each) => each.sure);
  const pages = counted.length > 1 && counted.some(({ page }) => page < 3) ? counted : [];
  return [...new Set([...pages, ...sure])]
    .map(({ at }) => at)
    .toSorted((one, other) => one - other);
}

const isBreak = (row: Row | undefined, source: string): boolean =>
  row === undefined ? false : /^[-_]{3,}$/u.test(row.text) || source.startsWith("\f", row.end);
