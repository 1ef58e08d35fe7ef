import { type NounOptions, verbsWith } from "@remit/kernel";
import type { Commitment } from "./commitment.ts";
import { commitmentVerbs } from "./verbs.ts";
import { annotateCommitment } from "./verbs/annotate.ts";

/** What a directorate decides of commitments: what it leaves out is as everybody has it. */
export type CommitmentOptions = NounOptions<Commitment, keyof typeof commitmentVerbs>;

/** The verbs of commitments as a directorate has them. */
export const verbsOfCommitments = (options: CommitmentOptions) =>
  verbsWith(commitmentVerbs, annotateCommitment, options);
