import { Access, AgentRef, Id, Money, PartialDate, Period, slugify, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";

/** A name as it stands in addresses and references: `residential-rehabilitation`. */
export const Code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "Use lower-case letters, digits and single hyphens.");
export type Code = z.infer<typeof Code>;

/** Who may see a mission and what belongs to it. Several groups may govern one mission, so no row is for one group only. */
export const MissionAccess = Access.exclude(["group"]);
export type MissionAccess = z.infer<typeof MissionAccess>;

/** Something that a government sets out to change, within a time. */
export const Mission = z.object({
  id: Id,
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

/** Who answers for a mission, best by the post they hold, and which groups steer it or look over it. */
export const Party = z.object({
  id: Id,
  mission: Id,
  role: z.enum(["responsible", "governance"]),
  position: z.int().positive(),
  agent: AgentRef.refine(({ kind }) => kind !== "collective", {
    message: "A crowd answers for nothing: name a person, a post or a body.",
  }),
  access: MissionAccess,
});
export type Party = Readonly<z.infer<typeof Party>>;

/** Money said to be there for a mission. The kinds are different promises and are never added together. */
export const FundingEnvelope = z.object({
  id: Id,
  mission: Id,
  position: z.int().positive(),
  statement: z.string().min(1),
  wording: Wording,
  kind: z.enum(["announced", "committed", "allocated"]),
  amount: Money,
  /** Whether it comes on top of what was there before; null where that was not stated. */
  additional: z.boolean().nullable(),
  period: Period,
  source: Citation,
  access: MissionAccess,
});
export type FundingEnvelope = Readonly<z.infer<typeof FundingEnvelope>>;

/** What a mission is to something outside it. Only this side is written down: the other side's word is its own. */
export const MissionLink = z.object({
  id: Id,
  mission: Id,
  position: z.int().positive(),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/u }).nullable(),
  kind: z.enum([
    "supports",
    "supported-by",
    "depends-on",
    "contributes-to",
    "aligned-with",
    "duplicates",
    "conflicts-with",
    "successor",
  ]),
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
