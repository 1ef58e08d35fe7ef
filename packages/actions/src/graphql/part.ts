import { type Builder, enumOf } from "@remit/graphql";
import type { AgentRef, Ref } from "@remit/kernel";
import { type Due, dueDay } from "../due.ts";
import {
  type Answer,
  type Assignment,
  type Owner,
  OwnerRole,
  PartStatus as PartStatusWords,
} from "../owner.ts";
import { type Review, ReviewOutcome, type Update } from "../update.ts";
import { dueInWords } from "../words.ts";
import type { defineActionTypes } from "./action.ts";
import { defineChanges } from "./change-parts.ts";
import { dueTold, toldOf } from "./label.ts";
import { defineQuantity } from "./quantity.ts";
import type { World } from "./world.ts";

type Types = ReturnType<typeof defineActionTypes>;

/** What an action's record is made of, as it was written down: names are those of the day. */
export function defineParts(builder: Builder, { Kind, DueKind }: Types, world: World) {
  const Role = enumOf(builder, OwnerRole);
  const PartStatus = enumOf(builder, PartStatusWords);
  const Outcome = enumOf(builder, ReviewOutcome);
  const Agent = builder.objectRef<AgentRef>("RecordedAgent").implement({
    description: "Whoever acted, under the name that they had then.",
    fields: (t) => ({
      kind: t.expose("kind", { type: Kind, description: "What sort of agent it is." }),
      name: t.exposeString("label", { description: "The name of the agent as it was written." }),
    }),
  });
  const Reference = builder.objectRef<Ref>("RecordedReference").implement({
    description: "What is pointed at, under the name that it had then.",
    fields: (t) => ({
      id: t.id({
        description: "The global id of what is pointed at.",
        resolve: ({ type, id }) => `${type}:${id}`,
      }),
      label: t.string({
        description:
          "The name that the thing had; a word for its type where you may not see the thing.",
        resolve: async (ref, _, context) => (await toldOf(world, context, ref)).label,
      }),
    }),
  });
  const DueType = builder.objectRef<Due>("RecordedDue").implement({
    description: "When an action was to be done.",
    fields: (t) => ({
      kind: t.expose("kind", { type: DueKind, description: "What sort of due it is." }),
      on: t.field({
        type: "Date",
        nullable: true,
        description: "The last day in time, where one is known.",
        resolve: dueDay,
      }),
      inWords: t.string({
        description: "The due in words, as a log has it.",
        resolve: async (due, _, context) => dueInWords(await dueTold(world, context, due)),
      }),
    }),
  });
  const AnswerType = builder.objectRef<Answer>("OwnerAnswer").implement({
    description: "What an owner had said about their part before.",
    fields: (t) => ({
      status: t.expose("status", {
        type: PartStatus,
        description: "The status of the part, as the owner gave it.",
      }),
      on: t.expose("on", {
        type: "Date",
        nullable: true,
        description: "The day on which they said so; null where it is not known.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "The owner's own words; null where there are none.",
      }),
    }),
  });
  const Part = builder.objectRef<Assignment>("OwnerPart").implement({
    description: "One person's part in what a crowd owns.",
    fields: (t) => ({
      agent: t.field({
        type: Agent,
        description: "The agent that is meant.",
        resolve: ({ agent }) => agent,
      }),
      status: t.expose("status", {
        type: PartStatus,
        description: "The status of the part, as the owner gave it.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "The owner's own words; null where there are none.",
      }),
      earlier: t.field({
        type: [AnswerType],
        description: "Earlier answers for the part, the first one first.",
        resolve: ({ earlier }) => [...earlier],
      }),
    }),
  });
  const OwnerType = builder.objectRef<Owner>("RecordedOwner").implement({
    description: "Whoever an action was for, with what they said.",
    fields: (t) => ({
      agent: t.field({
        type: Agent,
        description: "The agent that is meant.",
        resolve: ({ agent }) => agent,
      }),
      role: t.expose("role", { type: Role, description: "What the owner is to the action." }),
      status: t.expose("status", {
        type: PartStatus,
        description: "The status of the part, as the owner gave it.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "The owner's own words; null where there are none.",
      }),
      earlier: t.field({
        type: [AnswerType],
        description: "Earlier answers for the part, the first one first.",
        resolve: ({ earlier }) => [...earlier],
      }),
      parts: t.field({
        type: [Part],
        nullable: true,
        description: "For a crowd that was fanned out: each of its people.",
        resolve: ({ assignments }) => (assignments === null ? null : [...assignments]),
      }),
    }),
  });
  const QuantityType = defineQuantity(builder);
  const UpdateType = builder.objectRef<Update>("ActionUpdate").implement({
    description: "What somebody reported about an action.",
    fields: (t) => ({
      on: t.expose("on", { type: "Date", description: "The day on which it happened." }),
      by: t.field({
        type: Agent,
        description: "The agent that is meant.",
        resolve: ({ by }) => by,
      }),
      text: t.exposeString("text", { description: "What was reported of how the action stood." }),
      progress: t.field({
        type: QuantityType,
        nullable: true,
        description: "The progress that was reported; null where none was.",
        resolve: ({ progress }) => progress,
      }),
      evidence: t.field({
        type: [Reference],
        description: "The documents that show it.",
        resolve: ({ evidence }) => [...evidence],
      }),
      access: t.expose("access", { type: builder.Access, description: "Who may see the report." }),
    }),
  });
  const ReviewType = builder.objectRef<Review>("ActionReview").implement({
    description: "What a meeting made of an action.",
    fields: (t) => ({
      meeting: t.field({
        type: Reference,
        description: "The meeting that reviewed the action.",
        resolve: (made) => made.meeting,
      }),
      on: t.expose("on", { type: "Date", description: "The day on which the meeting was held." }),
      outcome: t.expose("outcome", {
        type: Outcome,
        description: "What the meeting made of the action.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "What was said at the meeting; null where nothing was noted.",
      }),
    }),
  });
  return {
    Agent,
    Reference,
    Due: DueType,
    Owner: OwnerType,
    Update: UpdateType,
    Review: ReviewType,
    ...defineChanges(builder, { Agent, Reference, Due: DueType }),
  };
}
