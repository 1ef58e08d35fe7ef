import * as z from "zod";
import type { Actor } from "./actor.ts";
import type { Day } from "./day.ts";
import { type Move, moveRefusal } from "./moves.ts";
import type { AgentRef, Id } from "./ref.ts";
import { Refusal } from "./refusal.ts";

/** What every subject of a verb has: an id, a version that goes up by one with every accepted verb, and a status. */
export interface Subject {
  readonly id: Id;
  readonly version: number;
  readonly status: string;
}

/** Who says or does something, and on which day of the group's calendar. */
export interface Stamp {
  readonly by: AgentRef;
  readonly on: Day;
}

/** What every step may ask for beside the facts of its package. */
export interface Given {
  readonly caller: Actor;
  /** An id for whatever is made. */
  readonly newId: () => Id;
}

/** What somebody has to be to a thing: how a sentence names them, and how it is asked. */
export interface Party<Thing> {
  readonly words: string;
  readonly includes: (caller: Actor, thing: Thing) => boolean;
}

/** A kind of subject, as far as its verbs have to know it. */
export interface Noun<Thing extends Subject, PartyName extends string = string> {
  /** Its type in the graph and in the journal, such as `Action`. */
  readonly name: string;
  readonly schema: z.ZodType<Thing>;
  readonly parties: Readonly<Record<PartyName, Party<Thing>>>;
}

/** What a verb made: the subject as it is now, others that changed with it, and new ones. */
export interface Outcome<Thing> {
  readonly subject: Thing;
  readonly changed: readonly { readonly before: Thing; readonly after: Thing }[];
  readonly made: readonly Thing[];
}
type Also<Thing> = Partial<Omit<Outcome<Thing>, "subject">>;

/** A step's facts, together with other things that it changes or makes. */
export class Stepped<Thing> {
  readonly facts: object;
  readonly also: Also<Thing>;

  constructor(facts: object, also: Also<Thing> = {}) {
    this.facts = facts;
    this.also = also;
  }
}

export type Shape = z.core.$ZodLooseShape;
type Told<Input extends Shape> = z.output<z.ZodObject<Input>>;
/** All that a verb is told: its input, by whom and on which day, and what it needs to know beside. */
type Said<Input extends Shape, Facts, Need extends keyof Facts> = Readonly<
  Told<Input> & Stamp & Pick<Facts, Need>
>;
type Among<Thing extends Subject, Status> = Extract<Thing, { readonly status: Status }>;

/** How a verb is said. The names, descriptions and bounds of its input stand here and nowhere else. */
export interface Saying<
  Thing extends Subject,
  PartyName extends string,
  Facts,
  From extends Thing["status"],
  Input extends Shape,
  Need extends keyof Facts,
> extends Move<Thing["status"]> {
  /** What it does, as a sentence. */
  readonly says: string;
  readonly from: readonly From[];
  readonly by: readonly PartyName[];
  readonly input: Input;
  /** The name of its mutation, where that is not its own name and its noun's. */
  readonly mutation?: string;
  /** The codes of the refusals that are its own. */
  readonly refuses?: readonly string[];
  /** What it has to be told of other records. */
  readonly needs?: readonly Need[];
  /** Why it cannot be done to a thing in one of these states, whoever does it. */
  readonly guard?: (thing: Thing) => Refusal | null;
  /** The facts that it adds to the thing; where it leads to one of several states, they say to which. */
  readonly step: (thing: Among<Thing, From>, said: Said<Input, Facts, Need>) => object;
}

/** A verb of a noun, whatever it is told: what other surfaces derive from. */
export interface AnyVerb<Thing extends Subject> extends Move<Thing["status"]> {
  readonly title: string;
  readonly says: string;
  readonly mutation: string;
  readonly input: z.ZodObject;
  readonly needs: readonly string[];
  readonly by: readonly string[];
  readonly refuses: readonly string[];
  /** Why the caller may not do it to a thing as it stands; null where they may. */
  refusal(caller: Actor, thing: Thing): Refusal | null;
  /** All that it makes. A method, since what it is told is known only to itself. */
  outcome(thing: Thing, said: object): Outcome<Thing>;
}

/** A verb: a pure function from a thing to what becomes of it. */
export interface Verb<
  Thing extends Subject,
  Input extends Shape,
  Said extends object,
> extends AnyVerb<Thing> {
  (thing: Thing, said: Said): Thing;
  outcome(thing: Thing, said: Said): Outcome<Thing>;
  readonly input: z.ZodObject<Input>;
}

/** Gives the function by which the verbs of a noun are made. `Facts` names what a step may be told of other records. */
export function verbsOf<Thing extends Subject, PartyName extends string, Facts = object>(
  noun: Noun<Thing, PartyName>,
) {
  return function verb<
    const From extends Thing["status"],
    Input extends Shape,
    Need extends keyof (Facts & Given) & string = never,
  >(
    title: string,
    saying: Saying<Thing, PartyName, Facts & Given, From, Input, Need>,
  ): Verb<Thing, Input, Said<Input, Facts & Given, Need>> {
    const { says, from, to, by, guard, needs = [], refuses = [] } = saying;
    const moves = { [title]: { from, to } };
    const barrier = (thing: Thing) =>
      moveRefusal(moves, title, thing.status) ?? guard?.(thing) ?? null;
    const outcome = (thing: Thing, said: Said<Input, Facts & Given, Need>): Outcome<Thing> => {
      const refusal = barrier(thing);
      if (refusal !== null) throw refusal;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the barrier lets only these states through
      const stepped = saying.step(thing as Among<Thing, From>, said);
      const { facts, also } = stepped instanceof Stepped ? stepped : new Stepped<Thing>(stepped);
      const status = typeof to === "string" && to !== "same" ? to : thing.status;
      // Parsing drops what belongs to the status that is left.
      const subject = noun.schema.parse({ ...thing, status, ...facts, version: thing.version + 1 });
      return { changed: [], made: [], ...also, subject };
    };
    const isAllowed = (caller: Actor, thing: Thing) =>
      caller.administrator || by.some((name) => noun.parties[name].includes(caller, thing));
    const callable = (...given: Parameters<typeof outcome>) => outcome(...given).subject;
    return Object.assign(callable, {
      outcome,
      title,
      says,
      from,
      to,
      by,
      needs,
      refuses,
      mutation: saying.mutation ?? `${title}${noun.name}`,
      input: z.strictObject(saying.input),
      refusal: (caller: Actor, thing: Thing) =>
        isAllowed(caller, thing)
          ? barrier(thing)
          : notPermitted(
              title,
              by.map((name) => noun.parties[name].words),
            ),
    });
  };
}

function notPermitted(verb: string, who: readonly string[]): Refusal {
  const listed = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(who);
  return new Refusal("NOT_PERMITTED", `Only ${listed} may do this.`, { params: { verb, who } });
}
