import { Access, AgentRef, Day, Id, Own, Ref, Refusal, SourceRef, Wording } from "@remit/kernel";
import * as z from "zod";
import { Change } from "./change.ts";
import { Block, Closed, Done, Started, Superseded, Transferred, Withdrawn } from "./closure.ts";
import { CompletionPolicy } from "./completion.ts";
import { Due } from "./due.ts";
import { Owner, ownersRefusal } from "./owner.ts";
import { FollowUp, Link, Review, Update } from "./update.ts";

/** What every action has, whatever its status. */
export const Core = z.object({
  id: Id,
  /** Goes up by one with every verb that is accepted. */
  version: z.int().positive(),
  group: Ref,
  /** What people quote, such as `NDMIG-2021-12-A3`: once in a group, and never another. */
  reference: z.string().min(1),
  /** Its place among the actions of its meeting, from 1. */
  number: z.int().positive(),
  /** As it reads today; `originalText` has the sentence as minuted. */
  text: z.string().min(1),
  wording: Wording,
  kind: z
    .string()
    .regex(/^[a-z][a-z-]*$/u)
    .nullable()
    .describe(
      "What sort of action it is, in the directorate's own words, such as task; null where nobody said.",
    ),
  owners: z.array(Owner),
  /** That nobody is named, and that this is so on purpose. */
  ownerNotStated: z.boolean(),
  beneficiaries: z.array(AgentRef).describe("Whoever the action is done for the sake of."),
  /** Whose word makes it done, where somebody said so; else `policyOf` has the rule. */
  completion: CompletionPolicy.nullable(),
  /** As it stands today; `originalDue` has the first one. */
  due: Due,
  raisedAt: z.object({ meeting: Ref, item: Ref.nullable(), on: Day }),
  /** Actions that have to be finished before this one can be. */
  dependsOn: z.array(Ref),
  links: z
    .array(Link)
    .describe("What the action serves: commitments, other actions, items, documents."),
  followUps: z.array(FollowUp).describe("What is to come back to the group, and in what form."),
  updates: z.array(Update),
  reviews: z
    .array(Review)
    .describe("What meetings made of the action when they reviewed it, the first one first."),
  changes: z
    .array(Change)
    .describe("Every change of what the action says, with its reason, the first one first."),
  access: Access,
  source: SourceRef.nullable(),
  own: Own.optional(),
});

const who = "Who took the action up and when; null where nobody has.";
const started = Started.nullable().describe(who);
const done = Done.nullable().describe(
  "The owners' word that the action is done; null where they have not said so.",
);
// Records that were written before it was kept do not have it.
const before = started.default(null).describe(who);

/** Something that a group agreed somebody would do. Each status carries its facts: nothing is done without a when. */
export const Action = z
  .discriminatedUnion("status", [
    Core.extend({ status: z.literal("draft") }),
    Core.extend({ status: z.literal("open") }),
    Core.extend({ status: z.literal("in-progress"), started: Started.describe(who) }),
    Core.extend({
      status: z.literal("blocked"),
      started,
      block: Block.describe("What stands in the way of the action; null where nothing does."),
    }),
    Core.extend({ status: z.literal("done"), started, done: Done }),
    Core.extend({ status: z.literal("closed"), started, done, closure: Closed }),
    Core.extend({ status: z.literal("superseded"), started: before, closure: Superseded }),
    Core.extend({
      status: z.literal("withdrawn"),
      started: before,
      closure: Withdrawn,
      /** That it was let go before anybody had confirmed it. */
      draft: z.literal(true).optional(),
    }),
    Core.extend({ status: z.literal("transferred"), started: before, closure: Transferred }),
  ])
  .superRefine((action, context) => {
    const refusal = ownershipRefusal(action);
    if (refusal === null) return;
    const message = `${refusal.code}: ${refusal.message}`;
    context.addIssue({ code: "custom", message, path: [...refusal.path] });
  });
export type Action = Readonly<z.infer<typeof Action>>;

/** Whether nobody has confirmed an action, or it was let go before anybody had: it is only for whoever keeps the record. */
export const isDraft = (action: Action): boolean =>
  action.status === "draft" || (action.status === "withdrawn" && action.draft === true);

/** Who took it up, while or before it came to where it is. */
export const startedOf = (action: Action): Started | null =>
  "started" in action ? action.started : null;

/** What is wrong with who an action is for, or null. A draft may leave it open. */
export function ownershipRefusal(
  action: Pick<Action, "owners" | "ownerNotStated" | "status">,
): Refusal | null {
  const { owners, ownerNotStated, status } = action;
  const path = ["owners"];
  if (ownerNotStated && owners.length > 0) {
    return new Refusal("INV-A3", "An action with owners cannot say that none is stated.", { path });
  }
  if (status !== "draft" && !ownerNotStated && owners.length === 0) {
    const message = "Name an owner, or say with ownerNotStated that the source names none.";
    return new Refusal("INV-A3", message, { path });
  }
  return ownersRefusal(owners);
}

/** How others point at an action. */
export const refOf = ({ id, reference }: Pick<Action, "id" | "reference">): Ref => ({
  type: "Action",
  id,
  label: reference,
});
