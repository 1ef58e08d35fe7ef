import { Access, Day, Id, Quantity, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { evidence } from "./closure.ts";
import { Stamp, Words } from "./stamp.ts";

/** What somebody reported about an action, and the documents that show it. */
export const Update = Stamp.extend({
  id: Id.meta({ hidden: true }),
  text: Words.describe("What was reported of how the action stood."),
  progress: Quantity.nullable()
    .default(null)
    .describe("The progress that was reported; null where none was."),
  evidence,
  access: Access.describe("Who may see the report."),
}).meta({ id: "ActionUpdate", description: "What somebody reported about an action." });
export type Update = Readonly<z.infer<typeof Update>>;

/** What a meeting made of an action when it went through the log. */
export const ReviewOutcome = vocabulary(
  "ReviewOutcome",
  "What a meeting made of an action when it went through the log.",
  {
    "carried-forward": "The action goes on.",
    closed: "The action was closed.",
    "progress-noted": "The meeting noted progress.",
    escalated: "The action was taken to somebody above.",
    revised: "The action was changed.",
    "not-reviewed": "The meeting did not come to it.",
  },
);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** What a meeting made of an action when it went through the log. */
export const Review = z
  .object({
    meeting: Ref.describe("The meeting that reviewed the action."),
    on: Day.describe("The day on which the meeting was held."),
    outcome: ReviewOutcome.describe("What the meeting made of the action."),
    note: Words.nullable()
      .default(null)
      .describe("What was said at the meeting; null where nothing was noted."),
    /** That the record of the meeting is a draft, and so what it made of the action. */
    draft: z.literal(true).optional().meta({ hidden: true }),
    /** Who sees it; whoever sees the action where it is not said. */
    access: Access.optional().meta({ hidden: true }),
  })
  .meta({ id: "ActionReview", description: "What a meeting made of an action." });
export type Review = Readonly<z.infer<typeof Review>>;

/** What an action is to what it serves. */
export const LinkRelation = vocabulary("LinkRelation", "What an action is to what it serves.", {
  "contributes-to": "The action contributes to it.",
  "responds-to": "The action responds to it.",
  delivers: "The action delivers it.",
  "evidence-for": "The action is evidence for it.",
});

/** What an action serves: a commitment it contributes to, a recommendation it responds to, and the like. */
export const Link = z
  .object({
    rel: LinkRelation.meta({
      field: "relation",
      description: "What the action is to what it serves.",
    }),
    target: Ref.describe("What the action serves."),
  })
  .meta({ id: "ActionLink", description: "What an action serves, and how." });
export type Link = Readonly<z.infer<typeof Link>>;

/** In what form something comes back to a group. */
export const FollowUpKind = vocabulary(
  "FollowUpKind",
  "In what form something comes back to the group.",
  {
    "agenda-item": "As an item of its agenda.",
    "report-back": "As a report of how it went.",
  },
);

/** What is to come back to the group, and to which meeting if that was said. */
export const FollowUp = z
  .object({
    kind: FollowUpKind.describe("The form in which it comes back."),
    meeting: Ref.nullable()
      .default(null)
      .describe("The meeting to which it comes back; null where that was not said."),
    text: Words.describe("What is to come back to the group."),
  })
  .meta({ id: "FollowUp", description: "What is to come back to the group." });
export type FollowUp = Readonly<z.infer<typeof FollowUp>>;

export const isSameLink = (one: Link, other: Link): boolean =>
  one.rel === other.rel && one.target.id === other.target.id;
