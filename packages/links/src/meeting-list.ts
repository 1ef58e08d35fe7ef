import { type Builder, orderInput, ownFilter } from "@remit/graphql";
import { vocabulary } from "@remit/kernel";
import { Param, refusal } from "@remit/pothos-kysely";
import { sql } from "kysely";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import { hasSlug } from "./by-slug.ts";

const OrderField = vocabulary("MeetingOrderField", "The property by which meetings are sorted.", {
  held: "By the day of the meeting, the first of several.",
});

/** The meetings of all groups, found by group, period and status. */
export function defineMeetingList(
  builder: Builder,
  { Group, Meeting, meetingFields, MeetingStatus }: GroupTypes & MeetingTypes,
): void {
  const OrderBy = orderInput(
    builder,
    "MeetingOrder",
    "The order of a list of meetings.",
    OrderField,
  );
  const own = ownFilter(builder, "meetings", meetingFields);
  const Filter = builder.inputType("MeetingFilter", {
    description: "The meetings that a list is to hold; what is left out leaves none out.",
    fields: (t) => ({
      group: t.string({ description: "Only meetings of the group with this slug, in any case." }),
      from: t.field({
        type: "Date",
        description: "Only meetings on or after this day; one of several days counts by its last.",
      }),
      to: t.field({ type: "Date", description: "Only meetings that begin on or before this day." }),
      status: t.field({ type: MeetingStatus, description: "Only meetings with this status." }),
      ...own.members(t),
    }),
  });
  builder.queryField("meetings", (t) =>
    t.page(Meeting, {
      description: "The meetings of every group that you may see, the latest first unless sorted.",
      args: {
        filter: t.arg({ type: Filter, description: "The meetings to list; all if left out." }),
        orderBy: t.arg({
          type: OrderBy,
          description: "The order of the meetings; the latest first if left out.",
        }),
      },
      where: (row, { filter }, eb, viewer) => {
        if (!filter) return null;
        const { group, status, from } = filter;
        const to = filter.to && from ? notBefore(from, filter.to) : filter.to;
        return eb.and([
          ...(group
            ? [eb.exists(Group, { id: "group_id" }, (found) => hasSlug(found, group, viewer))]
            : []),
          ...(from
            ? [sql<boolean>`coalesce(${row.ended_on}, ${row.held_on}) >= ${from}::date`]
            : []),
          ...(to ? [sql<boolean>`${row.held_on} <= ${to}::date`] : []),
          ...(status ? [eb(row.status, "=", status)] : []),
          ...own.holds(sql`${row.course} -> 'own'`, filter),
        ]);
      },
      order: { arg: "orderBy", otherwise: "held desc", of: { held: ["held_on", "id"] } },
    }),
  );
}

/** The last day of a period that begins on a day. Refuses with `BAD_VALUE` one before it. */
const notBefore = (from: Param<string>, to: Param<string>): Param<string> =>
  new Param((env) => {
    const [first, last] = [from.read(env), to.read(env)];
    if (last >= first) return last;
    const message = `filter: The period ends on ${last}, before it begins on ${first}. Give a later day for to.`;
    throw refusal("BAD_VALUE", message);
  });
