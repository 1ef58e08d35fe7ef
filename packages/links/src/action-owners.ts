import type { ActionStatus } from "@remit/actions";
import { type ActionTypes, dueDay } from "@remit/actions/graphql";
import type { Builder, Composed } from "@remit/graphql";
import type { Param } from "@remit/pothos-kysely";
import { type Expression, sql } from "kysely";
import type { GroupTypes } from "@remit/groups/graphql";

/** Links owners of actions with persons, organisations and groups. */
export function linkActionOwners(
  builder: Builder,
  { Action, Owner, Status }: ActionTypes,
  { Group, Organisation, Person }: GroupTypes,
  { NamedAgent }: Pick<Composed, "NamedAgent">,
) {
  const of = { person: Person, organisation: Organisation, group: Group };
  builder.objectField(Owner, "agent", (t) =>
    t.member(builder.Agent, {
      kind: "kind",
      id: "agent_id",
      of,
      description:
        "The person, organisation or group that owns the action; null for any other owner, or where you may not be told who it is.",
    }),
  );
  builder.objectField(NamedAgent, "agent", (t) =>
    t.member(builder.Agent, {
      kind: "kind",
      id: "agent_id",
      of,
      description:
        "The person, organisation or group that is named; null for any other agent, or where you may not be told who it is.",
    }),
  );
  const status = {
    type: Status,
    description: "The status that the actions must have; any if left out.",
  };
  builder.objectField(Person, "actions", (t) =>
    t.page(Action, { ...ownedBy("person"), args: { status: t.arg(status) } }),
  );
  builder.objectField(Organisation, "actions", (t) =>
    t.page(Action, { ...ownedBy("organisation"), args: { status: t.arg(status) } }),
  );
  builder.objectField(Group, "ownedActions", (t) =>
    t.page(Action, { ...ownedBy("group"), args: { status: t.arg(status) } }),
  );
}

/** From an owner to actions, of one status where one is given. */
const ownedBy = (noun: string) =>
  ({
    via: { table: "actions.owner", from: { agent_id: "id" }, to: { action_id: "id" } },
    where: (
      row: { readonly status: Expression<ActionStatus> },
      given: { readonly status?: Param<ActionStatus> | null | undefined },
    ) => (given.status ? sql<boolean>`${row.status} = ${given.status}` : null),
    order: [{ by: dueDay }, "id"],
    description: `The actions that the ${noun} owns, by the day on which they are due; those without one are last.`,
  }) as const;
