import { dueDay, isOverdue, referenceOrder } from "@remit/actions/graphql";
import { type Builder, enumValues } from "@remit/graphql";
import { foldReference, foldSlug } from "@remit/kernel";
import { keyOf, type Param } from "@remit/pothos-kysely";
import { sql } from "kysely";
import type { Types } from "../lookups.ts";
import { longestSearch, searchWords } from "./search-words.ts";

type Order = "raised" | "due" | "reference";

/** The actions of all groups, found by whatever they have to do with. */
export function defineActionLists(builder: Builder, types: Types): void {
  const { Action, ActionContribution, Commitment, Group, Meeting, Owner } = types;
  const Filter = defineFilter(builder, types);
  const OrderBy = builder.enumType("ActionOrder", {
    description: "In which order actions come.",
    values: enumValues<Order>({
      raised: "As they were raised.",
      due: "By the day on which they are due; those without one are last.",
      reference: "By their references, A2 before A10.",
    }),
  });
  builder.queryField("actions", (t) =>
    t.page(Action, {
      description: "Actions, in the order in which they were raised unless another is asked for.",
      args: {
        filter: t.arg({ type: Filter, description: "Which ones." }),
        orderBy: t.arg({ type: OrderBy, description: "In which order." }),
      },
      // By the words that everybody reads, as search finds them.
      from: (_, { filter }) =>
        filter?.text ? sql`gateway.actions_that_say(${searchWords(filter.text)})` : null,
      where: (row, { filter }, eb, viewer) => {
        if (!filter) return null;
        const { group, owner, status, overdue, dueBefore, raisedAt, commitment } = filter;
        const late = isOverdue(row, viewer);
        const ofGroup = (slug: Param<string>) =>
          eb.exists(Group, { id: "group_id" }, (found) => eb(found.slug, "=", slug.map(foldSlug)));
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

function defineFilter(builder: Builder, { Selector, Status }: Types) {
  const OwnerFilter = builder.inputType("ActionOwnerFilter", {
    isOneOf: true,
    description: "Whoever owns an action.",
    fields: (t) => ({
      person: t.id({ description: "A person, by id." }),
      organisation: t.id({ description: "An organisation, by id." }),
      group: t.id({ description: "A group, by id." }),
      collective: t.field({ type: Selector, description: "A crowd." }),
    }),
  });
  return builder.inputType("ActionFilter", {
    description: "Which actions; what is left out does not matter.",
    fields: (t) => ({
      group: t.string({ description: "The slug of the group that agreed them." }),
      owner: t.field({ type: OwnerFilter, description: "Who owns them." }),
      status: t.field({ type: Status, description: "How far they have come." }),
      overdue: t.boolean({ description: "Whether they are overdue." }),
      dueBefore: t.field({ type: "Date", description: "Those due before this day." }),
      raisedAt: t.id({ description: "The meeting that raised them, by id." }),
      commitment: t.id({ description: "The commitment that they help to keep, by id." }),
      text: t.string({
        description: `English words in them; two words, or, and -without. Up to ${longestSearch} characters.`,
      }),
      reference: t.string({ description: "The reference." }),
    }),
  });
}
