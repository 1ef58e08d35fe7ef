import { Access, AgentRef, Day, Id, Own, Ref, slugify, Zone } from "@remit/kernel";
import * as z from "zod";

/** What sort of group it is. Open: a directorate adds its own words. */
export const GroupKind = z.string().regex(/^[a-z][a-z-]*$/u);
export type GroupKind = z.infer<typeof GroupKind>;

/**
 * A body with a remit that meets: an implementation group, a taskforce, a board. `code` begins the references of its
 * actions; `zone` is where its calendar hangs: "today" is a day there.
 */
export const Group = z.object({
  id: Id,
  slug: z.string().min(1),
  name: z.string().min(1),
  code: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/u),
  kind: GroupKind.nullable(),
  zone: Zone,
  access: Access,
});
export type Group = Readonly<z.infer<typeof Group>>;

/** That other groups took the place of one: which, from which day on, and why. */
export const Replacement = z
  .object({
    /** In the graph they are groups. */
    successors: z.array(Ref).min(1).meta({ hidden: true }),
    /** Whoever recorded it; the history shows them. */
    by: AgentRef.meta({ hidden: true }),
    on: Day.describe("The day on which the others took the place of the group."),
    reason: z.string().min(1).describe("The reason for which they took its place."),
  })
  .meta({
    id: "GroupReplacement",
    description: "That other groups took the place of one, when and why.",
  });
export type Replacement = Readonly<z.infer<typeof Replacement>>;

/** A group as its verbs know it. `replaced` is absent while no other took its place. */
export const GroupRecord = Group.extend({
  version: z.int().positive(),
  replaced: Replacement.optional(),
  own: Own.optional(),
});
export type GroupRecord = Readonly<z.infer<typeof GroupRecord>>;

const small = new Set(["a", "and", "for", "in", "of", "on", "the", "to"]);

/** The initials of a name: `National Drugs Mission Implementation Group` is `NDMIG`. */
export function codeOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const initials = words
    .filter((word) => !small.has(word.toLowerCase()))
    .map((word) => slugify(word).charAt(0));
  const code = initials
    .join("")
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, "")
    .replace(/^[0-9]+/u, "")
    .slice(0, 10);
  return code.length > 1 ? code : `G${code || "X"}`;
}

/** What sort of group a name speaks of, as its last words say it, or null. */
export function kindOf(name: string): GroupKind | null {
  const kinds = [
    "implementation",
    "oversight",
    "working",
    "advisory",
    "reference",
    "delivery",
    "steering",
    "taskforce",
    "board",
    "council",
    "commission",
    "committee",
  ];
  const words = name.toLowerCase().split(/\W+/u).toReversed();
  return words.find((word) => kinds.includes(word)) ?? null;
}
