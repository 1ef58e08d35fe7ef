import { Id } from "@remit/kernel";
import * as z from "zod";

/** A body that people come from or that acts itself: a charity, a health board, a division of government. */
export const Organisation = z.object({
  id: Id,
  slug: z.string().min(1),
  name: z.string().min(1),
  otherNames: z.array(z.string().min(1)),
});
export type Organisation = Readonly<z.infer<typeof Organisation>>;
