import {
  canonicalJson,
  Decimal,
  firstDay,
  Id,
  lastDay,
  PartialDate,
  Period,
  vocabulary,
} from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { compared } from "./decimal.ts";
import { kept } from "./kept.ts";
import { Direction, Measure } from "./measure.ts";
import { Code, MissionAccess } from "./mission.ts";

/** The name of a part, such as women: short enough for an index. */
export const Category = z.string().trim().min(1).max(100, "Use at most 100 letters.");

/** A way in which figures are to be told apart, such as by sex, and into which parts. */
export const Expected = z.object({
  dimension: Code,
  categories: z.array(Category).min(1),
});
export type Expected = Readonly<z.infer<typeof Expected>>;

/** The part of the whole that a figure is of, by dimension: `{ sex: "women" }`. */
export const Dimensions = z
  .record(Code, Category)
  .refine((parts) => Object.keys(parts).length <= 3, "Use at most three dimensions.");
export type Dimensions = Readonly<z.infer<typeof Dimensions>>;

/** Something that is counted again and again in the same way. */
export const Indicator = z.object({
  id: Id,
  mission: Id,
  position: z.int().positive(),
  code: Code,
  title: z.string().min(1),
  definition: z.string().min(1),
  unit: z.string().min(1),
  measure: Measure,
  /** Which way is better; null where nobody says. */
  direction: Direction.nullable(),
  publisher: z.string().min(1),
  note: z.string().min(1).nullable(),
  /** Into which parts its figures are to be told apart (INV-C23). */
  expected: z.array(Expected),
  /** When its last figure was published; null where it goes on, or nobody says. */
  ended: PartialDate.nullable(),
  /** The one that goes on in its place, by another publisher or on another basis. */
  successor: Id.nullable(),
  access: MissionAccess,
});
export type Indicator = Readonly<z.infer<typeof Indicator>>;

/** What became of a figure. */
export const ObservationStatus = vocabulary(
  "ObservationStatus",
  "What became of a figure after its publisher gave it.",
  {
    published: "Stands as it was published.",
    partial: "Covers less than its period or its area says.",
    superseded: "A later figure took its place.",
    revised: "Takes the place of an earlier figure.",
    corrected: "Corrects a mistake in an earlier figure.",
    withdrawn: "Was taken back by its publisher.",
  },
);
export type ObservationStatus = z.infer<typeof ObservationStatus>;

/** How exactly a figure was given. */
export const Hedge = vocabulary("Hedge", "The hedge with which a source gives a figure.", {
  "more-than": "The source says that it is more.",
  "at-least": "The source says that it is so much or more.",
  about: "The source says that it is about so much.",
  "at-most": "The source says that it is so much or less.",
  "less-than": "The source says that it is less.",
});
export type Hedge = z.infer<typeof Hedge>;

/** Between which values the truth lies, as whoever estimated the figure says. */
export const Interval = z
  .object({ low: Decimal, high: Decimal, level: z.string().min(1).nullable() })
  .refine(({ low, high }) => compared(low, high) <= 0, {
    message: "The lower end is not above the upper one.",
    path: ["high"],
  });
export type Interval = Readonly<z.infer<typeof Interval>>;

/** The period of a figure, whose start and end are known. */
export const ObservedPeriod = Period.safeExtend({ start: PartialDate, end: PartialDate });
export type ObservedPeriod = Readonly<z.infer<typeof ObservedPeriod>>;

/** One figure for one period. A figure that replaces another stands beside it as the next `vintage`, counted from 1. */
export const Observation = z.object({
  ...kept,
  indicator: Id,
  period: ObservedPeriod,
  value: Decimal,
  /** Left out where it is of the whole. */
  dimensions: Dimensions.optional(),
  /** Left out where its source gives it as it is. */
  hedge: Hedge.optional(),
  /** Left out where it is counted and not estimated, or its source gives none. */
  interval: Interval.optional(),
  /** That its source repeats what somebody else has counted. */
  secondHand: z.literal(true).optional(),
  status: ObservationStatus,
  publishedOn: PartialDate.nullable(),
  vintage: z.int().positive(),
  /** Worked out from other figures of its source, and not printed there itself. */
  derived: z.boolean(),
  note: z.string().min(1).nullable(),
  source: Citation,
  /** Why it was replaced or taken back, where somebody says so. */
  reason: z.string().min(1).nullable(),
});
export type Observation = Readonly<z.infer<typeof Observation>>;

type Figure = Pick<
  Observation,
  "indicator" | "period" | "dimensions" | "vintage" | "status" | "publishedOn"
>;

/** INV-C11: for every period of every indicator its latest vintage that was not withdrawn, in the order of the periods. */
export const currentOf = <Row extends Figure>(figures: readonly Row[]): Row[] =>
  latestOf(figures.filter(({ status }) => status !== "withdrawn"));

/**
 * INV-C11: the figures as they stood at the end of a day, whatever became of them later. Left out is what cannot be
 * said to have been published by then: a figure of "July" is there from August.
 */
export const asAt = <Row extends Figure>(figures: readonly Row[], day: string): Row[] =>
  latestOf(figures.filter(({ publishedOn }) => publishedOn !== null && isBy(publishedOn, day)));

const isBy = (published: PartialDate, day: string) =>
  published.length === 10 ? published <= day : lastDay(published) < day;

/** Figures in the order of their periods, and of their vintages within one. */
export const byPeriod = <Row extends Pick<Figure, "period" | "vintage">>(
  figures: readonly Row[],
): Row[] =>
  figures.toSorted(
    (one, other) =>
      compareKeys(placeOf(one.period), placeOf(other.period)) || one.vintage - other.vintage,
  );

const placeOf = ({ start, end }: ObservedPeriod) => lastDay(end) + firstDay(start);
const compareKeys = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

function latestOf<Row extends Figure>(figures: readonly Row[]): Row[] {
  const latest = new Map<string, Row>();
  for (const figure of figures) {
    const key = [figure.indicator, figureKey(figure)].join(" ");
    const seen = latest.get(key);
    if (seen === undefined || seen.vintage < figure.vintage) latest.set(key, figure);
  }
  return byPeriod([...latest.values()]);
}

/** Two figures with the same key are of the same part for the same days. */
export const figureKey = ({
  period,
  dimensions = {},
}: Pick<Figure, "period" | "dimensions">): string =>
  `${periodKey(period)} ${canonicalJson(dimensions)}`;

/** INV-C23: into which parts figures were to be told apart, and no figure that stands is of. */
export const missingParts = (
  expected: readonly Expected[],
  figures: readonly Pick<Observation, "dimensions">[],
): { readonly dimension: string; readonly category: string }[] =>
  expected.flatMap(({ dimension, categories }) =>
    categories
      .filter((category) => !figures.some(({ dimensions }) => dimensions?.[dimension] === category))
      .map((category) => ({ dimension, category })),
  );

/** Two figures with the same key are about the same days, such as 2024 and January to December 2024. */
export const periodKey = ({ start, end }: ObservedPeriod): string =>
  `${firstDay(start)}/${lastDay(end)}`;
