import type { Action } from "@remit/actions";
import type { Entry } from "@remit/database";

/** Under which name the journal keeps what documents say. */
export const importer = "remit import";

/** What a document said of an action; `at` is when that happened, which is the day of its meeting. */
export const entryOfImport = (
  before: Action | null,
  after: Action,
  document: string,
  at: string,
): Entry => ({
  subject: { type: "Action", id: after.id },
  version: after.version,
  verb: "import",
  actor: { name: importer, person: null },
  requestId: document,
  at,
  before,
  after,
  access: after.access,
  group: after.group.id,
});
