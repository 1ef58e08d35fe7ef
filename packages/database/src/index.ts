export { type Answered, answerOnce, type Keyed } from "./answers.ts";
export {
  assertionColumns,
  type AssertionColumns,
  type ForPublicColumn,
  type Json,
  sourceColumns,
  type SourceColumns,
} from "./columns.ts";
export { addressOf, connect, type Connection, type Place } from "./connect.ts";
export type { Database, Db, Tx } from "./database.ts";
export { grantTo, ownerOf, roleOf } from "./grant.ts";
export { insertAll, saveAll } from "./insert.ts";
export {
  actorOf,
  entriesOf,
  type Entry,
  isTakenOut,
  type JournalActor,
  type JournalTable,
  type Subject,
  recordedSince,
  writeEntries,
} from "./journal.ts";
export { lockAlone, lockNames, lockTogether } from "./advisory.ts";
export {
  migrate,
  migration,
  type Migrations,
  pending,
  refuseForeign,
  schemasOf,
  type Step,
} from "./migrate.ts";
export { attested, eraseEntries, type ErasedEntry, type Left } from "./erase.ts";
export {
  erasedEntries,
  type Head,
  journalHead,
  type Journalled,
  presentState,
  verifyJournal,
} from "./verify.ts";
export { collisionOf, isLockTimeout, type Trouble, troubleOf } from "./trouble.ts";
export type { Asked, Caller, Directory, Found, Keeping, Performing, Request } from "./keeping.ts";
export { make, perform } from "./perform.ts";
export { type Once, transact, type Work } from "./transact.ts";
export { type Command, commandsOf, type VerbSet } from "./command.ts";
export { type Changed, doCommand, type Doing } from "./do-command.ts";
export { keptIn, type Records } from "./records.ts";
export { lockRows } from "./rows.ts";
export { archive, type ArchiveHead } from "./archive.ts";
export { headOfArchive, isArchive } from "./archive-file.ts";
export { restore } from "./restore.ts";
