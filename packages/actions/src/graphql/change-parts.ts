import { type Builder, enumOf } from "@remit/graphql";
import type { AgentRef, Ref } from "@remit/kernel";
import { ChangeKind } from "../change.ts";
import { type Closure, ClosureKind, type Done, type Started } from "../closure.ts";
import type { Due as DueShape } from "../due.ts";
import type { DueRevision, Rewording } from "../revision.ts";
import type { Reasoned } from "../stamp.ts";
import { type FollowUp, FollowUpKind, type Link, LinkRelation } from "../update.ts";
import { type Changed, closureBefore, doneBefore, startedBefore } from "./changed.ts";

type ObjectRef<Shape> = PothosSchemaTypes.ObjectRef<Builder["$inferSchemaTypes"], Shape>;

interface Shared {
  readonly Agent: ObjectRef<AgentRef>;
  readonly Reference: ObjectRef<Ref>;
  readonly Due: ObjectRef<DueShape>;
}

/** What an action's record says of changes, of its end and of what it serves. */
export function defineChanges(builder: Builder, { Agent, Reference, Due }: Shared) {
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
        type: Due,
        description: "The due that was replaced.",
        resolve: ({ from }) => from,
      }),
      to: t.field({
        type: Due,
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
        description:
          "The reason for which the action counts as done although not all owners have said so.",
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
        description: "The owners' word that was undone; null where none was.",
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
        description: "The end of the action that was undone; null where none was.",
        resolve: closureBefore,
      }),
    }),
  });
  const FollowUpType = builder.objectRef<FollowUp>("FollowUp").implement({
    description: "What is to come back to the group.",
    fields: (t) => ({
      kind: t.expose("kind", {
        type: enumOf(builder, FollowUpKind),
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
        type: enumOf(builder, LinkRelation),
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
    Revision: RevisionType,
    Rewording: RewordingType,
    Closure: ClosureType,
  };
}
