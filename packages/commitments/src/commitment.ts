import { Id, Period, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Code, MissionAccess } from "./mission.ts";

/** What is promised: money, a thing to do, a thing to deliver, a change in people's lives, a way of working. */
export const CommitmentKind = z.enum([
  "input",
  "activity",
  "output",
  "outcome",
  "policy",
  "process",
  "legislative",
  "funding",
  "reporting",
]);
export type CommitmentKind = z.infer<typeof CommitmentKind>;

/** Something that a mission promises. `code` is its name within the mission, and stays when the statement is reworded. */
export const Commitment = z.object({
  id: Id,
  mission: Id,
  position: z.int().positive(),
  code: Code,
  statement: z.string().min(1),
  wording: Wording,
  kind: CommitmentKind,
  period: Period,
  source: Citation,
  access: MissionAccess,
});
export type Commitment = Readonly<z.infer<typeof Commitment>>;
