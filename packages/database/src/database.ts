import type { Kysely, Transaction } from "kysely";

/** Every table by its full name, such as `actions.action`. Each store adds its own by declaration merging. */
// oxlint-disable-next-line typescript/no-empty-object-type -- the tables are merged in by the stores
export interface Database {}

/** Runs statements, each on its own or inside a transaction. */
export type Db = Kysely<Database>;

/** Runs statements inside one transaction: what asks for a `Tx` must not be called without one. */
export type Tx = Transaction<Database>;
