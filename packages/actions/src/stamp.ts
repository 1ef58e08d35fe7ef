import { AgentRef, Day, Ref, Refusal } from "@remit/kernel";
import * as z from "zod";

/** Words as they were written or said. */
export const Words = z.string().min(1);

/** Who said or did something, and on what day of the group's calendar. */
export const stamp = { by: AgentRef, on: Day };

/** A stamp with the reason, and the meeting that agreed it, if one did. */
export const reasoned = { ...stamp, reason: Words, agreedIn: Ref.nullable().default(null) };

export interface Stamp {
  readonly by: AgentRef;
  readonly on: Day;
}

export interface Reasoned extends Stamp {
  readonly reason: string;
  readonly agreedIn?: Ref | null;
}

/** Refuses a reason of no words. */
export function assertReason(reason: string, code = "REASON_MISSING"): void {
  if (reason.trim() !== "") return;
  const message = "Give the reason: whoever reads the record later needs it.";
  throw new Refusal(code, message, { path: ["reason"] });
}
