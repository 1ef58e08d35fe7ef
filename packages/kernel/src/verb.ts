import * as z from "zod";
import type { Actor } from "./actor.ts";
import { type Move, moveRefusal } from "./moves.ts";
import { readInput } from "./issue.ts";
import { notPermitted, type Party } from "./party.ts";
import type { Id } from "./ref.ts";
import type { Refusal } from "./refusal.ts";
import {
  type AnySaying,
  type Given,
  type Said,
  saidBy,
  type Saying,
  type Shape,
  type Stamp,
  type Told,
} from "./saying.ts";
import { saidSchema } from "./said.ts";

/** What every subject of a verb has: an id, and a version that goes up by one with every verb that changes it. */
export interface Subject {
  readonly id: Id;
  readonly version: number;
  /** Left out by what has no lifecycle. */
  readonly status?: string;
}

/** The states in which a thing may be; none where it has no lifecycle. */
export type StatusOf<Thing extends Subject> = Thing extends { readonly status: infer Status }
  ? Status & string
  : never;

/** A kind of subject, as far as its verbs have to know it. */
export interface Noun<
  Thing extends Subject,
  PartyName extends string = string,
  Code extends string = string,
> {
  /** Its type in the graph and in the journal, such as `Action`. */
  readonly name: string;
  readonly schema: z.ZodType<Thing>;
  readonly parties: Readonly<Record<PartyName, Party<Thing>>>;
  /** Facts that a change of status brings along: what was said of the old one alone. */
  readonly leaves?: (thing: Thing) => object;
  /** What its verbs may be refused with, beside what any verb may: by code, what each means. */
  readonly refusals?: Readonly<Record<Code, string>>;
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

type Among<Thing extends Subject, Status> = [StatusOf<Thing>] extends [never]
  ? Thing
  : Extract<Thing, { readonly status: Status }>;

/** That a verb of what has a lifecycle says from where and to where. */
type Moving<Thing extends Subject> = [StatusOf<Thing>] extends [never]
  ? unknown
  : Move<StatusOf<Thing>>;

/** What is known beside a thing: all that a verb needs where it is done, and what a reader could find out before. */
type Known<Facts, Need extends keyof Facts> = Readonly<Partial<Stamp & Pick<Facts, Need>>>;

/** How a verb is said that changes a thing. The names, descriptions and bounds of its input stand here and nowhere else. */
export interface Changing<
  Thing extends Subject,
  PartyName extends string,
  Facts,
  From extends StatusOf<Thing>,
  Input extends Shape,
  Need extends keyof Facts,
  Code extends string,
>
  extends Saying<Input, Need, Code>, Partial<Move<StatusOf<Thing>>> {
  readonly from?: readonly From[];
  readonly by: readonly PartyName[];
  /** The group by whose calendar it is done and whose meetings agree it, where that is not the thing's own. */
  readonly group?: (thing: Thing) => Id | null;
  /** Why it cannot be done to a thing in one of these states, whoever does it and whatever they say; null where too little is known. */
  readonly guard?: (thing: Thing, known: Known<Facts, NoInfer<Need>>) => Refusal | null;
  /** The members of its input that a caller has to give for this thing, beside those that everybody has to. */
  readonly asks?: (
    caller: Actor,
    thing: Thing,
    known: Known<Facts, NoInfer<Need>>,
  ) => readonly string[];
  /** What a caller means by what they say or leave out. Refuses what they may not say. */
  readonly meant?: (
    thing: Thing,
    told: Readonly<Told<Input> & Stamp>,
    caller: Actor,
  ) => Partial<Told<Input>>;
  /** The facts that it adds to the thing, or null where all is so already; where it leads to one of several states, they say to which. */
  readonly step: (thing: Among<Thing, From>, said: Said<Input, Facts, Need>) => object | null;
}

/** A verb of a noun, whatever it is told: what other surfaces derive from. */
export interface AnyVerb<Thing extends Subject> extends AnySaying, Move<StatusOf<Thing>> {
  readonly by: readonly string[];
  group(thing: Thing): Id | null;
  /** Whether it is the caller's to do it to a thing, whatever its status. */
  allows(caller: Actor, thing: Thing): boolean;
  /** Why it cannot be done to a thing as it and what is known beside stand, whoever does it; null where it can. */
  barrier(thing: Thing, known?: object): Refusal | null;
  /** Why the caller may not do it to a thing as it and what is known beside stand; null where they may. */
  refusal(caller: Actor, thing: Thing, known?: object): Refusal | null;
  /** The members of its input that a caller has to give for a thing as it and what is known beside stand. */
  asks(caller: Actor, thing: Thing, known?: object): readonly string[];
  meant(thing: Thing, told: object, caller: Actor): object;
  /** All that it makes. A method, since what it is told is known only to itself. */
  outcome(thing: Thing, said: object): Outcome<Thing>;
  /** The same of a thing and of words that were read by their schemas before. */
  apply(thing: Thing, said: object): Outcome<Thing>;
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
export function verbsOf<
  Thing extends Subject,
  PartyName extends string,
  Facts = object,
  Code extends string = never,
>(noun: Noun<Thing, PartyName, Code>) {
  const moves: Record<string, Move<StatusOf<Thing>>> = {};
  return function verb<
    const From extends StatusOf<Thing>,
    Input extends Shape,
    Need extends keyof (Facts & Given) & string = never,
  >(
    title: string,
    saying: Changing<Thing, PartyName, Facts & Given, From, Input, Need, Code> & Moving<Thing>,
  ): Verb<Thing, Input, Said<Input, Facts & Given, Need>> {
    const { from = [], to = "same", by, guard } = saying;
    moves[title] = { from, to };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each of its members may be left out
    const nothing = {} as Known<Facts & Given, Need>;
    const barrier = (thing: Thing, known = nothing) =>
      (thing.status === undefined ? null : moveRefusal(moves, title, thing.status)) ??
      guard?.(thing, known) ??
      null;
    const told = saidSchema(saying.input, saying.needs ?? []);
    const apply = (thing: Thing, said: Said<Input, Facts & Given, Need>): Outcome<Thing> => {
      const refusal = barrier(thing, said);
      if (refusal !== null) throw refusal;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the barrier lets only these states through
      const stepped = saying.step(thing as Among<Thing, From>, said);
      if (stepped === null) return { subject: thing, changed: [], made: [] };
      const { facts, also } = stepped instanceof Stepped ? stepped : new Stepped<Thing>(stepped);
      const moved = typeof to === "string" && to !== "same" ? { status: to } : {};
      const next = { ...thing, ...moved, ...facts, version: thing.version + 1 };
      const left = next.status === thing.status ? {} : noun.leaves?.(thing);
      // Reading drops what belongs to the status that is left.
      const subject = readInput(noun.schema, { ...next, ...left });
      return { changed: [], made: [], ...also, subject };
    };
    const outcome = (thing: Thing, said: Said<Input, Facts & Given, Need>): Outcome<Thing> => {
      const read = readInput(noun.schema, thing);
      const refusal = barrier(read);
      if (refusal !== null) throw refusal;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of the schemas from which the type follows
      return apply(read, readInput(told, said) as unknown as typeof said);
    };
    const allows = (caller: Actor, thing: Thing) =>
      caller.administrator || by.some((name) => noun.parties[name].includes(caller, thing));
    const whose = by.map((name) => noun.parties[name].words);
    const said = saidBy(title, noun, saying, whose);
    const required = requiredIn(saying.input);
    const callable = (...given: Parameters<typeof outcome>) => outcome(...given).subject;
    return Object.assign(callable, {
      ...said,
      apply,
      outcome,
      from,
      to,
      by,
      barrier,
      allows,
      group: (thing: Thing) => saying.group?.(thing) ?? null,
      refusal: (caller: Actor, thing: Thing, known?: Known<Facts & Given, Need>) =>
        allows(caller, thing) ? barrier(thing, known) : notPermitted(title, whose),
      asks: (caller: Actor, thing: Thing, known = nothing) => [
        ...required,
        ...(saying.asks?.(caller, thing, known) ?? []),
      ],
      meant: (thing: Thing, told: Readonly<Told<Input> & Stamp>, caller: Actor) =>
        saying.meant?.(thing, told, caller) ?? {},
    });
  };
}

const requiredIn = (input: Shape): string[] =>
  z
    .strictObject(input)
    .safeParse({})
    .error?.issues.map(({ path }) => String(path[0])) ?? [];
