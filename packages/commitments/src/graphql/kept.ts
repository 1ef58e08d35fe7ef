import {
  type Builder,
  type Composed,
  enumOf,
  historyOf,
  movesFor,
  recordFor,
  type TableRef,
  type Viewer,
} from "@remit/graphql";
import type { AnyVerb } from "@remit/kernel";
import type * as z from "zod";
import { Commitment, CommitmentStatus } from "../commitment.ts";
import { Observation } from "../indicator.ts";
import { Target, TargetStatus } from "../target.ts";
import { observationVerbs, targetVerbs } from "../verbs.ts";
import type { defineAsked } from "./asked.ts";
import { type MeasuredRow, measuredOf } from "../store.ts";
import { endedOf, hasEnded, type Parts } from "./parts.ts";
import { defineChanges } from "./changes.ts";

type Types = Builder["$inferSchemaTypes"];

/** What those types are that kept things share. */
export type Changes = ReturnType<typeof defineChanges>;

interface Kept {
  readonly Commitment: TableRef<Types, "commitments.commitment">;
  readonly Target: TableRef<Types, "commitments.target">;
  readonly Observation: TableRef<Types, "commitments.observation">;
}

export const needs = ["record", "for_public"] as const;

/** Reads a record as the viewer may. */
export const reading =
  <Thing>(schema: z.ZodType<Thing>) =>
  (row: Parameters<typeof recordFor>[1], { viewer }: { readonly viewer: Viewer }): Thing =>
    schema.parse(recordFor(viewer, row));

/** A record is read and parsed whole, whatever is asked of it. */
export const cost = { own: 5 };

export const moves = (noun: string) => ({
  description: `Every verb, and whether you may do it to this ${noun} now.`,
  cost,
});

/** The verbs of commitments as a directorate has them. */
interface Doing {
  readonly verbs: Readonly<Record<string, AnyVerb<Commitment>>>;
}

/** What has happened to what verbs change, and what may be done to it now. */
export function defineKept(
  builder: Builder,
  { Entry }: Pick<Composed, "Entry">,
  types: Kept,
  asked: ReturnType<typeof defineAsked>,
  { Ended, verbs }: Pick<Parts, "Ended"> & Doing,
): Changes {
  const changes = defineChanges(builder, asked);
  const { MoveNow, Restatement, Revision } = changes;
  const commitmentIn = reading(Commitment);
  const targetIn = reading(Target);
  const observationIn = reading(Observation);
  builder.objectFields(types.Commitment, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the commitment, which every verb raises by one.",
    }),
    status: t.expose("status", {
      type: enumOf(builder, CommitmentStatus),
      description: "How far the commitment has come, as the keepers of its record say.",
    }),
    restatements: t.computed(
      [Restatement],
      needs,
      (row, context) => [...commitmentIn(row, context).restatements],
      { description: "The commitment in other words, as it was said later, in their order.", cost },
    ),
    ended: t.embedded(Ended, endedOf, {
      when: hasEnded,
      description: "How the commitment ended; null where it has not.",
    }),
    moves: t.computed(
      [MoveNow],
      needs,
      (row, context) => movesFor(verbs, context.caller, commitmentIn(row, context)),
      moves("commitment"),
    ),
    history: t.page(Entry, historyOf("Commitment", "the commitment")),
  }));
  builder.objectFields(types.Target, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the target, which every verb raises by one.",
    }),
    status: t.expose("status", {
      type: enumOf(builder, TargetStatus),
      description: "How the target stands, as the keepers of its record say.",
    }),
    revisions: t.computed(
      [Revision],
      needs,
      (row, context) => [...targetIn(row, context).revisions],
      { description: "What the target asked before, and why that was changed, in order.", cost },
    ),
    ended: t.embedded(Ended, endedOf, {
      when: hasEnded,
      description: "How the target ended; null where it has not.",
    }),
    moves: t.computed(
      [MoveNow],
      {
        columns: needs,
        values: { judged: ({ id }, _args, eb) => eb.fn<MeasuredRow>("commitments.judged", [id]) },
      },
      ({ judged, ...row }, context) =>
        movesFor(targetVerbs, context.caller, targetIn(row, context), {
          measured: measuredOf(judged),
        }),
      moves("target"),
    ),
    history: t.page(Entry, historyOf("Target", "the target")),
  }));
  builder.objectFields(types.Observation, (t) => ({
    version: t.exposeInt("version", {
      description: "The version of the figure's record, which every verb raises by one.",
    }),
    reason: t.computed("String", needs, (row, context) => observationIn(row, context).reason, {
      nullable: true,
      description: "Why the figure was replaced or taken back; null where nobody says.",
      cost,
    }),
    moves: t.computed(
      [MoveNow],
      needs,
      (row, context) => movesFor(observationVerbs, context.caller, observationIn(row, context)),
      moves("figure"),
    ),
    history: t.page(Entry, historyOf("Observation", "the figure")),
  }));
  return changes;
}
