import { Decimal, keepers, Note, PartialDate, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { Hedge, type Observation } from "../indicator.ts";
import {
  CitationInput,
  DimensionInput,
  dimensionsOf,
  IntervalInput,
  ObservedPeriodInput,
} from "../input.ts";
import { observationMaker } from "../verb.ts";
import { assertHappened, begunIn } from "../within.ts";

/** What is said of any figure. */
export const figure = {
  value: Decimal.describe("The figure as text, in the unit of its indicator."),
  publishedOn: PartialDate.optional().describe("When the figure was published."),
  note: Note.optional().describe("What a reader should know of the figure."),
  hedge: Hedge.optional().describe("The hedge with which its source gives it; none if left out."),
  interval: IntervalInput.optional().describe("Between which values it lies, if it is estimated."),
  secondHand: z
    .literal(true)
    .optional()
    .describe("True: its source repeats what somebody else has counted."),
  source: CitationInput.describe("The publication that gives the figure."),
};

/** What is said of a figure and left out of its record where it is not. */
export const howKnown = ({
  hedge,
  interval,
  secondHand,
}: Pick<Observation, "hedge" | "interval" | "secondHand">) => ({
  ...(hedge === undefined ? {} : { hedge }),
  ...(interval === undefined ? {} : { interval }),
  ...(secondHand === undefined ? {} : { secondHand }),
});

/** The first figure of a period. */
export const recordObservation = observationMaker("record", {
  says: "Records the figure of an indicator for a period that has none that stands.",
  by: keepers,
  within: "indicator",
  input: {
    indicator: refTo("Indicator").describe("The id of the indicator that it is a figure of."),
    period: ObservedPeriodInput.describe("The time of which the figure tells."),
    ...figure,
    dimensions: z
      .array(DimensionInput)
      .refine((parts) => new Set(parts.map((part) => part.dimension)).size === parts.length, {
        error: "Give each dimension once.",
      })
      .max(3)
      .optional()
      .describe("The part of the whole that it is of; the whole if left out."),
    partial: z
      .boolean()
      .optional()
      .describe("True: the figure covers less than its period or its area says."),
    derived: z
      .boolean()
      .optional()
      .describe("True: it was worked out from figures of its source, and is not printed there."),
  },
  needs: ["newId", "vintages", "place"],
  refuses: ["INV-C11"],
  step: (said) => {
    const { indicator, period, value, source, vintages, place } = said;
    assertHappened(said.publishedOn, said.on, "publishedOn");
    const parts = dimensionsOf(said.dimensions);
    if (vintages.some(({ status }) => status !== "withdrawn")) {
      const message = "There is a figure of these days already: revise it instead.";
      throw new Refusal("INV-C11", message, { path: ["period"] });
    }
    return {
      ...begunIn(indicator, said),
      indicator: indicator.id,
      position: place.position,
      period,
      value,
      ...(parts === undefined ? {} : { dimensions: parts }),
      ...howKnown(said),
      status: said.partial === true ? "partial" : "published",
      publishedOn: said.publishedOn ?? null,
      vintage: vintages.length + 1,
      derived: said.derived ?? false,
      note: said.note ?? null,
      source,
      reason: null,
    };
  },
});
