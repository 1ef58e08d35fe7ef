import {
  type Builder,
  byLevel,
  enumValues,
  readable,
  readsNames,
  type Viewer,
} from "@remit/graphql";
import { NotComputable } from "@remit/kernel";
import { CommitmentKind } from "../commitment.ts";
import { required } from "../target.ts";
import { requiredColumns, requirementOf } from "../store.ts";
import { defineAsked } from "./asked.ts";
import { citationOf, periodOf, type Parts } from "./parts.ts";
import type { defineSeries } from "./series.ts";

type SeriesRef = ReturnType<typeof defineSeries>["Series"];

export function defineCommitment(builder: Builder, { Period, Citation }: Parts, Series: SeriesRef) {
  const Commitment = builder.table("commitments.commitment", {
    name: "Commitment",
    key: "id",
    description: "Something that a mission promises.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Target = builder.table("commitments.target", {
    name: "Target",
    key: "id",
    description: "How a commitment will be known to be kept, and by when.",
    visible: byLevel,
    interfaces: [builder.Node],
  });
  const Kind = builder.enumType("CommitmentKind", {
    description: "What is promised: money, a thing to do or deliver, a change, a way of working.",
    values: enumValues<CommitmentKind>({
      input: "Money, people or means.",
      activity: "Something to be done.",
      output: "Something to be delivered.",
      outcome: "A change in people's lives.",
      policy: "A policy.",
      process: "A way of working.",
      legislative: "A law.",
      funding: "Money for somebody.",
      reporting: "An account to be given.",
    }),
  });
  const { Exact, Asked, Baseline } = defineAsked(builder);
  const Required = defineRequired(builder, Exact);

  builder.objectFields(Target, (t) => ({
    statement: t.text("statement", { description: "The target in words." }),
    wording: t.expose("wording", { type: builder.Wording, description: "Whose words they are." }),
    by: t.embedded(
      Period,
      (row, args, eb, viewer) => ({
        period_start: row.by_start,
        period_end: row.by_end,
        period_label: readable("by_label")(row, args, eb, viewer),
      }),
      { description: "The time within which it is to be reached." },
    ),
    asks: t.computed(
      Asked,
      askedColumns,
      (row, { viewer }) => requirementOf(readBy(viewer, row)).spec,
      { description: "What is to be reached, as its source says it." },
    ),
    baseline: t.computed(
      Baseline,
      askedColumns,
      (row, { viewer }) => {
        const { baseline } = requirementOf(readBy(viewer, row));
        return baseline.kind === "not-stated" ? null : baseline;
      },
      { nullable: true, description: "Where it starts from; null where nobody said." },
    ),
    required: t.computed(Required, requiredColumns, (row) => required(requirementOf(row)), {
      description: "The value that meets it, or why there is none.",
    }),
    indicator: t.one(Series, {
      on: { id: "indicator_id" },
      description: "The series by which it is measured, if there is one.",
    }),
    source: t.embedded(Citation, citationOf, { description: "The publication that says so." }),
  }));
  builder.objectFields(Commitment, (t) => ({
    code: t.text("code", { description: "Its name within the mission." }),
    statement: t.text("statement", { description: "The promise in words." }),
    wording: t.expose("wording", { type: builder.Wording, description: "Whose words they are." }),
    kind: t.expose("kind", { type: Kind, description: "What is promised." }),
    period: t.embedded(Period, periodOf, { description: "The time for which it is promised." }),
    targets: t.many(Target, {
      on: { commitment_id: "id" },
      order: ["position"],
      size: 2,
      description: "The promise as numbers, or as near to one as its source comes.",
    }),
    source: t.embedded(Citation, citationOf, { description: "The publication that says so." }),
  }));
  return { Commitment, Target };
}

const askedColumns = [...requiredColumns, "for_public"] as const;

/** A row as a viewer may read it. */
const readBy = <Row extends { readonly for_public: object | null }>(
  viewer: Viewer,
  row: Row,
): Row => (readsNames(viewer, null) ? row : { ...row, ...row.for_public });

function defineRequired(builder: Builder, Exact: ReturnType<typeof defineAsked>["Exact"]) {
  const Reason = builder.enumType("NotComputableReason", {
    description: "Why there is no number.",
    values: enumValues<NotComputable["reason"]>({
      BASELINE_NOT_STATED: "Nobody says where it starts from.",
      BASELINE_NOT_EXACT: "Where it starts from is not a number.",
      NOT_QUANTIFIED: "The target itself is not a number.",
    }),
  });
  const Not = builder.objectRef<NotComputable>("NotComputable").implement({
    description: "The answer of arithmetic that has no number to give.",
    fields: (t) => ({
      reason: t.expose("reason", { type: Reason, description: "Why." }),
    }),
  });
  return builder.unionType("RequiredValue", {
    description: "The value that meets a target, or why there is none.",
    types: [Exact, Not],
    resolveType: (value) => ("reason" in value ? Not : Exact),
  });
}
