import { html, type Html } from "./parts.ts";

/** A figure of a series, in its place in time. */
export interface Figure {
  /** The first day of its period, as much of it as is known. */
  readonly start: string;
  readonly value: number;
  /** Its period in words, and the value as it is written. */
  readonly label: string;
  readonly text: string;
}

const [width, height, foot, head] = [700, 240, 24, 24] as const;

/** Bars over time, from nought. Says in words what it shows; the figures themselves belong in a table beside it. */
export function chart(id: string, title: string, figures: readonly Figure[]): Html {
  const [first] = figures;
  const last = figures.at(-1);
  if (first === undefined || last === undefined || figures.length < 2) return html``;
  const top = figures.reduce((most, each) => (each.value > most.value ? each : most), first);
  if (top.value <= 0 || figures.some(({ value }) => value < 0)) return html``;
  const at = figures.map(({ start }) => yearsOf(start));
  const [from, to] = [Math.min(...at), Math.max(...at)];
  const gaps = at.slice(1).map((each, index) => each - (at[index] ?? each));
  const step = Math.max(Math.min(...gaps.filter((gap) => gap > 0)), 0.01);
  const scale = width / (to - from + step);
  const roof = (index: number) =>
    height - foot - ((figures[index]?.value ?? 0) / top.value) * (height - head - foot);
  const left = (index: number) => ((at[index] ?? from) - from) * scale;
  const bars = figures.map(
    (_, index) =>
      html`<rect x="${round(left(index))}" y="${round(roof(index))}" width="${round(step * scale * 0.8)}" height="${round(height - foot - roof(index))}"/>`,
  );
  // Its own number stands over the highest bar alone: over others it would be taken for a neighbour's.
  const peak = figures.indexOf(top);
  const middle = Math.min(Math.max(left(peak) + step * scale * 0.4, 24), width - 24);
  const words = `From ${first.text} in ${first.label} to ${last.text} in ${last.label}. The highest is ${top.text}, in ${top.label}.`;
  return html`<svg class="site-chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-words">
<title id="${id}-title">${title}</title><desc id="${id}-words">${words}</desc>
<line x1="0" y1="${height - foot}" x2="${width}" y2="${height - foot}"/>
${bars}
<text x="${round(middle)}" y="${round(roof(peak) - 6)}" text-anchor="middle">${top.text}</text>
<text x="0" y="${height - 6}">${first.label}: ${first.text}</text><text x="${width}" y="${height - 6}" text-anchor="end">${last.label}: ${last.text}</text>
</svg>
<p class="site-source">${words}</p>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A day as years and a part of one. */
function yearsOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}
