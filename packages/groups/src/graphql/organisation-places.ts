import { type Builder, byAccess, type Composed, defineCommands, historyOf } from "@remit/graphql";
import { placeCommands } from "../store.ts";
import { dateOn, dayArg, dayOrToday, goesOn, type GroupNouns, versionOf } from "./types.ts";

/** Which organisations are parts of which, and when. */
export function defineOrganisationPlaces(
  builder: Builder,
  { Group, Organisation }: Pick<GroupNouns, "Group" | "Organisation">,
  { Entry, directory }: Pick<Composed, "Entry" | "directory">,
) {
  const OrganisationPlace = builder.table("groups.organisation_place", {
    name: "OrganisationPlace",
    key: "id",
    description: "The time for which an organisation is a part of another.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  builder.objectFields(OrganisationPlace, (t) => ({
    version: t.exposeInt("version", versionOf("place")),
    from: t.expose("from_date", dateOn("the organisation became a part")),
    to: t.expose("to_date", dateOn("the organisation ceased or ceases to be a part")),
    group: t.one(Group, {
      on: { id: "group_id" },
      description:
        "The group whose secretariat keeps the record of it; null where you may not see it.",
    }),
    organisation: t.one(Organisation, {
      on: { id: "organisation_id" },
      nullable: false,
      description: "The organisation that is a part.",
    }),
    parent: t.one(Organisation, {
      on: { id: "parent_id" },
      nullable: false,
      description: "The organisation that it is a part of.",
    }),
    history: t.page(Entry, historyOf("OrganisationPlace", "the place's record")),
  }));
  builder.objectFields(Organisation, (t) => ({
    place: t.one(OrganisationPlace, {
      on: { organisation_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer) => goesOn(row, dayOrToday(on, row.zone, viewer)),
      order: ["first_day desc"],
      description: "What the organisation is a part of at a day; null where nobody says of what.",
    }),
    places: t.page(OrganisationPlace, {
      on: { organisation_id: "id" },
      order: ["first_day desc", "id desc"],
      description: "All that the organisation is or was a part of, the last one first.",
    }),
    parts: t.page(OrganisationPlace, {
      on: { parent_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer) => goesOn(row, dayOrToday(on, row.zone, viewer)),
      order: ["id"],
      description: "The organisations that are a part of it at a day.",
    }),
  }));
  builder.objectField(Group, "organisationPlaces", (t) =>
    t.page(OrganisationPlace, {
      on: { group_id: "id" },
      order: ["id"],
      description: "The parts of organisations whose record the group's secretariat keeps.",
    }),
  );
  defineCommands(builder, OrganisationPlace, placeCommands, directory);
  return { OrganisationPlace };
}
