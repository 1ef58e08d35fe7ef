import { defineModule, type Module } from "@remit/graphql";
import { sql } from "kysely";
import { defineGroups, type GroupTypes } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import type { GroupsOptions } from "./options.ts";
import {
  deputyCommands,
  groupCommands,
  holdingCommands,
  membershipCommands,
  personCommands,
  placeCommands,
  postCommands,
  seatCommands,
  termsCommands,
} from "./store.ts";

export type { GroupsOptions } from "./options.ts";

/** Persons, organisations, groups and who belongs to them. */
export function groupsModule(options: GroupsOptions = {}): Module<GroupTypes> {
  const groups = groupCommands(options);
  const persons = personCommands(options);
  return defineModule({
    name: "groups",
    migrations,
    journalled: [
      { type: "Group", table: "groups.group" },
      { type: "Person", table: "groups.person" },
      { type: "Membership", table: "groups.membership" },
      { type: "TermsOfReference", table: "groups.terms_of_reference" },
      { type: "Post", table: "groups.post" },
      { type: "PostHolding", table: "groups.post_holding" },
      { type: "DeputyNomination", table: "groups.deputy_nomination" },
      { type: "Seat", table: "groups.seat" },
      { type: "OrganisationPlace", table: "groups.organisation_place" },
    ],
    places: {
      DeputyNomination: sql`select id, 'Nomination of a deputy' as label, access,
      group_id as "group" from groups.deputy_nomination`,
      Group: sql`select id, name as label, access, id as "group", slug as quoted from groups.group`,
      Membership: sql`select m.id, m.role as label, g.access, m.group_id as "group"
      from groups.membership m join groups.group g on g.id = m.group_id`,
      Organisation: sql`select id, name as label, 'public' as access, null::uuid as "group", slug as quoted
      from groups.organisation`,
      // A record that was merged is nothing to point at any more.
      Person: sql`select id, name as label, slug as quoted,
      case when merged_into is not null then 'restricted' when public_profile = 'named' then 'public'
        else 'officials' end as access,
      null::uuid as "group", case when merged_into is null then known_to else '{}' end as "knownTo"
      from groups.person`,
      Seat: sql`select id, record ->> 'name' as label, access, group_id as "group" from groups.seat`,
      Post: sql`select id, record ->> 'title' as label, access, group_id as "group" from groups.post`,
      PostHolding: sql`select id, 'Post holding' as label, access, group_id as "group"
      from groups.post_holding`,
      OrganisationPlace: sql`select id, 'Place of an organisation' as label, access,
      group_id as "group" from groups.organisation_place`,
      TermsOfReference: sql`select id, 'Terms of reference ' || number as label, access,
      group_id as "group", draft from groups.terms_of_reference`,
    },
    zoneOf: async (db, group) => {
      const of = db.selectFrom("groups.group").select("zone").where("id", "=", group);
      return (await of.executeTakeFirstOrThrow()).zone;
    },
    commands: [
      ...groups,
      ...persons,
      ...membershipCommands,
      ...termsCommands,
      ...postCommands,
      ...holdingCommands,
      ...placeCommands,
      ...seatCommands,
      ...deputyCommands,
    ],
    define: (builder, composed) => defineGroups(builder, composed, { groups, persons, options }),
  });
}
