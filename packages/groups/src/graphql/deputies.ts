import {
  type Builder,
  byAccess,
  type Composed,
  defineCommands,
  enumOf,
  historyOf,
  readableJson,
  recordFields,
  type TableRef,
} from "@remit/graphql";
import { sql } from "kysely";
import {
  DeputyNomination as NominationSchema,
  DeputyPowers,
  DeputyScope,
  NominationStatus,
} from "../deputy.ts";
import { deputyCommands } from "../store.ts";
import { dateOn, dayArg, dayOrToday, goesOn, type GroupNouns, versionOf } from "./types.ts";

type Types = Builder["$inferSchemaTypes"];

/** Whom members name to come in their place. */
export function defineDeputies(
  builder: Builder,
  { Membership, Person, Post }: GroupNouns & { readonly Post: TableRef<Types, "groups.post"> },
  { Entry, directory }: Pick<Composed, "Entry" | "directory">,
) {
  const DeputyNomination = builder.table("groups.deputy_nomination", {
    name: "DeputyNomination",
    key: "id",
    description: "That a member names whoever comes in their place.",
    visible: byAccess,
    interfaces: [builder.Node],
  });
  builder.objectFields(DeputyNomination, (t) => ({
    version: t.exposeInt("version", versionOf("nomination")),
    status: t.expose("status", {
      type: enumOf(builder, NominationStatus),
      description: "Whether the deputy is named, has accepted or declined, or is one no more.",
    }),
    scope: t.expose("scope", {
      type: enumOf(builder, DeputyScope),
      description: "The meetings for which the deputy is named.",
    }),
    powers: t.expose("powers", {
      type: enumOf(builder, DeputyPowers),
      description: "What the deputy may do at a meeting.",
    }),
    from: t.expose("from_date", dateOn("a standing nomination begins")),
    to: t.expose("to_date", dateOn("a standing nomination ended or ends")),
    ...recordFields(builder, t, {
      schema: NominationSchema,
      json: readableJson("record"),
      members: ["meeting", "ended"],
    }),
    membership: t.one(Membership, {
      on: { id: "membership_id" },
      description: "The membership in whose place the deputy comes.",
    }),
    person: t.one(Person, {
      on: { id: "person_id" },
      description:
        "The person who is the deputy; null where a post is, where nobody says who, or where you may not be told.",
    }),
    post: t.one(Post, {
      on: { id: "post_id" },
      description:
        "The post whose holder is the deputy; null where a person is, where nobody says who, or where you may not see it.",
    }),
    history: t.page(Entry, historyOf("DeputyNomination", "the nomination's record")),
  }));
  builder.objectFields(Membership, (t) => ({
    deputies: t.many(DeputyNomination, {
      on: { membership_id: "id" },
      args: { on: t.arg(dayArg) },
      where: (row, { on }, _, viewer, { zone }) =>
        sql<boolean>`(${row.scope} = 'standing' and ${row.status} in ('nominated', 'accepted')
          and ${goesOn(row, dayOrToday(on, zone, viewer))})`,
      order: ["id"],
      size: 2,
      description: "The standing deputies of the member at a day.",
    }),
    deputyNominations: t.page(DeputyNomination, {
      on: { membership_id: "id" },
      order: ["id desc"],
      description: "Every nomination of a deputy of the member, the last one first.",
    }),
  }));
  builder.objectField(Person, "deputyNominations", (t) =>
    t.page(DeputyNomination, {
      on: { person_id: "id" },
      order: ["id desc"],
      description: "The nominations of the person as somebody's deputy, the last one first.",
    }),
  );
  builder.objectField(Post, "deputyNominations", (t) =>
    t.page(DeputyNomination, {
      on: { post_id: "id" },
      order: ["id desc"],
      description:
        "The nominations of whoever holds the post as somebody's deputy, the last one first.",
    }),
  );
  defineCommands(builder, DeputyNomination, deputyCommands, directory);
  return { DeputyNomination };
}
