import { type Builder, ownFilter, readable } from "@remit/graphql";
import { keyOf } from "@remit/pothos-kysely";
import { sql } from "kysely";
import type { GroupTypes } from "@remit/groups/graphql";
import { hasSlug } from "./by-slug.ts";

/** Where questions about people and the bodies that they come from begin. */
export function definePeopleLists(
  builder: Builder,
  { Organisation, OrganisationBy, Person, personFields }: GroupTypes,
): void {
  const own = ownFilter(builder, "persons", personFields);
  const Filter = own.input("PersonFilter");
  builder.queryFields((t) => ({
    persons: t.page(Person, {
      description:
        "The persons that you may be told of, by surname; those whose record was merged into another are there once.",
      args: Filter
        ? { filter: t.arg({ type: Filter, description: "The persons to list; all if left out." }) }
        : {},
      where: (row, args, eb) =>
        eb.and([
          sql<boolean>`${row.merged_into} is null`,
          ...own.holds(row.own, Reflect.get(args, "filter")),
        ]),
      order: [
        { by: (row) => sql<string>`lower(coalesce(${row.family_name}, ${row.name}))` },
        "name",
        "id",
      ],
    }),
    organisation: t.one(Organisation, {
      description: "One organisation; null where there is none that has the id or the slug.",
      args: {
        by: t.arg({
          type: OrganisationBy,
          required: true,
          description: "The organisation to look up, by one of its names.",
        }),
      },
      where: (row, { by }, eb, viewer) =>
        by.id
          ? eb(row.id, "=", keyOf(Organisation, by.id, "by.id"))
          : by.slug && hasSlug(row, by.slug, viewer),
    }),
    organisations: t.page(Organisation, {
      description: "The organisations that people come from or that act themselves, by name.",
      order: [{ by: readable("name") }, "id"],
    }),
  }));
}
