import { keepers, vocabulary } from "@remit/kernel";
import { reason } from "../input.ts";
import { commitmentVerb } from "../verb.ts";
import { ended } from "../within.ts";

/** How a commitment can turn out. */
export const CommitmentOutcome = vocabulary(
  "CommitmentOutcome",
  "How a commitment turned out, as the keepers of its record say.",
  {
    delivered: "The commitment was kept.",
    "partly-delivered": "The commitment was kept in part.",
    "not-delivered": "The commitment was not kept.",
  },
);

/** Whoever keeps the record says how it turned out. What others say of it are assessments. */
export const concludeCommitment = commitmentVerb("conclude", {
  says: "Records how a commitment turned out, in the word of whoever keeps the record.",
  from: ["made", "in-delivery"],
  to: ["delivered", "partly-delivered", "not-delivered"],
  by: keepers,
  input: {
    outcome: CommitmentOutcome.describe("How the commitment turned out."),
    ...reason,
  },
  step: (_, said) => ({ status: said.outcome, ...ended(said) }),
});
