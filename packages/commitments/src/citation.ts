import * as z from "zod";

/** A publication that says so. `url` is null for what is only on paper. */
export const Citation = z
  .object({
    title: z.string().min(1),
    publisher: z.string().min(1).nullable(),
    url: z.url({ protocol: /^https?$/u }).nullable(),
  })
  .meta({ id: "Citation" });
export type Citation = Readonly<z.infer<typeof Citation>>;
