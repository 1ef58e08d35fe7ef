import {
  type Builder,
  byLevel,
  type Command,
  type Composed,
  defineCommands,
  defineOwnFields,
  enumOf,
  readable,
  readableJson,
  readsNames,
  type Viewer,
} from "@remit/graphql";
import { sql } from "kysely";
import { CommitmentKind } from "../commitment.ts";
import { type CommitmentOptions, verbsOfCommitments } from "../options.ts";
import { required } from "../required.ts";
import { commands, requiredColumns, requirementOf } from "../store.ts";
import { defineAsked } from "./asked.ts";
import { defineKept } from "./kept.ts";
import { defineNotComputable, defineProgress } from "./progress.ts";
import { citationOf, periodOf, type Parts } from "./parts.ts";
import type { defineSeries } from "./series.ts";

/** What a directorate decides of commitments, and their verbs. */
export interface OwnCommitments {
  readonly options: CommitmentOptions;
  readonly commitments: readonly Command[];
}

type SeriesTypes = ReturnType<typeof defineSeries>;

export function defineCommitment(
  builder: Builder,
  { Period, Citation, Ended }: Parts,
  { Series, Observation }: SeriesTypes,
  { composed, own }: { readonly composed: Composed; readonly own: OwnCommitments },
) {
  const Commitment = builder.table("commitments.commitment", {
    name: "Commitment",
    key: "id",
    description: "Something that a mission promises, with the targets by which it is measured.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Target = builder.table("commitments.target", {
    name: "Target",
    key: "id",
    description: "A value that a commitment is to reach, and the time by which it is to.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Kind = enumOf(builder, CommitmentKind);
  const asked = defineAsked(builder);
  const { Exact, Asked, Baseline } = asked;
  const Not = defineNotComputable(builder);
  const Required = builder.unionType("RequiredValue", {
    description: "The value that meets a target, or why none can be worked out.",
    types: [Exact, Not],
    resolveType: (value) => ("reason" in value ? Not : Exact),
  });
  defineProgress(builder, Target, Observation, Not);
  const changes = defineKept(builder, composed, { Commitment, Target, Observation }, asked, {
    Ended,
    verbs: verbsOfCommitments(own.options),
  });
  const commitmentFields = own.options.fields ?? {};
  defineOwnFields(
    builder,
    Commitment,
    commitmentFields,
    (...row) => sql`${readableJson("record")(...row)} -> 'own'`,
  );
  defineCommands(builder, Commitment, own.commitments, composed.directory);
  defineCommands(builder, Target, commands.targets, composed.directory);
  defineCommands(builder, Observation, commands.observations, composed.directory);

  builder.objectFields(Target, (t) => ({
    statement: t.text("statement", { description: "The target in a sentence." }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the target's statement is its source's own or a summary.",
    }),
    by: t.embedded(
      Period,
      (row, args, eb, viewer) => ({
        period_start: row.by_start,
        period_end: row.by_end,
        period_label: readable("by_label")(row, args, eb, viewer),
      }),
      { description: "The time within which the target is to be reached." },
    ),
    asks: t.computed(
      Asked,
      askedColumns,
      (row, { viewer }) => requirementOf(readBy(viewer, row)).spec,
      { description: "What the target asks, as exactly as its source says it." },
    ),
    baseline: t.computed(
      Baseline,
      askedColumns,
      (row, { viewer }) => {
        const { baseline } = requirementOf(readBy(viewer, row));
        return baseline.kind === "not-stated" ? null : baseline;
      },
      {
        nullable: true,
        description: "The value from which the target starts; null where its source says none.",
      },
    ),
    required: t.computed(Required, requiredColumns, (row) => required(requirementOf(row)), {
      description: "The value that meets the target, or why none can be worked out.",
    }),
    indicator: t.one(Series, {
      on: { id: "indicator_id" },
      description:
        "The indicator by which the target is measured; null where there is none, or none that you may see.",
    }),
    commitment: t.one(Commitment, {
      on: { id: "commitment_id" },
      description: "The commitment that the target measures; null where you may not see it.",
    }),
    source: t.embedded(Citation, citationOf, {
      description: "The publication that sets the target.",
    }),
  }));
  builder.objectFields(Commitment, (t) => ({
    code: t.text("code", {
      description: "The commitment's name within its mission, such as residential-rehabilitation.",
    }),
    statement: t.text("statement", { description: "The commitment in a sentence." }),
    wording: t.expose("wording", {
      type: builder.Wording,
      description: "Whether the commitment's statement is its source's own or a summary.",
    }),
    kind: t.expose("kind", {
      type: Kind,
      description: "What sort of thing the commitment promises.",
    }),
    period: t.embedded(Period, periodOf, {
      description: "The time for which the commitment is made.",
    }),
    successor: t.one(Commitment, {
      on: { id: "successor_id" },
      description: "The commitment that took its place; null where none has that you may see.",
    }),
    supersedes: t.many(Commitment, {
      on: { successor_id: "id" },
      order: ["position"],
      size: 1,
      description: "The commitments whose place it took, in the order of the record.",
    }),
    targets: t.many(Target, {
      on: { commitment_id: "id" },
      order: ["position"],
      size: 2,
      description: "The commitment's targets, in the order of its source.",
    }),
    source: t.embedded(Citation, citationOf, {
      description: "The publication that makes the commitment.",
    }),
  }));
  builder.objectField(Series, "targets", (t) =>
    t.many(Target, {
      on: { indicator_id: "id" },
      order: ["id"],
      size: 2,
      description: "The targets that are measured by the indicator, in the order of their record.",
    }),
  );
  return { Commitment, commitmentFields, CommitmentKind: Kind, Target, changes };
}

const askedColumns = [...requiredColumns, "for_public"] as const;

/** A row as a viewer may read it. */
const readBy = <Row extends { readonly for_public: object | null }>(
  viewer: Viewer,
  row: Row,
): Row => (readsNames(viewer, null) ? row : { ...row, ...row.for_public });
