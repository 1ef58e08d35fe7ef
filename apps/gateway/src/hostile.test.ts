import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { onOneDatabase } from "@remit/database/testing";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "./example.ts";
import { graph } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import { filled, isPage, leavesOf, type Samples, waysTo } from "./testing/asking.ts";
import { hostileTo } from "./testing/hostile.ts";

const schema = gateway.schema();
const ways = waysTo(schema);

/** What is right in each place of an argument. */
const samples: Samples = {
  group: "national-drugs-mission-implementation-group",
  text: "recovery",
  name: "ActionStatus",
  on: "2022-01-01",
  id: "Group:01a212c0-763a-76aa-9766-52eaef860050",
  at: "2022-01-01T00:00:00Z",
};

/** What means something by itself: to a pattern, to a search, to a cursor. */
const alone = ["'", "\\", "%", "$1", "-", `"`, `["2021-12-22","' or true"]`, `["2021-12-22","\0"]`];

/** One place that a client may write to: where it is, and the operation that takes it from its variables. */
interface Place {
  readonly where: string;
  readonly query: string;
  readonly variables: (value: string) => object;
  readonly values: readonly string[];
}

/** The places of a field's arguments; what else it cannot do without is as it should be. */
function placesOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Place[] {
  const named = getNamedType(field.type);
  const page = "{ nodes { __typename } totalCount pageInfo { endCursor } }";
  const selection = isPage(named) ? page : isCompositeType(named) ? "{ __typename }" : "";
  return field.args.flatMap((arg) => {
    const needed = field.args.filter((each) => each === arg || isRequiredArgument(each));
    const declared = needed.map((each) => `$${each.name}: ${String(each.type)}`);
    const passed = needed.map(({ name }) => `${name}: $${name}`);
    const asked = ways.get(type.name)?.(`${field.name}(${passed.join(", ")}) ${selection}`);
    return leavesOf(arg.type).map(({ path, type: leaf }) => ({
      where: `${type.name}.${field.name}(${[arg.name, ...path].join(".")})`,
      query: `query (${declared.join(", ")}) { ${asked} }`,
      values: [...hostileTo(leaf.name, samples[path.at(-1) ?? arg.name]), ...alone],
      variables: (value) =>
        Object.fromEntries(
          needed.map((each) => {
            const at = each === arg ? { path, value } : null;
            return [each.name, filled(each.type, each.name, samples, at)];
          }),
        ),
    }));
  });
}

const takers = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => name !== "Mutation" && !name.startsWith("__"))
  .map((type) => ({ type, fields: Object.values(type.getFields()) }))
  .filter(({ fields }) => fields.some(({ args }) => args.length > 0));
const places = takers.flatMap(({ type, fields }) =>
  fields.flatMap((field) => placesOf(type, field)),
);

test("a query comes to every type that takes an argument", () => {
  const missed = takers.filter(({ type }) => !ways.has(type.name));
  expect(missed.map(({ type }) => type.name)).toEqual([]);
  expect(places.length).toBeGreaterThan(60);
  const wrong = places.filter(({ query }) => validate(schema, parse(query)).length > 0);
  expect(wrong.map(({ query }) => query)).toEqual([]);
});

onOneDatabase((open) => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    await loadExample(open().db, surroundings);
    server = createServer(graph(open().db, { corsOrigins: [] })).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  /** What is wrong with the answer to hostile text: nothing, if it was taken as data or clearly refused. */
  async function fault(body: string, headers: Record<string, string> = {}) {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const text = await answer.text();
    const json: { data?: unknown; errors?: { message: string }[] } = JSON.parse(text);
    const isClear = json.data !== undefined || (json.errors?.[0]?.message ?? "") !== "";
    if (answer.status < 500 && isClear && !text.includes("INTERNAL_SERVER_ERROR")) return null;
    return { status: answer.status, text: text.slice(0, 500) };
  }

  const meetings = async () => {
    const { rows } = await sql`select count(*) from meetings.meeting`.execute(open().db);
    return rows;
  };

  test.each(takers.map(({ type, fields }) => ({ name: type.name, type, fields })))(
    "hostile text in whatever $name takes is data or refused",
    async ({ type, fields }) => {
      const before = await meetings();
      for (const { where, query, variables, values } of fields.flatMap((field) =>
        placesOf(type, field),
      ))
        for (const value of values)
          // Extensions with something in them go to the full server.
          for (const extensions of [{}, { executed: true }]) {
            const body = JSON.stringify({ query, variables: variables(value), extensions });
            const place = `${where}: ${JSON.stringify(value.slice(0, 60))}`;
            expect.soft(await fault(body), place).toBeNull();
          }
      expect(await meetings()).toEqual(before);
    },
  );

  test.each(["select", "__proto__", "constructor", "a".repeat(5_000), `a"b`, "a'b", "a\\", "$1"])(
    "an alias that is %s is a name or refused",
    async (alias) => {
      const query = `{ ${alias}: groups { ${alias}: totalCount nodes { ${alias}: name } } }`;
      expect(await fault(JSON.stringify({ query }))).toBeNull();
    },
  );
}, "gateway");
