import * as z from "zod";
import type { Day } from "./day.ts";
import type { AgentRef, Id } from "./ref.ts";

/** Who says or does something, and on which day of the group's calendar. */
export interface Stamp {
  readonly by: AgentRef;
  readonly on: Day;
}

/** What every step may ask for beside the facts of its package. */
export interface Given {
  /** An id for whatever is made. */
  readonly newId: () => Id;
}

/** The members of an input, each with its Zod schema. */
export type Shape = z.core.$ZodLooseShape;
/** What an input is read as; of no members, an object of none. */
export type Told<Input extends Shape> = keyof Input extends never
  ? object
  : z.output<z.ZodObject<Input>>;
/** All that a verb is told: its input, by whom and on which day, and what it needs to know beside, which stands for an input of the same name. */
export type Said<Input extends Shape, Facts, Need extends keyof Facts> = Readonly<
  Omit<Told<Input>, Need> & Stamp & Pick<Facts, Need>
>;
/** What can be said of any verb, whether it changes a thing or makes one. */
export interface Saying<Input extends Shape, Need, Code extends string> {
  /** What it does, as a sentence. */
  readonly says: string;
  readonly input: Input;
  /** The name of its mutation, where that is not its own name and its noun's. */
  readonly mutation?: string;
  /** The codes of its noun's refusals that may meet it. */
  readonly refuses?: readonly Code[];
  /** What it has to be told of other records. */
  readonly needs?: readonly Need[];
}

/** What every surface derives from a verb. */
export interface AnySaying {
  readonly title: string;
  readonly says: string;
  readonly mutation: string;
  readonly input: z.ZodObject;
  readonly needs: readonly string[];
  /** What it may be refused with, beside what any verb may: by code, what each means. */
  readonly refuses: Readonly<Record<string, string>>;
  /** Whose it is to do it, in words. */
  readonly whose: readonly string[];
}

/** What every surface derives, of how a verb is said. */
export const saidBy = <Input extends Shape, Code extends string>(
  title: string,
  noun: { readonly name: string; readonly refusals?: Readonly<Record<Code, string>> },
  { says, input, mutation, needs = [], refuses = [] }: Saying<Input, string, Code>,
  whose: readonly string[],
) => ({
  title,
  says,
  needs,
  refuses: Object.fromEntries(refuses.map((code) => [code, noun.refusals?.[code] ?? ""])),
  whose,
  mutation: mutation ?? `${title}${noun.name}`,
  input: z.strictObject(input),
});
