import { type Actor, type GroupRole, hasRole } from "./actor.ts";
import { readInput } from "./issue.ts";
import { notPermitted, roleWords } from "./party.ts";
import type { Id } from "./ref.ts";
import type { Refusal } from "./refusal.ts";
import {
  type AnySaying,
  type Given,
  type Said,
  saidBy,
  type Saying,
  type Shape,
} from "./saying.ts";
import { saidSchema } from "./said.ts";
import type { Noun, Outcome, Subject } from "./verb.ts";

/** How a verb is said that makes a thing. */
export interface Making<
  Thing extends Subject,
  Facts,
  Input extends Shape,
  Need extends keyof Facts,
  Code extends string,
> extends Saying<Input, Need, Code> {
  /** What somebody has to be to the group in which the thing begins. */
  readonly by: readonly GroupRole[];
  /** The member of its input that points at what it begins in, whose group, access and calendar it takes. */
  readonly within: keyof Input & string;
  readonly step: (said: Said<Input, Facts, Need>) => Thing;
}

/** A verb that makes a thing, whatever it is told. */
export interface AnyMaker<Thing extends Subject> extends AnySaying {
  readonly within: string;
  /** Why it is not the caller's to do it in a group; null where it is. */
  refusal(caller: Actor, group: Id): Refusal | null;
  outcome(said: object): Outcome<Thing>;
  /** The same of words that were read by their schemas before. */
  apply(said: object): Outcome<Thing>;
}

/** A verb that makes a thing, as a pure function. */
export interface Maker<Thing extends Subject, Said extends object> extends AnyMaker<Thing> {
  (said: Said): Thing;
  outcome(said: Said): Outcome<Thing>;
}

/** Gives the function by which the verbs that make things of a noun are made. */
export function makersOf<Thing extends Subject, Facts = object, Code extends string = never>(
  noun: Pick<Noun<Thing, string, Code>, "name" | "refusals">,
) {
  return function maker<Input extends Shape, Need extends keyof (Facts & Given) & string = never>(
    title: string,
    saying: Making<Thing, Facts & Given, Input, Need, Code>,
  ): Maker<Thing, Said<Input, Facts & Given, Need>> {
    const { by, within, step } = saying;
    const whose = by.map((role) => roleWords[role]);
    const told = saidSchema(saying.input, saying.needs ?? []);
    const apply = (said: Said<Input, Facts & Given, Need>): Outcome<Thing> => ({
      subject: step(said),
      changed: [],
      made: [],
    });
    const outcome = (said: Said<Input, Facts & Given, Need>) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the schemas from which the type follows
      apply(readInput(told, said) as unknown as typeof said);
    const callable = (said: Said<Input, Facts & Given, Need>) => outcome(said).subject;
    return Object.assign(callable, {
      ...saidBy(title, noun, saying, whose),
      within,
      refusal: (caller: Actor, group: Id) =>
        caller.administrator || hasRole(caller, group, ...by) ? null : notPermitted(title, whose),
      apply,
      outcome,
    });
  };
}
