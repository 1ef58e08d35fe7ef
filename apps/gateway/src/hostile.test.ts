import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { onEachDatabase } from "@remit/database/testing";
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
} from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "./context.ts";
import { loadExample } from "./example.ts";
import { graph } from "./graph.ts";
import { createSchema } from "./schema.ts";

const schema = createSchema();

const nasty = [
  "'",
  `"`,
  "\\",
  "\\'",
  "'; drop schema meetings cascade; --",
  "/* */",
  "$1",
  "$$",
  "%",
  `{"a":[1]}`,
  `["2021-12-22","' or true"]`,
  "\t\n",
  "\uD800",
  "\0",
  "x".repeat(200_000),
  "x".repeat(1_000_000),
];

/** One text that a client may send: where it stands, and the operation that sends it as `$x`. */
interface Place {
  readonly where: string;
  readonly query: string;
}

/** The texts within an argument, each as the literal around `$x`. */
function texts({ type }: GraphQLArgument | GraphQLInputField): { type: string; literal: string }[] {
  const bare = getNullableType(type);
  const named = getNamedType(type);
  const wrap = (literal: string) => (isListType(bare) ? `[${literal}]` : literal);
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((field) =>
      texts(field).map((each) => ({
        ...each,
        literal: wrap(`{ ${field.name}: ${each.literal} }`),
      })),
    );
  if (!isScalarType(named) || ["Int", "Float", "Boolean"].includes(named.name)) return [];
  return [{ type: `${named.name}!`, literal: wrap("$x") }];
}

/** The places of one field's arguments; `around` writes the operation around the field. */
function placesOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  around: (field: string) => string,
): Place[] {
  const named = getNamedType(field.type);
  const isPage = isObjectType(named) && "nodes" in named.getFields();
  const selection = isPage
    ? "{ nodes { __typename } pageInfo { endCursor } }"
    : isCompositeType(named)
      ? "{ __typename }"
      : "";
  return field.args.flatMap((arg) =>
    texts(arg).map((text) => {
      const others = field.args
        .filter((other) => other !== arg && String(other.type).endsWith("!"))
        .map((other) => `${other.name}: "word"`);
      const args = [`${arg.name}: ${text.literal}`, ...others].join(", ");
      return {
        where: `${type.name}.${field.name}(${arg.name}: ${text.literal})`,
        query: `query ($x: ${text.type}) { ${around(`${field.name}(${args}) ${selection}`)} }`,
      };
    }),
  );
}

const places = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => name !== "Mutation" && !name.startsWith("__"))
  .flatMap((type) => {
    const isNode = type.getInterfaces().some(({ name }) => name === "Node");
    const id = `${type.name}:01a212c0-763a-76aa-9766-52eaef860050`;
    const around = (field: string) =>
      type.name === "Query" ? field : `node(id: "${id}") { ... on ${type.name} { ${field} } }`;
    if (type.name !== "Query" && !isNode) return [];
    return Object.values(type.getFields()).flatMap((field) => placesOf(type, field, around));
  });

onEachDatabase((open) => {
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

  test(`hostile text in ${places.length} places is data or refused`, async () => {
    expect(places.length).toBeGreaterThan(20);
    const before = await meetings();
    for (const { where, query } of places)
      for (const x of nasty)
        for (const headers of [{}, { accept: "application/json; charset=utf-8" }]) {
          const body = JSON.stringify({ query, variables: { x } });
          expect({ where, x: x.slice(0, 20), fault: await fault(body, headers) }).toEqual({
            where,
            x: x.slice(0, 20),
            fault: null,
          });
        }
    expect(await meetings()).toEqual(before);
  });

  test.each(["select", "__proto__", "constructor", "a".repeat(5_000), `a"b`, "a'b", "a\\", "$1"])(
    "an alias that is %s is a name or refused",
    async (alias) => {
      const query = `{ ${alias}: groups { ${alias}: totalCount nodes { ${alias}: name } } }`;
      expect(await fault(JSON.stringify({ query }))).toBeNull();
    },
  );
}, "gateway");
