import { harboursideJson } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { anybody, type Caller } from "@remit/graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "../gateway.ts";
import { answerTo, pagesOf } from "@remit/gateway/testing";

const schema = gateway.schema();
const official: Caller = { ...anybody, official: true };
const lists = ["commitments", "indicators"] as const;

onEachDatabase((open) => {
  test.each(lists)("of a record without missions, %s are none", async (list) => {
    const { data, errors } = await answerTo(
      schema,
      open().db,
      `{ ${list} { totalCount nodes { id } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data[list]).toEqual({ totalCount: 0, nodes: [] });
  });
}, "gateway");

onEachDatabase((open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = open());
    const [counts] = harboursideJson.series;
    const series = [counts, { ...counts, code: "benches", title: "Benches" }];
    for (const slug of ["step-free-harbourside", "step-free-hill"]) {
      const mission = { ...harboursideJson.mission, slug, governance: [] };
      const text = JSON.stringify({ ...harboursideJson, mission, series });
      const bytes = new TextEncoder().encode(text);
      await importDocument(db, { name: `${slug}.json`, bytes }, {}, surroundings);
    }
    const hill = sql`(select id from commitments.mission where slug = 'step-free-hill')`;
    for (const [table, code] of [
      ["commitment", "yearly-report"],
      ["indicator", "benches"],
    ] as const)
      await sql`update ${sql.table(`commitments.${table}`)} set access = 'officials'
        where code = ${code} and mission_id = ${hill}`.execute(db);
  });

  test.each([
    [
      "commitments",
      official,
      [["dropped-kerbs", "yearly-report", "dropped-kerbs"], ["yearly-report"]],
    ],
    ["commitments", anybody, [["dropped-kerbs", "yearly-report", "dropped-kerbs"]]],
    ["indicators", official, [["dropped-kerbs", "benches", "dropped-kerbs"], ["benches"]]],
    ["indicators", anybody, [["dropped-kerbs", "benches", "dropped-kerbs"]]],
  ] as const)(
    "%s come mission by mission in the order of plans, if one may see them",
    async (list, caller, pages) => {
      expect(await pagesOf(schema, db, { list, field: "code", first: 3, caller })).toEqual(pages);
      const { data } = await answerTo(schema, db, `{ ${list} { totalCount } }`, { caller });
      expect(data[list].totalCount).toBe(pages.flat().length);
    },
  );

  test.each([
    [`commitments(filter: { mission: "STEP-free-hill" })`, ["dropped-kerbs"]],
    [`commitments(filter: { kind: REPORTING })`, ["yearly-report"]],
    [`commitments(filter: { mission: "step-free-hill", kind: REPORTING })`, []],
    [`commitments(filter: { mission: "step-free-moon" })`, []],
    [`commitments(filter: {})`, ["dropped-kerbs", "yearly-report", "dropped-kerbs"]],
    [`indicators(mission: "step-free-hill")`, ["dropped-kerbs"]],
    [`indicators(mission: "step-free-moon")`, []],
  ])("%s", async (list, codes) => {
    const { data, errors } = await answerTo(schema, db, `{ list: ${list} { nodes { code } } }`);
    expect(errors).toBeUndefined();
    expect(data.list.nodes.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  test("no commitment is found by the slug of a mission that one may not see", async () => {
    await sql`update commitments.mission set access = 'officials' where slug = 'step-free-hill'`.execute(
      db,
    );
    const source = `{ commitments(filter: { mission: "step-free-hill" }) { totalCount }
      indicators(mission: "step-free-hill") { totalCount } }`;
    const count = async (caller: Caller) => (await answerTo(schema, db, source, { caller })).data;
    expect(await count(anybody)).toEqual({
      commitments: { totalCount: 0 },
      indicators: { totalCount: 0 },
    });
    expect(await count(official)).toEqual({
      commitments: { totalCount: 2 },
      indicators: { totalCount: 2 },
    });
  });
}, "gateway");
