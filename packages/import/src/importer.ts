import type { Action } from "@remit/actions";
import { entryOf } from "@remit/actions/store";
import type { Entry } from "@remit/database";
import { importer } from "@remit/kernel";

/** What a document said of an action; `at` is when that happened, which is the day of its meeting. */
export const entryOfImport = (
  before: Action | null,
  after: Action,
  document: string,
  at: string,
): Entry => byImport(entryOf(before, after, at), document);

/** An entry of what a document said. */
export const byImport = (
  entry: Omit<Entry, "actor" | "requestId" | "verb">,
  document: string,
): Entry => ({
  ...entry,
  verb: "import",
  actor: { name: importer, person: null },
  requestId: document,
});
