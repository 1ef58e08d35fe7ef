import { type Builder, enumValues } from "@remit/graphql";
import type { Quantity } from "@remit/kernel";

/** An amount as it was reported. */
export function defineQuantity(builder: Builder) {
  const QuantityKind = builder.enumType("QuantityKind", {
    description: "How exactly an amount is known.",
    values: enumValues<Quantity["kind"]>({
      exact: "As a number.",
      qualitative: "In words alone.",
      "not-stated": "Nobody said.",
    }),
  });
  return builder.objectRef<Quantity>("RecordedQuantity").implement({
    description: "How much, no more exactly than it was said.",
    fields: (t) => ({
      kind: t.expose("kind", { type: QuantityKind, description: "How exactly it is known." }),
      value: t.field({
        type: "Decimal",
        nullable: true,
        description: "The number, for one that is exact.",
        resolve: (amount) => (amount.kind === "exact" ? amount.value : null),
      }),
      unit: t.string({
        nullable: true,
        description: "In what it is counted.",
        resolve: (amount) => (amount.kind === "exact" ? amount.unit : null),
      }),
      text: t.string({
        nullable: true,
        description: "The words, where there is no number.",
        resolve: (amount) => (amount.kind === "qualitative" ? amount.text : null),
      }),
    }),
  });
}
