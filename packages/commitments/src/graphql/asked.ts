import { type Builder, enumOf } from "@remit/graphql";
import type { Quantity } from "@remit/kernel";
import { Direction } from "../measure.ts";
import { TargetOperator, type TargetSpec } from "../spec.ts";

type Spec<Kind extends TargetSpec["kind"]> = Extract<TargetSpec, { kind: Kind }>;

/** What a target asks, and where it starts from, each no more exactly than its source. */
export function defineAsked(builder: Builder) {
  const Exact = builder.objectRef<{ value: string; unit: string }>("ExactQuantity").implement({
    description: "A quantity that is a number with its unit.",
    fields: (t) => ({
      value: t.expose("value", { type: "Decimal", description: "The number of the quantity." }),
      unit: t.exposeString("unit", { description: "The unit in which the quantity is counted." }),
    }),
  });
  const Qualitative = builder
    .objectRef<Extract<Quantity, { kind: "qualitative" }>>("QualitativeQuantity")
    .implement({
      description: "A quantity that its source gives in words.",
      fields: (t) => ({
        text: t.exposeString("text", { description: "The quantity in the words of its source." }),
      }),
    });
  const Baseline = builder.unionType("Baseline", {
    description: "The value from which a target starts, as a number or in words.",
    types: [Exact, Qualitative],
    resolveType: (value) => ("text" in value ? Qualitative : Exact),
  });
  return { Exact, Baseline, Asked: defineSpec(builder) };
}

const unit = { description: "The unit in which the target's value is counted." };

function defineSpec(builder: Builder) {
  const types = {
    ...defineValues(builder),
    ...defineChanges(builder),
    ...defineParts(builder),
    milestone: inWords(builder, "MilestoneTarget", "A target that is something to be done."),
    qualitative: inWords(builder, "QualitativeTarget", "A target that is a change in words."),
    unspecified: inWords(
      builder,
      "UnspecifiedTarget",
      "A target that was announced without a number.",
    ),
  };
  return builder.unionType("TargetSpec", {
    description: "What a target asks, as exactly as its source says it.",
    types: Object.values(types),
    resolveType: ({ kind }) => types[kind],
  });
}

function defineValues(builder: Builder) {
  const Absolute = builder.objectRef<Spec<"absolute">>("AbsoluteTarget").implement({
    description: "A target that is a value to be reached.",
    fields: (t) => ({
      value: t.expose("value", { type: "Decimal", description: "The value to be reached." }),
      unit: t.exposeString("unit", unit),
    }),
  });
  const Threshold = builder.objectRef<Spec<"threshold">>("ThresholdTarget").implement({
    description: "A target that is met on one side of a value.",
    fields: (t) => ({
      operator: t.field({
        type: enumOf(builder, TargetOperator),
        description: "The side of the value on which the target is met.",
        resolve: ({ operator }) => operator,
      }),
      value: t.expose("value", {
        type: "Decimal",
        description: "The value that is not to be missed.",
      }),
      unit: t.exposeString("unit", unit),
    }),
  });
  return { absolute: Absolute, threshold: Threshold };
}

function defineChanges(builder: Builder) {
  const Way = enumOf(builder, Direction);
  const way = "Whether the figure is to grow or to shrink.";
  const Relative = builder.objectRef<Spec<"relative-change">>("RelativeTarget").implement({
    description: "A target that is a change from its baseline.",
    fields: (t) => ({
      percent: t.expose("percent", {
        type: "Decimal",
        description: "The size of the change in per cent of the baseline, without a sign.",
      }),
      direction: t.field({
        type: Way,
        description: way,
        resolve: ({ direction }) => direction,
      }),
    }),
  });
  const Change = builder.objectRef<Spec<"absolute-change">>("ChangeTarget").implement({
    description: "A target that is so many more or fewer than its baseline.",
    fields: (t) => ({
      value: t.expose("value", {
        type: "Decimal",
        description: "The size of the change, without a sign.",
      }),
      unit: t.exposeString("unit", unit),
      direction: t.field({
        type: Way,
        description: way,
        resolve: ({ direction }) => direction,
      }),
    }),
  });
  return { "relative-change": Relative, "absolute-change": Change };
}

function defineParts(builder: Builder) {
  const Share = builder.objectRef<Spec<"share">>("ShareTarget").implement({
    description: "A target that is a part of something, in per cent.",
    fields: (t) => ({
      percent: t.expose("percent", {
        type: "Decimal",
        description: "The size of the part in per cent.",
      }),
      of: t.exposeString("of", { description: "The whole of which the target is a part." }),
    }),
  });
  const Coverage = builder.objectRef<Spec<"coverage">>("CoverageTarget").implement({
    description: "A target that is so many of a number of things, such as areas.",
    fields: (t) => ({
      value: t.expose("value", { type: "Decimal", description: "How many are to be reached." }),
      of: t.expose("of", { type: "Decimal", description: "How many there are in all." }),
      unit: t.exposeString("unit", { description: "The things that are counted." }),
    }),
  });
  return { share: Share, coverage: Coverage };
}

const inWords = (builder: Builder, name: string, description: string) =>
  builder.objectRef<Spec<"milestone" | "qualitative" | "unspecified">>(name).implement({
    description,
    fields: (t) => ({
      text: t.exposeString("text", { description: "The target in the words of its source." }),
    }),
  });
