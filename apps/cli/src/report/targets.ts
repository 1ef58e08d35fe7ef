import { lastDay } from "@remit/kernel";
import type { AskedMission, AskedTarget, Figure, Meaning } from "./ask.ts";
import type { Block } from "@remit/documents/write";
import { type Charted, chartInWords, chartOf } from "./chart.ts";
import { citation, heading, hedged, suretyOf, text, timeOf } from "./words.ts";

/** Of which time a report tells. */
export interface Covered {
  readonly from: string;
  readonly to: string;
}

/** The figures of the whole that a report of the time can know, in the order of their periods. */
const figuresBy = (figures: readonly Figure[], to: string): Figure[] =>
  figures.filter(
    ({ current, dimensions, period: { end } }) =>
      current && dimensions.length === 0 && end !== null && lastDay(end) <= lastDay(to),
  );

/** The targets of a mission with what they ask for, and their figures up to the end of the time. */
export function targetSections(
  { commitments }: AskedMission,
  { to }: Covered,
  meaning: Meaning,
): Block[] {
  const all = commitments.flatMap((commitment) => commitment.targets);
  if (all.length === 0) return [heading(2, "Targets"), text("No target is recorded.")];
  return [
    heading(2, "Targets"),
    {
      kind: "table",
      caption: `Targets, with the latest figure by ${to}`,
      head: [
        "Target",
        "Starts from",
        "Asks for",
        "By",
        "Latest figure",
        "Part of the way, by the latest figure recorded",
        "How it stands",
      ],
      rows: all.map((target) => [
        target.statement,
        amountOf(target.baseline),
        target.required.is === "ExactQuantity"
          ? `${target.required.value} ${target.required.unit}`
          : `not to be worked out: ${meaning("NotComputableReason", target.required.reason)}`,
        timeOf(target.by),
        latestOf(target, to),
        target.progress?.way.is === "ProgressShare"
          ? `${target.progress.way.share} (${target.progress.way.method})`
          : "not to be worked out",
        meaning("TargetStatus", target.status),
      ]),
    },
    ...all.flatMap((target) => chartsOf(target, to)),
  ];
}

const amountOf = (baseline: AskedTarget["baseline"]) =>
  baseline === null
    ? "not stated"
    : baseline.is === "ExactQuantity"
      ? `${baseline.value} ${baseline.unit}`
      : baseline.text;

function latestOf({ indicator }: AskedTarget, to: string): string {
  if (indicator === null) return "measured by no series";
  const latest = figuresBy(indicator.observations, to).at(-1);
  return latest === undefined
    ? "no figure"
    : `${hedged(latest)} ${indicator.unit} (${timeOf(latest.period)})${suretyOf(latest)}`;
}

function chartsOf({ indicator, required }: AskedTarget, to: string): Block[] {
  const figures = indicator === null ? [] : figuresBy(indicator.observations, to);
  if (indicator === null || figures.length === 0) return [];
  const isSameUnit = required.is === "ExactQuantity" && required.unit === indicator.unit;
  const charted: Charted = {
    title: indicator.title,
    unit: indicator.unit,
    bars: figures.map((figure) => ({
      label: figure.period.label ?? timeOf(figure.period),
      value: figure.value,
      says: hedged(figure),
    })),
    target: isSameUnit ? required.value : null,
  };
  return [
    {
      kind: "chart",
      title: charted.title,
      says: chartInWords(charted),
      svg: chartOf(charted),
    },
    {
      kind: "table",
      caption: `${indicator.title}, ${indicator.unit}`,
      head: ["Time", "Figure", "Published", "Source"],
      rows: figures.map((figure) => [
        timeOf(figure.period),
        `${hedged(figure)}${suretyOf(figure)}`,
        figure.publishedOn ?? "not stated",
        citation(figure.source),
      ]),
    },
  ];
}
