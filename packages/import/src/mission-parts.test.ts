import { harboursideJson, wholeHarboursideJson as whole } from "@remit/commitments/testing";
import type { Db } from "@remit/database";
import { forgetEntries, onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { everyRow, giveTokens, openDesk } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importDocument } from "./import.ts";
import { march } from "./testing.ts";
import { undoImport } from "./undo.ts";

const [kerbs, yearly] = whole.commitments;
const [map, ten, crew] = kerbs?.milestones ?? [];
const [first, second] = whole.recommendations;
const [published, drafted] = whole.reports;

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
  });
  afterAll(() => desk.close());
  const take = (json: unknown, supersede = false, name = "mission.json") =>
    importDocument(
      db,
      {
        name,
        bytes: new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json)),
      },
      { supersede },
      surroundings,
    );
  beforeEach(async () => {
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, commitments.mission, documents.document, gateway.token,
      database.answer cascade`.execute(db);
    await take(march, false, "minutes.txt");
    const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { secretariat: { role: "secretariat", group: group.id } });
  });

  /** What the graph says of the mission, to its secretariat or to anybody. */
  const ask = async (selection: string, caller = "secretariat") => {
    const query = `{ mission(by: {slug: "step-free-harbourside"}) { ${selection} } }`;
    const { data, errors } = await desk.send(caller, query);
    expect(errors).toBeUndefined();
    return data["mission"];
  };
  const act = async (verb: string, input: object) => {
    expect(await desk.act("secretariat", verb, input)).not.toHaveProperty("code");
  };
  const idsOf = async (table: "milestone" | "outcome") => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`commitments.${table}`)} order by record ->> 'title'`.execute(db);
    return rows.map(({ id }) => id);
  };
  const kerbsId = async () => {
    const { rows } = await sql<{ id: string }>`
      select id from commitments.commitment where code = 'dropped-kerbs'`.execute(db);
    return rows[0]?.id;
  };
  /** What was done to whatever was there before, sorted. */
  const verbs = async () => {
    const { rows } = await sql<{ what: string }>`
      select subject_type || ' ' || verb as what from database.journal where version > 1`.execute(
      db,
    );
    return rows.map(({ what }) => what).toSorted();
  };

  test("every part of a file is read back from the graph", async () => {
    const { created, findings } = await take(whole);
    expect(created).toMatchObject({
      outcome: 2,
      milestone: 3,
      deliverable: 2,
      "funding line": 3,
      "funding profile": 1,
      standard: 1,
      "standard assessment": 2,
      "context factor": 1,
      involvement: 1,
      recommendation: 2,
      report: 2,
    });
    expect(findings).toEqual([]);
    expect(
      await ask(`outcomes { code parent { code } commitments { code } }
        milestones { title status due forecast actual commitment { code } }
        deliverables { title status producedBy { kind name } document { title } }
        standards { code }
        contextFactors { title since } 
        recommendations { code status answers { position by } }
        reports { title status snapshot { targets { statement } } statements { number about { label } } foreword { by { name } } }`),
    ).toMatchObject({
      outcomes: [
        { code: "1", parent: null, commitments: [{ code: "dropped-kerbs" }] },
        { code: "1a", parent: { code: "1" }, commitments: [] },
      ],
      milestones: [
        { status: "NOT_STARTED", due: "2025-09", commitment: { code: "dropped-kerbs" } },
        { status: "MINOR_DELAY", forecast: "2026-09" },
        { status: "ACHIEVED", actual: "2025-06-02" },
      ],
      deliverables: [
        { status: "PLANNED", producedBy: { kind: "ORGANISATION", name: "Town Council" } },
        {
          status: "PRODUCED",
          producedBy: { kind: "GROUP" },
          document: { title: "Kerb survey" },
        },
      ],
      standards: [{ code: "level" }],
      contextFactors: [{ title: "Frost", since: "2026-01" }],
      recommendations: [{ status: "ANSWERED" }, { status: "AWAITING" }],
      reports: [
        {
          status: "PUBLISHED",
          snapshot: null,
          foreword: { by: { name: "Convener for Streets" } },
          statements: [{ number: 1, about: [{ label: "dropped-kerbs" }] }, { number: 2 }],
        },
        { status: "DRAFT" },
      ],
    });
    const seen = await ask("reports { title }", "anybody");
    expect(seen).toEqual({ reports: [{ title: published?.title }] });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a file that is read again changes what differs, by the verbs of each part, and keeps ids", async () => {
    await take(whole);
    const before = [await idsOf("milestone"), await idsOf("outcome")];
    const answer = { ...first?.answers?.[0], position: "accepted", text: "Yes.", on: "2026-02-01" };
    const { created, findings } = await take(
      {
        ...whole,
        commitments: [
          {
            ...kerbs,
            milestones: [
              crew,
              { ...map, due: "2026-01", status: "on-track" },
              { ...ten, status: "achieved", actual: "2026-08" },
            ],
          },
          yearly,
        ],
        outcomes: [
          { ...whole.outcomes[0], title: "Nobody meets a kerb" },
          { ...whole.outcomes[1], commitments: ["dropped-kerbs", "yearly-report"] },
        ],
        deliverables: [
          { ...whole.deliverables[0], produced: { on: "2026-02" } },
          whole.deliverables[1],
        ],
        recommendations: [first, { ...second, answers: [answer] }],
        reports: [
          published,
          {
            ...drafted,
            statements: [{ kind: "context", text: "It froze.", wording: "summary" }],
          },
        ],
      },
      true,
    );
    expect(created).toEqual(Object.fromEntries(Object.keys(created).map((key) => [key, 0])));
    expect(findings).toEqual([]);
    expect([await idsOf("milestone"), await idsOf("outcome")]).toEqual(before);
    expect(await verbs()).toEqual([
      "Deliverable produceDeliverable",
      "Milestone rateMilestone",
      "Milestone reachMilestone",
      "Milestone rescheduleMilestone",
      "Outcome alignOutcome",
      "Outcome import",
      "Recommendation answerRecommendation",
      "Report addReportStatement",
    ]);
    expect(await ask("milestones { title due revisions { from to } status }")).toMatchObject({
      milestones: [
        { title: crew?.title },
        {
          due: "2026-01",
          revisions: [{ from: "2025-09", to: "2026-01" }],
          status: "ON_TRACK",
        },
        { status: "ACHIEVED" },
      ],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a day on which something was reached is put right where a file corrects it", async () => {
    await take(whole);
    const corrected = { ...crew, actual: "2025-06-03" };
    const milestones = kerbs?.milestones?.map((each) => (each === crew ? corrected : each));
    await take({ ...whole, commitments: [{ ...kerbs, milestones }, yearly] }, true);
    const found = await ask("milestones { status actual }");
    expect(found).toMatchObject({
      milestones: expect.arrayContaining([
        expect.objectContaining({ status: "ACHIEVED", actual: "2025-06-03" }),
      ]),
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("what was done by hand since stays where the file says the same as before", async () => {
    await take(whole);
    const [, id] = await idsOf("milestone");
    const [outcome] = await idsOf("outcome");
    await act("reachMilestone", { id: `Milestone:${id}` });
    await act("setMilestone", {
      commitment: `Commitment:${await kerbsId()}`,
      title: "Benches are moved",
      source: { title: "A note" },
    });
    await act("withdrawOutcome", {
      id: `Outcome:${outcome}`,
      reason: "Enough.",
    });
    const { findings } = await take(
      {
        ...whole,
        sources: { ...whole.sources, more: { title: "More" } },
        commitments: [{ ...kerbs, milestones: [{ ...map, due: "2027" }, ten] }, yearly],
      },
      true,
    );
    expect(findings).toEqual([
      { code: "PART_GONE", message: expect.stringContaining('"A crew is hired"') },
    ]);
    expect(await ask("milestones { title status due } outcomes { code status }")).toEqual({
      milestones: [
        { title: map?.title, status: "ACHIEVED", due: "2025-09" },
        { title: ten?.title, status: "MINOR_DELAY", due: "2026-06" },
        { title: "Benches are moved", status: "NOT_STARTED", due: null },
      ],
      outcomes: [
        { code: "1", status: "STANDING" },
        { code: "1a", status: "WITHDRAWN" },
      ],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a part that is gone is taken out, and one that somebody has changed stays with its commitment", async () => {
    await take(whole);
    const [, id] = await idsOf("milestone");
    await act("reachMilestone", { id: `Milestone:${id}` });
    const { findings } = await take({ ...harboursideJson, commitments: [yearly] }, true);
    expect(findings.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^The milestone "Every crossing.*stays: somebody has changed it/u),
        expect.stringMatching(/^The milestone "A crew is hired" .* taken out/u),
        expect.stringMatching(/^The outcome "Nobody meets a step" .* taken out/u),
        expect.stringMatching(/^The commitment dropped-kerbs .* stays because of a milestone/u),
      ]),
    );
    expect(await ask("milestones { title } outcomes { code } commitments { code }")).toEqual({
      milestones: [{ title: map?.title }],
      outcomes: [],
      commitments: [{ code: "yearly-report" }, { code: "dropped-kerbs" }],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a mission with all its parts is undone whole, and not where a part was changed since", async () => {
    const before = await everyRow(db);
    await take(whole);
    await undoImport(db, "mission.json", surroundings);
    const after = await everyRow(db);
    for (const table of ["commitments.milestone", "commitments.report", "commitments.mission"])
      expect(after[table]).toEqual(before[table]);
    expect((await verified(db)).problems).toEqual([]);
    await take(whole);
    const [, id] = await idsOf("milestone");
    await act("reachMilestone", { id: `Milestone:${id}` });
    await expect(undoImport(db, "mission.json", surroundings)).rejects.toThrow(
      "a milestone of it has changed since: reachMilestone",
    );
  });

  test("INV-C16 what a published report says is no file's to change", async () => {
    await take(whole);
    const [statement] = published?.statements ?? [];
    await take(
      {
        ...whole,
        reports: [
          {
            ...published,
            foreword: null,
            statements: [{ ...statement, text: "Nobody was hired." }],
          },
          drafted,
        ],
      },
      true,
    );
    expect(await ask("reports { foreword { text } statements { text } }", "anybody")).toMatchObject(
      {
        reports: [
          {
            foreword: { text: "Much was done." },
            statements: [{ text: "A crew was hired." }, { text: "There are three kerbs more." }],
          },
        ],
      },
    );
  });
}, "gateway");
