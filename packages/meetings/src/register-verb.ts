import { type AgentRef, type Day, type Id, keepersOf, makersOf, verbsOf } from "@remit/kernel";
import { refusals } from "./refusals.ts";
import { RegisteredDecision } from "./registered.ts";
import { Undertaking } from "./undertaking.ts";

/** What verbs of undertakings have to be told of other records. */
export interface UndertakingFacts {
  /** What was said, and whoever said it, in their order. */
  readonly sentence: {
    readonly heldOn: Day;
    readonly text: string;
    readonly speakers: readonly AgentRef[];
  };
}

/** What verbs of the register of decisions have to be told of other records. */
export interface RegisterFacts {
  /** The decision as it stands, and whether it is in the register already. */
  readonly decided: { readonly heldOn: Day; readonly text: string; readonly isThere: boolean };
}

const parties = keepersOf(({ group }: { readonly group: Id }): Id => group);
type PartyName = keyof typeof parties;
type Code = keyof typeof refusals;

export const undertakingNoun = { name: "Undertaking", schema: Undertaking, refusals, parties };
export const undertakingVerb = verbsOf<Undertaking, PartyName, UndertakingFacts, Code>(
  undertakingNoun,
);
export const undertakingMaker = makersOf<Undertaking, UndertakingFacts, Code>(undertakingNoun);

export const registeredNoun = {
  name: "RegisteredDecision",
  schema: RegisteredDecision,
  refusals,
  parties,
};
export const registeredVerb = verbsOf<RegisteredDecision, PartyName, RegisterFacts, Code>(
  registeredNoun,
);
export const registeredMaker = makersOf<RegisteredDecision, RegisterFacts, Code>(registeredNoun);
