import { Access, Id, SourceRef } from "@remit/kernel";
import * as z from "zod";

/** A paper before a meeting, by the number that it has there. Gaps are allowed: paper 1 need not be mentioned. */
export const Paper = z.object({
  id: Id,
  meeting: Id,
  item: Id.nullable(),
  place: z.int().positive(),
  number: z.string().min(1),
  title: z.string().min(1).nullable(),
  access: Access,
  source: SourceRef.nullable(),
});
export type Paper = Readonly<z.infer<typeof Paper>>;
