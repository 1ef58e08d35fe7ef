import { type Builder, enumOf } from "@remit/graphql";
import type { AgentRef, Ref } from "@remit/kernel";
import { ChangeKind } from "../change.ts";
import { type Closure, ClosureKind, type Done, type Started } from "../closure.ts";
import { type Due, dueDay } from "../due.ts";
import {
  type Answer,
  type Assignment,
  type Owner,
  OwnerRole,
  PartStatus as PartStatusWords,
} from "../owner.ts";
import type { DueRevision, Rewording } from "../revision.ts";
import type { Reasoned } from "../stamp.ts";
import {
  type FollowUp,
  FollowUpKind as FollowUpWords,
  type Link,
  LinkRelation,
  type Review,
  ReviewOutcome,
  type Update,
} from "../update.ts";
import { dueInWords } from "../words.ts";
import type { defineActionTypes } from "./action.ts";
import { type Changed, closureBefore, doneBefore, startedBefore } from "./changed.ts";
import { dueTold, toldOf } from "./label.ts";
import { defineQuantity } from "./quantity.ts";
import type { World } from "./world.ts";

type Types = ReturnType<typeof defineActionTypes>;

/** What an action's record is made of, as it was written down: names are those of the day. */
export function defineParts(builder: Builder, { Kind, DueKind }: Types, world: World) {
  const Role = enumOf(builder, OwnerRole);
  const PartStatus = enumOf(builder, PartStatusWords);
  const Outcome = enumOf(builder, ReviewOutcome);
  const Rel = enumOf(builder, LinkRelation);
  const FollowUpKind = enumOf(builder, FollowUpWords);
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
          "What it was called; what sort of thing it is, where it is not for you to see.",
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
        description: "What they said about their part.",
      }),
      on: t.expose("on", {
        type: "Date",
        nullable: true,
        description: "The day on which they said so; null where it is not known.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "What they said, in their own words; null where they said no more.",
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
        description: "What they said about their part.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "What they said, in their own words; null where they said no more.",
      }),
      earlier: t.field({
        type: [AnswerType],
        description: "What they had said before, the first answer first.",
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
        description: "What they said about their part.",
      }),
      note: t.exposeString("note", {
        nullable: true,
        description: "What they said, in their own words; null where they said no more.",
      }),
      earlier: t.field({
        type: [AnswerType],
        description: "What they had said before, the first answer first.",
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
  const reasonFields = <Shape extends Reasoned>(
    t: PothosSchemaTypes.ObjectFieldBuilder<Builder["$inferSchemaTypes"], Shape>,
  ) => ({
    by: t.field({ type: Agent, description: "The agent that is meant.", resolve: ({ by }) => by }),
    on: t.field({
      type: "Date",
      description: "The day on which it happened.",
      resolve: ({ on }) => on,
    }),
    reason: t.string({
      description: "The reason that was given.",
      resolve: ({ reason }) => reason,
    }),
    agreedIn: t.field({
      type: Reference,
      nullable: true,
      description: "The meeting that agreed it.",
      resolve: ({ agreedIn }) => agreedIn ?? null,
    }),
  });
  const RevisionType = builder.objectRef<DueRevision>("DueRevision").implement({
    description: "That a due was replaced by another.",
    fields: (t) => ({
      from: t.field({
        type: DueType,
        description: "The due that was replaced.",
        resolve: ({ from }) => from,
      }),
      to: t.field({
        type: DueType,
        description: "The due that took its place.",
        resolve: ({ to }) => to,
      }),
      ...reasonFields(t),
    }),
  });
  const RewordingType = builder.objectRef<Rewording>("Rewording").implement({
    description: "That the words were replaced by others.",
    fields: (t) => ({
      from: t.exposeString("from", { description: "The words that were replaced." }),
      to: t.exposeString("to", { description: "The words that took their place." }),
      ...reasonFields(t),
    }),
  });
  const ClosureType = builder.objectRef<Closure>("ActionClosure").implement({
    description: "How an action ended.",
    fields: (t) => ({
      kind: t.expose("kind", {
        type: enumOf(builder, ClosureKind),
        description: "The kind of end that the action came to.",
      }),
      by: t.field({
        type: Agent,
        description: "Whoever said that it ended.",
        resolve: ({ by }) => by,
      }),
      on: t.expose("on", { type: "Date", description: "The day on which it happened." }),
      agreedIn: t.field({
        type: Reference,
        nullable: true,
        description: "The meeting that agreed it.",
        resolve: ({ agreedIn }) => agreedIn,
      }),
      note: t.string({
        nullable: true,
        description: "Why, or what was said.",
        resolve: (closure) => ("reason" in closure ? closure.reason : closure.note),
      }),
      to: t.field({
        type: Reference,
        nullable: true,
        description: "For a transfer: the other group.",
        resolve: (closure) => (closure.kind === "transferred" ? closure.to : null),
      }),
    }),
  });
  const StepType = builder.objectRef<Started>("ActionStep").implement({
    description: "Who did something, and when.",
    fields: (t) => ({
      by: t.field({
        type: Agent,
        description: "The agent that is meant.",
        resolve: ({ by }) => by,
      }),
      on: t.expose("on", { type: "Date", description: "The day on which it happened." }),
    }),
  });
  const DoneType = builder.objectRef<Done>("ActionDone").implement({
    description: "That an action is done, as its owners say.",
    fields: (t) => ({
      by: t.field({
        type: Agent,
        nullable: true,
        description: "Whoever said so; null where the source does not tell.",
        resolve: ({ by }) => by,
      }),
      on: t.expose("on", { type: "Date", description: "The day on which it happened." }),
      note: t.exposeString("note", {
        nullable: true,
        description: "What was done; null where nobody said.",
      }),
      override: t.exposeString("override", {
        nullable: true,
        description: "Why it counts as done although not all have said so.",
      }),
      evidence: t.field({
        type: [Reference],
        description: "The documents that show it.",
        resolve: ({ evidence }) => [...evidence],
      }),
    }),
  });
  const ChangeType = builder.objectRef<Changed>("ActionChange").implement({
    description: "Something about an action that was changed for a reason.",
    fields: (t) => ({
      kind: t.expose("verb", {
        type: enumOf(builder, ChangeKind),
        description: "What was changed or undone.",
      }),
      ...reasonFields(t),
      done: t.field({
        type: DoneType,
        nullable: true,
        description: "That it had been done, where that was undone.",
        resolve: doneBefore,
      }),
      started: t.field({
        type: StepType,
        nullable: true,
        description: "Who had taken it up, where it was open again afterwards.",
        resolve: startedBefore,
      }),
      closure: t.field({
        type: ClosureType,
        nullable: true,
        description: "How it had ended, where that was undone.",
        resolve: closureBefore,
      }),
    }),
  });
  const FollowUpType = builder.objectRef<FollowUp>("FollowUp").implement({
    description: "What is to come back to the group.",
    fields: (t) => ({
      kind: t.expose("kind", {
        type: FollowUpKind,
        description: "The form in which it comes back.",
      }),
      meeting: t.field({
        type: Reference,
        nullable: true,
        description: "At which meeting, if that was said.",
        resolve: ({ meeting }) => meeting,
      }),
      text: t.exposeString("text", { description: "What is to come back to the group." }),
    }),
  });
  const LinkType = builder.objectRef<Link>("ActionLink").implement({
    description: "What an action serves, and how.",
    fields: (t) => ({
      relation: t.expose("rel", {
        type: Rel,
        description: "What the action is to what it serves.",
      }),
      target: t.field({
        type: Reference,
        description: "What the action serves.",
        resolve: ({ target }) => target,
      }),
    }),
  });
  return {
    Step: StepType,
    Change: ChangeType,
    Done: DoneType,
    Link: LinkType,
    FollowUp: FollowUpType,
    Agent,
    Reference,
    Due: DueType,
    Owner: OwnerType,
    Update: UpdateType,
    Review: ReviewType,
    Revision: RevisionType,
    Rewording: RewordingType,
    Closure: ClosureType,
  };
}
