import type { Db } from "@remit/database";
import type { Access, Id, Ref } from "@remit/kernel";
import type { RawBuilder } from "kysely";
import type { Context } from "./context.ts";

/** A row at which a record may point: its name, and who may see it. */
export interface Placed {
  readonly label: string;
  readonly access: Access;
  /** Null for what is no group's. */
  readonly group: Id | null;
  /** What people call it by where they type: a reference, a slug, a code. */
  readonly quoted?: string;
  /** That it is for whoever keeps the record of its group. */
  readonly draft?: boolean;
  /** Groups whose keepers see it all the same. */
  readonly knownTo?: readonly Id[];
  /** The day of what happens on one. */
  readonly on?: string;
  /** What it is a part of: the meeting of an item. */
  readonly within?: Id;
  /** For a meeting: that its record is a draft, and so what is raised at it. */
  readonly drafting?: boolean;
  /** For a meeting: who may see its minutes, and so what is raised at it; null where there are none. */
  readonly recordAccess?: Access | null;
}

/** Where the things of each type are at which records may point, as selects of `id` and what `Placed` names. */
export type Places = Readonly<Record<string, RawBuilder<Placed>>>;

/** Those of some references that point at what is there and is not for the caller to see. */
export type Hidden = (
  db: Db,
  refs: readonly Pick<Ref, "type" | "id">[],
  context: Context,
) => Promise<Pick<Ref, "type" | "id">[]>;
