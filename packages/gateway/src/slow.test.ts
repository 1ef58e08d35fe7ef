import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect, type Connection, type Db } from "@remit/database";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { graph } from "./graph.ts";

const failed = (code: string) => ({
  status: 503,
  body: { errors: [{ message: expect.stringMatching(/\w\.$/u), extensions: { code } }] },
});
const fine = { status: 200, body: { data: expect.anything() } };

// The embedded database has one connection and no timeouts.
describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await serverDatabase("gateway");
  });
  afterAll(() => database.close());

  /** A gateway with so many connections, whose statements may take so long. */
  async function withGateway(
    settings: { pool: number; timeout: number },
    task: (ask: (query: string) => Promise<unknown>, db: Db) => Promise<void>,
  ) {
    const connection: Connection = await connect({ url: database.url ?? "", ...settings });
    const server: Server = createServer(graph(connection.db, { corsOrigins: [] }));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/graphql`;
    const ask = async (query: string) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
      return { status: answer.status, body: await answer.json() };
    };
    try {
      await task(ask, connection.db);
    } finally {
      server.close();
      server.closeAllConnections();
      await connection.close();
    }
  }

  /** While nobody can read meetings. */
  const whileMeetingsAreHeld = (task: () => Promise<void>) =>
    database.db.transaction().execute(async (tx) => {
      await sql`lock table meetings.meeting in access exclusive mode`.execute(tx);
      await task();
    });

  test.each([
    { way: "written", query: "{ meetings { nodes { title } } }" },
    { way: "executed", query: "{ viewer { name } meetings { nodes { title } } }" },
  ])("ten slow questions that are $way are cut off, and the service goes on", ({ query }) =>
    withGateway({ pool: 2, timeout: 300 }, async (ask) => {
      await whileMeetingsAreHeld(async () => {
        const slow = await Promise.all(Array.from({ length: 10 }, () => ask(query)));
        for (const answer of slow) expect(answer).toMatchObject(failed("TOO_SLOW"));
        expect(await ask("{ missions { totalCount } }")).toMatchObject(fine);
      });
      expect(await ask(query)).toMatchObject(fine);
    }),
  );

  test("whoever finds no free connection is told to ask again", () =>
    withGateway({ pool: 1, timeout: 8_000 }, async (ask) => {
      await whileMeetingsAreHeld(async () => {
        const first = ask("{ meetings { nodes { title } } }");
        await new Promise((passed) => setTimeout(passed, 200));
        for (const answer of await Promise.all([
          ask("{ missions { totalCount } }"),
          ask("{ viewer { name } missions { totalCount } }"),
        ]))
          expect(answer).toMatchObject(failed("UNAVAILABLE"));
        expect(await first).toMatchObject(failed("TOO_SLOW"));
      });
    }));

  test("a transaction that its owner forgot is ended by the server", () =>
    withGateway({ pool: 1, timeout: 300 }, async (_, db) => {
      const { rows } = await sql<{ after: string }>`
        select current_setting('idle_in_transaction_session_timeout') as after`.execute(db);
      expect(rows).toEqual([{ after: "1min" }]);
    }));
});
