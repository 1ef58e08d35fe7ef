import {
  type Builder,
  byAccess,
  type defineHistory,
  enumValues,
  seesEverybody,
} from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { defineGroupHistory } from "./graphql/history.ts";
import { defineGroupVerbs } from "./graphql/verbs.ts";
import { MembershipRole } from "./membership.ts";
export type {} from "./store.ts";

/** The day of which a source says so, or since when somebody is said to be it. */
const lastShown = (row: {
  as_of: Expression<string | null>;
  from_date: Expression<string | null>;
}) => sql<string>`coalesce(${row.as_of}::text, ${row.from_date}, '')`;

export function defineGroups(builder: Builder, history: ReturnType<typeof defineHistory>) {
  const { Agent, Node } = builder;
  const Person = builder.table("groups.person", {
    name: "Person",
    key: "id",
    description: "Somebody who attends, speaks, owns or answers.",
    // A person who is shown by role alone is nobody to the public, whatever points at them.
    visible: (row, viewer, eb) => {
      if (seesEverybody(viewer)) return true;
      const named = eb(row.public_profile, "=", "named");
      return viewer.keeper
        ? eb.or([named, sql<boolean>`${row.known_to} && ${viewer.keeps.as("uuid[]")}`])
        : named;
    },
    interfaces: [Node, Agent],
  });
  const Organisation = builder.table("groups.organisation", {
    name: "Organisation",
    key: "id",
    description: "A body that people come from or that acts itself.",
    visible: () => true,
    interfaces: [Node, Agent],
  });
  const Group = builder.table("groups.group", {
    name: "Group",
    key: "id",
    description: "A body with a remit that meets.",
    visible: ({ access, id }, viewer) => byAccess({ access, group_id: id }, viewer),
    interfaces: [Node, Agent],
  });
  const Membership = builder.table("groups.membership", {
    name: "Membership",
    key: "id",
    description: "A person's place in a group.",
    visible: { through: Group, column: "group_id" },
    interfaces: [Node],
  });
  const Role = builder.enumType("MembershipRole", {
    description: "What a member is to the group.",
    values: enumValues<MembershipRole>({
      chair: "Leads the group.",
      "co-chair": "Leads it together with somebody.",
      member: "Belongs to it.",
      observer: "Is there to hear.",
      secretariat: "Keeps its papers and minutes.",
    }),
  });

  const called = "How they are commonly called.";
  builder.objectFields(Person, (t) => ({
    name: t.word("name", "person", { description: called }),
    slug: t.word("slug", "person", { description: "The name as it stands in an address." }),
    givenName: t.word("given_name", "person", { nullable: true, description: "First names." }),
    familyName: t.word("family_name", "person", { nullable: true, description: "Surname." }),
    honorificPrefix: t.word("honorific_prefix", "person", {
      nullable: true,
      description: "Titles before the name, such as Dr.",
    }),
    honorificSuffix: t.word("honorific_suffix", "person", {
      nullable: true,
      description: "Letters after the name, such as MSP.",
    }),
    memberships: t.many(Membership, {
      on: { person_id: "id" },
      order: ["id"],
      description: "What sources show the person as in groups, the first role first.",
    }),
  }));
  builder.objectFields(Organisation, (t) => ({
    name: t.text("name", { description: called }),
    slug: t.text("slug", { description: "The name as it stands in an address." }),
    otherNames: t.texts("other_names", { description: "Other names it goes by." }),
  }));
  builder.objectFields(Group, (t) => ({
    name: t.text("name", { description: called }),
    slug: t.text("slug", { description: "The name as it stands in an address." }),
    code: t.word("code", "code", {
      description: "Initials that begin the references of its actions.",
    }),
    kind: t.text("kind", {
      nullable: true,
      description: "What sort of group it is, such as implementation or oversight.",
    }),
    zone: t.word("zone", "clock", {
      description:
        "The time zone of its calendar, such as Europe/London: its today is the day there.",
    }),
    chair: t.one(Membership, {
      on: { group_id: "id" },
      where: (row, _, eb) => eb.and([eb(row.role, "=", "chair"), eb(row.to_date, "is", null)]),
      order: [{ by: lastShown, desc: true }, "id desc"],
      description:
        "Who chairs it: whoever a source shows in the chair last, unless their term is said to have ended.",
    }),
    members: t.page(Membership, {
      on: { group_id: "id" },
      where: ({ latest }, _, eb) => eb(latest, "=", true),
      order: ["id"],
      description: "Who belongs to the group, each as the latest source shows them.",
    }),
  }));
  builder.objectFields(Membership, (t) => ({
    role: t.expose("role", { type: Role, description: "What the member is to the group." }),
    position: t.text("position", {
      nullable: true,
      description: "What the source says the member is beside it, as written.",
    }),
    from: t.expose("from_date", {
      type: "PartialDate",
      nullable: true,
      description: "Since when; null where nobody said.",
    }),
    to: t.expose("to_date", {
      type: "PartialDate",
      nullable: true,
      description: "Until when; null where nobody said.",
    }),
    asOf: t.expose("as_of", {
      type: "Date",
      nullable: true,
      description: "The day of which the source says so.",
    }),
    basis: t.expose("basis", { type: builder.Basis, description: "How the fact is held." }),
    person: t.one(Person, { on: { id: "person_id" }, description: "Who it is." }),
    group: t.one(Group, { on: { id: "group_id" }, description: "The group." }),
  }));

  defineGroupHistory(builder, { Group, Person }, history);
  defineGroupVerbs(builder, { Group, Person });

  const by = {
    id: "The id, as the graph gives it.",
    slug: "The name as it stands in an address.",
  };
  const GroupBy = builder.inputType("GroupBy", {
    isOneOf: true,
    description: "One way to name a group.",
    fields: (t) => ({
      id: t.id({ description: by.id }),
      slug: t.string({ description: by.slug }),
      name: t.string({ description: "Its name, as it is written." }),
    }),
  });
  const PersonBy = builder.inputType("PersonBy", {
    isOneOf: true,
    description: "One way to name a person.",
    fields: (t) => ({
      id: t.id({ description: by.id }),
      slug: t.string({ description: by.slug }),
    }),
  });
  return { Person, Organisation, Group, Membership, GroupBy, PersonBy };
}

/** The types that `defineGroups` gives, for whoever links them to others. */
export type GroupTypes = ReturnType<typeof defineGroups>;
