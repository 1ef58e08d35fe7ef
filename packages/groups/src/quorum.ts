import { type Id, vocabulary } from "@remit/kernel";
import type * as z from "zod";
import type { QuorumRule } from "./terms.ts";

/** Why nobody can say whether a meeting had its quorum. */
export const QuorumReason = vocabulary(
  "QuorumReason",
  "The reason for which nobody can say whether a meeting had its quorum.",
  {
    "no-rule": "No terms of reference that were in force on the day set a quorum.",
    "no-members": "No member of the group is known on the day.",
    "attendance-not-stated":
      "The record does not state of every member whether they attended, and it depends on them.",
    "deputies-not-stated":
      "The terms of reference do not state whether deputies count, and it depends on them.",
  },
);
export type QuorumReason = z.infer<typeof QuorumReason>;

/** Somebody at a meeting. A deputy who comes for nobody in particular, or for somebody unknown, has no `principal`. */
export interface Attending {
  readonly person: Id | null;
  readonly status: string;
  readonly capacity: string;
  readonly principal: Id | null;
}

/** Whether a meeting had its quorum: `present` counts places of members, each once, whoever filled it. */
export interface Quorum {
  readonly kind: "quorum";
  readonly present: number;
  readonly required: number;
  readonly isQuorate: boolean;
}

/** That nobody can say so. */
export interface NoQuorum {
  readonly kind: "not-computable";
  readonly reason: QuorumReason;
}

/**
 * INV-M11: whether a meeting had its quorum, of the rule in force and the ids of the members on its day. What is not
 * stated counts both ways: where the answer is the same either way, it is given.
 */
export function quorumOf(
  rule: QuorumRule | null,
  members: readonly Id[],
  attending: readonly Attending[],
): Quorum | NoQuorum {
  if (rule === null || (rule.members === null && rule.percent === null)) return no("no-rule");
  const places = new Set(members);
  if (places.size === 0) return no("no-members");
  const required = Math.max(
    rule.members ?? 0,
    Math.ceil((places.size * (rule.percent ?? 0)) / 100),
  );
  const there = attending.filter(({ status }) => status === "present");
  // A member who comes for another one, too, fills their own place.
  const deputies = there.filter(
    ({ capacity, person }) => capacity === "deputy" && !places.has(person ?? ""),
  );
  const own = filledBy(places, there, ({ person }) => person);
  const filled = filledBy(places, deputies, ({ principal }) => principal);
  const certain = rule.countsDeputies === true ? new Set([...own, ...filled]) : own;
  if (certain.size >= required)
    return { kind: "quorum", present: certain.size, required, isQuorate: true };
  const stated = new Set(
    attending.filter(({ status }) => status !== "not-stated").map(({ person }) => person),
  );
  const unnamed = deputies.filter(({ principal }) => !places.has(principal ?? "")).length;
  const unknown = [...places].filter((id) => !stated.has(id) || own.has(id));
  const most = (counts: boolean) =>
    Math.min(
      places.size,
      counts ? new Set([...unknown, ...filled]).size + unnamed : unknown.length,
    );
  if (most(rule.countsDeputies !== false) < required)
    return { kind: "quorum", present: certain.size, required, isQuorate: false };
  const isOfDeputies = rule.countsDeputies === null && most(false) < required;
  return no(isOfDeputies ? "deputies-not-stated" : "attendance-not-stated");
}

const no = (reason: QuorumReason): NoQuorum => ({ kind: "not-computable", reason });

const filledBy = (
  places: ReadonlySet<Id>,
  people: readonly Attending[],
  whose: (each: Attending) => Id | null,
): Set<Id> => new Set(people.map((each) => whose(each) ?? "").filter((id) => places.has(id)));
