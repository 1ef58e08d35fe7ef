import {
  type AnyMaker,
  type AnySaying,
  type AnyVerb,
  inputOf,
  makerInputOf,
  type Outcome,
  type Subject as Thing,
} from "@remit/kernel";
import type { Tx } from "./database.ts";
import type { Directory, Keeping, Request } from "./keeping.ts";
import { make, perform } from "./perform.ts";

/** The verbs of a noun, and how things of it are kept. */
export interface VerbSet<Subject extends Thing, Facts> {
  readonly verbs: readonly AnyVerb<Subject>[];
  readonly makers: readonly AnyMaker<Subject>[];
  readonly keeping: Keeping<Subject, Facts>;
}

/** A verb that can be done, whatever its noun: what the graph and the command line are made of. */
export interface Command extends AnySaying {
  readonly noun: string;
  /** All that it is told, the id of what it changes included. */
  readonly told: AnySaying["input"];
  readonly run: (
    tx: Tx,
    given: unknown,
    doing: { readonly directory: Directory; readonly request: Request },
  ) => Promise<Outcome<Thing>>;
}

/** Every verb of a noun as a command: those that make a thing first. */
export function commandsOf<Subject extends Thing, Facts>({
  verbs,
  makers,
  keeping,
}: VerbSet<Subject, Facts>): Command[] {
  const noun = keeping.noun.name;
  return [
    ...makers.map((maker): Command => ({
      ...maker,
      noun,
      told: makerInputOf(maker.input.shape),
      run: (tx, given, doing) => make(tx, maker, given, { keeping, ...doing }),
    })),
    ...verbs.map((verb): Command => ({
      ...verb,
      noun,
      told: inputOf(noun, verb.input.shape),
      run: (tx, given, doing) => perform(tx, verb, given, { keeping, ...doing }),
    })),
  ];
}
