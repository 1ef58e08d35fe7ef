import { keepers, Note } from "@remit/kernel";
import { CitationInput } from "../input.ts";
import { commitmentVerb } from "../verb.ts";

/** The promise in other words. Its first statement stays (INV-C1). */
export const restateCommitment = commitmentVerb("restate", {
  says: "Records that a commitment was said again in other words; its first statement stays.",
  from: ["made", "in-delivery"],
  to: "same",
  by: keepers,
  input: {
    statement: Note.describe("The promise, as it is said now."),
    source: CitationInput.optional().describe("The publication that says it so."),
  },
  step: ({ restatements }, { statement, source = null, by, on }) => ({
    restatements: [...restatements, { statement, by, on, source }],
  }),
});
