import type { Context, Db } from "@remit/graphql";
import type { Id, Ref, Zone } from "@remit/kernel";

/** What the graph of actions asks of whatever other packages keep. Nothing is there that the caller may not see. */
export interface World {
  /** The time zone of a group's calendar. */
  readonly zoneOf: (db: Db, group: Id) => Promise<Zone>;
  readonly groupOf: (db: Db, slug: string, context: Context) => Promise<Ref | null>;
  /** Those of some references that point at what is there and is not for the caller to see. */
  readonly hidden: (
    db: Db,
    refs: readonly Pick<Ref, "type" | "id">[],
    context: Context,
  ) => Promise<Pick<Ref, "type" | "id">[]>;
}
