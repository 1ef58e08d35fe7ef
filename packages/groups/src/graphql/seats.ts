import {
  type Builder,
  byAccess,
  type Composed,
  defineCommands,
  historyOf,
  readableJson,
  recordFields,
} from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { Seat as SeatSchema } from "../seat.ts";
import { seatCommands } from "../store.ts";
import { belongs } from "./term.ts";
import { dateOn, dayArg, dayOrToday, type GroupNouns, versionOf } from "./types.ts";

interface NomineeRow {
  person_id: string;
  organisation_id: string | null;
  from_day: string;
  to_day: string | null;
}

/** Seats of groups, who has them, and how many are vacant. */
export function defineSeats(
  builder: Builder,
  { Group, Membership, Organisation, Person }: GroupNouns,
  { Entry, directory }: Pick<Composed, "Entry" | "directory">,
) {
  const Seat = builder.table("groups.seat", {
    name: "Seat",
    key: "id",
    description: "A place in a group that an organisation or somebody is to fill.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  builder.objectFields(Seat, (t) => ({
    version: t.exposeInt("version", versionOf("seat")),
    ...recordFields(builder, t, {
      schema: SeatSchema,
      json: readableJson("record"),
      members: ["name", "appointedBy", "termMonths", "carriesOver"],
    }),
    from: t.expose("from_date", dateOn("the seat was made")),
    to: t.expose("to_date", dateOn("the seat ended or ends")),
    group: t.one(Group, { on: { id: "group_id" }, description: "The group whose seat it is." }),
    organisation: t.one(Organisation, {
      on: { id: "organisation_id" },
      description: "The organisation whose seat it is; null where it is no organisation's.",
    }),
    alternate: t.one(Person, {
      on: { id: "alternate_id" },
      description:
        "The person who comes where whoever has the seat does not; null where nobody is named, or where you may not be told who.",
    }),
    membership: t.one(Membership, {
      on: { seat_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer) => belongs(row, on, viewer),
      order: ["first_day desc", "id desc"],
      description:
        "The membership of the seat at a day; null while it is not filled, and without a person while nobody is named.",
    }),
    memberships: t.page(Membership, {
      on: { seat_id: "id" },
      order: ["first_day desc", "id desc"],
      description: "Every membership of the seat, the last one first.",
    }),
    history: t.page(Entry, historyOf("Seat", "the seat's record")),
  }));
  const Nominee = builder.embedded<NomineeRow>("Nominee", {
    description: "The time for which a person is named for a seat.",
  });
  builder.objectFields(Nominee, (t) => ({
    from: t.expose("from_day", {
      type: "Date",
      description: "The first day for which the person is named.",
    }),
    to: t.expose("to_day", {
      type: "Date",
      nullable: true,
      description: "The last day for which the person is named; null until another is.",
    }),
    person: t.one(Person, {
      on: { id: "person_id" },
      description: "The person who is named; null where you may not be told who.",
    }),
    organisation: t.one(Organisation, {
      on: { id: "organisation_id" },
      description: "The organisation that the person is of; null where nobody says.",
    }),
  }));
  builder.objectFields(Membership, (t) => ({
    seat: t.one(Seat, {
      on: { id: "seat_id" },
      description: "The seat that the member has; null where there is none.",
    }),
    nominees: t.elements(Nominee, ({ nominees }) => sql`${nominees}`, {
      description:
        "Whoever was named for the seat, one after the other; none where there is no seat.",
      row: ({ element }) => ({
        person_id: sql<string>`(${element} ->> 'person')::uuid`,
        organisation_id: sql<string | null>`(${element} ->> 'organisation')::uuid`,
        from_day: sql<string>`${element} ->> 'from'`,
        to_day: sql<string | null>`${element} ->> 'to'`,
      }),
    }),
    termEnds: t.expose("term_ends", {
      type: "Date",
      nullable: true,
      description:
        "The last day of the term for which the seat was filled; null where there is no seat, or no term.",
    }),
  }));
  builder.objectField(Person, "alternateSeats", (t) =>
    t.page(Seat, {
      on: { alternate_id: "id" },
      order: ["id"],
      description: "The seats for which the person comes where whoever has them does not.",
    }),
  );
  builder.objectField(Organisation, "seats", (t) =>
    t.page(Seat, {
      on: { organisation_id: "id" },
      order: ["id"],
      description: "The seats that the organisation has in groups, of those that you may see.",
    }),
  );
  defineVacancies(builder, { Group, Seat });
  defineCommands(builder, Seat, seatCommands, directory);
  return { Seat };
}

type Zoned = { readonly id: Expression<string>; readonly zone: Expression<string> };

/** INV-G13: What of a group's seats nobody has at a day. */
function defineVacancies(
  builder: Builder,
  { Group, Seat }: Pick<GroupNouns, "Group"> & Pick<ReturnType<typeof defineSeats>, "Seat">,
) {
  const Vacancy = builder.table("groups.vacancy", {
    name: "Vacancy",
    key: "group_id",
    description: "The number of places of a group's terms of reference that are vacant at a day.",
    visible: byAccess,
  });
  builder.objectFields(Vacancy, (t) => ({
    places: t.exposeInt("places", {
      description: "The number of places that the terms of reference in force name.",
    }),
    members: t.exposeInt("members", {
      description:
        "The number of memberships that go on and have a part in decisions, those of vacant posts and seats left out.",
    }),
    group: t.one(Group, {
      on: { id: "group_id" },
      nullable: false,
      description: "The group whose places they are.",
    }),
    vacant: t.exposeInt("vacant", { description: "The number of places that are vacant." }),
  }));
  builder.objectFields(Group, (t) => ({
    seats: t.page(Seat, {
      on: { group_id: "id" },
      order: ["id"],
      description: "The seats of the group, the first one made first.",
    }),
    vacantSeats: t.many(Seat, {
      args: { on: t.arg(dayArg) },
      from: (_row, { on }, eb, viewer, { id, zone }: Zoned) =>
        eb.fn("groups.vacant_seats", [id, dayOrToday(on, zone, viewer)]),
      order: ["id"],
      size: 2,
      description: "The seats that nobody has at a day, of those that there are then.",
    }),
    vacancies: t.one(Vacancy, {
      args: { on: t.arg(dayArg) },
      from: (_row, { on }, eb, viewer, { id, zone }: Zoned) =>
        eb.fn("groups.vacancies", [id, dayOrToday(on, zone, viewer)]),
      order: ["group_id"],
      description:
        "How many places are vacant at a day; null where no terms of reference in force name any.",
    }),
  }));
}
