import { annotation, keepers, type OwnFields } from "@remit/kernel";
import { CommitmentStatus } from "../commitment.ts";
import { commitmentVerb } from "../verb.ts";

/** Writes fields of a directorate's own, whatever the status of the commitment. */
export const annotateCommitment = (fields: OwnFields) =>
  commitmentVerb("annotate", {
    ...annotation("a commitment", fields),
    from: CommitmentStatus.options,
    to: "same",
    by: keepers,
  });
