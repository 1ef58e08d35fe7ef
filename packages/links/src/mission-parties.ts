import type { Builder } from "@remit/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
import type { GroupTypes } from "@remit/groups/graphql";

const roles = (noun: string) =>
  ({
    on: { agent_id: "id" },
    order: ["id"],
    size: 2,
    description: `The missions that the ${noun} answers for or oversees, each as a party to it.`,
  }) as const;

/** Who answers for missions and who oversees them, both ways. */
export function linkMissionParties(
  builder: Builder,
  { Party }: CommitmentTypes,
  { Group, Organisation, Person }: GroupTypes,
) {
  builder.objectField(Party, "agent", (t) =>
    t.member(builder.Agent, {
      kind: "kind",
      id: "agent_id",
      of: { person: Person, organisation: Organisation, group: Group },
      description:
        "The person, organisation or group that is the party; null for any other party, or where you may not be told who it is.",
    }),
  );
  builder.objectField(Person, "missionRoles", (t) => t.many(Party, roles("person")));
  builder.objectField(Organisation, "missionRoles", (t) => t.many(Party, roles("organisation")));
  builder.objectField(Group, "missionRoles", (t) => t.many(Party, roles("group")));
}
