import { embeddedDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "./gateway.ts";

const schema = gateway.schema();
let database: Awaited<ReturnType<typeof embeddedDatabase>>;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
});
afterAll(() => database.close());

const ask = (source: string, variableValues: Record<string, unknown> = {}) =>
  graphql({
    schema,
    source,
    variableValues,
    contextValue: { db: database.db, viewer: nobody, now: surroundings.now },
  });

const key = "01990000-0000-7000-8000-00000000dead";
const places = [
  ["actions(filter: { raisedAt: $id }) { totalCount }", "filter.raisedAt", "Meeting"],
  ["actions(filter: { commitment: $id }) { totalCount }", "filter.commitment", "Commitment"],
  ["actions(filter: { owner: { person: $id } }) { totalCount }", "filter.owner.person", "Person"],
  ["actions(filter: { owner: { group: $id } }) { totalCount }", "filter.owner.group", "Group"],
  [
    "actions(filter: { owner: { organisation: $id } }) { totalCount }",
    "filter.owner.organisation",
    "Organisation",
  ],
  ["group(by: { id: $id }) { name }", "by.id", "Group"],
  ["person(by: { id: $id }) { name }", "by.id", "Person"],
  ["organisation(by: { id: $id }) { name }", "by.id", "Organisation"],
  ["meeting(by: { id: $id }) { title }", "by.id", "Meeting"],
  ["action(by: { id: $id }) { text }", "by.id", "Action"],
  ["mission(by: { id: $id }) { title }", "by.id", "Mission"],
] as const;

test.each(
  places.flatMap(([field, argument, type]) =>
    ["nonsense", `Paper:${key}`, `${type}:nonsense`, key].map((id) => [id, field, argument, type]),
  ),
)("%s is no id for %s", async (id, field, argument, type) => {
  const message = `${argument}: Give the id of a ${type}, as the graph gives it.`;
  const refused = { errors: [{ message, extensions: { code: "BAD_ID" } }] };
  expect(await ask(`query ($id: ID!) { ${field} }`, { id })).toMatchObject(refused);
  const literal = field.replace("$id", JSON.stringify(id));
  expect(await ask(`{ ${literal} }`)).toMatchObject(refused);
});

test.each(places)(
  "an id of the right type that is not there is no error: %s",
  async (field, _, type) => {
    const { data, errors } = await ask(`query ($id: ID!) { ${field} }`, { id: `${type}:${key}` });
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).toEqual([
      field.startsWith("actions") ? { totalCount: 0 } : null,
    ]);
  },
);
