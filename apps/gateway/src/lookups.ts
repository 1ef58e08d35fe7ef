import { type Builder, keyIn } from "@remit/graphql";
import type { Param } from "@remit/pothos-kysely";
import type { Actions, Commitments, Groups, Meetings } from "./schema.ts";

type Types = Groups & Meetings & Actions & Commitments;

/** Where a question begins. What a viewer may not see is not there. */
export function defineLookups(builder: Builder, types: Types): void {
  const { Action, ActionBy, Group, GroupBy, Meeting, MeetingBy } = types;
  const { Mission, MissionBy, Person, PersonBy, Status } = types;
  const Filter = builder.inputType("ActionFilter", {
    description: "Which actions; what is left out does not matter.",
    fields: (t) => ({
      group: t.string({ description: "The slug of the group that agreed them." }),
      status: t.field({ type: Status, description: "How far they have come." }),
      reference: t.string({ description: "The reference." }),
    }),
  });

  builder.queryFields((t) => ({
    node: t.node(builder.Node, { description: "Whatever has this id." }),
    group: t.one(Group, {
      description: "A group.",
      args: { by: t.arg({ type: GroupBy, required: true, description: "Which one." }) },
      where: ({ id, slug, name }, { by }, eb) =>
        by.id
          ? eb(id, "=", keyIn(by.id, "Group"))
          : by.slug
            ? eb(slug, "=", by.slug)
            : eb(name, "=", by.name),
    }),
    groups: t.page(Group, { description: "Groups by name.", order: ["name", "id"] }),
    person: t.one(Person, {
      description: "A person.",
      args: { by: t.arg({ type: PersonBy, required: true, description: "Which one." }) },
      where: ({ id, slug }, { by }, eb) =>
        by.id ? eb(id, "=", keyIn(by.id, "Person")) : eb(slug, "=", by.slug),
    }),
    meeting: t.one(Meeting, {
      description: "A meeting.",
      args: { by: t.arg({ type: MeetingBy, required: true, description: "Which one." }) },
      where: ({ id, slug }, { by }, eb) =>
        by.id ? eb(id, "=", keyIn(by.id, "Meeting")) : eb(slug, "=", by.slug),
    }),
    meetings: t.page(Meeting, {
      description: "Meetings of every group, the latest first.",
      order: ["held_on desc", "id desc"],
    }),
    action: t.one(Action, {
      description: "An action.",
      args: { by: t.arg({ type: ActionBy, required: true, description: "Which one." }) },
      where: ({ id, reference }, { by }, eb) =>
        by.id ? eb(id, "=", keyIn(by.id, "Action")) : eb(reference, "=", by.reference),
    }),
    actions: t.page(Action, {
      description: "Actions, in the order in which they were raised.",
      args: { filter: t.arg({ type: Filter, description: "Which ones." }) },
      where: (row, { filter }, eb) => {
        const ofGroup = (group: Param<string>) =>
          eb.exists(Group, { id: "group_id" }, ({ slug }) => eb(slug, "=", group));
        return eb.and([
          ...(filter?.status ? [eb(row.status, "=", filter.status)] : []),
          ...(filter?.reference ? [eb(row.reference, "=", filter.reference)] : []),
          ...(filter?.group ? [ofGroup(filter.group)] : []),
        ]);
      },
      order: ["raised_on", "id"],
    }),
    mission: t.one(Mission, {
      description: "A mission.",
      args: { by: t.arg({ type: MissionBy, required: true, description: "Which one." }) },
      where: ({ id, slug }, { by }, eb) =>
        by.id ? eb(id, "=", keyIn(by.id, "Mission")) : eb(slug, "=", by.slug),
    }),
    missions: t.page(Mission, { description: "Missions by title.", order: ["title", "id"] }),
  }));
}
