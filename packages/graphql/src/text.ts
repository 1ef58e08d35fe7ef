import { isStorable } from "@remit/kernel";
import * as z from "zod";

/** Text that a caller writes, of any sort. */
export const FreeText = z
  .string()
  .max(10_000)
  .refine(isStorable, { error: "Send whole characters, and not NUL." });

/** Text that says something. */
export const Said = FreeText.trim().min(1);

/** A key by which a request is known again; no index holds one of any length. */
export const IdempotencyKey = FreeText.min(1).max(200);
