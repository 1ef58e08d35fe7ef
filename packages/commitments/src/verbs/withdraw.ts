import { keepers } from "@remit/kernel";
import { reason } from "../input.ts";
import { commitmentVerb, targetVerb } from "../verb.ts";
import { ended } from "../within.ts";

/** The promise is taken back. It stays in the record, and counts among all that were made (INV-C20). */
export const withdrawCommitment = commitmentVerb("withdraw", {
  says: "Records that a commitment was taken back; it stays in the record.",
  from: ["made", "in-delivery"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});

/** The target is taken back, and stays in the record. */
export const withdrawTarget = targetVerb("withdraw", {
  says: "Records that a target was taken back; it stays in the record.",
  from: ["proposed", "set"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
