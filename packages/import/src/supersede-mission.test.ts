import { harboursideJson } from "@remit/commitments/testing";
import { type Db, entriesOf } from "@remit/database";
import { forgetEntries, onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { subjectOf, verified } from "@remit/gateway";
import { kerbLinks, march } from "./testing.ts";
import { importDocument } from "./import.ts";

const mission = JSON.stringify(harboursideJson);
const { commitments, series, ...rest } = harboursideJson;
const [kerbs, report] = commitments;
const figures = series.flatMap(({ observations }) => observations);

const parts = [
  "mission",
  "party",
  "funding_envelope",
  "commitment",
  "target",
  "indicator",
  "observation",
  "mission_link",
] as const;

onEachDatabase((open) => {
  let db: Db;
  beforeEach(async () => {
    ({ db } = open());
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, commitments.mission, documents.document cascade`.execute(db);
    await take(march, "minutes.txt");
    await take(mission);
  });
  const take = (text: string, name = "mission.json", supersede = true) =>
    importDocument(
      db,
      { name, bytes: new TextEncoder().encode(text) },
      name === "mission.json" ? { supersede } : {},
      surroundings,
    );
  const rows = async () => {
    const all: Record<string, object[]> = {};
    for (const part of parts) {
      const found = await sql<object>`
        select * from ${sql.table(`commitments.${part}`)} order by id`.execute(db);
      all[part] = found.rows;
    }
    return all;
  };
  const ids = async () =>
    Object.entries(await rows()).map(([part, all]) => [
      part,
      all.map((row) => "id" in row && row.id),
    ]);
  const entries = async () => {
    const found =
      await sql<object>`select subject_type as type, verb, before ->> 'code' as code, after
      from database.journal where subject_type not in ('Action', 'Group', 'Person')
      order by subject_type`.execute(db);
    return found.rows;
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test.each([
    { what: "a blank", from: /$/u, to: "\n" },
    { what: "a title", from: /A step-free Harbourside"/u, to: 'A stepless Harbourside"' },
    { what: "a statement", from: "More crossings will", to: "All crossings will" },
    { what: "an amount", from: '"120000"', to: '"130000"' },
    { what: "a target's words", from: "Half as many dropped", to: "Twice as many dropped" },
    { what: "a target's number", from: '"percent":"50"', to: '"percent":"70"' },
    { what: "a figure", from: '"value":"13"', to: '"value":"14"' },
    { what: "a party's capitals", from: "Convener for Streets", to: "convener for streets" },
  ])("$what that is corrected leaves every part what it was, with its id", async ({ from, to }) => {
    const before = await ids();
    const corrected = mission.replace(from, to);
    expect(corrected).not.toBe(mission);
    const { created, findings } = await take(corrected);
    expect({ created: Object.values(created).filter(Boolean), findings }).toEqual({
      created: [],
      findings: [],
    });
    expect(await ids()).toEqual(before);
    expect(await entries()).toEqual([]);
    await inOrder();
  });

  test("what a file no longer has, and nothing speaks of, is in the journal", async () => {
    const less = { ...rest, commitments: [kerbs], series };
    const { id } = await db
      .selectFrom("commitments.commitment")
      .select("id")
      .where("code", "=", "yearly-report")
      .executeTakeFirstOrThrow();
    expect((await take(JSON.stringify(less))).findings).toEqual([
      {
        code: "COMMITMENT_GONE",
        message:
          "The commitment yearly-report is not in the new file and was taken out; the journal keeps it.",
      },
    ]);
    const taken = { type: "Commitment", verb: "import", code: "yearly-report", after: {} };
    expect(await entries()).toEqual([taken]);
    expect(await entriesOf(db, await subjectOf(db, `Commitment:${id}`))).toMatchObject([
      { verb: "import", before: { id, code: "yearly-report" } },
    ]);
    await inOrder();
  });

  test("a target, a series and its figures are in the journal when they go", async () => {
    const [first, , ...others] = kerbs?.targets ?? [];
    const targets = [{ ...first, series: undefined }, ...others];
    const less = { ...rest, commitments: [{ ...kerbs, targets }, report], series: [] };
    const { findings } = await take(JSON.stringify(less));
    expect(findings.map(({ code }) => code)).toEqual([
      "INDICATOR_GONE",
      "TARGET_GONE",
      ...figures.map(() => "OBSERVATION_GONE"),
    ]);
    expect(await entries()).toHaveLength(2 + figures.length);
    await inOrder();
  });

  test("what an action contributes to stays, with its targets and their figures, until nothing does", async () => {
    await take(kerbLinks("HPWG-2026-03-A1"), "links.json");
    const before = await rows();
    const less = { ...rest, commitments: [report], series: [] };
    const { findings } = await take(JSON.stringify(less));
    expect(findings).toEqual([
      {
        code: "COMMITMENT_GONE",
        message:
          "The commitment dropped-kerbs is not in the new file and stays because of HPWG-2026-03-A1.",
      },
    ]);
    const after = await rows();
    for (const part of ["target", "indicator", "observation"])
      expect(after[part]).toEqual(before[part]);
    expect(after["commitment"]).toHaveLength(2);
    expect(await entries()).toEqual([]);
    await take(`${mission}\n`);
    expect(await rows()).toEqual(before);
    await sql`delete from gateway.action_commitment`.execute(db);
    await take(`${JSON.stringify(less)}\n`);
    expect((await rows())["commitment"]).toHaveLength(1);
    await inOrder();
  });
}, "gateway");
