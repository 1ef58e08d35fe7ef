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
export interface Saying<Input extends Shape, Need> {
  /** What it does, as a sentence. */
  readonly says: string;
  readonly input: Input;
  /** The name of its mutation, where that is not its own name and its noun's. */
  readonly mutation?: string;
  /** The codes of the refusals that are its own. */
  readonly refuses?: readonly string[];
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
  readonly refuses: readonly string[];
  /** Whose it is to do it, in words. */
  readonly whose: readonly string[];
}

/** What every surface derives, of how a verb is said. */
export const saidBy = <Input extends Shape>(
  title: string,
  noun: string,
  { says, input, mutation, needs = [], refuses = [] }: Saying<Input, string>,
  whose: readonly string[],
) => ({
  title,
  says,
  needs,
  refuses,
  whose,
  mutation: mutation ?? `${title}${noun}`,
  input: z.strictObject(input),
});
