import { dueDay, isOverdue, referenceOrder } from "@remit/actions/graphql";
import { type Builder, orderInput, type OwnFilter, ownFilter } from "@remit/graphql";
import { foldReference, vocabulary } from "@remit/kernel";
import { keyOf, type Param } from "@remit/pothos-kysely";
import { sql } from "kysely";
import type { Types } from "./types.ts";
import { hasSlug } from "./by-slug.ts";
import { longestSearch, searchWords } from "./search-words.ts";

const OrderField = vocabulary("ActionOrderField", "The property by which actions are sorted.", {
  raised: "By the day on which the actions were raised.",
  due: "By the day on which the actions are due; those without one come after all others.",
  reference: "By the references of the actions, A2 before A10.",
});

/** The actions of all groups, found by whatever they have to do with. */
export function defineActionLists(builder: Builder, types: Types): void {
  const { Action, ActionContribution, Commitment, Group, Meeting, Owner } = types;
  const own = ownFilter(builder, "actions", types.actionFields);
  const Filter = defineFilter(builder, types, own);
  const OrderBy = orderInput(builder, "ActionOrder", "The order of a list of actions.", OrderField);
  builder.objectField(Owner, "action", (t) =>
    t.one(Action, {
      on: { id: "action_id" },
      description:
        "The action that the owner owns, as it stands now; null where you may not see it.",
    }),
  );
  builder.queryField("actions", (t) =>
    t.page(Action, {
      description:
        "The actions of every group that you may see, as they were raised unless sorted.",
      args: {
        filter: t.arg({ type: Filter, description: "The actions to list; all if left out." }),
        orderBy: t.arg({
          type: OrderBy,
          description: "The order of the actions; as they were raised if left out.",
        }),
      },
      // By the words that everybody reads, as search finds them.
      from: (_, { filter }) =>
        filter?.text ? sql`gateway.actions_that_say(${searchWords(filter.text)})` : null,
      where: (row, { filter }, eb, viewer) => {
        if (!filter) return null;
        const { group, owner, status, overdue, dueBefore, raisedAt, commitment } = filter;
        const late = isOverdue(row, viewer);
        const ofGroup = (slug: Param<string>) =>
          eb.exists(Group, { id: "group_id" }, (found) => hasSlug(found, slug, viewer));
        const heldBy = (id: Param<string>) =>
          eb.exists(Owner, { action_id: "id" }, (found) => eb(found.agent_id, "=", id));
        const serves = (id: Param<string>) =>
          eb.exists(ActionContribution, { action_id: "id" }, (found) =>
            eb(found.commitment_id, "=", id),
          );
        const crowd = owner?.collective;
        return eb.and([
          ...(status ? [eb(row.status, "=", status)] : []),
          ...(filter.reference
            ? [eb(row.reference, "=", filter.reference.map(foldReference))]
            : []),
          ...(group ? [ofGroup(group)] : []),
          ...(owner?.person
            ? [heldBy(keyOf(types.Person, owner.person, "filter.owner.person"))]
            : []),
          ...(owner?.organisation
            ? [heldBy(keyOf(types.Organisation, owner.organisation, "filter.owner.organisation"))]
            : []),
          ...(owner?.group ? [heldBy(keyOf(Group, owner.group, "filter.owner.group"))] : []),
          ...(crowd
            ? [eb.exists(Owner, { action_id: "id" }, (found) => eb(found.selector, "=", crowd))]
            : []),
          ...(typeof overdue === "boolean" ? [overdue ? late : eb.not(late)] : []),
          ...(dueBefore ? [sql<boolean>`${row.due_on} < ${dueBefore}::date`] : []),
          ...(raisedAt
            ? [eb(row.meeting_id, "=", keyOf(Meeting, raisedAt, "filter.raisedAt"))]
            : []),
          ...(commitment ? [serves(keyOf(Commitment, commitment, "filter.commitment"))] : []),
          ...own.holds(sql`${row.record} -> 'own'`, filter),
        ]);
      },
      order: {
        arg: "orderBy",
        otherwise: "raised",
        of: {
          raised: ["raised_on", "id"],
          due: [{ by: dueDay }, "id"],
          reference: [{ by: referenceOrder }, "id"],
        },
      },
    }),
  );
}

function defineFilter(builder: Builder, { Selector, Status }: Types, own: OwnFilter) {
  const OwnerFilter = builder.inputType("ActionOwnerFilter", {
    isOneOf: true,
    description: "The owner of an action, by one kind of owner.",
    fields: (t) => ({
      person: t.id({ description: "A person who owns the action, by id." }),
      organisation: t.id({ description: "An organisation that owns the action, by id." }),
      group: t.id({ description: "A group that owns the action, by id." }),
      collective: t.field({
        type: Selector,
        description: "A collective that owns the action, such as the members of its group.",
      }),
    }),
  });
  return builder.inputType("ActionFilter", {
    description: "The actions that a list is to hold; what is left out leaves none out.",
    fields: (t) => ({
      group: t.string({ description: "Only actions of the group with this slug, in any case." }),
      owner: t.field({ type: OwnerFilter, description: "Only actions with this owner." }),
      status: t.field({ type: Status, description: "Only actions with this status." }),
      overdue: t.boolean({
        description: "True for actions that are overdue, false for those that are not.",
      }),
      dueBefore: t.field({ type: "Date", description: "Only actions due before this day." }),
      raisedAt: t.id({ description: "Only actions that this meeting raised, by id." }),
      commitment: t.id({ description: "Only actions that contribute to this commitment, by id." }),
      text: t.string({
        description: `Only actions that hold these English words; "two words" side by side, or, and -without. Up to ${longestSearch} characters.`,
      }),
      reference: t.string({ description: "Only the action with this reference, in any case." }),
      ...own.members(t),
    }),
  });
}
