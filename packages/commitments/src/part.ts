import { Id, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Ended, kept } from "./kept.ts";

/** Whether a part of a mission stands. */
export const PartStanding = vocabulary(
  "PartStanding",
  "Whether a part of a mission's record stands, or was taken back.",
  {
    standing: "The part stands as it was recorded.",
    withdrawn: "The part was taken back, and stays in the record.",
  },
);
export type PartStanding = z.infer<typeof PartStanding>;

/** What every part of a mission has that is kept whole. */
export const ofMission = { ...kept, mission: Id };

/** How something ended, as a part has it. */
export const endedPart = Ended.describe(
  "Who took it back or ended it, when and why; null where nobody has.",
);

/** A part of a mission that is recorded, and may be taken back. */
export const partOf = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.discriminatedUnion("status", [
    z.object({ ...ofMission, ...shape, status: z.literal("standing") }),
    z.object({ ...ofMission, ...shape, status: z.literal("withdrawn"), ended: endedPart }),
  ]);
