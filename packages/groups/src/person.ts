import { AgentRef, Day, Id, Own, PartialDate, vocabulary } from "@remit/kernel";
import * as z from "zod";

/** How a person may be shown to the public. */
export const PublicProfile = vocabulary("PublicProfile", "How a person is shown to the public.", {
  named: "Shown by their name.",
  "role-only": "Shown by role alone: their name is withheld wherever it was written.",
});
export type PublicProfile = z.infer<typeof PublicProfile>;

/** What another name of a person is to them. */
export const OtherNameKind = vocabulary(
  "OtherNameKind",
  "What another name of a person is to them.",
  {
    former: "Borne before, such as a name before a marriage.",
    birth: "Borne at birth, where another is borne now.",
    alias: "Borne beside the name, such as a name on a stage.",
    short: "A shorter form of the name.",
    misspelling: "A wrong spelling that somewhere stands written.",
  },
);
export type OtherNameKind = z.infer<typeof OtherNameKind>;

/** A name of a person beside that by which they are commonly written. Before kinds were known, such a name stood alone. */
export const OtherName = z.preprocess(
  (given) =>
    typeof given === "string" ? { name: given, kind: "alias", from: null, to: null } : given,
  z.object({
    name: z.string().min(1),
    kind: OtherNameKind,
    from: PartialDate.nullable(),
    to: PartialDate.nullable(),
  }),
);
export type OtherName = Readonly<z.infer<typeof OtherName>>;

/** Somebody who attends, speaks, owns or answers. `name` is how they are commonly written, titles included. */
export const Person = z.object({
  id: Id,
  slug: z.string().min(1),
  name: z.string().min(1),
  givenName: z.string().min(1).nullable(),
  familyName: z.string().min(1).nullable(),
  honorificPrefix: z.string().min(1).nullable(),
  honorificSuffix: z.string().min(1).nullable(),
  otherNames: z.array(OtherName),
  publicProfile: PublicProfile,
});
export type Person = Readonly<z.infer<typeof Person>>;

/** A row that speaks of a person: where it is, and its version where it is a record. */
export const PersonReference = z.object({
  place: z.string().min(1),
  id: Id,
  version: z.int().nullable(),
});
export type PersonReference = Readonly<z.infer<typeof PersonReference>>;

/** INV-G14: That a record is of the same person as another, with all that spoke of it and speaks of the other since. */
export const Merging = z.object({
  into: Id,
  by: AgentRef,
  on: Day,
  reason: z.string().min(1).nullable(),
  /** What the other is called since. */
  names: z.array(OtherName),
  /** How both were shown before: whoever was shown by role alone in one is in both. */
  profiles: z.object({ own: PublicProfile, other: PublicProfile }),
  /** The groups of the one who was merged, whose keepers may take that back. */
  groups: z.array(Id),
  references: z.array(PersonReference),
});
export type Merging = Readonly<z.infer<typeof Merging>>;

/** That somebody's names were taken out of the whole record, with each entry of the journal that was changed by it. */
export const Erasure = z.object({
  by: AgentRef,
  on: Day,
  /** `hash` is of what is left of the entry, by which its chain is verified since. */
  entries: z.array(
    z.object({ type: z.string(), id: Id, version: z.int().positive(), hash: z.string() }),
  ),
});
export type Erasure = Readonly<z.infer<typeof Erasure>>;

/** What stands in the place of the name of somebody who was erased. */
export const erasedName = "[name erased]";

/** A person as their verbs know them: with the groups of which they are a member, those whose meetings list or name them, and those whose keepers know who they are. `merged` is left out while no other record is of the same person, `erased` while nobody asked for that. */
export const PersonRecord = Person.extend({
  version: z.int().positive(),
  merged: Merging.optional(),
  erased: Erasure.optional(),
  own: Own.optional(),
  groups: z.array(Id),
  listedBy: z.array(Id),
  knownTo: z.array(Id),
});
export type PersonRecord = Readonly<z.infer<typeof PersonRecord>>;
