import { migrations as groups } from "@remit/groups/migrations";

/** Every step of every package, in the order in which a new database takes them. */
export const migrations = { ...groups };
