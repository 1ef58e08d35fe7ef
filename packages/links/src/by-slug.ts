import { type Columns, readable } from "@remit/graphql";
import { foldSlug } from "@remit/kernel";
import type { Param } from "@remit/pothos-kysely";
import { sql } from "kysely";

type Row = Columns<{ slug: string; for_public: object | null }>;
type Reader = Parameters<ReturnType<typeof readable>>[3];

/** Whether a row has this slug, as the viewer may read it: to find it by a name that is withheld would tell the name. */
export function hasSlug(row: Row, typed: Param<string>, viewer: Reader) {
  const slug = typed.map(foldSlug);
  const shown = readable("slug")(row, null, null, viewer);
  return sql<boolean>`(${row.slug} = ${slug} and ${shown} = ${slug})`;
}
