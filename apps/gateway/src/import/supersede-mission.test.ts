import type { Target } from "@remit/commitments";
import { harboursideJson } from "@remit/commitments/testing";
import { type Db, entriesOf } from "@remit/database";
import { forgetEntries, onOneDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { subjectOf, surroundings, verified } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { kerbLinks, march } from "@remit/import/testing";
import { gateway } from "../gateway.ts";

const mission = JSON.stringify(harboursideJson);
const { commitments, series, ...rest } = harboursideJson;
const [kerbs, report] = commitments;
const figures = series.flatMap(({ observations }) => observations);

const administrator = {
  id: null,
  name: "Ada",
  token: "ada",
  actsFor: [],
  roles: [],
  official: false,
  administrator: true,
};

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

const putRight = (type: string, verb = "import") => [{ type, verb, gone: false }];

onOneDatabase((open) => {
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
    const found = await sql<object>`select j.subject_type as type, j.verb,
        coalesce(j.before, earlier.after) ->> 'code' as code,
        j.after = '{}' as gone
      from database.journal j left join database.journal earlier on earlier.subject_type = j.subject_type
        and earlier.subject_id = j.subject_id and earlier.version = j.version - 1
      where j.subject_type not in ('Action', 'Group', 'Person')
        and coalesce(j.before, earlier.after) is not null order by j.subject_type`.execute(db);
    return found.rows;
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test.each([
    { what: "a blank", from: /$/u, to: "\n" },
    { what: "a title", from: /A step-free Harbourside"/u, to: 'A stepless Harbourside"' },
    {
      what: "a statement",
      from: "More crossings will",
      to: "All crossings will",
      changes: putRight("Commitment"),
    },
    { what: "an amount", from: '"120000"', to: '"130000"' },
    {
      what: "a target's words",
      from: "Half as many dropped",
      to: "Twice as many dropped",
      changes: putRight("Target"),
    },
    {
      what: "a target's number",
      from: '"percent":"50"',
      to: '"percent":"70"',
      changes: putRight("Target", "reviseTarget"),
    },
    {
      what: "a target's time",
      from: '"by":{"end":"2028"}',
      to: '"by":{"end":"2029"}',
      changes: putRight("Target", "reviseTarget"),
    },
    {
      what: "a figure",
      from: '"value":"13"',
      to: '"value":"14"',
      changes: putRight("Observation"),
    },
    { what: "a party's capitals", from: "Convener for Streets", to: "convener for streets" },
  ])("$what that is corrected leaves every part what it was, with its id", async (corrects) => {
    const { from, to, changes = [] } = corrects;
    const before = await ids();
    const corrected = mission.replace(from, to);
    expect(corrected).not.toBe(mission);
    const { created, findings } = await take(corrected);
    expect({ created: Object.values(created).filter(Boolean), findings }).toEqual({
      created: [],
      findings: [],
    });
    expect(await ids()).toEqual(before);
    expect(await entries()).toMatchObject(changes);
    await inOrder();
  });

  test("INV-C19 a goal that a new file moves leaves what it was, and what was done by hand stays", async () => {
    const target = async () => {
      const { rows: found } = await sql<{ id: string; record: Target }>`
        select id, record from commitments.target where position = 1`.execute(db);
      return found[0]!;
    };
    const { id } = await target();
    await take(mission.replace('"percent":"50"', '"percent":"70"'));
    expect((await target()).record).toMatchObject({
      version: 2,
      spec: { percent: "70" },
      revisions: [
        {
          was: { spec: { percent: "50" } },
          effect: "harder",
          reason: 'The mission "A step-free Harbourside" was read again from mission.json.',
        },
      ],
    });
    const revised = await db.transaction().execute(async (tx) =>
      gateway.commands
        .find(({ mutation }) => mutation === "reviseTarget")!
        .run(
          tx,
          { id: `Target:${id}`, asks: { absolute: { value: "16", unit: "kerbs" } }, reason: "x" },
          {
            directory: gateway.directory,
            request: { ...surroundings, now: new Date(), requestId: "r", caller: administrator },
          },
        ),
    );
    expect(revised.subject.version).toBe(3);
    await take(
      mission.replace('"percent":"50"', '"percent":"70"').replace("More crossings", "All"),
    );
    expect((await target()).record).toMatchObject({ version: 3, spec: { value: "16" } });
    await inOrder();
  });

  test("INV-C1 what is a source's own is restated by a new file", async () => {
    const own = mission.replace(
      '"wording":"summary","kind":"output"',
      '"wording":"verbatim","kind":"output"',
    );
    expect(own).not.toBe(mission);
    await take(own);
    await take(own.replace("More crossings will", "All crossings will"));
    const { rows: found } = await sql<{ record: object }>`
      select record from commitments.commitment where code = 'dropped-kerbs'`.execute(db);
    expect(found[0]?.record).toMatchObject({
      statement: "More crossings will have dropped kerbs.",
      restatements: [{ statement: "All crossings will have dropped kerbs." }],
    });
    expect(await entries()).toMatchObject([
      { type: "Commitment", verb: "import" },
      { type: "Commitment", verb: "restateCommitment" },
    ]);
  });

  test("INV-C11 a figure that a new file replaces is superseded by the next vintage", async () => {
    const [counts] = series;
    const [last] = counts!.observations.filter(({ value }) => value === "13");
    const observations = counts!.observations.flatMap((each): object[] =>
      each === last
        ? [
            { ...last, status: "superseded" },
            { ...last, value: "14", status: "revised" },
          ]
        : [each],
    );
    const { created } = await take(
      JSON.stringify({ ...harboursideJson, series: [{ ...counts, observations }] }),
    );
    expect(created).toMatchObject({ observation: 1 });
    expect(await entries()).toMatchObject([{ type: "Observation", verb: "reviseObservation" }]);
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
    const taken = { type: "Commitment", verb: "import", code: "yearly-report", gone: true };
    expect(await entries()).toEqual([taken]);
    expect(await entriesOf(db, await subjectOf(db, `Commitment:${id}`))).toMatchObject([
      { verb: "import", before: null, after: { id, code: "yearly-report" } },
      { verb: "import", after: {} },
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
    // The first target is measured by nothing any more.
    expect(await entries()).toHaveLength(3 + figures.length);
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
