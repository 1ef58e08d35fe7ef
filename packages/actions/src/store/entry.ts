import type { Entry } from "@remit/database";
import type { Action } from "../action.ts";
import { keptActions } from "../upcast.ts";

/** A change of an action, for the journal; who made it, and by which request, is for the caller to add. */
export const entryOf = (
  before: Action | null,
  after: Action,
  at: string,
): Omit<Entry, "actor" | "requestId" | "verb"> => ({
  subject: { type: "Action", id: after.id },
  version: after.version,
  at,
  before: before && keptActions.kept(before),
  after: keptActions.kept(after),
  access: after.access,
  group: after.group.id,
});
