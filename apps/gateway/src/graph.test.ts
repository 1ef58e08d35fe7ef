import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { type TestDatabase, embeddedDatabase } from "@remit/database/testing";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "./example.ts";
import { graph } from "@remit/gateway";
import { queries } from "@remit/gateway";

let database: TestDatabase;
let server: Server;
let url: string;
beforeAll(async () => {
  database = await embeddedDatabase("gateway");
  await loadExample(database.db, surroundings);
  server = createServer(graph(database.db, { corsOrigins: ["https://page.example"] }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await database.close();
});

const json = { "content-type": "application/json" };
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  fetch(url, { method: "POST", headers, body });
const ask = (query: string, headers: Record<string, string> = {}) =>
  post(JSON.stringify({ query }), { ...json, ...headers });

/** Extensions with something in them are for the full server alone. */
const executed = (query: string, variables?: object) =>
  post(JSON.stringify({ query, variables, extensions: { executed: true } }));

test.each(serverAudits({ url: () => url }))("GraphQL over HTTP: $name", async (audit) => {
  expect(await audit.fn()).toMatchObject({ status: "ok" });
});

test.each(Object.entries(queries))("both ways answer %s in the same bytes", async (_, query) => {
  const [first, second] = await Promise.all([ask(query), executed(query)]);
  expect(first.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(second.headers.get("remit-way")).toBe("executed");
  expect(await first.text()).toBe(await second.text());
  expect(first.status).toBe(200);
});

test("an operation of columns and relations is written by the database", async () => {
  const answer = await ask(queries.meeting);
  expect(answer.headers.get("remit-way")).toBe("written");
});

test.each([
  {
    what: "urlencoded",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    status: 415,
  },
  { what: "text/plain", headers: { "content-type": "text/plain" }, status: 415 },
  { what: "application/graphql", headers: { "content-type": "application/graphql" }, status: 415 },
  {
    what: "multipart",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    status: 415,
  },
  { what: "a compressed body", headers: { ...json, "content-encoding": "gzip" }, status: 415 },
])("$what is refused with $status", async ({ headers, status }) => {
  expect((await post("query={__typename}", headers)).status).toBe(status);
});

test.each([
  { what: "no JSON", body: "{ secret", status: 400 },
  { what: "no UTF-8", body: Uint8Array.of(0x7b, 0xff, 0x7d), status: 400 },
  { what: "a NUL", body: `{"query":"{ node(id: \\"\\u0000\\") { id } }"}`, status: 400 },
  { what: "300 kB", body: `{"query":"{ __typename } #${"x".repeat(300_000)}"}`, status: 413 },
  { what: "an array of operations", body: `[{"query":"{ __typename }"}]`, status: 400 },
])("a body with $what is refused with $status, and not repeated", async ({ body, status }) => {
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toContain("secret");
});

const logQuery = "query ($x: String!) { group(by: {slug: $x}) { actionLog { markdown } } }";
const get = (variables: object) =>
  fetch(`${url}?${new URLSearchParams({ query: logQuery, variables: JSON.stringify(variables) })}`);

test.each(["\0", "a\0b", "\uD800", "b\uDC00c"])("a text with %j is refused", async (x) => {
  const variables = { x };
  const answers = [
    await post(JSON.stringify({ query: logQuery, variables })),
    await post(JSON.stringify({ query: logQuery, variables, extensions: {} })),
    await get(variables),
    await fetch(`${url}?${new URLSearchParams({ query: '{ group(by: {slug: "a\0"}) { id } }' })}`),
    await ask(`{ group(by: {slug: "a\\u{0}"}) { id } }`),
    await ask(`{ group(by: {slug: "\\u0000"}) { id } }`),
  ];
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_TEXT" } }] });
});

test("a text about escapes is a text", async () => {
  const x = String.raw`\u0000 \\u0000 \uD800`;
  for (const answer of [
    await post(JSON.stringify({ query: logQuery, variables: { x } })),
    await get({ x }),
  ])
    expect(await answer.json()).toEqual({ data: { group: null } });
});

test.each([
  {
    what: "a field that is nearly right",
    query: "{ meetingz { totalCount } }",
  },
  {
    what: "an argument that is nearly right",
    query: `{ meeting(bye: {slug: "x"}) { id } }`,
  },
  {
    what: "20 levels",
    query: `{ ${'node(id: "x") { '.repeat(20)} id ${"}".repeat(20)} }`,
  },
])("$what is refused without a word of what there is", async ({ query }) => {
  const answer = await ask(query);
  const text = await answer.text();
  expect(text).toContain("errors");
  expect(text).not.toContain("Did you mean");
  expect(JSON.parse(text)).not.toHaveProperty("data");
});

const filtered = "query ($x: ActionFilter) { actions(filter: $x) { totalCount } }";
test.each([
  {
    what: "an enum",
    x: { status: "OPENN secret" },
    says: "$x.status should be of the type Action",
  },
  { what: "a number", x: "secret", says: "$x should be of the type ActionFilter." },
  { what: "a name", x: { statuss: "secret" }, says: "$x should be of the type ActionFilter." },
  { what: "two of one", x: { owner: { group: "secret", person: "" } }, says: "$x.owner should" },
  {
    what: "a day",
    x: { dueBefore: "secret" },
    says: "the type Date. Give a Date. A day in ISO",
  },
  {
    what: "20,000 names",
    x: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`s${i}`, 1])),
    says: "$x should be of the type ActionFilter.",
  },
])(
  "a variable that is wrong in $what is refused at once, and not repeated",
  async ({ x, says }) => {
    const variables = { x };
    const written = () => post(JSON.stringify({ query: filtered, variables }));
    for (const answer of [await written(), await executed(filtered, variables)]) {
      const text = await answer.text();
      expect(answer.status).toBe(400);
      expect(text).not.toMatch(/secret|Did you mean/u);
      expect(JSON.parse(text)).toEqual({
        errors: [
          { message: expect.stringContaining(says), extensions: { code: "BAD_USER_INPUT" } },
        ],
      });
    }
  },
);

