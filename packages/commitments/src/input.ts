import {
  Decimal,
  exactlyOne,
  Note,
  PartialDate,
  Period,
  Quantity,
  withSettled,
} from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { type Dimensions, Interval, ObservedPeriod } from "./indicator.ts";
import { Direction } from "./measure.ts";
import { Code } from "./mission.ts";
import { TargetOperator, TargetSpec } from "./spec.ts";

/** A publication, as a caller cites it. */
export const CitationInput = withSettled(
  z
    .strictObject({
      title: Note.describe("The title of the publication."),
      publisher: Note.optional().describe("Who published it; left out where that is not known."),
      url: z
        .url({
          protocol: /^https?$/u,
          error: "Give an address that begins with https:// or http://.",
        })
        .optional()
        .describe("The address at which it can be read."),
    })
    .transform(({ title, publisher = null, url = null }): Citation => ({ title, publisher, url }))
    .meta({ id: "CitationInput", description: "A publication that is cited as a source." }),
  Citation,
);

/** A time of which either end may not be known. */
export const PeriodInput = withSettled(
  z
    .strictObject({
      start: PartialDate.optional().describe("The first day, month or year of the time."),
      end: PartialDate.optional().describe("The last day, month or year of the time."),
      label: Note.optional().describe("The name of the time, such as this parliament."),
    })
    .transform(({ start = null, end = null, label = null }) => ({ start, end, label }))
    .pipe(Period)
    .meta({ id: "PeriodInput", description: "A time from one day to another." }),
  Period,
);

/** The time of which a figure tells. */
export const ObservedPeriodInput = withSettled(
  z
    .strictObject({
      start: PartialDate.describe("The first day, month or year of the time."),
      end: PartialDate.describe("The last day, month or year of the time."),
      label: Note.optional().describe("The name of the time, such as 2021-22."),
    })
    .transform(({ start, end, label = null }) => ({ start, end, label }))
    .pipe(ObservedPeriod)
    .meta({ id: "ObservedPeriodInput", description: "The time of which a figure tells." }),
  ObservedPeriod,
);

const unit = Note.describe("The unit in which it is counted.");
const value = { value: Decimal.describe("The number, as text."), unit };
const part = (id: string, description: string, shape: z.core.$ZodLooseShape) =>
  z.strictObject(shape).meta({ id, description }).describe(description);

const specShape = {
  absolute: part("AbsoluteTargetInput", "A value that is to be reached.", value),
  relativeChange: part("RelativeTargetInput", "A change by a part of the baseline.", {
    percent: Decimal.describe("The size of the change in per cent, without a sign."),
    direction: Direction.describe("Whether the figure is to grow or to shrink."),
  }),
  absoluteChange: part("ChangeTargetInput", "So many more or fewer than the baseline.", {
    ...value,
    direction: Direction.describe("Whether the figure is to grow or to shrink."),
  }),
  threshold: part("ThresholdTargetInput", "A value that is not to be missed on one side.", {
    operator: TargetOperator.describe("The side of the value on which the target is met."),
    ...value,
  }),
  share: part("ShareTargetInput", "A part of something in per cent.", {
    percent: Decimal.describe("The size of the part in per cent."),
    of: Note.describe("The whole of which it is a part."),
  }),
  coverage: part("CoverageTargetInput", "So many of a number of things, such as areas.", {
    value: Decimal.describe("How many are to be reached."),
    of: Decimal.describe("How many there are in all."),
    unit: Note.describe("The things that are counted."),
  }),
  milestone: Note.describe("Something that is to be done, in words."),
  qualitative: Note.describe("A change that is to come, in words."),
  unspecified: Note.describe("A target without a number, in the words that announced it."),
};

const kinds: Readonly<Record<string, TargetSpec["kind"]>> = {
  relativeChange: "relative-change",
  absoluteChange: "absolute-change",
};

/** What a target asks, as a caller says it. */
export const SpecInput = withSettled(
  exactlyOne(specShape)
    .transform((given): unknown => {
      const [[key, said] = ["", ""]] = Object.entries(given).filter(
        ([, each]) => each !== undefined,
      );
      const facts = typeof said === "string" ? { text: said } : said;
      return { kind: kinds[key] ?? key, ...facts };
    })
    .pipe(TargetSpec)
    .meta({
      id: "TargetSpecInput",
      description: "One way to say what a target asks.",
      minProperties: 1,
      maxProperties: 1,
    }),
  TargetSpec,
);

/** Where a target starts from, as a caller says it. */
export const BaselineInput = withSettled(
  exactlyOne({
    exact: part("BaselineValueInput", "A number with its unit.", value),
    text: Note.describe("The value in words, where there is no number."),
    notStated: z.literal(true).describe("True: nobody says where the target starts from."),
  })
    .transform((given): unknown =>
      given.exact !== undefined
        ? { kind: "exact", ...given.exact }
        : given.text !== undefined
          ? { kind: "qualitative", text: given.text }
          : { kind: "not-stated" },
    )
    .pipe(Quantity)
    .meta({
      id: "BaselineInput",
      description: "One way to say where a target starts from.",
      minProperties: 1,
      maxProperties: 1,
    }),
  Quantity,
);

/** Between which values an estimate lies, as a caller says it. */
export const IntervalInput = withSettled(
  z
    .strictObject({
      low: Decimal.describe("The lower end, as text."),
      high: Decimal.describe("The upper end, as text."),
      level: Note.optional().describe("How sure that is, such as 95% credible interval."),
    })
    .transform(({ low, high, level = null }) => ({ low, high, level }))
    .pipe(Interval)
    .meta({ id: "IntervalInput", description: "Between which values an estimate lies." }),
  Interval,
);

/** The part of the whole that a figure is of, as a caller says it. */
export const DimensionInput = z
  .strictObject({
    dimension: Code.describe("The dimension by which figures are told apart, such as sex."),
    category: Note.max(100).describe("The part that the figure is of, such as women."),
  })
  .meta({ id: "DimensionInput", description: "The part of the whole that a figure is of." });

/** Parts as a record holds them; none for the whole. */
export const dimensionsOf = (
  parts: readonly { readonly dimension: string; readonly category: string }[] = [],
): Dimensions | undefined =>
  parts.length === 0
    ? undefined
    : Object.fromEntries(parts.map(({ dimension, category }) => [dimension, category]));

/** A time of which nothing is said. */
export const noPeriod: Period = { start: null, end: null, label: null };

/** Why something is changed or ends. */
export const reason = { reason: Note.describe("The reason, in a sentence.") };
