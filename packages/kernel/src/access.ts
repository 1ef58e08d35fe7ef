import type * as z from "zod";
import { type Actor, hasRole, keepers } from "./actor.ts";
import type { Id } from "./ref.ts";
import { vocabulary } from "./vocabulary.ts";

/** Who may see a row, from everybody to a named few. */
export const Access = vocabulary("Access", "Who may see a record, from everybody to a named few.", {
  public: "Everybody may see it.",
  group: "Members of the group and officials may see it.",
  officials: "Only officials may see it.",
  restricted: "Only a named few may see it.",
});
export type Access = z.infer<typeof Access>;

/** What a viewer may be to the group whose row it is. Administrators see everything. */
export type Audience = "anybody" | "member" | "official";

/** Who sees what a group has recorded under each level: the one table that rules in both languages read. */
export const audiences: Readonly<Record<Access, readonly Audience[]>> = {
  public: ["anybody", "member", "official"],
  group: ["member", "official"],
  officials: ["official"],
  restricted: [],
};

/** The levels that an audience sees. */
export const levelsFor = (audience: Audience): Access[] =>
  Access.options.filter((access) => audiences[access].includes(audience));

/** Whether somebody sees what a group has recorded under an access level. */
export function sees(
  { administrator, official, roles }: Pick<Actor, "administrator" | "official" | "roles">,
  access: Access,
  group: Id,
): boolean {
  const seenBy = audiences[access];
  return (
    administrator ||
    seenBy.includes("anybody") ||
    (official && seenBy.includes("official")) ||
    (seenBy.includes("member") && roles.some((held) => held.group === group))
  );
}

/** Whether somebody sees what may be a draft, which is for whoever keeps the record of its group; what is known to some groups is for whoever keeps the record of one of them, too. */
export const isFor = (
  caller: Actor,
  {
    access,
    group,
    draft = false,
    knownTo = [],
  }: {
    readonly access: Access;
    readonly group?: Id | null;
    readonly draft?: boolean;
    readonly knownTo?: readonly Id[];
  },
): boolean =>
  (sees(caller, access, group ?? "") &&
    (!draft || caller.administrator || hasRole(caller, group ?? "", ...keepers))) ||
  knownTo.some((each) => hasRole(caller, each, ...keepers));

/**
 * Whether what is recorded under `access` may stand in a record under `other`: whoever sees that sees this. Of another
 * group (`sameGroup` false), the members of the one are not the members of the other.
 */
export const standsIn = (access: Access, other: Access, sameGroup = true): boolean =>
  audiences[access].includes("anybody") ||
  audiences[other].every(
    (audience) => audiences[access].includes(audience) && (sameGroup || audience !== "member"),
  );
