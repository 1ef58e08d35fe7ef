import type { Actor, AnyVerb, Subject } from "@remit/kernel";
import type { Builder } from "./builder.ts";

/** What a viewer can do with a thing now and which members of its input they have to give, or why not. */
type MoveNow =
  | { readonly move: string; readonly allowed: true; readonly needs: readonly string[] }
  | {
      readonly move: string;
      readonly allowed: false;
      readonly code: string;
      readonly reason: string;
    };

/** Every verb of a noun, with what stands in its way for this caller, by what is known beside the thing. */
export const movesFor = <Thing extends Subject>(
  verbs: Readonly<Record<string, AnyVerb<Thing>>>,
  caller: Actor,
  thing: Thing,
  known?: object,
): MoveNow[] =>
  Object.values(verbs).map((verb) => {
    const refusal = verb.refusal(caller, thing, known);
    return refusal === null
      ? { move: verb.mutation, allowed: true, needs: verb.asks(caller, thing, known) }
      : { move: verb.mutation, allowed: false, code: refusal.code, reason: refusal.message };
  });

/** The type of what `movesFor` gives, under a name of the package's own. */
export const moveType = (builder: Builder, name: string, description: string) =>
  builder.objectRef<MoveNow>(name).implement({
    description,
    fields: (t) => ({
      move: t.exposeString("move", { description: "The name of the mutation that is spoken of." }),
      allowed: t.exposeBoolean("allowed", { description: "Whether you may do it." }),
      needs: t.stringList({
        description: "The fields of the input that you have to give, where you may do it.",
        resolve: (now) => (now.allowed ? [...now.needs] : []),
      }),
      code: t.string({
        nullable: true,
        description: "The code of the refusal, as a word to branch on; null where you may.",
        resolve: (now) => (now.allowed ? null : now.code),
      }),
      reason: t.string({
        nullable: true,
        description: "What stands in the way of it; null where nothing does.",
        resolve: (now) => (now.allowed ? null : now.reason),
      }),
    }),
  });
