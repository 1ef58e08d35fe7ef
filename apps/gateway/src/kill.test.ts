import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, verifyJournal } from "@remit/database";
import { serverDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { openDatabase } from "@remit/gateway";
import { freePort, startProgram } from "@remit/gateway/testing";
import { march } from "@remit/import/testing";
import { giveTokens, mutationOf, post } from "@remit/gateway/testing";

/** More rounds by hand: `REMIT_KILLS=30`. */
const rounds = Number(process.env["REMIT_KILLS"] ?? 2);

/** The minutes of March, a token for the secretariat, and the first action. */
async function prepare(db: Db): Promise<string> {
  const bytes = new TextEncoder().encode(march);
  await importDocument(db, { name: "march.txt", bytes }, {}, surroundings);
  const { id, group } = await db
    .selectFrom("actions.action")
    .select(["id", "group_id as group"])
    .where("number", "=", 1)
    .executeTakeFirstOrThrow();
  await giveTokens(db, { secretariat: { role: "secretariat", group } });
  return id;
}

async function start(environment: Record<string, string>) {
  const port = await freePort();
  const gateway = startProgram(import.meta.resolve("./main.ts"), [], {
    ...environment,
    PORT: String(port),
    REMIT_EXAMPLE: "off",
  });
  await gateway.said("Ctrl-C ends it.");
  return { gateway, url: `http://127.0.0.1:${port}/graphql` };
}

const report = (url: string, id: string, round: number) =>
  post(
    url,
    "remit_secretariat",
    mutationOf("reportAction"),
    { input: { id: `Action:${id}`, text: `Round ${round}` } },
    { "idempotency-key": `round ${round}` },
  );

/** Sends a mutation, kills the gateway, starts it again and sends the same: done once, whatever the moment. */
async function survive(
  environment: Record<string, string>,
  id: string,
  moment: (round: number) => Promise<unknown>,
) {
  for (let round = 1; round <= rounds; round += 1) {
    const killed = await start(environment);
    const lost = report(killed.url, id, round).catch(() => null);
    await moment(round);
    killed.gateway.kill("SIGKILL");
    await Promise.all([lost, killed.gateway.ended]);
    const again = await start(environment);
    const { data } = await report(again.url, id, round);
    expect(data).toMatchObject({
      reportAction: { __typename: "Action", version: round + 1 },
    });
    again.gateway.kill("SIGTERM");
    await again.gateway.ended;
  }
}

/** What the journal holds of the action, and what is wrong with it. */
async function journalOf(db: Db, id: string) {
  const { rows } = await sql<{ version: number; text: string | null }>`
    select version, after -> 'updates' -> -1 ->> 'text' as text from database.journal
    where subject_id = ${id} order by version`.execute(db);
  return {
    entries: rows,
    problems: await verifyJournal(db, [{ type: "Action", table: "actions.action" }]),
  };
}

const everyRound = {
  entries: [
    { version: 1, text: null },
    ...Array.from({ length: rounds }, (_, index) => ({
      version: index + 2,
      text: `Round ${index + 1}`,
    })),
  ],
  problems: [],
};

const patience = 30_000 + rounds * 20_000;

test(
  "killed at any moment, an embedded gateway loses nothing and does nothing twice",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "remit-kill-"));
    try {
      const before = await openDatabase({ folder });
      const id = await prepare(before.db);
      await before.close();
      await survive({ REMIT_DATA: folder }, id, () => {
        const delay = Math.random() * 120;
        return new Promise((passed) => setTimeout(passed, delay));
      });
      const after = await openDatabase({ folder });
      expect(await journalOf(after.db, id)).toEqual(everyRound);
      await after.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  },
  patience,
);

describe.skipIf("missing" in inject("templates").postgres)("on a server", () => {
  test(
    "killed as soon as its entry is seen, a gateway answers the same again",
    async () => {
      const { db, url = "", close } = await serverDatabase("gateway");
      try {
        const id = await prepare(db);
        const seen = async (round: number) => {
          for (;;) {
            const { rows } = await sql`select 1 from database.journal
              where subject_id = ${id} and version = ${round + 1}`.execute(db);
            if (rows.length > 0) return;
          }
        };
        await survive({ DATABASE_URL: url }, id, seen);
        expect(await journalOf(db, id)).toEqual(everyRound);
      } finally {
        await close();
      }
    },
    patience,
  );
});
