export { answerOnce, isLockTimeout, type Keyed } from "./answers.ts";
export {
  assertionColumns,
  type AssertionColumns,
  type ForPublicColumn,
  type Json,
  sourceColumns,
  type SourceColumns,
} from "./columns.ts";
export { connect, type Connection, type Place } from "./connect.ts";
export type { Database, Db, Tx } from "./database.ts";
export { grantTo, roleOf } from "./grant.ts";
export { insertAll } from "./insert.ts";
export {
  entriesOf,
  type Entry,
  type JournalActor,
  type JournalTable,
  type Journalled,
  type Subject,
  verifyJournal,
  writeEntries,
} from "./journal.ts";
export {
  migrate,
  migration,
  type Migrations,
  pending,
  refuseForeign,
  type Step,
} from "./migrate.ts";
