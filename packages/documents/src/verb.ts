import { keepersOf, verbsOf } from "@remit/kernel";
import { Fact } from "./fact.ts";

const parties = keepersOf(({ group }: Fact) => group);

const refusals = {
  CAPACITY_UNKNOWN: "A capacity is one of the words that the record has for it.",
  CORRECTION_SAME: "A correction says something else than what was read.",
  FACT_IN_USE: "Something in the record speaks of what the fact has made.",
  FACT_SUPERSEDED: "The document of the fact has given way to another, which does not say it.",
  MINUTES_CIRCULATED:
    "Minutes that are circulated change by a correction, or once they are recalled.",
} as const;

export const factNoun = {
  name: "Fact",
  schema: Fact,
  parties,
  refusals,
};

/** Makes a verb of facts. */
export const factVerb = verbsOf<Fact, keyof typeof parties, object, keyof typeof refusals>(
  factNoun,
);
