import { harboursideJson } from "@remit/commitments/testing";
import { onEachDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { comparePartialDates, firstDay, lastDay } from "@remit/kernel";
import fc from "fast-check";
import { graphql } from "graphql";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "./gateway.ts";

const days = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Often of one year, so that precisions meet. */
const near = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2024-02-${String(day).padStart(2, "0")}`);
const dates = fc
  .oneof(days, near, fc.constantFrom("2024-12-31", "2024-12-01", "2024-01-01", "2023-02-28"))
  .chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4)));

const figure = (start: string, end: string, value: string) => ({
  period: { start, end },
  value,
  source: "survey",
});

onEachDatabase((open) => {
  test("partial dates have the same days and the same order in SQL as in the kernel", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dates, { minLength: 1, maxLength: 30 }), async (said) => {
        const { rows } = await sql<{ said: string; first: string; last: string }>`
          select said, database.first_day(said) as first, database.last_day(said) as last
          from unnest(${said}::text[]) said
          order by database.last_day(said), database.first_day(said)`.execute(open().db);
        expect(rows.map((row) => row.said)).toEqual(said.toSorted(comparePartialDates));
        for (const row of rows)
          expect(row).toMatchObject({ first: firstDay(row.said), last: lastDay(row.said) });
      }),
      { numRuns: 60 },
    );
  });
  test("the figures of a series come by the days of their periods, whatever the file's order", async () => {
    const [series] = harboursideJson.series;
    const observations = [
      figure("2025-01", "2025-06", "40"),
      figure("2025", "2025", "100"),
      figure("2023", "2023", "20"),
      figure("2024-07", "2024", "30"),
    ];
    const file = { ...harboursideJson, series: [{ ...series, observations }] };
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    const { db } = open();
    await importDocument(db, { name: "mission.json", bytes }, {}, surroundings);
    const { data } = await graphql({
      schema: gateway.schema(),
      source: "{ missions { nodes { series { latest { value } observations { value } } } } }",
      contextValue: { db, viewer: nobody, now: surroundings.now },
    });
    expect(JSON.parse(JSON.stringify(data)).missions.nodes[0].series).toEqual([
      {
        latest: { value: "100" },
        observations: ["20", "30", "40", "100"].map((value) => ({ value })),
      },
    ]);
  });
}, "gateway");
