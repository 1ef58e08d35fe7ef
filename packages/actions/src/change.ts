import { Ref, toldApartBy, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Block, Closed, Done, Started, Transferred } from "./closure.ts";
import { Due } from "./due.ts";
import { Owner } from "./owner.ts";
import { assertReason, Reason, Words } from "./stamp.ts";

const change = <Verb extends string, Was extends z.ZodType>(verb: Verb, was: Was) =>
  Reason.extend({ verb: z.literal(verb), was: was.meta({ hidden: true }) });

const ChangeVerb = vocabulary("ActionChangeKind", "What was changed or undone for a reason.", {
  revise: "The due was replaced by another.",
  reword: "The words were replaced by others.",
  reassign: "The owners were replaced by others.",
  unblock: "What stood in the way was gone.",
  reject: "The group did not take the action as done.",
  reopen: "The group took the closed action up again.",
  receive: "Another group took the action on.",
});

// Records that were written before it was kept do not have it.
const started = Started.nullable().default(null);

const changeSchema = z
  .discriminatedUnion("verb", [
    change("revise", Due),
    change("reword", z.object({ text: Words, wording: Wording })),
    change("reassign", z.object({ owners: z.array(Owner), ownerNotStated: z.boolean() })),
    change("unblock", Block),
    change("reject", Done),
    change("reopen", Closed.extend({ done: Done.nullable().default(null), started })),
    change("receive", z.object({ group: Ref, transfer: Transferred, started })),
  ])
  .meta({
    id: "ActionChange",
    description: "Something about an action that was changed or undone for a reason.",
    ...toldApartBy("verb", ChangeVerb),
  });
type ChangeType = typeof changeSchema;
// Named, so that the declarations of each status of an action do not repeat it.
export interface ChangeSchema extends ChangeType {}

/** What was said otherwise before, who changed it, when and why. Nothing that was said is lost. */
export const Change: ChangeSchema = changeSchema;
export type Change = Readonly<z.infer<typeof Change>>;

/** The changes with one more, which needs a reason. */
export function withChange(
  changes: readonly Change[],
  added: z.input<typeof Change>,
  code?: string,
): Change[] {
  assertReason(added.reason, code);
  return [...changes, Change.parse(added)];
}
