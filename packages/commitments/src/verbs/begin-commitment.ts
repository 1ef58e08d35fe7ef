import { keepers } from "@remit/kernel";
import { commitmentVerb } from "../verb.ts";

/** Work on it has begun. */
export const beginCommitment = commitmentVerb("begin", {
  says: "Records that work on a commitment has begun.",
  from: ["made"],
  to: "in-delivery",
  by: keepers,
  input: {},
  step: () => ({}),
});
