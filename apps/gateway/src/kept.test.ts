import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { graph } from "@remit/gateway";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gateway } from "./gateway.ts";
import { pages, stored } from "./pages.ts";
import { fillWithEveryValue } from "./testing/every-value.ts";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

let database: TestDatabase;
let desk: Harbourside;
let server: Server;
let url: string;
let now = new Date("2026-04-01T09:50:00Z");
let statements = 0;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
  desk = await openHarbourside(database.db);
  const counted = database.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const options = { corsOrigins: ["https://a.example"], gateway, stored: await stored() };
  const answers = graph(counted, options, { now: () => now, newId: () => "request" });
  const site = await pages(answers.ask);
  server = createServer((request, response) =>
    (request.url?.startsWith("/graphql") ? answers : site)(request, response),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  desk.close();
  await database.close();
});

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const get = async (path: string, headers: Record<string, string> = {}) => {
  const before = statements;
  const answer = await fetch(`${url}${path}`, { headers });
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    statements: statements - before,
    tag: answer.headers.get("etag") ?? "",
    keep: answer.headers.get("cache-control"),
    vary: answer.headers.get("vary"),
  };
};
const has = (tag: string) => ({ "if-none-match": tag });
const question = "{ actions(first: 3) { totalCount nodes { reference text overdue } } }";
const asked = `/graphql?${new URLSearchParams({ query: question }).toString()}`;

test.each([["/"], ["/actions?status=OPEN"], ["/feed.xml"], [asked]])(
  "whoever has %s is told that it is the same, without a statement that reads it",
  async (path) => {
    const first = await get(path);
    expect(first).toMatchObject({ status: 200, keep: "public, no-cache" });
    later(5_000);
    const again = await get(path, has(first.tag));
    expect(again).toMatchObject({ status: 304, text: "", statements: 1, tag: first.tag });
    expect(await get(path, has(`"other", W/${first.tag}`))).toMatchObject({
      status: 304,
      statements: 0,
    });
    expect(await get(path, has('"other"'))).toMatchObject({ status: 200, tag: first.tag });
  },
);

test.each([["/"], [asked]])("what changed is told anew at %s", async (path) => {
  const { tag } = await get(path);
  await desk.raise("Sam to ring the bell");
  later(1_000);
  const changed = await get(path, has(tag));
  expect(changed.status).toBe(200);
  expect(changed.tag).not.toBe(tag);
});

test("what this process writes is seen at once", async () => {
  const { tag } = await get(asked);
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer remit_secretariat" },
    body: JSON.stringify({
      query: `mutation { setGroupZone(input: { id: "Group:${desk.group}", zone: "Pacific/Auckland" }) { __typename } }`,
    }),
  });
  expect(await answer.json()).toMatchObject({ data: { setGroupZone: { __typename: "Group" } } });
  expect((await get(asked, has(tag))).status).toBe(200);
});

test("what depends on the day changes when a day begins, in whatever time zone", async () => {
  const { tag } = await get(asked);
  later(15 * 60_000);
  expect((await get(asked, has(tag))).status).toBe(200);
  expect((await get("/", has((await get("/")).tag))).status).toBe(304);
});

test("an answer to one viewer is no other's, and no shared cache keeps it", async () => {
  const anybody = await get(asked);
  const member = await get(asked, { authorization: "Bearer remit_member" });
  expect(member).toMatchObject({ status: 200, keep: "private, no-cache" });
  expect(member.vary).toContain("Authorization");
  expect(member.tag).not.toBe(anybody.tag);
  const crossed = { ...has(anybody.tag), authorization: "Bearer remit_member" };
  expect((await get(asked, crossed)).status).toBe(200);
});

test("the site's questions are asked by their ids, as `id` and as clients of Apollo send them", async () => {
  const [text = ""] = await stored();
  const id = createHash("sha256").update(text).digest("hex");
  const variables = JSON.stringify({ today: "2026-04-01" });
  const by = (given: Record<string, string>) =>
    get(`/graphql?${new URLSearchParams({ ...given, variables }).toString()}`);
  const byText = await by({ query: text });
  expect(JSON.parse(byText.text)).toHaveProperty("data.missions");
  const apollo = { persistedQuery: { version: 1, sha256Hash: id } };
  expect(await by({ id })).toMatchObject({ text: byText.text, tag: byText.tag });
  expect((await by({ extensions: JSON.stringify(apollo) })).text).toBe(byText.text);
  const unknown = await by({ id: "0".repeat(64) });
  expect(unknown.status).toBe(404);
  expect(JSON.parse(unknown.text)).toMatchObject({
    errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
  });
});

test.each([
  ["a mutation", { query: "mutation { __typename }" }],
  ["variables that are none", { query: question, variables: "[1]" }],
])("%s in an address is kept nowhere", async (_, given) => {
  const answer = await get(`/graphql?${new URLSearchParams(given).toString()}`);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.tag).toBe("");
});

test("what is not valid is kept nowhere", async () => {
  const query = encodeURIComponent("{ nothing }");
  const answer = await get(`/graphql?query=${query}`);
  expect(JSON.parse(answer.text)).not.toHaveProperty("data");
  expect(answer.tag).toBe("");
});

test("a page that is not there has no tag", async () => {
  expect(await get("/meetings/nothing")).toMatchObject({ status: 404, tag: "" });
});

/** Tables of which a graph's answers are no part, or that are changed by hand alone. */
const beside = ["database.answer", "gateway.token", "gateway.token_role"];

test("every transaction that changes what the graph reads changes what tags are made of", async () => {
  const { db, close } = await embeddedDatabase("gateway");
  await sql`create table public.change (transaction xid8, name text)`.execute(db);
  await sql`create function public.note() returns trigger language plpgsql as $$ begin
    insert into public.change values (pg_current_xact_id(), tg_table_schema || '.' || tg_table_name);
    return null; end $$`.execute(db);
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'public')`.execute(db);
  for (const { schema, name } of tables)
    await sql`create trigger note after insert or update or delete on ${sql.id(schema, name)}
      for each row execute function public.note()`.execute(db);
  await fillWithEveryValue(db);
  const { rows } = await sql<{ names: string }>`
    select distinct array_agg(distinct name order by name)::text as names from public.change
    where name <> all(${beside}::text[])
    group by transaction having not bool_or(name in ('database.journal_head', 'database.turn'))`.execute(
    db,
  );
  await close();
  // One organisation is put there by the hand of the test's own town.
  expect(rows).toEqual([{ names: "{groups.organisation}" }]);
}, 120_000);
