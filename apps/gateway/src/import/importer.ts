import type { Action } from "@remit/actions";
import type { Entry } from "@remit/database";

/** Under which name the journal keeps what documents say. */
export const importer = "remit import";

/** What a document said of an action, which happened on the day of its meeting. */
export const entryOfImport = (
  before: Action | null,
  after: Action,
  document: string,
  heldOn: string,
): Entry => ({
  subject: { type: "Action", id: after.id },
  version: after.version,
  verb: "import",
  actor: { name: importer, person: null },
  requestId: document,
  at: `${heldOn}T00:00:00.000Z`,
  before,
  after,
  access: after.access,
  group: after.group.id,
});
