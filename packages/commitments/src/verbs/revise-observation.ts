import { keepers, Refusal, Stepped } from "@remit/kernel";
import * as z from "zod";
import type { Observation } from "../indicator.ts";
import { reason } from "../input.ts";
import { observationVerb } from "../verb.ts";
import { figure, howKnown } from "./record-observation.ts";
import { assertHappened } from "../within.ts";

const standing = ["published", "partial", "revised", "corrected"] as const;

/** Another figure takes its place, as the next vintage (INV-C11). */
export const reviseObservation = observationVerb("revise", {
  says: "Puts another figure in the place of one; the one that was replaced stays as an earlier vintage.",
  from: standing,
  to: "superseded",
  by: keepers,
  input: {
    ...figure,
    corrects: z
      .boolean()
      .optional()
      .describe("True: the figure before was a mistake, and not only provisional."),
    ...reason,
  },
  needs: ["newId", "vintages"],
  refuses: ["INV-C11"],
  step: (before: Observation, said) => {
    const { value, source, vintages, newId, by, on, reason } = said;
    assertHappened(said.publishedOn, on, "publishedOn");
    const { hedge: _hedge, interval: _interval, secondHand: _second, ...same } = before;
    const next: Observation = {
      ...same,
      ...howKnown(said),
      id: newId(),
      version: 1,
      made: { by, on },
      value,
      status: said.corrects === true ? "corrected" : "revised",
      publishedOn: said.publishedOn ?? null,
      vintage: Math.max(...vintages.map(({ vintage }) => vintage)) + 1,
      derived: false,
      note: said.note ?? null,
      source,
      reason: null,
    };
    if (
      vintages.some(({ vintage, status }) => vintage > before.vintage && status !== "withdrawn")
    ) {
      const message = "A later figure stands for these days: revise that one.";
      throw new Refusal("INV-C11", message, { path: ["id"] });
    }
    return new Stepped<Observation>({ reason }, { made: [next] });
  },
});

/** Its publisher takes it back; the vintage before it stands again, if there is one. */
export const withdrawObservation = observationVerb("withdraw", {
  says: "Records that a publisher took a figure back; an earlier one of the same days stands again.",
  from: standing,
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, { reason }) => ({ reason }),
});
