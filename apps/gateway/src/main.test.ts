import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { everyRow, freePort, type Program, startProgram } from "@remit/gateway/testing";
import { march } from "@remit/import/testing";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-main-"));
});
afterAll(() => rm(folder, { recursive: true }));

const start = (environment: Record<string, string>) =>
  startProgram(import.meta.resolve("./main.ts"), [], { INIT_CWD: folder, ...environment });
const address = (port: number, path = "/graphql") => `http://127.0.0.1:${port}${path}`;
const secretIn = (out: string) => /Bearer remit_[\w-]+/u.exec(out)?.[0] ?? "";
const ask = async (port: number, query: string, more: Record<string, string> = {}) => {
  const headers = { "content-type": "application/json", ...more };
  const body = JSON.stringify({ query });
  return (await fetch(address(port), { method: "POST", headers, body })).json();
};
const health = async (port: number) =>
  (await fetch(address(port, "/health")).catch(() => null))?.status ?? 0;

/** A request that has begun and not ended: the gateway waits for the rest of its body. */
async function begin(port: number, query: string): Promise<() => Promise<IncomingMessage>> {
  const body = JSON.stringify({ query });
  const headers = { "content-type": "application/json", "content-length": body.length };
  const begun: ClientRequest = request(address(port), { method: "POST", headers });
  begun.write(body.slice(0, 5));
  await once(begun, "socket");
  await new Promise((sent) => setTimeout(sent, 100));
  return async () => {
    const answered = once(begun, "response");
    begun.end(body.slice(5));
    const [answer] = await answered;
    return answer;
  };
}

/** Ends a gateway while it answers, and says what came of it. */
async function end(gateway: Program, port: number, signal: NodeJS.Signals) {
  const finish = await begin(port, "{ meetings { totalCount } }");
  const before = performance.now();
  gateway.kill(signal);
  await new Promise((passed) => setTimeout(passed, 200));
  const answer = await finish();
  const { code, out, err } = await gateway.ended;
  const took = performance.now() - before;
  return {
    answer: await json(answer),
    code,
    out,
    err,
    inTime: took < 5_000,
    still: await health(port),
  };
}

const ended = {
  answer: { data: { meetings: { totalCount: 1 } } },
  code: 0,
  err: "",
  inTime: true,
  still: 0,
};

describe("on a folder", () => {
  let gateway: Program;
  let port: number;
  const seen = new Set<number>();
  beforeAll(async () => {
    port = await freePort();
    gateway = start({ PORT: `${port}`, CORS_ORIGIN: "https://page.example" });
    while (!seen.has(200)) {
      seen.add(await health(port));
      await new Promise((passed) => setTimeout(passed, 20));
    }
  });

  test("it is not healthy before it is ready", () => {
    expect([...seen].filter((status) => status > 0)).toEqual([503, 200]);
  });

  test("a second start on the folder is refused", async () => {
    const other = await start({ PORT: `${await freePort()}` }).ended;
    expect(other).toMatchObject({ code: 1, out: "" });
    expect(other.err).toBe(
      `remit: ${folder}/.remit is in use by another Remit. Stop that one, or choose another folder with REMIT_DATA.\n`,
    );
  });

  test("a port in use is refused, and nothing is written", async () => {
    const { code, out, err } = await start({ PORT: `${port}`, REMIT_DATA: "elsewhere" }).ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      new RegExp(`^remit: Port ${port} is in use\\..* PORT=${port + 1}\\n$`, "u"),
    );
    expect(existsSync(join(folder, "elsewhere"))).toBe(false);
  });

  test.each([
    { path: "/health", status: 200, says: "ready" },
    { path: "/health?verbose", status: 200, says: "ready" },
    { path: "/", status: 200, says: "National Mission on Drugs</a>" },
    { path: "/actions/NDMIG-2021-12-A1", status: 200, says: "Members to pass this letter on" },
    { path: "/graph", status: 404, says: "Page not found" },
    { path: "/graphql/", status: 404, says: "Page not found" },
    { path: "//graphql", status: 404, says: "Page not found" },
  ])("$path answers $status", async ({ path, status, says }) => {
    const answer = await fetch(address(port, path), { redirect: "manual" });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(says);
  });

  test("a page of a listed origin may ask", async () => {
    const headers = { origin: "https://page.example", "content-type": "application/json" };
    const body = `{"query":"{ __typename }"}`;
    const answer = await fetch(address(port), { method: "POST", headers, body });
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://page.example");
  });

  test("SIGTERM ends it, and the request under way is answered", async () => {
    const { out, ...how } = await end(gateway, port, "SIGTERM");
    expect(how).toEqual(ended);
    expect(out).toContain(`The record can be read at http://localhost:${port}\n`);
    expect(out).toContain(`Remit serves at http://localhost:${port}/graphql\n`);
    expect(out).toContain(
      "Read in: National Drugs Mission Implementation Group minutes: December 2021",
    );
    expect(out).toContain("  action(by: { reference:");
    expect(out).toContain(`the embedded one in ${folder}/.remit. It is for trying`);
  });

  test("a later start has what was there, its token too, and SIGINT ends that", async () => {
    const again = start({ PORT: `${port}` });
    await again.said("Ctrl-C");
    const headers = { authorization: secretIn((await gateway.ended).out) };
    expect(await ask(port, "{ viewer { name } }", headers)).toEqual({
      data: { viewer: { name: "example secretariat" } },
    });
    expect((await stat(join(folder, ".remit", "example-token"))).mode & 0o777).toBe(0o600);
    expect(await ask(port, "{ meetings { totalCount } missions { totalCount } }")).toEqual({
      data: { meetings: { totalCount: 1 }, missions: { totalCount: 1 } },
    });
    const answer = await fetch(address(port, "/health"), {
      headers: { origin: "https://page.example" },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    const { out, ...how } = await end(again, port, "SIGINT");
    expect(how).toEqual(ended);
    expect(out).not.toContain("Read in");
    expect(secretIn(out)).toBe(headers.authorization);
  });
});

test.each([{ PORT: "http" }, { DATABASE_URL: "mysql://ada:secret@db.example/x" }])(
  "%o is refused, and nothing is written",
  async (bad) => {
    const { code, out, err } = await start({ REMIT_DATA: "never", ...bad }).ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      new RegExp(`^remit: ${Object.keys(bad)[0]} is .*, but should be .*\\n$`, "u"),
    );
    expect(err).not.toContain("secret");
    expect(existsSync(join(folder, "never"))).toBe(false);
  },
);

