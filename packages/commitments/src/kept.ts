import { AgentRef, Day, Id, Period } from "@remit/kernel";
import * as z from "zod";
import { MissionAccess } from "./mission.ts";

/** By whom and when something was made with a verb. */
export const Made = z.object({ by: AgentRef, on: Day });
export type Made = Readonly<z.infer<typeof Made>>;

/** How something ended: by whom, on which day, and why. */
export const Ended = z
  .object({ by: AgentRef, on: Day, reason: z.string().min(1) })
  .meta({ id: "Ended" });
export type Ended = Readonly<z.infer<typeof Ended>>;

/** A time, as whatever is kept whole has it. */
export const Time = Period.meta({ id: "Period" });

/** What everything has that verbs change. `keeper` is the group that keeps the record of its mission, if one does; `made` is null for what a file says. */
export const kept = {
  id: Id,
  version: z.int().positive(),
  keeper: Id.nullable(),
  position: z.int().positive(),
  access: MissionAccess,
  made: Made.nullable(),
};

/** The day before which nothing happened to it. */
export const sinceOf = ({ made }: { readonly made: Made | null }): Day => made?.on ?? "0001-01-01";

/** What a mission's file makes, before anything has happened to it. */
export const asFiled = { version: 1, made: null } as const;
