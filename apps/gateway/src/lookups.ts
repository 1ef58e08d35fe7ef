import { type Builder, readable } from "@remit/graphql";
import { foldReference, foldSlug } from "@remit/kernel";
import { keyOf } from "@remit/pothos-kysely";
import { defineActionLists } from "./links/action-lists.ts";
import { defineCommitmentLists } from "./links/commitment-lists.ts";
import { definePeopleLists } from "./links/people-lists.ts";
import type { Actions, Commitments, Contributions, Groups, Meetings } from "./schema.ts";

export type Types = Groups & Meetings & Actions & Commitments & Contributions;

/** Where a question begins. What a viewer may not see is not there. */
export function defineLookups(builder: Builder, types: Types): void {
  const { Action, ActionBy, Group, GroupBy, Meeting, MeetingBy } = types;
  const { Mission, MissionBy, Person, PersonBy } = types;
  defineActionLists(builder, types);
  definePeopleLists(builder, types);
  defineCommitmentLists(builder, types);

  builder.queryFields((t) => ({
    node: t.node(builder.Node, { description: "Whatever has this id." }),
    group: t.one(Group, {
      description: "A group.",
      args: { by: t.arg({ type: GroupBy, required: true, description: "Which one." }) },
      where: (row, { by }, eb, viewer) =>
        by.id
          ? eb(row.id, "=", keyOf(Group, by.id, "by.id"))
          : by.slug
            ? eb(row.slug, "=", by.slug.map(foldSlug))
            : eb(readable("name")(row, null, null, viewer), "=", by.name),
    }),
    groups: t.page(Group, {
      description: "Groups by name.",
      order: [{ by: readable("name") }, "id"],
    }),
    person: t.one(Person, {
      description: "A person.",
      args: { by: t.arg({ type: PersonBy, required: true, description: "Which one." }) },
      where: ({ id, slug }, { by }, eb) =>
        by.id ? eb(id, "=", keyOf(Person, by.id, "by.id")) : eb(slug, "=", by.slug?.map(foldSlug)),
    }),
    meeting: t.one(Meeting, {
      description: "A meeting.",
      args: { by: t.arg({ type: MeetingBy, required: true, description: "Which one." }) },
      where: ({ id, slug }, { by }, eb) =>
        by.id ? eb(id, "=", keyOf(Meeting, by.id, "by.id")) : eb(slug, "=", by.slug?.map(foldSlug)),
    }),
    meetings: t.page(Meeting, {
      description: "Meetings of every group, the latest first.",
      order: ["held_on desc", "id desc"],
    }),
    action: t.one(Action, {
      description: "An action.",
      args: { by: t.arg({ type: ActionBy, required: true, description: "Which one." }) },
      where: ({ id, reference }, { by }, eb) =>
        by.id
          ? eb(id, "=", keyOf(Action, by.id, "by.id"))
          : eb(reference, "=", by.reference?.map(foldReference)),
    }),
    mission: t.one(Mission, {
      description: "A mission.",
      args: { by: t.arg({ type: MissionBy, required: true, description: "Which one." }) },
      where: ({ id, slug }, { by }, eb) =>
        by.id ? eb(id, "=", keyOf(Mission, by.id, "by.id")) : eb(slug, "=", by.slug?.map(foldSlug)),
    }),
    missions: t.page(Mission, {
      description: "Missions by title.",
      order: [{ by: readable("title") }, "id"],
    }),
  }));
}
