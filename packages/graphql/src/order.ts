import { vocabulary } from "@remit/kernel";
import type * as z from "zod";
import type { Builder } from "./builder.ts";
import { enumOf, shared } from "./vocabulary.ts";

/** Which way an order runs. */
export const Direction = vocabulary("OrderDirection", "The direction in which a list is sorted.", {
  asc: "Ascending: from the earliest day, the lowest number or the first letter on.",
  desc: "Descending: from the latest day, the highest number or the last letter on.",
});
export type Direction = z.infer<typeof Direction>;

/** The input by which a caller sorts a list: one of these fields, a vocabulary, and a direction. */
export const orderInput = <Field extends string>(
  builder: Builder,
  name: string,
  description: string,
  fields: z.ZodType<Field>,
) =>
  shared(builder, name, () =>
    builder.inputType(name, {
      description,
      fields: (t) => ({
        field: t.field({
          type: enumOf(builder, fields),
          required: true,
          description: "The property by which the list is sorted.",
        }),
        direction: t.field({
          type: enumOf(builder, Direction),
          required: true,
          defaultValue: "asc",
          description: "Whether the list is ascending or descending; ascending if left out.",
        }),
      }),
    }),
  );
