import { Id, SourceRef } from "@remit/kernel";
import * as z from "zod";

/** That a meeting agreed the minutes of the one before it, as its own minutes say. */
export const AgreedMinutes = z.object({
  id: Id,
  meeting: Id,
  place: z.int().positive(),
  text: z.string().min(1),
  /** Whether the actions of the earlier meeting were agreed together with its minutes. */
  alsoActions: z.boolean(),
  source: SourceRef.nullable(),
});
export type AgreedMinutes = Readonly<z.infer<typeof AgreedMinutes>>;
