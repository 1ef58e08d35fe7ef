import type { Builder, defineHistory } from "@remit/graphql";
import type { GroupNouns } from "./types.ts";

const version = (noun: string) =>
  `The version of the ${noun}'s record, which goes up by one with every change.`;

/** The versions of groups, memberships and persons, and the changes that made them. */
export function defineGroupHistory(
  builder: Builder,
  { Group, Membership, Person }: GroupNouns,
  { Entry }: ReturnType<typeof defineHistory>,
): void {
  builder.objectFields(Group, (t) => ({
    version: t.exposeInt("version", { description: version("group") }),
    history: t.page(Entry, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "Group"),
      order: ["version"],
      description: "Every change that was made to the group's record, the first one first.",
    }),
  }));
  builder.objectFields(Person, (t) => ({
    version: t.exposeInt("version", { description: version("person") }),
    history: t.page(Entry, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "Person"),
      order: ["version"],
      description: "Every change that was made to the person's record, the first one first.",
    }),
  }));
  builder.objectFields(Membership, (t) => ({
    version: t.exposeInt("version", { description: version("membership") }),
    history: t.page(Entry, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "Membership"),
      order: ["version"],
      description: "Every change that was made to the membership's record, the first one first.",
    }),
  }));
}
