import { migrations as actions } from "@remit/actions/migrations";
import { migrations as commitments } from "@remit/commitments/migrations";
import { migrations as groups } from "@remit/groups/migrations";
import { migrations as meetings } from "@remit/meetings/migrations";

/** Every step of every package, in the order in which a new database takes them. */
export const migrations = { ...groups, ...meetings, ...actions, ...commitments };
