import {
  Access,
  AgentRef,
  Id,
  Money,
  PartialDate,
  Period,
  slugify,
  vocabulary,
  Wording,
} from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";

/** A name as it stands in addresses and references: `residential-rehabilitation`. */
export const Code = z
  .string()
  .max(200, "Use at most 200 letters.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "Use lower-case letters, digits and single hyphens.");
export type Code = z.infer<typeof Code>;

/** Who may see a mission and what belongs to it. Several groups may govern one mission, so no row is for one group only. */
export const MissionAccess = Access.exclude(["group"]);
export type MissionAccess = z.infer<typeof MissionAccess>;

/** Something that a government sets out to change, within a time. */
export const Mission = z.object({
  id: Id,
  /** The group whose secretariat and chair keep its record; null where it is kept by administrators alone. */
  keeper: Id.nullable(),
  slug: Code,
  title: z.string().min(1),
  statement: z.string().min(1),
  wording: Wording,
  announcedOn: PartialDate.nullable(),
  period: Period,
  source: Citation,
  access: MissionAccess,
});
export type Mission = Readonly<z.infer<typeof Mission>>;

/** What somebody is to a mission. */
export const PartyRole = vocabulary("PartyRole", "What a party is to a mission.", {
  responsible: "Answers for the mission.",
  governance: "Steers the mission or looks over it.",
});
export type PartyRole = z.infer<typeof PartyRole>;

/** Who answers for a mission, best by the post they hold, and which groups steer it or look over it. */
export const Party = z.object({
  id: Id,
  mission: Id,
  role: PartyRole,
  position: z.int().positive(),
  agent: AgentRef.refine(({ kind }) => kind !== "collective", {
    message: "A crowd answers for nothing: name a person, a post or a body.",
  }),
  access: MissionAccess,
});
export type Party = Readonly<z.infer<typeof Party>>;

/** How firmly money is promised. */
export const FundingKind = vocabulary(
  "FundingKind",
  "How firmly money for a mission is promised.",
  {
    announced: "Somebody has said in public that it will be given.",
    committed: "Whoever pays is bound by a decision to give it.",
    allocated: "A budget sets it aside.",
  },
);
export type FundingKind = z.infer<typeof FundingKind>;

/** Money said to be there for a mission. The kinds are different promises and are never added together. */
export const FundingEnvelope = z.object({
  id: Id,
  mission: Id,
  position: z.int().positive(),
  statement: z.string().min(1),
  wording: Wording,
  kind: FundingKind,
  amount: Money,
  /** Whether it comes on top of what was there before; null where that was not stated. */
  additional: z.boolean().nullable(),
  period: Period,
  source: Citation,
  access: MissionAccess,
});
export type FundingEnvelope = Readonly<z.infer<typeof FundingEnvelope>>;

/** What a mission is to another. */
export const MissionLinkKind = vocabulary(
  "MissionLinkKind",
  "What a mission is to the other mission, plan or programme of a link.",
  {
    supports: "The mission helps the other.",
    "supported-by": "The other helps the mission.",
    "depends-on": "The mission needs the other.",
    "contributes-to": "The mission is a part of what the other wants.",
    "aligned-with": "Both want the same thing.",
    duplicates: "Both do the same thing.",
    "conflicts-with": "Each stands in the way of the other.",
    successor: "The other comes after the mission.",
  },
);
export type MissionLinkKind = z.infer<typeof MissionLinkKind>;

/** What a mission is to something outside it. Only this side is written down: the other side's word is its own. */
export const MissionLink = z.object({
  id: Id,
  mission: Id,
  position: z.int().positive(),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/u }).nullable(),
  kind: MissionLinkKind,
  statement: z.string().min(1),
  wording: Wording,
  source: Citation,
  access: MissionAccess,
});
export type MissionLink = Readonly<z.infer<typeof MissionLink>>;

/** INV-C21: whether a link would lead a mission to itself, however its title is spelt. */
export const isSelfLink = (
  mission: Pick<Mission, "slug" | "title">,
  link: Pick<MissionLink, "title">,
): boolean => [mission.slug, slugify(mission.title)].includes(slugify(link.title));
