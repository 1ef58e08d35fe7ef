import { onEachDatabase } from "@remit/database/testing";
import { insertGroup } from "@remit/groups/store";
import { pavements } from "@remit/groups/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { findToken, insertToken, listTokens, revokeToken } from "./store.ts";
import { actorOf, refusedBecause, type Token } from "./token.ts";

const desk: Token = {
  id: "01990000-0000-7000-8000-000000000801",
  name: "pavements desk",
  person: null,
  roles: [{ group: pavements.id, role: "secretariat" }],
  official: false,
  administrator: false,
  createdAt: "2026-03-01T09:00:00.000Z",
  expiresAt: "2026-09-01T00:00:00.000Z",
  revokedAt: null,
};
const before = new Date("2026-08-31T23:59:59Z");
const after = new Date("2026-09-01T00:00:00Z");

test.each([
  { what: "no token", token: undefined, now: before, reason: "TOKEN_UNKNOWN" },
  { what: "a token in its time", token: desk, now: before, reason: null },
  { what: "a token past its time", token: desk, now: after, reason: "TOKEN_EXPIRED" },
  { what: "a token without end", token: { ...desk, expiresAt: null }, now: after, reason: null },
  {
    what: "a revoked token",
    token: { ...desk, revokedAt: desk.createdAt },
    now: before,
    reason: "TOKEN_REVOKED",
  },
])("$what: $reason", ({ token, now, reason }) => {
  expect(refusedBecause(token, now)).toBe(reason);
});

onEachDatabase((open) => {
  test("a token is found by its secret, and the secret is not kept", async () => {
    const { db } = open();
    await db.transaction().execute(async (tx) => {
      await insertGroup(tx, pavements);
      await insertToken(tx, desk, "remit_secret");
    });
    const found = await findToken(db, "remit_secret");
    expect(found).toEqual({ ...desk, personName: null });
    expect(actorOf(desk).roles).toEqual(desk.roles);
    expect(await findToken(db, "remit_secreT")).toBeUndefined();
    const stored = await db.selectFrom("gateway.token").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain("remit_secret");
  });

  test("a name is given once", async () => {
    const again = open()
      .db.transaction()
      .execute((tx) => insertToken(tx, desk, "remit_other"));
    await expect(again).rejects.toMatchObject({ code: "TOKEN_NAME_TAKEN" });
  });

  test("of several of one name at once one is made, and the others are refused", async () => {
    const { db } = open();
    const made = await Promise.allSettled(
      Array.from({ length: 8 }, (_, number) =>
        db.transaction().execute(async (tx) => {
          const id = `01990000-0000-7000-8000-00000000081${number}`;
          // Long enough for the others to look too.
          const token = { ...desk, id, name: "twice" };
          await insertToken(tx, token, `remit_twice${number}`);
          await new Promise((passed) => setTimeout(passed, 50));
        }),
      ),
    );
    const refused = made.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(7);
    for (const each of refused)
      expect(each).toMatchObject({ reason: { code: "TOKEN_NAME_TAKEN" } });
    await sql`delete from gateway.token_role where token_id in
      (select id from gateway.token where name = 'twice')`.execute(db);
    await sql`delete from gateway.token where name = 'twice'`.execute(db);
  });

  test("a revoked token stays in the list, and is revoked once", async () => {
    const { db } = open();
    await revokeToken(db, desk.name, before);
    expect(await listTokens(db)).toEqual([{ ...desk, revokedAt: before.toISOString() }]);
    await expect(revokeToken(db, desk.name, after)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
}, "gateway");
