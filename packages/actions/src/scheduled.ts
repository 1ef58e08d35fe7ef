import type { Day, Ref } from "@remit/kernel";
import type { Due } from "./due.ts";

/** A meeting as it is planned today, or the next one where only its day is announced; no day where it was cancelled. */
export interface Scheduled {
  readonly meeting: Ref | "next";
  readonly on: Day | null;
}

/** A due by the next meeting, as far as that meeting is known. */
export const placed = (due: Due, next: Scheduled | undefined): Due =>
  due.kind === "by-meeting" && due.meeting === "next" && next ? { ...due, ...next } : due;
