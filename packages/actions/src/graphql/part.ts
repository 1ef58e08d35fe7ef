import { type Builder, enumOf } from "@remit/graphql";
import type { AgentRef, Ref } from "@remit/kernel";
import type { Closure, Done, Started } from "../closure.ts";
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
      name: t.exposeString("label", { description: "As it was written." }),
    }),
  });
  const Reference = builder.objectRef<Ref>("RecordedReference").implement({
    description: "What is pointed at, under the name that it had then.",
    fields: (t) => ({
      id: t.id({ description: "Its global id.", resolve: ({ type, id }) => `${type}:${id}` }),
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
        description: "As a log has it.",
        resolve: async (due, _, context) => dueInWords(await dueTold(world, context, due)),
      }),
    }),
  });
  const AnswerType = builder.objectRef<Answer>("OwnerAnswer").implement({
    description: "What an owner had said about their part before.",
    fields: (t) => ({
      status: t.expose("status", { type: PartStatus, description: "What they said." }),
      on: t.expose("on", { type: "Date", nullable: true, description: "When, where known." }),
      note: t.exposeString("note", { nullable: true, description: "In their words." }),
    }),
  });
  const Part = builder.objectRef<Assignment>("OwnerPart").implement({
    description: "One person's part in what a crowd owns.",
    fields: (t) => ({
      agent: t.field({ type: Agent, description: "Who.", resolve: ({ agent }) => agent }),
      status: t.expose("status", { type: PartStatus, description: "What they said." }),
      note: t.exposeString("note", { nullable: true, description: "In their words." }),
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
      agent: t.field({ type: Agent, description: "Who.", resolve: ({ agent }) => agent }),
      role: t.expose("role", { type: Role, description: "What they are to it." }),
      status: t.expose("status", { type: PartStatus, description: "What they said." }),
      note: t.exposeString("note", { nullable: true, description: "In their words." }),
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
    description: "What somebody reported.",
    fields: (t) => ({
      on: t.expose("on", { type: "Date", description: "When." }),
      by: t.field({ type: Agent, description: "Who.", resolve: ({ by }) => by }),
      text: t.exposeString("text", { description: "How it stood." }),
      progress: t.field({
        type: QuantityType,
        nullable: true,
        description: "How far it had come, if that was said.",
        resolve: ({ progress }) => progress,
      }),
      evidence: t.field({
        type: [Reference],
        description: "Documents that show it.",
        resolve: ({ evidence }) => [...evidence],
      }),
      access: t.expose("access", { type: builder.Access, description: "Who may see it." }),
    }),
  });
  const ReviewType = builder.objectRef<Review>("ActionReview").implement({
    description: "What a meeting made of it.",
    fields: (t) => ({
      meeting: t.field({ type: Reference, description: "Which.", resolve: (made) => made.meeting }),
      on: t.expose("on", { type: "Date", description: "When it met." }),
      outcome: t.expose("outcome", { type: Outcome, description: "What it made of it." }),
      note: t.exposeString("note", { nullable: true, description: "What was said." }),
    }),
  });
  const reasonFields = <Shape extends Reasoned>(
    t: PothosSchemaTypes.ObjectFieldBuilder<Builder["$inferSchemaTypes"], Shape>,
  ) => ({
    by: t.field({ type: Agent, description: "Who.", resolve: ({ by }) => by }),
    on: t.field({ type: "Date", description: "When.", resolve: ({ on }) => on }),
    reason: t.string({ description: "Why.", resolve: ({ reason }) => reason }),
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
      from: t.field({ type: DueType, description: "It was.", resolve: ({ from }) => from }),
      to: t.field({ type: DueType, description: "It became.", resolve: ({ to }) => to }),
      ...reasonFields(t),
    }),
  });
  const RewordingType = builder.objectRef<Rewording>("Rewording").implement({
    description: "That the words were replaced by others.",
    fields: (t) => ({
      from: t.exposeString("from", { description: "They were." }),
      to: t.exposeString("to", { description: "They became." }),
      ...reasonFields(t),
    }),
  });
  const ClosureType = builder.objectRef<Closure>("ActionClosure").implement({
    description: "How it ended.",
    fields: (t) => ({
      kind: t.exposeString("kind", {
        description:
          "completed, agreed-closed, no-longer-relevant, superseded, withdrawn, transferred.",
      }),
      by: t.field({ type: Agent, description: "Who said so.", resolve: ({ by }) => by }),
      on: t.expose("on", { type: "Date", description: "When." }),
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
      by: t.field({ type: Agent, description: "Who.", resolve: ({ by }) => by }),
      on: t.expose("on", { type: "Date", description: "When." }),
    }),
  });
  const DoneType = builder.objectRef<Done>("ActionDone").implement({
    description: "That an action is done, as its owners say.",
    fields: (t) => ({
      by: t.field({
        type: Agent,
        nullable: true,
        description: "Who said so, where that is known.",
        resolve: ({ by }) => by,
      }),
      on: t.expose("on", { type: "Date", description: "When." }),
      note: t.exposeString("note", { nullable: true, description: "What was done." }),
      override: t.exposeString("override", {
        nullable: true,
        description: "Why it counts as done although not all have said so.",
      }),
      evidence: t.field({
        type: [Reference],
        description: "Documents that show it.",
        resolve: ({ evidence }) => [...evidence],
      }),
    }),
  });
  const ChangeType = builder.objectRef<Changed>("ActionChange").implement({
    description: "Something that was done for a reason.",
    fields: (t) => ({
      verb: t.exposeString("verb", { description: "What was done." }),
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
      kind: t.expose("kind", { type: FollowUpKind, description: "In what form." }),
      meeting: t.field({
        type: Reference,
        nullable: true,
        description: "At which meeting, if that was said.",
        resolve: ({ meeting }) => meeting,
      }),
      text: t.exposeString("text", { description: "What." }),
    }),
  });
  const LinkType = builder.objectRef<Link>("ActionLink").implement({
    description: "What an action serves.",
    fields: (t) => ({
      relation: t.expose("rel", { type: Rel, description: "What it is to it." }),
      target: t.field({ type: Reference, description: "What.", resolve: ({ target }) => target }),
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
