import { type Builder, enumOf, nameless } from "@remit/graphql";
import { type Expression, sql } from "kysely";
import { OtherNameKind, PublicProfile } from "../person.ts";
import { address, type GroupNouns } from "./types.ts";

interface Row {
  json: unknown;
}

const member = ({ json }: { json: Expression<unknown> }, key: string) =>
  sql<string>`${json} ->> ${sql.lit(key)}`;

/** What persons are called, and whether the public is told. */
export function definePersonNames(builder: Builder, { Person }: Pick<GroupNouns, "Person">): void {
  const PersonName = builder.embedded<Row>("PersonName", {
    description: "A name of a person beside the one by which they are commonly written.",
  });
  builder.objectFields(PersonName, (t) => ({
    name: t.expression("String", (row) => member(row, "name"), {
      description: "The name as it is or was written.",
      notNull: true,
      extensions: nameless("person"),
    }),
    kind: t.expression(enumOf(builder, OtherNameKind), (row) => sql`${row.json} ->> 'kind'`, {
      description: "What the name is to the person.",
      notNull: true,
    }),
    from: t.expression("PartialDate", (row) => member(row, "from"), {
      description: "When the person began to bear the name; null where nobody says.",
      nullable: true,
    }),
    to: t.expression("PartialDate", (row) => member(row, "to"), {
      description:
        "When the person ceased to bear the name; null where nobody says, or they bear it.",
      nullable: true,
    }),
  }));
  builder.objectFields(Person, (t) => ({
    name: t.word("name", "person", {
      description: "The person's name as it is commonly written, titles included.",
    }),
    slug: t.word("slug", "person", { description: address("person") }),
    givenName: t.word("given_name", "person", {
      nullable: true,
      description: "The person's first names; null where no source parts the name.",
    }),
    familyName: t.word("family_name", "person", {
      nullable: true,
      description: "The person's surname; null where no source parts the name.",
    }),
    honorificPrefix: t.word("honorific_prefix", "person", {
      nullable: true,
      description: "The titles before the person's name, such as Dr; null where there are none.",
    }),
    honorificSuffix: t.word("honorific_suffix", "person", {
      nullable: true,
      description: "The letters after the person's name, such as MSP; null where there are none.",
    }),
    otherNames: t.elements(PersonName, ({ names }) => sql`${names}`, {
      description:
        "The other names that the person bears or bore, or by which documents write them.",
      row: ({ element }) => ({ json: element }),
    }),
    mergedInto: t.one(Person, {
      on: { id: "merged_into" },
      description:
        "The person whose record this was merged into, who is the same; null where it was not.",
    }),
    mergedPersons: t.many(Person, {
      on: { merged_into: "id" },
      order: ["id"],
      size: 2,
      description: "The records that were merged into this one, since they are of the same person.",
    }),
    erasedOn: t.expression("Date", ({ erased }) => sql<string>`${erased} ->> 'on'`, {
      description: "The day on which the person's names were erased; null where they were not.",
      nullable: true,
    }),
    publicProfile: t.expose("public_profile", {
      type: enumOf(builder, PublicProfile),
      description: "Whether the public is shown the person's name.",
    }),
  }));
}
