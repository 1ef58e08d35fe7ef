import { type Builder, enumValues } from "@remit/graphql";
import type { Quantity } from "@remit/kernel";

/** An amount as it was reported. */
export function defineQuantity(builder: Builder) {
  const QuantityKind = builder.enumType("QuantityKind", {
    description: "How exactly an amount is known.",
    values: enumValues<Quantity["kind"]>({
      exact: "The amount is known as a number.",
      qualitative: "The amount is known in words alone.",
      "not-stated": "Nobody said how much.",
    }),
  });
  return builder.objectRef<Quantity>("RecordedQuantity").implement({
    description: "How much, no more exactly than it was said.",
    fields: (t) => ({
      kind: t.expose("kind", {
        type: QuantityKind,
        description: "How exactly the amount is known.",
      }),
      value: t.field({
        type: "Decimal",
        nullable: true,
        description: "The number; null where the amount is not exact.",
        resolve: (amount) => (amount.kind === "exact" ? amount.value : null),
      }),
      unit: t.string({
        nullable: true,
        description: "The unit in which it is counted; null where the amount is not exact.",
        resolve: (amount) => (amount.kind === "exact" ? amount.unit : null),
      }),
      text: t.string({
        nullable: true,
        description: "The words for the amount; null where there is a number.",
        resolve: (amount) => (amount.kind === "qualitative" ? amount.text : null),
      }),
    }),
  });
}
