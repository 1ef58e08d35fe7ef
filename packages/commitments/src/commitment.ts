import { Id, Period, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Code, MissionAccess } from "./mission.ts";

/** What is promised. */
export const CommitmentKind = vocabulary(
  "CommitmentKind",
  "What a commitment promises: money, a thing to do or deliver, a change, a way of working.",
  {
    input: "Money, people or means for the work.",
    activity: "Something that is to be done.",
    output: "Something that is to be delivered.",
    outcome: "A change in people's lives.",
    policy: "A policy that is to be made or kept.",
    process: "A way in which work is to be done.",
    legislative: "A law that is to be made or changed.",
    funding: "Money that is to be given to somebody.",
    reporting: "An account that is to be given.",
  },
);
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
