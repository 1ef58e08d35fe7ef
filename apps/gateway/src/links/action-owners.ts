import type { Builder } from "@remit/graphql";
import type { ActionTypes } from "@remit/actions/graphql";
import type { GroupTypes } from "@remit/groups/graphql";

export function linkActionOwners(
  builder: Builder,
  { Owner }: ActionTypes,
  { Group, Organisation, Person }: GroupTypes,
) {
  builder.objectField(Owner, "agent", (t) =>
    t.member(builder.Agent, {
      kind: "kind",
      id: "agent_id",
      of: { person: Person, organisation: Organisation, group: Group },
      description: "Who it is, where that is known.",
    }),
  );
}
