import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { insertGroup } from "@remit/groups/store";
import { pavements } from "@remit/groups/testing";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graph } from "./graph.ts";
import { insertToken, revokeToken } from "@remit/access";
import type { Token } from "@remit/access";

const token = (number: number, name: string, rest: Partial<Token>): Token => ({
  id: `01990000-0000-7000-8000-00000000090${number}`,
  name,
  person: null,
  roles: [],
  official: false,
  administrator: false,
  createdAt: "2026-03-01T09:00:00.000Z",
  expiresAt: null,
  revokedAt: null,
  ...rest,
});
const desk = token(1, "desk", { roles: [{ group: pavements.id, role: "secretariat" }] });
const old = token(2, "old", { expiresAt: "2026-03-02T00:00:00.000Z" });
const lost = token(3, "lost", { revokedAt: "2026-03-02T00:00:00.000Z" });

let database: TestDatabase;
let server: Server;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
  await database.db.transaction().execute(async (tx) => {
    await insertGroup(tx, pavements);
    for (const each of [desk, old, lost]) await insertToken(tx, each, `remit_${each.name}`);
  });
  server = createServer(graph(database.db, { corsOrigins: [] })).listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await database.close();
});

const whoAsks = "{ viewer { name official roles { role group { slug } } } }";

const ask = (headers: Record<string, string>, query = whoAsks) => {
  const address = server.address();
  return fetch(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
};

test.each([
  { who: "anybody", headers: {}, viewer: { name: "anybody", official: false, roles: [] } },
  {
    who: "the desk of a group",
    headers: { authorization: "Bearer remit_desk" },
    viewer: {
      name: "desk",
      official: false,
      roles: [{ role: "SECRETARIAT", group: { slug: pavements.slug } }],
    },
  },
])("$who is known by the token", async ({ headers, viewer }) => {
  expect(await (await ask(headers)).json()).toEqual({ data: { viewer } });
});

test.each([
  { authorization: "Bearer remit_old", code: "TOKEN_EXPIRED" },
  { authorization: "Bearer remit_lost", code: "TOKEN_REVOKED" },
  { authorization: "Bearer remit_dask", code: "TOKEN_UNKNOWN" },
  { authorization: "Bearer", code: "TOKEN_UNKNOWN" },
  { authorization: "Basic ZGVzazpkZXNr", code: "TOKEN_UNKNOWN" },
])("$authorization is refused with $code", async ({ authorization, code }) => {
  const answer = await ask({ authorization });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
});

test.each([
  {
    number: 4,
    what: "an answer that PostgreSQL writes",
    way: "written",
    query: "{ groups { totalCount } }",
  },
  { number: 5, what: "an answer that is executed", way: "executed", query: "{ viewer { name } }" },
  {
    number: 6,
    what: "a change",
    way: "executed",
    query: `mutation { startAction(input: { action: "Action:${desk.id}", expectedVersion: 1 }) { __typename } }`,
  },
])(
  "a token that was just taken for $what is refused from its end on",
  async ({ number, what, way, query }) => {
    const secret = `remit_brief${number}`;
    await database.db
      .transaction()
      .execute((tx) => insertToken(tx, token(number, what, {}), secret));
    const headers = { authorization: `Bearer ${secret}` };
    const before = await ask(headers, query);
    expect(before.status).toBe(200);
    expect(before.headers.get("remit-way")).toBe(way);
    await revokeToken(database.db, what, new Date());
    const after = await ask(headers, query);
    expect(after.status).toBe(401);
    expect(await after.json()).toMatchObject({
      errors: [{ extensions: { code: "TOKEN_REVOKED" } }],
    });
  },
);
