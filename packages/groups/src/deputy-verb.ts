import { type Id, keepersOf, makersOf, verbsOf } from "@remit/kernel";
import { DeputyNomination, type Standing } from "./deputy.ts";

/** What verbs of nominations have to be told of other records. */
export interface DeputyFacts {
  /** Who the member is, and when. */
  readonly members: readonly Standing[];
  /** Who holds the post that is named, and when; nobody where none is. */
  readonly holders: readonly Standing[];
  /** Whether the terms of reference in force at the time allow deputies; null where they do not say. */
  readonly deputiesAllowed: boolean | null;
}

const groupOf = ({ group }: DeputyNomination): Id => group;

export const deputyNoun = {
  name: "DeputyNomination",
  schema: DeputyNomination,
  refusals: {
    TERM_REVERSED: "The nomination would end before it begins.",
    DEPUTIES_NOT_ALLOWED: "The terms of reference in force at the time allow no deputies.",
    "INV-G8": "The deputy would be the member themselves.",
  },
  parties: keepersOf(groupOf),
};

/** Makes a verb of nominations. */
export const deputyVerb = verbsOf<
  DeputyNomination,
  keyof typeof deputyNoun.parties,
  DeputyFacts,
  keyof typeof deputyNoun.refusals
>(deputyNoun);

/** Makes a verb by which a deputy is named. */
export const deputyMaker = makersOf<
  DeputyNomination,
  DeputyFacts,
  keyof typeof deputyNoun.refusals
>(deputyNoun);
