import type { Builder } from "@remit/graphql";
import type { Actions, Groups } from "../schema.ts";

export function linkActionOwners(
  builder: Builder,
  { Owner }: Actions,
  { Group, Organisation, Person }: Groups,
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
