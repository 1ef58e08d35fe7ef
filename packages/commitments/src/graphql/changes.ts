import { type Builder, enumOf, moveType } from "@remit/graphql";
import type { Citation } from "../citation.ts";
import type { Restatement } from "../commitment.ts";
import { type Answer, AnswerPosition } from "../recommendation.ts";
import { RevisionEffect, type TargetRevision } from "../target.ts";
import type { defineAsked } from "./asked.ts";

/** The types of what has happened to commitments and targets. */
export function defineChanges(
  builder: Builder,
  { Asked, Baseline }: ReturnType<typeof defineAsked>,
) {
  const by = "Who did it, by name.";
  const on = "The day on which it was done.";
  const Source = builder.objectRef<Citation>("CitedSource").implement({
    description: "A publication that is cited for a change.",
    fields: (t) => ({
      title: t.exposeString("title", { description: "The title of the publication." }),
      publisher: t.exposeString("publisher", {
        nullable: true,
        description: "Who published the publication; null where it is not known.",
      }),
      url: t.exposeString("url", {
        nullable: true,
        description: "The address at which the publication can be read; null where none is known.",
      }),
    }),
  });
  const cited = {
    type: Source,
    nullable: true,
    description: "The publication that says so; null where none is cited.",
  } as const;
  const RestatementType = builder.objectRef<Restatement>("Restatement").implement({
    description: "A commitment in other words, as it was said later.",
    fields: (t) => ({
      statement: t.exposeString("statement", {
        description: "The commitment, as it was said then.",
      }),
      by: t.string({ description: by, resolve: ({ by }) => by.label }),
      on: t.expose("on", { type: "Date", description: on }),
      source: t.field({ ...cited, resolve: ({ source }) => source }),
    }),
  });
  const AnswerType = builder.objectRef<Answer>("RecommendationAnswer").implement({
    description: "What was said to a recommendation, on one day.",
    fields: (t) => ({
      position: t.field({
        type: enumOf(builder, AnswerPosition),
        description: "What the answer comes to.",
        resolve: ({ position }) => position,
      }),
      text: t.exposeString("text", { description: "The answer in words." }),
      by: t.string({ description: by, resolve: ({ by }) => by.label }),
      on: t.expose("on", { type: "Date", description: on }),
      source: t.field({ ...cited, resolve: ({ source }) => source }),
    }),
  });
  const Revision = builder.objectRef<TargetRevision>("TargetRevision").implement({
    description: "What a target asked before it was revised, and why that was changed.",
    fields: (t) => ({
      asked: t.field({
        type: Asked,
        description: "What the target asked before.",
        resolve: ({ was }) => was.spec,
      }),
      until: t.field({
        type: "PartialDate",
        nullable: true,
        description:
          "The end of the time within which it was to be reached; null where none was said.",
        resolve: ({ was }) => was.by.end,
      }),
      baseline: t.field({
        type: Baseline,
        nullable: true,
        description: "Where the target started from before; null where nobody said.",
        resolve: ({ was }) => (was.baseline.kind === "not-stated" ? null : was.baseline),
      }),
      effect: t.field({
        type: enumOf(builder, RevisionEffect),
        description: "What the revision makes of the target.",
        resolve: ({ effect }) => effect,
      }),
      by: t.string({ description: by, resolve: ({ by }) => by.label }),
      on: t.expose("on", { type: "Date", description: on }),
      reason: t.exposeString("reason", { description: "The reason for which it was revised." }),
      source: t.field({ ...cited, resolve: ({ source }) => source }),
    }),
  });
  const MoveNow = moveType(
    builder,
    "CommitmentMoveNow",
    "Whether you may do something to a part of a mission now.",
  );
  return {
    Answer: AnswerType,
    MoveNow,
    Restatement: RestatementType,
    Revision,
  };
}
