import { type Builder, type defineHistory, historyOf } from "@remit/graphql";
import { type GroupNouns, versionOf } from "./types.ts";

/** The versions of groups, memberships and persons, and the changes that made them. */
export function defineGroupHistory(
  builder: Builder,
  { Group, Membership, Person }: GroupNouns,
  { Entry }: ReturnType<typeof defineHistory>,
): void {
  builder.objectFields(Group, (t) => ({
    version: t.exposeInt("version", versionOf("group")),
    history: t.page(Entry, historyOf("Group", "the group's record")),
  }));
  builder.objectFields(Person, (t) => ({
    version: t.exposeInt("version", versionOf("person")),
    history: t.page(Entry, historyOf("Person", "the person's record")),
  }));
  builder.objectFields(Membership, (t) => ({
    version: t.exposeInt("version", versionOf("membership")),
    history: t.page(Entry, historyOf("Membership", "the membership's record")),
  }));
}
