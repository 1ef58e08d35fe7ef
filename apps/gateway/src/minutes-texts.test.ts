import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let minutes = "";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    const done = async (verb: string, input: object) => {
      const answer = await town.act("secretariat", verb, input);
      expect(answer).not.toHaveProperty("code");
      return String(answer["id"]);
    };
    const starts = { local: "2026-06-09T10:00" };
    const meeting = await done("scheduleMeeting", { group: `Group:${town.group}`, starts });
    await done("endMeeting", { id: meeting, on: "2026-06-09", attendanceNotStated: true });
    minutes = await done("circulateMinutes", { meeting });
  });
  afterAll(() => town.close());

  test.each(["1A", "01a"])("INV-M16 a paper %s is no other than 1a", async (number) => {
    const starts = { local: `2026-07-0${number.length}T10:00` };
    const planned = await town.act("secretariat", "scheduleMeeting", {
      group: `Group:${town.group}`,
      starts,
    });
    const paper = { meeting: planned["id"], title: "Kerbs" };
    await town.act("secretariat", "addPaper", { ...paper, number: "1a" });
    expect(await town.act("secretariat", "addPaper", { ...paper, number })).toMatchObject({
      code: "INV-M16",
    });
  });

  test("`moves` knows that minutes wait for no correction", async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Minutes { moves { move allowed code } } } }`;
    const { data } = await town.send("secretariat", query, { id: minutes });
    expect(Object(data["node"]).moves).toContainEqual({
      move: "settleCorrection",
      allowed: false,
      code: "CORRECTION_UNKNOWN",
    });
  });

  test("texts of minutes cost as much as they are long", async () => {
    const texts = `minutes { texts { content } }`;
    const one = `query ($id: ID!) { node(id: $id) { ... on Minutes { texts { content } } } }`;
    expect((await town.send("secretariat", one, { id: minutes })).errors).toBeUndefined();
    const all = `{ meetings(first: 50) { nodes { group { meetings(first: 50) { nodes { ${texts} } } } } } }`;
    const { errors } = await town.send("anybody", all);
    expect(errors).toMatchObject([{ extensions: { code: "TOO_COSTLY" } }]);
  });

  test("INV-M18: a version of minutes that is gone is named by verify, and so is one that was changed", async () => {
    const named = [expect.stringContaining(minutes)];
    expect((await verified(db)).problems).toEqual([]);
    const { rows } = await sql<{
      row: unknown;
    }>`select to_jsonb(t) as row from meetings.minutes_text t`.execute(db);
    await sql`delete from meetings.minutes_text`.execute(db);
    expect((await verified(db)).problems).toEqual(named);
    await sql`insert into meetings.minutes_text select * from jsonb_populate_record(null::meetings.minutes_text,
      ${JSON.stringify(rows[0]?.row)}::jsonb)`.execute(db);
    expect((await verified(db)).problems).toEqual([]);
    await expect(sql`update meetings.minutes_text set content = '{}'`.execute(db)).rejects.toThrow(
      /never written again/u,
    );
  });
}, "gateway");