const browser = {
  accept: "*/*",
  origin: "https://page.example",
  "accept-language": "en-GB,en;q=0.9",
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "cross-site",
};

test.each([
  { what: "a page of a listed origin", headers: browser, allowed: "https://page.example" },
  {
    what: "a page of another origin",
    headers: { ...browser, origin: "https://other.example" },
    allowed: null,
  },
  { what: "a page without an origin", headers: { ...browser, origin: "null" }, allowed: null },
  { what: "no page", headers: {}, allowed: null },
])("the database writes for $what too, and says who may read", async ({ headers, allowed }) => {
  const answer = await ask(queries.meeting, headers);
  expect(answer.headers.get("remit-way")).toBe("written");
  expect(answer.headers.get("access-control-allow-origin")).toBe(allowed);
  expect(answer.headers.get("vary")).toBe("Origin");
});

test.each([
  { what: "empty extensions", extra: { extensions: {} } },
  { what: "no extensions", extra: { extensions: null } },
  { what: "an empty name", extra: { operationName: "" } },
  { what: "no variables and no name", extra: { variables: null, operationName: null } },
])("the database writes for a client that sends $what", async ({ extra }) => {
  const answer = await post(JSON.stringify({ query: queries.meeting, ...extra }));
  expect(answer.headers.get("remit-way")).toBe("written");
});

test("a browser that asks beforehand is told what a page may send", async () => {
  const { origin } = browser;
  const asked = {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type",
  };
  const answer = await fetch(url, { method: "OPTIONS", headers: asked });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  expect(answer.headers.get("access-control-allow-headers")).toBe("content-type");
});

test("a page of a listed origin may ask, another may not", async () => {
  const listed = await ask("{ __typename }", { origin: "https://page.example" });
  expect(listed.headers.get("access-control-allow-origin")).toBe("https://page.example");
  const other = await ask("{ __typename }", { origin: "https://other.example" });
  expect(other.headers.get("access-control-allow-origin")).not.toBe("https://other.example");
});

test("who hangs up in the middle of a request leaves no trace in the log", async () => {
  const log = vi.spyOn(process.stderr, "write");
  const asked = request(url, { method: "POST", headers: json });
  asked.on("error", () => {});
  asked.write('{"query":');
  setTimeout(() => asked.destroy(), 100);
  await new Promise((closed) => asked.on("close", closed));
  expect((await ask("{ __typename }")).status).toBe(200);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

test("a browser is shown GraphiQL with the worked queries, from this server alone", async () => {
  const page = await (await fetch(url, { headers: { accept: "text/html" } })).text();
  expect(page).toContain("Who came to the meeting");
  // A tab is called what its operation is called.
  expect(page).toContain("query Attendance {");
  expect(page).not.toMatch(/(?:src|href)="https?:/u);
});
