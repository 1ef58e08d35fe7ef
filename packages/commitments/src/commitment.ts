import { AgentRef, Day, Id, Period, vocabulary, Wording } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Ended, kept } from "./kept.ts";
import { Code } from "./mission.ts";

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

/** How far a commitment has come, as whoever keeps the record says. */
export const CommitmentStatus = vocabulary(
  "CommitmentStatus",
  "How far a commitment has come, as the keepers of its record say.",
  {
    made: "The commitment was made.",
    "in-delivery": "Work on the commitment has begun.",
    delivered: "The commitment was kept.",
    "partly-delivered": "The commitment was kept in part.",
    "not-delivered": "The commitment was not kept.",
    withdrawn: "Whoever made the commitment took it back.",
  },
);
export type CommitmentStatus = z.infer<typeof CommitmentStatus>;

/** The same promise in other words, said later. */
export const Restatement = z.object({
  statement: z.string().min(1),
  by: AgentRef,
  on: Day,
  source: Citation.nullable(),
});
export type Restatement = Readonly<z.infer<typeof Restatement>>;

const promised = {
  ...kept,
  mission: Id,
  code: Code,
  statement: z.string().min(1),
  wording: Wording,
  kind: CommitmentKind,
  period: Period,
  source: Citation,
  restatements: z.array(Restatement),
};

/** Something that a mission promises. `code` is its name within the mission. Its statement stays (INV-C1): a promise that is reworded is restated. */
export const Commitment = z.discriminatedUnion("status", [
  z.object({ ...promised, status: CommitmentStatus.extract(["made", "in-delivery"]) }),
  z.object({
    ...promised,
    status: CommitmentStatus.exclude(["made", "in-delivery"]),
    ended: Ended,
  }),
]);
export type Commitment = Readonly<z.infer<typeof Commitment>>;
