import { Id, Period, Quantity, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Measure } from "./measure.ts";
import { MissionAccess } from "./mission.ts";
import { TargetSpec } from "./spec.ts";

/** How a commitment will be known to be kept, by when. `indicator` is the series it is measured by, if there is one. */
export const Target = z.object({
  id: Id,
  commitment: Id,
  position: z.int().positive(),
  statement: z.string().min(1),
  wording: Wording,
  spec: TargetSpec,
  measure: Measure.nullable(),
  by: Period,
  baseline: Quantity,
  indicator: Id.nullable(),
  source: Citation,
  access: MissionAccess,
});
export type Target = Readonly<z.infer<typeof Target>>;
