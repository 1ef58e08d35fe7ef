import { AgentRef, Day, Id, Period, Quantity, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Ended, kept } from "./kept.ts";
import { Measure } from "./measure.ts";
import { TargetSpec } from "./spec.ts";

/** How a target stands. */
export const TargetStatus = vocabulary(
  "TargetStatus",
  "How a target stands, as the keepers of its record say.",
  {
    proposed: "The target was proposed and not set yet.",
    set: "The target is to be reached.",
    met: "The target was reached.",
    missed: "The target was not reached in its time.",
    withdrawn: "Whoever set the target took it back.",
  },
);
export type TargetStatus = z.infer<typeof TargetStatus>;

/** What a revision makes of a target. */
export const RevisionEffect = vocabulary(
  "RevisionEffect",
  "What a revision makes of a target for those who are to reach it.",
  {
    easier: "There is less to be done, or more time for it.",
    harder: "There is more to be done, or less time for it.",
    neutral: "There is as much to be done in as much time.",
    unclear: "Nothing can be compared, or one part is easier and another harder.",
  },
);
export type RevisionEffect = z.infer<typeof RevisionEffect>;

const asked = { spec: TargetSpec, by: Period, baseline: Quantity };

/** What a target asked before it was revised, and why that was changed. */
export const TargetRevision = z.object({
  was: z.object(asked),
  effect: RevisionEffect,
  by: AgentRef,
  on: Day,
  reason: z.string().min(1),
  source: Citation.nullable(),
});
export type TargetRevision = Readonly<z.infer<typeof TargetRevision>>;

const said = {
  ...kept,
  commitment: Id,
  statement: z.string().min(1),
  wording: Wording,
  ...asked,
  measure: Measure.nullable(),
  indicator: Id.nullable(),
  source: Citation,
  revisions: z.array(TargetRevision),
};

/** How a commitment will be known to be kept, by when. `indicator` is the series it is measured by, if there is one. */
export const Target = z.discriminatedUnion("status", [
  z.object({ ...said, status: TargetStatus.extract(["proposed", "set"]) }),
  z.object({ ...said, status: TargetStatus.exclude(["proposed", "set"]), ended: Ended }),
]);
export type Target = Readonly<z.infer<typeof Target>>;
