import type { ActionsGiven } from "@remit/actions/module";
import { readsNames } from "@remit/graphql";
import { type Access, foldSlug, type Id, sees } from "@remit/kernel";
import { sql } from "kysely";

interface Row {
  readonly id: Id;
  readonly isTold: boolean;
  readonly label: string;
  readonly public: string;
  readonly access: Access;
}

/** The group of a slug under the name that the caller may read: it is shown, and not recorded. */
export const groupNamed: ActionsGiven["groupNamed"] = async (db, slug, { caller, viewer }) => {
  const { rows } = await sql<Row>`
    select id, name as label, coalesce(for_public ->> 'name', name) as public, access,
      coalesce(for_public ->> 'slug', slug) = slug as "isTold"
    from groups.group where slug = ${foldSlug(slug)}`.execute(db);
  const [found] = rows;
  if (found === undefined || !sees(caller, found.access, found.id)) return null;
  const { id, label, isTold } = found;
  if (readsNames(viewer, id)) return { type: "Group", id, label };
  // To find it by a name that is withheld would tell the name.
  return isTold ? { type: "Group", id, label: found.public } : null;
};
