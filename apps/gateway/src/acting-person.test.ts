import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveTokens } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const everything = `query ($id: ID!) { viewer { name } action(by: {id: $id}) {
  history { nodes { by } }
  started { by { name } } updates { by { name } } closure { by { name } } } }`;

/** The action, where Bela is called by a name. */
const withBela = (name: string) => ({
  history: {
    nodes: ["secretariat", name, name, "secretariat", name, name].map((by) => ({ by })),
  },
  started: { by: { name } },
  updates: [{ by: { name } }, { by: { name: "secretariat" } }],
  closure: { by: { name } },
});

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let id = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    const { id: person } = await db
      .selectFrom("groups.person")
      .select("id")
      .where("name", "=", "Bela Novak")
      .executeTakeFirstOrThrow();
    const { group } = desk;
    await giveTokens(db, {
      "bela-at-work": { role: "secretariat", group, person },
      "bela-at-home": { role: "secretariat", group, person },
      official: { role: "member", group, official: true },
    });
    id = await desk.raise();
    const agreedIn = await desk.meetingOn("2026-04-14");
    for (const [caller, verb, facts] of [
      ["bela-at-work", "startAction", {}],
      ["bela-at-work", "reportAction", { text: "Half the kerb is painted" }],
      ["secretariat", "reportAction", { text: "All of it is" }],
      ["bela-at-work", "completeAction", { owner: { name: "Sam" } }],
      ["bela-at-work", "closeAction", { agreedIn }],
    ] as const)
      await desk.act(caller, verb, { id, ...facts });
  });
  afterAll(() => desk.close());

  const ask = async (caller: string) => (await desk.send(caller, everything, { id })).data;
  test("who acts by a token is the person whose it is, or else the token", async () => {
    expect(await ask("anybody")).toEqual({
      viewer: { name: "anybody" },
      action: withBela("Bela Novak"),
    });
    expect(await ask("bela-at-home")).toMatchObject({ viewer: { name: "bela-at-home" } });
  });

  test("the journal keeps the token too", async () => {
    const { rows } = await sql<{ actor: unknown }>`select actor from database.journal
      where subject_id = ${id.replace("Action:", "")} and version in (1, 2) order by version`.execute(
      db,
    );
    expect(rows.map(({ actor }) => actor)).toEqual([
      { name: "secretariat", person: null, token: "secretariat", salt: expect.any(String) },
      {
        name: "Bela Novak",
        person: expect.any(String),
        token: "bela-at-work",
        salt: expect.any(String),
      },
    ]);
  });

  test("two tokens of one person have each their own keys", async () => {
    const headers = { "idempotency-key": "mine" };
    for (const [caller, text] of [
      ["bela-at-work", "One"],
      ["bela-at-home", "Other"],
    ] as const) {
      const action = await desk.raise();
      expect(await desk.act(caller, "reportAction", { id: action, text }, headers)).toMatchObject({
        id: action,
      });
    }
  });

  test("INV-G12 whoever is shown by role alone is not named where they acted", async () => {
    await sql`update groups.person set public_profile = 'role-only' where name = 'Bela Novak'`.execute(
      db,
    );
    expect((await ask("anybody"))["action"]).toEqual(withBela("[name withheld]"));
    expect((await ask("official"))["action"]).toEqual(withBela("Bela Novak"));
  });
}, "gateway");
