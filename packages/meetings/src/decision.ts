import { Access, Id, SourceRef, Wording } from "@remit/kernel";
import * as z from "zod";

/** What the meeting decided, in the words of its minutes. */
export const Decision = z.object({
  id: Id,
  meeting: Id,
  item: Id.nullable(),
  place: z.int().positive(),
  kind: z.string().min(1),
  text: z.string().min(1),
  wording: Wording,
  access: Access,
  source: SourceRef.nullable(),
});
export type Decision = Readonly<z.infer<typeof Decision>>;
