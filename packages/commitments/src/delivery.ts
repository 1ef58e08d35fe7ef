import { AgentRef, type Day, Day as DaySchema, Id, PartialDate, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { endedPart, ofMission } from "./part.ts";

/** How a milestone stands. */
export const MilestoneStatus = vocabulary(
  "MilestoneStatus",
  "How a milestone of a commitment stands.",
  {
    "not-started": "Nobody has begun with the milestone.",
    "on-track": "The milestone will be reached in time.",
    "minor-delay": "The milestone will be reached a little late.",
    "significant-delay": "The milestone will be reached much too late.",
    achieved: "The milestone was reached.",
    missed: "The milestone was not reached.",
    withdrawn: "The milestone was taken back.",
  },
);
export type MilestoneStatus = z.infer<typeof MilestoneStatus>;

const text = z.string().min(1);
const late = PartialDate.nullable();

/** A day that was changed, and why (INV-C19). */
export const DateChange = z
  .object({
    from: late.describe("When the milestone was due before; null where nobody had said."),
    to: late.describe("When the milestone is due from then on."),
    reason: text.describe("The reason for the other day."),
    by: AgentRef.describe("Whoever changed the day."),
    on: DaySchema.describe("The day on which that was changed."),
  })
  .meta({ id: "MilestoneRevision", description: "A change of when a milestone is due." });
export type DateChange = Readonly<z.infer<typeof DateChange>>;

const milestone = {
  ...ofMission,
  commitment: Id,
  title: text.describe("What is to be reached."),
  due: late.describe("When the milestone is due; null where nobody has said."),
  revisions: z.array(DateChange).describe("Every change of when it is due, the first one first."),
  forecast: late.describe("When the milestone is expected by now; null where nobody has said."),
  source: Citation.describe("The publication that sets it."),
};
const open = ["not-started", "on-track", "minor-delay", "significant-delay"] as const;

/** A step on the way to keeping a commitment. */
export const Milestone = z.discriminatedUnion("status", [
  z.object({ ...milestone, status: MilestoneStatus.extract(open) }),
  z.object({
    ...milestone,
    status: z.literal("achieved"),
    actual: PartialDate.describe("When the milestone was reached; null where it has not been."),
  }),
  z.object({ ...milestone, status: z.enum(["missed", "withdrawn"]), ended: endedPart }),
]);
export type Milestone = Readonly<z.infer<typeof Milestone>>;

/** When a milestone was due at first, whatever was changed since (INV-C19). */
export const originalDue = ({ revisions, due }: Pick<Milestone, "revisions" | "due">) =>
  revisions[0] === undefined ? due : revisions[0].from;

/** INV-C19: how many days later than it was due at first it was reached, or is expected; null where either is no day. */
export function slippageOf(milestone: Milestone): number | null {
  const reached = milestone.status === "achieved" ? milestone.actual : milestone.forecast;
  const [from, to] = [dayOf(originalDue(milestone)), dayOf(reached)];
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

const dayOf = (date: PartialDate | null): Day | null => DaySchema.safeParse(date).data ?? null;

/** What sort of thing is delivered. */
export const DeliverableKind = vocabulary("DeliverableKind", "What sort of thing is delivered.", {
  publication: "A text that can be read.",
  campaign: "A campaign in public.",
  service: "A service for people.",
  "body-established": "A body that was not there before.",
  standard: "A standard for the work of others.",
  plan: "A plan of what is to be done.",
  charter: "A charter of what people can expect.",
  dataset: "Data that others can use.",
  fund: "A fund that pays others.",
});
export type DeliverableKind = z.infer<typeof DeliverableKind>;

/** Whether a thing is there. */
export const DeliverableStatus = vocabulary(
  "DeliverableStatus",
  "Whether something that a mission delivers is there yet.",
  {
    planned: "The thing is to come.",
    produced: "The thing is there now.",
    withdrawn: "The thing will not come, or was taken back.",
  },
);
export type DeliverableStatus = z.infer<typeof DeliverableStatus>;

const deliverable = {
  ...ofMission,
  commitment: Id.nullable(),
  title: text.describe("The thing that is delivered, in a few words."),
  kind: DeliverableKind.describe("What sort of thing it is."),
  producedBy: AgentRef.describe("The person or body who delivers the thing."),
  source: Citation.describe("The publication that announces it."),
};

/** Something that comes of a mission. */
export const Deliverable = z.discriminatedUnion("status", [
  z.object({ ...deliverable, status: z.literal("planned") }),
  z.object({
    ...deliverable,
    status: z.literal("produced"),
    deliveredOn: late.describe("When the thing was there; null where its source does not say."),
    document: Citation.nullable().describe(
      "Where the thing can be read; null where it is no text.",
    ),
  }),
  z.object({ ...deliverable, status: z.literal("withdrawn"), ended: endedPart }),
]);
export type Deliverable = Readonly<z.infer<typeof Deliverable>>;
