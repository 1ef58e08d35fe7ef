import type { Builder, defineHistory } from "@remit/graphql";
import type { GroupNouns } from "./types.ts";

/** The versions of groups and persons, and the changes that made them. */
export function defineGroupHistory(
  builder: Builder,
  { Group, Person }: GroupNouns,
  { Entry }: ReturnType<typeof defineHistory>,
): void {
  const version = "Goes up by one with every change.";
  const history = "Every change that was made to it, the first one first.";
  builder.objectFields(Group, (t) => ({
    version: t.exposeInt("version", { description: version }),
    history: t.page(Entry, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "Group"),
      order: ["version"],
      description: history,
    }),
  }));
  builder.objectFields(Person, (t) => ({
    version: t.exposeInt("version", { description: version }),
    history: t.page(Entry, {
      on: { subject_id: "id" },
      where: ({ subject_type }, _, eb) => eb(subject_type, "=", "Person"),
      order: ["version"],
      description: "Every change of how the person is recorded, the first one first.",
    }),
  }));
}
