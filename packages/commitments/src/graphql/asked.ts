import { type Builder, enumOf } from "@remit/graphql";
import type { Quantity } from "@remit/kernel";
import { Direction } from "../measure.ts";
import { TargetOperator, type TargetSpec } from "../target.ts";

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

function defineSpec(builder: Builder) {
  const unit = { description: "The unit in which the target's value is counted." };
  const Absolute = builder.objectRef<Spec<"absolute">>("AbsoluteTarget").implement({
    description: "A target that is a value to be reached.",
    fields: (t) => ({
      value: t.expose("value", { type: "Decimal", description: "The value to be reached." }),
      unit: t.exposeString("unit", unit),
    }),
  });
  const Relative = builder.objectRef<Spec<"relative-change">>("RelativeTarget").implement({
    description: "A target that is a change from its baseline.",
    fields: (t) => ({
      percent: t.expose("percent", {
        type: "Decimal",
        description: "The size of the change in per cent of the baseline, without a sign.",
      }),
      direction: t.field({
        type: enumOf(builder, Direction),
        description: "Whether the figure is to grow or to shrink.",
        resolve: ({ direction }) => direction,
      }),
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
  const Unspecified = builder.objectRef<Spec<"unspecified">>("UnspecifiedTarget").implement({
    description: "A target that was announced without a number.",
    fields: (t) => ({
      text: t.exposeString("text", { description: "The target in the words of its source." }),
    }),
  });
  const types = {
    absolute: Absolute,
    "relative-change": Relative,
    threshold: Threshold,
    unspecified: Unspecified,
  };
  return builder.unionType("TargetSpec", {
    description: "What a target asks, as exactly as its source says it.",
    types: Object.values(types),
    resolveType: ({ kind }) => types[kind],
  });
}
