import { Refusal } from "@remit/kernel";

/** The sorts of action that every directorate knows. It adds words of its own: see `ActionOptions`. */
export const actionKinds: readonly string[] = [
  "task",
  "standing",
  "information-request",
  "discussion-between-parties",
  "consider",
  "decision-follow-up",
];

const listed = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** Refuses with `INVALID_INPUT` a sort of action that is not among the words that are known. */
export function assertKind(kind: string | null, kinds: readonly string[]): void {
  if (kind === null || kinds.includes(kind)) return;
  const message = `Give ${listed.format(kinds)}.`;
  const issues = [{ path: ["kind"], message }];
  throw new Refusal("INVALID_INPUT", `kind: ${message}`, { path: ["kind"], params: { issues } });
}
