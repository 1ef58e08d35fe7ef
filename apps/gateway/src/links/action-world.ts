import type { World } from "@remit/actions/graphql";
import { type Context, readsNames } from "@remit/graphql";
import { foldSlug, hasRole, type Id, type Ref, sees } from "@remit/kernel";
import { sql } from "kysely";
import { directory } from "./directory.ts";
import { type Placed, places } from "./places.ts";

const isFor = (
  { caller }: Context,
  { access, group, draft = false }: Pick<Placed, "access" | "group" | "draft">,
): boolean =>
  sees(caller, access, group ?? "") &&
  (!draft || caller.administrator || hasRole(caller, group ?? "", "secretariat", "chair"));

/** What the graph of actions is told of groups, meetings, documents and commitments. */
export const actionWorld: World = {
  zoneOf: directory.zoneOf,
  hidden: async (db, refs, context) => {
    const asked = Object.entries(places).flatMap(([type, place]) => {
      const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id);
      return ids.length === 0
        ? []
        : [
            sql`select ${sql.lit(type)} as type, place.id, access, "group",
              coalesce(to_jsonb(place) -> 'draft' = 'true', false) as draft
              from (${place}) place where id = any(${ids})`,
          ];
    });
    if (asked.length === 0) return [];
    const { rows } = await sql<
      Placed & Pick<Ref, "type" | "id">
    >`${sql.join(asked, sql` union all `)}`.execute(db);
    return rows.filter((row) => !isFor(context, row));
  },
  groupOf: async (db, slug, context) => {
    const { rows } = await sql<Placed & { id: Id; public: string }>`
      select id, name as label, coalesce(for_public ->> 'name', name) as public, access, id as "group"
      from groups.group where slug = ${foldSlug(slug)}`.execute(db);
    const [found] = rows;
    if (found === undefined || !isFor(context, found)) return null;
    // The label is shown and not recorded, so it is what the caller may read.
    const { id, label } = found;
    return { type: "Group", id, label: readsNames(context.viewer, id) ? label : found.public };
  },
};
