import { addDuration, Day, Duration, lastDay, PartialDate, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Words } from "./stamp.ts";

const text = Words.nullable().default(null);

const dueSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("date"), on: PartialDate, text }),
    z.object({
      kind: z.literal("by-meeting"),
      meeting: z.union([Ref, z.literal("next")]),
      on: Day.nullable().default(null),
      text,
    }),
    z.object({ kind: z.literal("within"), duration: Duration, from: Day, text }),
    z.object({ kind: z.literal("standing"), reviewEvery: Duration.nullable().default(null), text }),
    z.object({ kind: z.literal("asap"), text }),
    z.object({ kind: z.literal("as-written"), text: Words }),
    z.object({ kind: z.literal("not-stated") }),
  ])
  .meta({ id: "Due" });
type DueType = typeof dueSchema;
// Named, so that the declarations of whatever has a due do not repeat it.
export interface DueSchema extends DueType {}

/**
 * When an action is to be done; `text` holds the words of the source, if there were any. `by-meeting` carries the day of
 * its meeting once that is known. `as-written` keeps words that nobody has placed yet.
 */
export const Due: DueSchema = dueSchema;
export type Due = Readonly<z.infer<typeof Due>>;

/** What sort of due an action has. */
export const DueKind = vocabulary("DueKind", "What sort of due an action has.", {
  date: "A day, a month or a year.",
  "by-meeting": "A meeting of the group.",
  within: "A time that counts from a day.",
  standing: "No end: the action goes on until the group closes it.",
  asap: "As soon as it can be done.",
  "as-written": "Words that name no day.",
  "not-stated": "The source does not say.",
} satisfies Record<Due["kind"], string>);
export type DueKind = z.infer<typeof DueKind>;

/** The last day on which an action is in time, or null where none is known. */
export function dueDay(due: Due): Day | null {
  switch (due.kind) {
    case "date":
      return lastDay(due.on);
    case "by-meeting":
      return due.on;
    case "within":
      return addDuration(due.from, due.duration);
    default:
      return null;
  }
}
