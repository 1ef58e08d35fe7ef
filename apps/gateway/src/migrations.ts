import { migrations as actions } from "@remit/actions/migrations";
import { migrations as commitments } from "@remit/commitments/migrations";
import { migrations as database } from "@remit/database/migrations";
import { migrations as documents } from "@remit/documents/migrations";
import { migrations as groups } from "@remit/groups/migrations";
import { migrations as meetings } from "@remit/meetings/migrations";
import { migrations as access } from "./access/migrations.ts";
import { migrations as links } from "./links/migrations.ts";

/** Every package's own steps. */
export const packageMigrations = {
  ...database,
  ...groups,
  ...meetings,
  ...actions,
  ...commitments,
  ...documents,
};

/** Every step of every package, and those that hold between packages. */
export const migrations = { ...packageMigrations, ...links, ...access };
