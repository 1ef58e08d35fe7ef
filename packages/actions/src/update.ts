import { Access, Day, Id, Quantity, Ref } from "@remit/kernel";
import * as z from "zod";
import { Stamp, Words } from "./stamp.ts";

/** What somebody reported about an action, and the documents that show it. */
export const Update = Stamp.extend({
  id: Id,
  text: Words,
  progress: Quantity.nullable().default(null),
  evidence: z.array(Ref).default([]),
  access: Access,
});
export type Update = Readonly<z.infer<typeof Update>>;

export const ReviewOutcome = z.enum([
  "carried-forward",
  "closed",
  "progress-noted",
  "escalated",
  "revised",
  "not-reviewed",
]);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** What a meeting made of an action when it went through the log. */
export const Review = z.object({
  meeting: Ref,
  on: Day,
  outcome: ReviewOutcome,
  note: Words.nullable().default(null),
});
export type Review = Readonly<z.infer<typeof Review>>;

/** What an action serves: a commitment it contributes to, a recommendation it responds to, and the like. */
export const Link = z.object({
  rel: z.enum(["contributes-to", "responds-to", "delivers", "evidence-for"]),
  target: Ref,
});
export type Link = Readonly<z.infer<typeof Link>>;

/** What is to come back to the group, and to which meeting if that was said. */
export const FollowUp = z.object({
  kind: z.enum(["agenda-item", "report-back"]),
  meeting: Ref.nullable().default(null),
  text: Words,
});
export type FollowUp = Readonly<z.infer<typeof FollowUp>>;
