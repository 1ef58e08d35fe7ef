import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrations } from "./migrations.ts";
import { type MissionPlan, planMission } from "./mission-plan.ts";
import { findMission, insertMission, requiredColumns, requirementOf } from "./store.ts";
import { required } from "./required.ts";
import { harbourside, idsAfter } from "./testing.ts";

const planned = (from: number): MissionPlan => planMission(harbourside, { newId: idsAfter(from) });
const plan = planned(0);
const asJson = ({ record, dimensions }: { record: unknown; dimensions: unknown }) => ({
  record: JSON.stringify(record),
  dimensions: JSON.stringify(dimensions),
});

onEachDatabase((open) => {
  const insert = (it: MissionPlan) =>
    open()
      .db.transaction()
      .execute((tx) => insertMission(tx, it));

  test("a mission is found by its slug once it is written", async () => {
    const { db } = open();
    const { id, slug, title } = plan.mission;
    expect(await findMission(db, slug)).toBeUndefined();
    await insert(plan);
    expect(await findMission(db, slug)).toEqual({ id, slug, title, version: 1 });
  });

  test("INV-C3 a target whose baseline is not stated is listed beside the others", async () => {
    const rows = await open()
      .db.selectFrom("commitments.target")
      .select(requiredColumns)
      .orderBy("position")
      .execute();
    expect(rows.map((row) => required(requirementOf(row)))).toEqual([
      { kind: "exact", value: "15", unit: "dropped kerbs" },
      { kind: "not-computable", reason: "BASELINE_NOT_STATED" },
      { kind: "not-computable", reason: "NOT_QUANTIFIED" },
      { kind: "exact", value: "1", unit: "complaints" },
    ]);
    expect(rows.map(requirementOf)).toEqual(
      plan.targets.map(({ spec, measure, baseline }) => ({ spec, measure, baseline })),
    );
  });

  test("INV-C11 every vintage is kept, and one of a period is current", async () => {
    const figures = await open()
      .db.selectFrom("commitments.observation")
      .select(["value", "vintage", "status", "current"])
      .orderBy("position")
      .execute();
    expect(figures).toEqual([
      { value: "12", vintage: 1, status: "superseded", current: false },
      { value: "10", vintage: 2, status: "revised", current: true },
      { value: "13", vintage: 1, status: "published", current: true },
      { value: "99", vintage: 1, status: "withdrawn", current: false },
    ]);
  });

  test("a mission's lists are written in their order", async () => {
    const { db } = open();
    const commitments = await db
      .selectFrom("commitments.commitment")
      .select(["code", "position", "period_start"])
      .orderBy("position")
      .execute();
    expect(commitments).toEqual([
      { code: "dropped-kerbs", position: 1, period_start: null },
      { code: "yearly-report", position: 2, period_start: "2025-03" },
    ]);
    const money = await db.selectFrom("commitments.funding_envelope").selectAll().execute();
    expect(money).toMatchObject([{ amount: "120000", currency: "GBP", additional: true }]);
  });

  test("a second mission of the same slug leaves nothing", async () => {
    await expect(insert(planned(1000))).rejects.toThrow("mission_slug_key");
    const count = await open()
      .db.selectFrom("commitments.commitment")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirst();
    expect(count).toEqual({ count: 2 });
  });

  test("INV-C11 a second current figure for one period is refused", async () => {
    const both = open()
      .db.updateTable("commitments.observation")
      .set({ current: true })
      .where("status", "=", "superseded")
      .execute();
    await expect(both).rejects.toThrow("one_current_vintage");
  });

  test.each([
    { from: "2024-01", to: "2024-12" },
    { from: "2024-01-01", to: "2024" },
  ])("INV-C11 a year is one, though somebody writes it from $from to $to", async ({ from, to }) => {
    const { db } = open();
    const year = db.selectFrom("commitments.observation").where("value", "=", "10").selectAll();
    const { first_day: _first, last_day: _last, ...found } = await year.executeTakeFirstOrThrow();
    const row = { ...found, ...asJson(found) };
    const again = { ...row, id: idsAfter(5000)(), period_start: from, period_end: to };
    for (const twin of [
      { ...again, vintage: 3 },
      { ...again, current: false },
    ])
      await expect(db.insertInto("commitments.observation").values(twin).execute()).rejects.toThrow(
        "duplicate key",
      );
  });

  test("INV-C11 where a year was there twice, one is current, and both are vintages of it", async () => {
    const { db } = open();
    await sql`alter table commitments.observation drop constraint observation_vintage_key,
      add constraint observation_indicator_id_period_start_period_end_vintage_key
        unique (indicator_id, period_start, period_end, vintage)`.execute(db);
    await sql`drop index commitments.one_current_vintage`.execute(db);
    await sql`create unique index one_current_vintage
      on commitments.observation (indicator_id, period_start, period_end) where current`.execute(
      db,
    );
    const year = db.selectFrom("commitments.observation").where("value", "=", "10").selectAll();
    const { first_day: _first, last_day: _last, ...found } = await year.executeTakeFirstOrThrow();
    const row = { ...found, ...asJson(found) };
    const [id, other] = [idsAfter(6000)(), idsAfter(6001)()];
    const months = { ...row, id, value: "11", period_start: "2024-01", period_end: "2024-12" };
    const twins = [
      { ...months, vintage: 1, current: true },
      {
        ...months,
        id: other,
        value: "9",
        status: "withdrawn" as const,
        vintage: 2,
        current: false,
      },
    ];
    await db.insertInto("commitments.observation").values(twins).execute();
    await migrations["2026-11-27.82 commitments: one current figure of the same days"].up(db);
    const figures = await db
      .selectFrom("commitments.observation")
      .select(["value", "vintage", "current"])
      .where("last_day", "=", "2024-12-31")
      .orderBy("vintage")
      .execute();
    expect(figures).toEqual([
      { value: "12", vintage: 1, current: false },
      { value: "11", vintage: 2, current: false },
      { value: "10", vintage: 3, current: true },
      { value: "9", vintage: 4, current: false },
    ]);
    await db.deleteFrom("commitments.observation").where("id", "in", [id, other]).execute();
  });

  test.each([
    { change: { spec_percent: null }, kind: "relative-change" },
    { change: { spec_value: "1.264,0" }, kind: "threshold" },
    { change: { baseline_kind: "not-stated" }, kind: "threshold" },
  ] as const)("a $kind target cannot be changed to $change", async ({ change, kind }) => {
    const target = open().db.updateTable("commitments.target").set(change);
    await expect(target.where("spec_kind", "=", kind).execute()).rejects.toThrow("check");
  });
});
