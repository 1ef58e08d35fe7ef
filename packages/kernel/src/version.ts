import { Refusal } from "./refusal.ts";

/** Refuses with `CONFLICT` a change to something that has changed since the caller read it; `params.version` is the present one. */
export function assertVersion(present: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === present) return;
  const message = `The record is at version ${present} by now, not ${expected}: read it again, and decide anew.`;
  throw new Refusal("CONFLICT", message, {
    path: ["expectedVersion"],
    params: { version: present },
  });
}
