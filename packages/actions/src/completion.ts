import { vocabulary } from "@remit/kernel";
import * as z from "zod";
import { type Assignment, type Owner, partsOf } from "./owner.ts";

/** Whose word makes an action done. `by-group`: nobody's, the group closes it. */
export const CompletionPolicy = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["any", "all", "lead", "by-group"]) }),
  z.object({ kind: z.literal("at-least"), count: z.int().positive() }),
]);
export type CompletionPolicy = Readonly<z.infer<typeof CompletionPolicy>>;

/** Whose word makes an action done, as one word. */
export const CompletionKind = vocabulary("CompletionKind", "Whose word makes an action done.", {
  any: "The word of any owner.",
  all: "The word of every owner.",
  lead: "The word of the lead.",
  "by-group": "The word of no owner: the group closes it.",
  "at-least": "The word of so many owners.",
} satisfies Record<CompletionPolicy["kind"], string>);

interface Owned {
  readonly owners: readonly Owner[];
  readonly completion: CompletionPolicy | null;
}

/**
 * The policy in force: the one that was stated, or else the lead's word where there is a lead, the group's where a crowd
 * or nobody owns the action, anybody's in a body such as a secretariat, and that of all co-owners.
 */
export function policyOf({ owners, completion }: Owned): CompletionPolicy {
  if (completion !== null) return completion;
  const named = owners.filter(({ role }) => role !== "support");
  if (named.some(({ role }) => role === "lead")) return { kind: "lead" };
  if (named.length === 0 || named.some(isCrowd)) return { kind: "by-group" };
  return { kind: named.length === 1 ? "any" : "all" };
}

const isCrowd = ({ agent }: Owner) =>
  agent.kind === "collective" && agent.selector !== "secretariat";

/** Whether enough of the owners have said that their part is done. */
export function isSatisfied(owned: Owned): boolean {
  const policy = policyOf(owned);
  const parts = partsOf(owned.owners);
  switch (policy.kind) {
    case "any":
      return owned.owners.some(isDone) || parts.some(saidDone);
    case "all":
      return areDone(parts);
    case "lead":
      return owned.owners.some((owner) => owner.role === "lead" && isDone(owner));
    case "at-least":
      return parts.filter(saidDone).length >= policy.count;
    default:
      return false;
  }
}

const isDone = (owner: Owner) =>
  owner.role !== "support" && (saidDone(owner) || areDone(owner.assignments ?? []));

/** All but those to whom it does not apply, and at least one. */
const areDone = (parts: readonly Assignment[]) =>
  parts.some(saidDone) && parts.every((part) => saidDone(part) || part.status === "not-applicable");

const saidDone = ({ status }: Assignment) => status === "done";
