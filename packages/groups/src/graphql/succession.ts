import { type Builder, readableJson, recordType } from "@remit/graphql";
import { sql } from "kysely";
import { Replacement } from "../group.ts";
import type { GroupNouns } from "./types.ts";

/** Which groups took the place of others. */
export function defineSuccession(builder: Builder, { Group }: Pick<GroupNouns, "Group">): void {
  builder.objectFields(Group, (t) => ({
    replaced: t.embedded(
      recordType(builder, Replacement),
      (...given) => ({ json: readableJson("replaced")(...given) }),
      {
        when: ({ replaced }) => sql<boolean>`${replaced} is not null`,
        description: "When and why other groups took its place; null where none did.",
      },
    ),
    successors: t.many(Group, {
      via: {
        table: "groups.succession",
        from: { group_id: "id" },
        to: { successor_id: "id" },
      },
      order: ["name", "id"],
      size: 2,
      description: "The groups that took its place, of those that you may see.",
    }),
    predecessors: t.many(Group, {
      via: {
        table: "groups.succession",
        from: { successor_id: "id" },
        to: { group_id: "id" },
      },
      order: ["name", "id"],
      size: 2,
      description: "The groups whose place it took, of those that you may see.",
    }),
  }));
}
