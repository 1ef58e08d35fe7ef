import { type Builder, enumValues } from "@remit/graphql";
import type { Quantity } from "@remit/kernel";
import type { Direction } from "../measure.ts";
import type { TargetSpec } from "../target.ts";

type Spec<Kind extends TargetSpec["kind"]> = Extract<TargetSpec, { kind: Kind }>;

/** What a target asks, and where it starts from, each no more exactly than its source. */
export function defineAsked(builder: Builder) {
  const Exact = builder.objectRef<{ value: string; unit: string }>("ExactQuantity").implement({
    description: "A number with its unit.",
    fields: (t) => ({
      value: t.expose("value", { type: "Decimal", description: "The number." }),
      unit: t.exposeString("unit", { description: "In what it is counted." }),
    }),
  });
  const Qualitative = builder
    .objectRef<Extract<Quantity, { kind: "qualitative" }>>("QualitativeQuantity")
    .implement({
      description: "How much, in words.",
      fields: (t) => ({ text: t.exposeString("text", { description: "The words." }) }),
    });
  const Baseline = builder.unionType("Baseline", {
    description: "Where a target starts from.",
    types: [Exact, Qualitative],
    resolveType: (value) => ("text" in value ? Qualitative : Exact),
  });
  return { Exact, Baseline, Asked: defineSpec(builder) };
}

function defineSpec(builder: Builder) {
  const DirectionType = builder.enumType("TargetDirection", {
    description: "Which way a figure is to change.",
    values: enumValues<Direction>({ increase: "It is to grow.", decrease: "It is to shrink." }),
  });
  const Operator = builder.enumType("TargetOperator", {
    description: "On which side of its value a target is met.",
    values: enumValues<Spec<"threshold">["operator"]>({
      "at-least": "The value or more.",
      "at-most": "The value or less.",
    }),
  });
  const Absolute = builder.objectRef<Spec<"absolute">>("AbsoluteTarget").implement({
    description: "A value that is to be reached.",
    fields: (t) => ({
      value: t.expose("value", { type: "Decimal", description: "The value." }),
      unit: t.exposeString("unit", { description: "In what it is counted." }),
    }),
  });
  const Relative = builder.objectRef<Spec<"relative-change">>("RelativeTarget").implement({
    description: "A change from the baseline.",
    fields: (t) => ({
      percent: t.expose("percent", {
        type: "Decimal",
        description: "By how many per cent of the baseline.",
      }),
      direction: t.field({
        type: DirectionType,
        description: "Which way.",
        resolve: ({ direction }) => direction,
      }),
    }),
  });
  const Threshold = builder.objectRef<Spec<"threshold">>("ThresholdTarget").implement({
    description: "A value that is not to be missed.",
    fields: (t) => ({
      operator: t.field({
        type: Operator,
        description: "On which side of the value it is met.",
        resolve: ({ operator }) => operator,
      }),
      value: t.expose("value", { type: "Decimal", description: "The value." }),
      unit: t.exposeString("unit", { description: "In what it is counted." }),
    }),
  });
  const Unspecified = builder.objectRef<Spec<"unspecified">>("UnspecifiedTarget").implement({
    description: "A target that was announced without a number.",
    fields: (t) => ({ text: t.exposeString("text", { description: "What was announced." }) }),
  });
  const types = {
    absolute: Absolute,
    "relative-change": Relative,
    threshold: Threshold,
    unspecified: Unspecified,
  };
  return builder.unionType("TargetSpec", {
    description: "What a target asks.",
    types: Object.values(types),
    resolveType: ({ kind }) => types[kind],
  });
}
