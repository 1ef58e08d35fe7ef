import { type Builder, enumOf } from "@remit/graphql";
import { vocabulary } from "@remit/kernel";
import type { ActionVerbs, MoveNow } from "../permission.ts";
import { ActionMove } from "../verbs.ts";

/** The type of what a viewer may do to an action. */
export function defineMoves(builder: Builder, verbs: ActionVerbs) {
  const words = Object.entries(verbs).map(([name, { says }]) => [name, says]);
  const { id = "", description = "" } = ActionMove.meta() ?? {};
  const Move = vocabulary<string>(id, description, Object.fromEntries(words));
  return builder.objectRef<MoveNow>("MoveNow").implement({
    description: "Whether you may do something to an action now.",
    fields: (t) => ({
      move: t.field({
        type: enumOf(builder, Move),
        description: "The verb that is spoken of.",
        resolve: ({ move }) => move,
      }),
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
        description: "What stands in the way of the action; null where nothing does.",
        resolve: (now) => (now.allowed ? null : now.reason),
      }),
    }),
  });
}
