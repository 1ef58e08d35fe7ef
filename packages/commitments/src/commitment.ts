import { AgentRef, Day, Id, Own, Period, Ref, vocabulary, Wording } from "@remit/kernel";
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
    superseded: "Another commitment has taken its place.",
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
  own: Own.optional(),
  mission: Id,
  code: Code,
  statement: z.string().min(1),
  wording: Wording,
  kind: CommitmentKind,
  period: Period,
  source: Citation,
  restatements: z.array(Restatement),
  /** The one whose place it took; left out where it is the first. */
  supersedes: Ref.optional(),
};
const open = ["made", "in-delivery"] as const;

/** Something that a mission promises. `code` is its name within the mission. Its statement stays (INV-C1): a promise that is reworded is restated. */
export const Commitment = z.discriminatedUnion("status", [
  z.object({ ...promised, status: CommitmentStatus.extract(open) }),
  z.object({
    ...promised,
    status: CommitmentStatus.exclude([...open, "superseded"]),
    ended: Ended,
  }),
  z.object({ ...promised, status: z.literal("superseded"), ended: Ended, successor: Ref }),
]);
export type Commitment = Readonly<z.infer<typeof Commitment>>;

/** What a mission has come to, in numbers of commitments. */
export interface Headline {
  /** All that were ever made: what every share is of (INV-C20). */
  readonly made: number;
  readonly by: Readonly<Record<CommitmentStatus, number>>;
}

/** INV-C20: how many commitments there are in each state. What was withdrawn or superseded is counted among all, and by itself. */
export function headlineOf(commitments: readonly Pick<Commitment, "status">[]): Headline {
  const count = (status: CommitmentStatus) =>
    commitments.filter((each) => each.status === status).length;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets the names of its keys
  const by = Object.fromEntries(
    CommitmentStatus.options.map((status) => [status, count(status)]),
  ) as Headline["by"];
  return { made: commitments.length, by };
}
