import { harboursideJson } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { kerbLinks, march } from "./testing.ts";
import { importDocument } from "./import.ts";
import type { Told } from "./incoming.ts";
import type { ImportReport } from "./report.ts";

const [kerbs, report] = harboursideJson.commitments;
const [counts] = harboursideJson.series;
const { links: _, ...withoutLinks } = harboursideJson;

/** The mission one year on: a word changed, a commitment gone, another come, the kerbs last instead of first. */
const oneYearOn = {
  ...withoutLinks,
  links: [],
  commitments: [
    { ...report, code: "benches", statement: "There will be benches." },
    { ...kerbs, statement: "Every crossing will have dropped kerbs." },
  ],
  series: [{ ...counts, title: "Dropped kerbs by year" }],
};

onEachDatabase((open) => {
  let db: Db;
  let mission: ImportReport;
  const take = (json: unknown, told: Told = {}, name = "mission.json") =>
    importDocument(
      db,
      {
        name,
        bytes: new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json)),
      },
      told,
      surroundings,
    );
  const ids = async (table: "commitment" | "indicator" | "mission") => {
    const name = sql.table(`commitments.${table}`);
    const found = await sql<{ id: string }>`select id from ${name} order by id`.execute(db);
    return found.rows.map(({ id }) => id);
  };
  const links = async () => {
    const found = await sql<{ action: string; commitment: string; reason: string }>`
      select a.reference as action, c.code as commitment, l.reason
      from gateway.action_commitment l join actions.action a on a.id = l.action_id
      join commitments.commitment c on c.id = l.commitment_id order by 1, 2`.execute(db);
    return found.rows;
  };

  beforeAll(async () => {
    ({ db } = open());
    await take(march, {}, "minutes.txt");
    mission = await take(harboursideJson);
    await take(kerbLinks("HPWG-2026-03-A1"), {}, "links.json");
  });

  test("a mission goes in whole, and knows the groups that are recorded", () => {
    expect(mission).toEqual({
      outcome: "created",
      access: null,
      title: "A step-free Harbourside",
      created: {
        mission: 1,
        "funding envelope": 1,
        commitment: 2,
        target: 4,
        series: 1,
        observation: 4,
        "linked mission": 1,
      },
      matched: ["Harbourside Pavements Working Group"],
      waiting: 0,
      findings: [],
    });
  });

  test.each([
    { what: "the same mission", json: harboursideJson, name: "mission.json" },
    { what: "the same links", json: kerbLinks("HPWG-2026-03-A1"), name: "links.json" },
  ])("$what twice change nothing", async ({ json, name }) => {
    const before = await everyRow(db);
    expect(await take(json, {}, name)).toMatchObject({ outcome: "unchanged", created: {} });
    expect(await everyRow(db)).toEqual(before);
  });

  test.each([
    { what: "a changed mission", json: oneYearOn, code: "MISSION_RECORDED", says: "--supersede" },
    {
      what: "a link that is there already",
      json: kerbLinks("HPWG-2026-03-A2", "HPWG-2026-03-A1"),
      code: "LINK_RECORDED",
      says: "HPWG-2026-03-A1 with dropped-kerbs",
    },
    {
      what: "a link that is there twice",
      json: kerbLinks("HPWG-2026-03-A2", "HPWG-2026-03-A2"),
      code: "LINK_TWICE",
      says: "HPWG-2026-03-A2 with dropped-kerbs",
    },
    {
      what: "a link to what is not there",
      json: kerbLinks("HPWG-2026-03-A9"),
      code: "LINK_DANGLING",
      says: "action HPWG-2026-03-A9",
    },
    { what: "a NUL", json: `{"mission": "\\u0000"}`, code: "JSON_BROKEN", says: "NUL" },
    { what: "half a pair", json: `{"mission": "\\uD800"}`, code: "JSON_BROKEN", says: "half" },
  ])("$what is refused", async ({ json, code, says }) => {
    const before = await everyRow(db);
    await expect(take(json, {}, "other.json")).rejects.toMatchObject({
      code,
      message: expect.stringContaining(says),
    });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a code that two missions have is refused, and the mission may be named", async () => {
    await take({ ...harboursideJson, mission: { ...harboursideJson.mission, slug: "quayside" } });
    const file = JSON.parse(kerbLinks("HPWG-2026-03-A2"));
    await expect(take(file, {}, "links.json")).rejects.toMatchObject({
      code: "LINK_AMBIGUOUS",
      message: expect.stringContaining("quayside"),
    });
    file.contributions[0].mission = "quayside";
    expect(await take(file, {}, "links.json")).toMatchObject({ created: { link: 1 } });
  });

  test("a target whose unit is not that of its series is kept, and said", async () => {
    const [target] = kerbs?.targets ?? [];
    const unlike = { ...target, baseline: { kind: "exact", value: "10", unit: "lamps" } };
    const slug = "step-free-park";
    const json = {
      ...harboursideJson,
      mission: { ...harboursideJson.mission, slug },
      commitments: [{ ...kerbs, targets: [unlike] }],
    };
    expect(await take(json)).toMatchObject({
      created: { target: 1 },
      findings: [{ code: "UNIT_DIFFERS", message: expect.stringContaining("is in lamps") }],
    });
  });

  test("a superseding mission keeps ids, links and what is linked to", async () => {
    const yearly = kerbLinks("HPWG-2026-03-A3").replace("dropped-kerbs", "yearly-report");
    const named = yearly.replace('"basis"', '"mission":"step-free-harbourside","basis"');
    await take(named, {}, "links.json");
    const before = {
      missions: await ids("mission"),
      series: await ids("indicator"),
      links: await links(),
    };
    expect(await take(oneYearOn, { supersede: true })).toMatchObject({
      outcome: "superseded",
      created: { mission: 0, commitment: 1, series: 0 },
      findings: [
        {
          code: "COMMITMENT_GONE",
          message:
            "The commitment yearly-report is not in the new file and stays because of HPWG-2026-03-A3.",
        },
      ],
    });
    expect({
      missions: await ids("mission"),
      series: await ids("indicator"),
      links: await links(),
    }).toEqual(before);
    const stated = await sql<{ statement: string; position: number }>`
      select c.statement, c.position from commitments.commitment c
      join commitments.mission m on m.id = c.mission_id
      where m.slug = 'step-free-harbourside' order by 2`.execute(db);
    expect(stated.rows).toEqual([
      { statement: "There will be benches.", position: 1 },
      { statement: "Every crossing will have dropped kerbs.", position: 2 },
      { statement: "The council will report once a year.", position: 3 },
    ]);
    await expect(take(harboursideJson, { supersede: true })).rejects.toMatchObject({
      code: "DOCUMENT_SUPERSEDED",
    });
  });

  test("superseding links put new reasons in the place of the old", async () => {
    const file = kerbLinks("HPWG-2026-03-A1", "HPWG-2026-03-A3").replaceAll(" is about", " minds");
    const named = JSON.parse(file);
    for (const link of named.contributions) link.mission = "step-free-harbourside";
    await take(named, { supersede: true }, "links.json");
    expect(await links()).toMatchObject([
      { action: "HPWG-2026-03-A1", reason: "HPWG-2026-03-A1 minds kerbs." },
      { action: "HPWG-2026-03-A2", reason: "HPWG-2026-03-A2 is about kerbs." },
      { action: "HPWG-2026-03-A3", reason: "HPWG-2026-03-A3 minds kerbs." },
      { action: "HPWG-2026-03-A3", reason: "HPWG-2026-03-A3 is about kerbs." },
    ]);
  });
}, "gateway");
