import { inMarkup } from "@remit/documents/write";

/** A figure of a time. */
export interface Bar {
  readonly label: string;
  /** What the bar is long by. */
  readonly value: string;
  /** The figure as its source gives it, such as "about 13". */
  readonly says: string;
}

/** Figures of one series, with the value that a target asks for, if one is known. */
export interface Charted {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
  readonly target: string | null;
}

const width = 640;
const row = 28;
const left = 150;
const right = 90;

/** The chart in words, for whoever does not see it. */
export const chartInWords = ({ bars, unit, target }: Charted): string =>
  `${bars.map(({ label, says }) => `${label}: ${says}`).join("; ")} (${unit}). ${
    target === null ? "No value is asked for." : `The target is ${target}.`
  }`;

/** Bars with their values written beside them: nothing is said by colour or by length alone. */
export function chartOf(charted: Charted): string {
  const { title, unit, bars, target } = charted;
  const numbers = [...bars.map(({ value }) => value), ...(target === null ? [] : [target])];
  // For drawing alone: what is said is the text.
  const most = Math.max(...numbers.map((value) => Math.abs(Number(value))), 1);
  const long = (value: string) =>
    Math.round((Math.max(0, Number(value)) / most) * (width - left - right));
  const height = (bars.length + (target === null ? 0 : 1)) * row + 16;
  const drawn = bars.map(({ label, value, says }, at) => {
    const y = at * row + 8;
    return `<text x="${left - 8}" y="${y + 15}" text-anchor="end">${inMarkup(label)}</text><rect x="${left}" y="${y}" width="${long(value)}" height="20" fill="#1d4f7c"/><text x="${left + long(value) + 6}" y="${y + 15}">${inMarkup(says)}</text>`;
  });
  const asked =
    target === null
      ? ""
      : `<text x="${left - 8}" y="${bars.length * row + 23}" text-anchor="end">Target</text><rect x="${left}" y="${bars.length * row + 8}" width="${long(target)}" height="20" fill="none" stroke="#1a1a1a" stroke-width="2" stroke-dasharray="6 3"/><text x="${left + long(target) + 6}" y="${bars.length * row + 23}">${inMarkup(target)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="13" fill="#1a1a1a"><title>${inMarkup(title)}, in ${inMarkup(unit)}</title><desc>${inMarkup(chartInWords(charted))}</desc>${drawn.join("")}${asked}</svg>`;
}
