import { type Builder, ownFilter, readable } from "@remit/graphql";
import { foldReference, foldSlug } from "@remit/kernel";
import { keyOf } from "@remit/pothos-kysely";
import { sql } from "kysely";
import { defineActionLists } from "./action-lists.ts";
import { defineDocumentList } from "./document-list.ts";
import { defineMeetingList } from "./meeting-list.ts";
import { defineMeetingPacks } from "./meeting-pack.ts";
import { defineMeetingQuestions } from "./meeting-questions.ts";
import { defineCommitmentLists } from "./commitment-lists.ts";
import { hasSlug } from "./by-slug.ts";
import { defineRegisterLists } from "./register-lists.ts";
import { definePeopleLists } from "./people-lists.ts";
import type { Types } from "./types.ts";

const by = (noun: string) => `The ${noun} to look up, by one of its names.`;

/** Where a question begins. What a viewer may not see is not there. */
export function defineLookups(builder: Builder, types: Types): void {
  const { Action, ActionBy, Group, GroupBy, groupFields, Meeting, MeetingBy } = types;
  const { Mission, MissionBy, Person, PersonBy } = types;
  const own = ownFilter(builder, "groups", groupFields);
  const Filter = own.input("GroupFilter");
  defineActionLists(builder, types);
  defineMeetingList(builder, types);
  defineMeetingQuestions(builder, types);
  defineMeetingPacks(builder, types);
  defineRegisterLists(builder, types);
  defineDocumentList(builder, types);
  definePeopleLists(builder, types);
  defineCommitmentLists(builder, types);

  builder.queryFields((t) => ({
    node: t.node(builder.Node, {
      description:
        "The object with a global id, whatever its type; null where there is none that you may see.",
    }),
    group: t.one(Group, {
      description: "One group; null where there is none that you may see.",
      args: { by: t.arg({ type: GroupBy, required: true, description: by("group") }) },
      where: (row, { by }, eb, viewer) =>
        by.id
          ? eb(row.id, "=", keyOf(Group, by.id, "by.id"))
          : by.slug
            ? hasSlug(row, by.slug, viewer)
            : eb(readable("name")(row, null, null, viewer), "=", by.name),
    }),
    groups: t.page(Group, {
      description: "The groups that you may see, by name.",
      args: Filter
        ? { filter: t.arg({ type: Filter, description: "The groups to list; all if left out." }) }
        : {},
      where: (row, args, eb) => Filter && eb.and(own.holds(row.own, Reflect.get(args, "filter"))),
      order: [{ by: readable("name") }, "id"],
    }),
    person: t.one(Person, {
      description:
        "One person; the id or the slug of a record that was merged leads to the one that remains. Null where there is none that you may see.",
      args: { by: t.arg({ type: PersonBy, required: true, description: by("person") }) },
      where: ({ id, slug, merged_ids, merged_into }, { by }, eb) =>
        by.id
          ? sql<boolean>`(${merged_into} is null and ${id} = ${keyOf(Person, by.id, "by.id")}
              or ${merged_into} is null and ${merged_ids} @> array[${keyOf(Person, by.id, "by.id")}::uuid])`
          : eb.and([
              sql<boolean>`${merged_into} is null`,
              eb.or([
                eb(slug, "=", by.slug?.map(foldSlug)),
                eb.exists(Person, { merged_into: "id" }, (merged) =>
                  eb(merged.slug, "=", by.slug?.map(foldSlug)),
                ),
              ]),
            ]),
    }),
    meeting: t.one(Meeting, {
      description: "One meeting; null where there is none that you may see.",
      args: { by: t.arg({ type: MeetingBy, required: true, description: by("meeting") }) },
      where: (row, { by }, eb, viewer) =>
        by.id
          ? eb(row.id, "=", keyOf(Meeting, by.id, "by.id"))
          : by.slug && hasSlug(row, by.slug, viewer),
    }),
    action: t.one(Action, {
      description: "One action; null where there is none that you may see.",
      args: { by: t.arg({ type: ActionBy, required: true, description: by("action") }) },
      where: ({ id, reference }, { by }, eb) =>
        by.id
          ? eb(id, "=", keyOf(Action, by.id, "by.id"))
          : eb(reference, "=", by.reference?.map(foldReference)),
    }),
    mission: t.one(Mission, {
      description: "One mission; null where there is none that you may see.",
      args: { by: t.arg({ type: MissionBy, required: true, description: by("mission") }) },
      where: (row, { by }, eb, viewer) =>
        by.id
          ? eb(row.id, "=", keyOf(Mission, by.id, "by.id"))
          : by.slug && hasSlug(row, by.slug, viewer),
    }),
    missions: t.page(Mission, {
      description: "The missions that you may see, by title.",
      order: [{ by: readable("title") }, "id"],
    }),
  }));
}
