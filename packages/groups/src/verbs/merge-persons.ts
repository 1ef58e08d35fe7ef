import { keepers, Note, refTo, Refusal, Stepped } from "@remit/kernel";
import { isListed, type Membership, overlap } from "../membership.ts";
import type { OtherName, PersonRecord } from "../person.ts";
import { personVerb } from "../verb.ts";
import { refuseErased } from "./erase.ts";

/** INV-G14: Two records are of one person: nothing of either is lost, and what spoke of the one speaks of the other. */
export const mergePersons = personVerb("mergePersons", {
  says: "Records that another record is of the same person: what speaks of it speaks of this one since, and its id leads here.",
  mutation: "mergePersons",
  by: keepers,
  input: {
    duplicate: refTo("Person").describe(
      "The id of the person whose record is merged into this one.",
    ),
    reason: Note.optional().describe("The reason for which both are held to be one."),
  },
  needs: ["duplicate", "references", "memberships"],
  refuses: ["MERGED", "INV-G2", "LISTED_TOGETHER", "ERASED"],
  guard: refuseErased,
  step: (person, { duplicate, reason = null, references, memberships, by, on }) => {
    assertApart(person, duplicate);
    assertNoRoleTwice(memberships);
    const names = namesFrom(person, duplicate);
    const isHidden = [person, duplicate].some((each) => each.publicProfile === "role-only");
    const publicProfile = isHidden ? "role-only" : "named";
    const merged = {
      into: person.id,
      by,
      on,
      reason,
      names,
      profiles: { own: duplicate.publicProfile, other: person.publicProfile },
      groups: duplicate.groups,
      references: [...references],
    };
    const after: PersonRecord = {
      ...duplicate,
      publicProfile,
      merged,
      version: duplicate.version + 1,
    };
    return new Stepped<PersonRecord>(
      { otherNames: [...person.otherNames, ...names], publicProfile },
      { changed: [{ before: duplicate, after }] },
    );
  },
});

/** Two records were of two persons after all. */
export const undoMerge = personVerb("undoMerge", {
  says: "Takes back that a record was merged into another: what spoke of it before speaks of it again.",
  mutation: "undoPersonMerge",
  by: keepers,
  input: {},
  needs: ["other", "changedSince"],
  refuses: ["MERGED", "NOT_MERGED", "BUILT_UPON", "LISTED_TOGETHER", "ERASED"],
  step: (person, { other, changedSince }) => {
    const { merged } = person;
    if (merged === undefined) throw notMerged();
    const erased = refuseErased(other);
    if (erased !== null) throw erased;
    if (other.merged !== undefined) {
      const message = "The other record was merged in its turn: take that back first.";
      throw new Refusal("MERGED", message, { path: ["id"], params: { person: other.id } });
    }
    if (changedSince.length > 0) {
      const message = `${changedSince.length === 1 ? "A record that names the person was" : `${changedSince.length} records that name the person were`} changed since, and nobody can tell whom they mean: correct each by its own verbs.`;
      throw new Refusal("BUILT_UPON", message, { params: { references: changedSince } });
    }
    // Whoever asked meanwhile not to be named is named in neither.
    const { own, other: earlier } = merged.profiles;
    const isHidden = other.publicProfile === "role-only" && own === "named" && earlier === "named";
    const added = new Set(merged.names.map(({ name }) => name));
    const after: PersonRecord = {
      ...other,
      otherNames: other.otherNames.filter(({ name }) => !added.has(name)),
      publicProfile: isHidden ? "role-only" : earlier,
      version: other.version + 1,
    };
    return new Stepped<PersonRecord>(
      { merged: undefined, publicProfile: isHidden ? "role-only" : own },
      { changed: [{ before: other, after }] },
    );
  },
});

/** To whoever takes back what was never done. */
export const notMerged = (): Refusal =>
  new Refusal(
    "NOT_MERGED",
    "The record was not merged into another: give the id of one that was.",
    {
      path: ["id"],
    },
  );

function assertApart(person: PersonRecord, duplicate: PersonRecord): void {
  if (person.id === duplicate.id)
    throw new Refusal("MERGED", "Both are one record: give the id of another person.", {
      path: ["duplicate"],
    });
  const erased = refuseErased(duplicate);
  if (erased !== null) throw erased;
  for (const [each, path] of [
    [person, "id"],
    [duplicate, "duplicate"],
  ] as const)
    if (each.merged !== undefined)
      throw new Refusal("MERGED", "The record was merged already: give the one that remains.", {
        path: [path],
        params: { into: each.merged.into },
      });
}

/** INV-G2: what lists show follows the lists; what somebody said has to be put right first. */
function assertNoRoleTwice(memberships: readonly Membership[]): void {
  const said = memberships.filter((membership) => !isListed(membership));
  const twice = said.find((one, index) =>
    said
      .slice(index + 1)
      .some((other) => one.group === other.group && one.role === other.role && overlap(one, other)),
  );
  if (twice === undefined) return;
  const message = `Both are ${twice.role.replaceAll("-", " ")} of one group at a time: end one of the memberships first, or change its dates.`;
  throw new Refusal("INV-G2", message, { params: { membership: twice.id } });
}

/** What the duplicate is called and the person is not. */
function namesFrom(person: PersonRecord, duplicate: PersonRecord): OtherName[] {
  const known = new Set([person.name, ...person.otherNames.map(({ name }) => name)]);
  const own: OtherName = { name: duplicate.name, kind: "alias", from: null, to: null };
  return [own, ...duplicate.otherNames].filter(({ name }, index, all) => {
    const isFirst = all.findIndex((each) => each.name === name) === index;
    return isFirst && !known.has(name);
  });
}