test.each(
  process.platform === "linux" ? ["/proc/remit/data", "/dev/null/data"] : ["/dev/null/data"],
)("%s cannot be made, which is said at once", async (path) => {
  const { code, out, err } = await start({ REMIT_DATA: path, PORT: "0" }).ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(
    new RegExp(
      `^remit: ${path} cannot hold the embedded database \\(E\\w+\\)\\. Choose another folder with REMIT_DATA\\.\\n$`,
      "u",
    ),
  );
});

test("a database that is not there is refused", async () => {
  const DATABASE_URL = `postgres://ada:secret@127.0.0.1:${await freePort()}/remit`;
  const { code, err } = await start({ DATABASE_URL, PORT: "0" }).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^remit: The database at postgres:\S+ does not answer: .*\n$/u);
  expect(err).not.toContain("secret");
});

test("a database that takes the call and says nothing is given up within seconds", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const at = silent.address();
  const DATABASE_URL = `postgres://127.0.0.1:${typeof at === "object" ? at?.port : ""}/remit`;
  const before = performance.now();
  const { code, err } = await start({ DATABASE_URL, PORT: "0" }).ended;
  silent.close();
  expect(code).toBe(1);
  expect(err).toMatch(/^remit: The database at .* does not answer: .*\n$/u);
  expect(performance.now() - before).toBeLessThan(15_000);
});

describe.skipIf("missing" in inject("templates").postgres)("on a server", () => {
  let database: TestDatabase;
  let DATABASE_URL: string;
  beforeAll(async () => {
    database = await serverDatabase("gateway");
    DATABASE_URL = database.url ?? "";
  });
  afterAll(() => database.close());

  test("unasked it starts empty and says what to do, and a hung request does not keep it", async () => {
    const port = await freePort();
    const gateway = start({ DATABASE_URL, PORT: `${port}` });
    await gateway.said("remit import FILE");
    await gateway.said("remit token create NAME");
    await gateway.said("meetings(first: 5)");
    await gateway.said("PostgreSQL server of DATABASE_URL");
    expect(await ask(port, "{ meetings { totalCount } missions { totalCount } }")).toEqual({
      data: { meetings: { totalCount: 0 }, missions: { totalCount: 0 } },
    });
    await database.db.transaction().execute(async (tx) => {
      await sql`lock table meetings.meeting in access exclusive mode`.execute(tx);
      const hung = ask(port, "{ meetings { nodes { title } } }").catch(() => "cut off");
      await new Promise((passed) => setTimeout(passed, 300));
      const before = performance.now();
      gateway.kill("SIGTERM");
      expect(await hung).toBe("cut off");
      expect(await gateway.ended).toMatchObject({
        code: 1,
        err: expect.stringContaining("cut off"),
      });
      expect(performance.now() - before).toBeLessThan(5_000);
    });
  });

  test("a database that holds documents is given no example", async () => {
    const file = { name: "march.txt", bytes: new TextEncoder().encode(march) };
    await importDocument(database.db, file, {}, surroundings);
    const before = await everyRow(database.db);
    const gateway = start({ DATABASE_URL, PORT: "0", REMIT_EXAMPLE: "on" });
    await gateway.said("Ctrl-C");
    gateway.kill("SIGTERM");
    const { code, out } = await gateway.ended;
    expect(code).toBe(0);
    expect(out).not.toContain("Read in");
    expect(out).not.toContain("is empty");
    expect(await everyRow(database.db)).toEqual(before);
  });
});
