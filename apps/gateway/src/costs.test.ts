import { readdirSync, readFileSync } from "node:fs";
import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { anybody, type Caller, viewerOf } from "@remit/graphql";
import { graphql, isObjectType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { plainQuery, queries } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import { selectionOf } from "./testing/asking.ts";

const schema = gateway.schema();
let database: TestDatabase;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
});
afterAll(() => database.close());

async function refusal(source: string, caller: Caller, variableValues: object = {}) {
  const viewer = viewerOf(caller);
  const contextValue = {
    ...surroundings,
    db: database.db,
    caller,
    viewer,
    requestId: "",
    key: null,
  };
  const { errors = [] } = await graphql({
    schema,
    source,
    contextValue,
    variableValues: { ...variableValues },
  });
  return errors.map(({ message, extensions }) => extensions["code"] ?? message)[0];
}

const official: Caller = { ...anybody, official: true };
const administrator: Caller = { ...anybody, administrator: true };

const pages = new URL("../../../tooling/bench/questions/", import.meta.url);
const benched = readdirSync(pages).map((name): [string, string] => [
  name,
  readFileSync(new URL(`${name}/remit.graphql`, pages), "utf8"),
]);
const action = schema.getType("Action");
const record = isObjectType(action) ? selectionOf(schema, action, 3) : "";

test.each([
  ...Object.entries(queries),
  ["a record without the example", plainQuery],
  ...benched,
  [
    "an action with its history",
    `{ action(by: { reference: "x" }) { text moves { move allowed code reason } here: asAt(at: "2999-01-01T00:00:00Z") { action ${record} }
      history { nodes { version verb at by action { status text due { inWords } } } } } }`,
  ],
  [
    "an action at another time",
    `{ action(by: { reference: "x" }) { asAt(at: "2026-01-01T00:00:00Z") { action ${record} } } }`,
  ],
  [
    "a log",
    `{ group(by: { slug: "x" }) { actionLog { on markdown actions { reference text status due { inWords } owners { name } } } } }`,
  ],
  ["actions with what may be done", `{ actions { nodes { text moves { move allowed } } } }`],
])("anybody may ask for %s", async (_, source) => {
  expect(await refusal(source, anybody, { slug: "x", text: "x" })).toBeUndefined();
});

const within = (inner: string) =>
  `{ actions { nodes { group { actions { nodes { ${inner} } } } } } }`;
const aliased = (times: number, inner: string) =>
  `{ ${Array.from({ length: times }, (_, index) => `a${index}: ${inner}`).join(" ")} }`;

test.each([
  ["records of histories", within(`history { nodes { action ${record} } }`)],
  ["records as they stood", within(`asAt(at: "2026-01-01T00:00:00Z") { action ${record} }`)],
  ["records", within(record.slice(1, -1))],
  ["moves", within(`moves { move allowed code reason }`)],
  [
    "records of what a search found",
    `{ search(text: "x") { nodes { group { actions { nodes ${record} } } } } }`,
  ],
  ["logs", aliased(20, `group(by: { slug: "x" }) { actionLog { actions ${record} } }`)],
  [
    "groups of roles",
    aliased(30, `viewer { roles { group { meetings(first: 100) { nodes { items { id } } } } } }`),
  ],
])("not even an official may ask for many %s", async (_, source) => {
  expect(await refusal(source, official)).toBe("TOO_COSTLY");
});

test("who asks for too much is told how to ask for less", async () => {
  const source = `{ groups(first: 100) { nodes { meetings { nodes { items { actions { reference } } } } } } }`;
  const asked = graphql({
    schema,
    source,
    contextValue: { ...surroundings, db: database.db, viewer: viewerOf(anybody) },
  });
  expect((await asked).errors?.[0]?.message).toContain("first: 5");
  expect(await refusal(source.replace("meetings", "meetings(first: 5)"), anybody)).toBeUndefined();
  expect(await refusal(source, administrator)).toBeUndefined();
});
