import {
  type Builder,
  byAccess,
  type Command,
  type Composed,
  conceptOf,
  defineCommands,
  defineOwnFields,
  enumOf,
  readable,
  readableJson,
  seesEverybody,
} from "@remit/graphql";
import { sql } from "kysely";
import { defineDeputies } from "./graphql/deputies.ts";
import { defineGroupHistory } from "./graphql/history.ts";
import { definePosts } from "./graphql/posts.ts";
import { defineSeats } from "./graphql/seats.ts";
import { defineSuccession } from "./graphql/succession.ts";
import { defineOrganisationPlaces } from "./graphql/organisation-places.ts";
import { definePersonNames } from "./graphql/person.ts";
import { belongs, chairs } from "./graphql/term.ts";
import { defineTerms } from "./graphql/terms.ts";
import { address, dayArg } from "./graphql/types.ts";
import { MembershipRole } from "./membership.ts";
import type { GroupsOptions } from "./options.ts";
import { membershipCommands } from "./store.ts";

interface Commands {
  readonly groups: readonly Command[];
  readonly persons: readonly Command[];
  readonly options: GroupsOptions;
}

/** Adds persons, organisations, groups and memberships to the graph, and their verbs. */
export function defineGroups(
  builder: Builder,
  { Concept, Entry, directory }: Composed,
  { groups, persons, options }: Commands,
) {
  const { Agent, Node } = builder;
  const Person = builder.table("groups.person", {
    name: "Person",
    key: "id",
    description:
      "A person who belongs to groups, attends meetings, speaks at them or owns actions.",
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
    description:
      "A body that people come from or that acts itself, such as a charity or a health board.",
    visible: () => true,
    interfaces: [Node, Agent],
  });
  const Group = builder.table("groups.group", {
    name: "Group",
    key: "id",
    description: "A body with a remit that meets, such as a taskforce, a board or a committee.",
    visible: ({ access, id }, viewer) => byAccess({ access, group_id: id }, viewer),
    interfaces: [Node, Agent],
  });
  const Membership = builder.table("groups.membership", {
    name: "Membership",
    key: "id",
    description:
      "A place in a group of a person or of whoever holds a post, as one source shows it or somebody says.",
    visible: { through: Group, column: "group_id" },
    interfaces: [Node],
  });
  definePersonNames(builder, { Person });
  builder.objectFields(Person, (t) => ({
    memberships: t.many(Membership, {
      on: { person_id: "id" },
      order: ["id"],
      description: "The person's places in groups as sources show them, the earliest record first.",
    }),
  }));
  builder.objectFields(Organisation, (t) => ({
    name: t.text("name", { description: "The organisation's name as it is commonly written." }),
    slug: t.text("slug", { description: address("organisation") }),
    otherNames: t.texts("other_names", {
      description: "The other names that sources use for the organisation.",
    }),
  }));
  builder.objectFields(Group, (t) => ({
    name: t.text("name", { description: "The group's name as it is commonly written." }),
    slug: t.text("slug", { description: address("group") }),
    code: t.word("code", "code", {
      description: "The initials that begin the references of the group's actions, such as NDMIG.",
    }),
    kind: t.embedded(Concept, (...row) => conceptOf("GroupKind", readable("kind")(...row)), {
      when: ({ kind }) => sql<boolean>`${kind} is not null`,
      description:
        "What sort of group this is, in a word of the directorate's own, such as implementation; null where its name tells none.",
    }),
    zone: t.word("zone", "clock", {
      description:
        "The IANA name of the time zone of the group's calendar, such as Europe/London: the day there is the group's today.",
    }),
    chair: t.one(Membership, {
      on: { group_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer) => chairs(row, on, viewer),
      order: ["first_day desc", "id desc"],
      description:
        "The membership of whoever came into the chair last by a day; null where nobody is known to have, or their term had ended.",
    }),
    members: t.page(Membership, {
      on: { group_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer) => belongs(row, on, viewer),
      order: ["id"],
      description:
        "The memberships that go on at a day, in every role: whoever has left by then is not among them.",
    }),
  }));
  builder.objectFields(Membership, (t) => ({
    role: t.expose("role", {
      type: enumOf(builder, MembershipRole),
      description: "What the member is to the group.",
    }),
    position: t.text("position", {
      nullable: true,
      description:
        "The member's post or title as the source writes it; null where the source gives none.",
    }),
    from: t.expose("from_date", {
      type: "PartialDate",
      nullable: true,
      description: "When the membership began; null where no source says.",
    }),
    to: t.expose("to_date", {
      type: "PartialDate",
      nullable: true,
      description: "When the membership ended or ends; null where nobody says, or it goes on.",
    }),
    endReason: t.text("end_reason", {
      nullable: true,
      description: "The reason for which the membership ended; null where nobody gave one.",
    }),
    asOf: t.expose("as_of", {
      type: "Date",
      nullable: true,
      description: "The day of which the source shows the membership; null where it names none.",
    }),
    basis: t.expose("basis", {
      type: builder.Basis,
      description: "Whether the membership stands in its source, is inferred or was edited.",
    }),
    person: t.one(Person, {
      on: { id: "person_id" },
      description:
        "The person who is the member; null where a post is, while nobody is named for a seat, or where you may not be told who.",
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      description: "The group to which the member belongs.",
    }),
  }));

  const nouns = { Group, Membership, Organisation, Person };
  defineGroupHistory(builder, nouns, { Entry });
  const groupFields = options.groups?.fields ?? {};
  const personFields = options.persons?.fields ?? {};
  defineOwnFields(builder, Group, groupFields, readableJson("own"));
  defineOwnFields(builder, Person, personFields, readableJson("own"));
  defineCommands(builder, Group, groups, directory);
  defineCommands(builder, Person, persons, directory);
  defineCommands(builder, Membership, membershipCommands, directory);
  defineSuccession(builder, { Group });
  const { Terms } = defineTerms(builder, { Group }, { Entry, directory });
  const { Post, PostHolding } = definePosts(builder, nouns, { Entry, directory });
  const { Seat } = defineSeats(builder, nouns, { Entry, directory });
  const { DeputyNomination } = defineDeputies(builder, { ...nouns, Post }, { Entry, directory });
  const { OrganisationPlace } = defineOrganisationPlaces(builder, nouns, { Entry, directory });

  const GroupBy = builder.inputType("GroupBy", {
    isOneOf: true,
    description: "One group, named by its id, its slug or its name.",
    fields: (t) => ({
      id: t.id({ description: "The group's id, such as Group:0190…." }),
      slug: t.string({ description: address("group") }),
      name: t.string({ description: "The group's name, letter by letter as it is written." }),
    }),
  });
  const PersonBy = builder.inputType("PersonBy", {
    isOneOf: true,
    description: "One person, named by their id or their slug.",
    fields: (t) => ({
      id: t.id({ description: "The person's id, such as Person:0190…." }),
      slug: t.string({ description: address("person") }),
    }),
  });
  const OrganisationBy = builder.inputType("OrganisationBy", {
    isOneOf: true,
    description: "One organisation, named by its id or its slug.",
    fields: (t) => ({
      id: t.id({ description: "The organisation's id, such as Organisation:0190…." }),
      slug: t.string({ description: address("organisation") }),
    }),
  });
  return {
    DeputyNomination,
    Person,
    Organisation,
    OrganisationPlace,
    Group,
    Membership,
    Post,
    PostHolding,
    Seat,
    Terms,
    GroupBy,
    groupFields,
    OrganisationBy,
    PersonBy,
    personFields,
  };
}

/** The types that `defineGroups` gives, for whoever links them to others. */
export type GroupTypes = ReturnType<typeof defineGroups>;
