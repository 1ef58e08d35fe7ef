import type { Db } from "@remit/database";
import { forgetEntries, onEachDatabase } from "@remit/database/testing";
import { lampsReport } from "@remit/documents/testing";
import { surroundings, verified } from "@remit/gateway";
import { everyRow, giveTokens, openDesk } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importDocument } from "./import.ts";
import type { Told } from "./incoming.ts";
import { lampsMinutes as minutes, lampsMission } from "./testing/lamps.ts";
import { undoImport } from "./undo.ts";

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
  });
  afterAll(() => desk.close());
  const take = (text: string, name: string, told: Told = {}) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, told, surroundings);
  const mission = (told: Told = {}) => take(JSON.stringify(lampsMission), "lamps.json", told);
  beforeEach(async () => {
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, commitments.mission, documents.document, gateway.token,
      database.answer cascade`.execute(db);
    desk = await openDesk(db);
  });
  const keep = async (name: string) => {
    await take(minutes, "minutes.txt");
    const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { [name]: { role: "secretariat", group: group.id } });
  };
  const ask = async (caller: string, selection: string, slug = "lamps") => {
    const query = `{ mission(by: {slug: "${slug}"}) { ${selection} } }`;
    const { data, errors } = await desk.send(caller, query);
    expect(errors).toBeUndefined();
    return data["mission"];
  };

  test("a report and its mission's file meet in the same records, and only the keepers see the draft", async () => {
    await keep("keeper");
    await mission();
    const done = await take(lampsReport, "report.txt");
    expect(done).toMatchObject({
      outcome: "created",
      created: { mission: 0, report: 1 },
      matched: ["Light in Every Street"],
    });
    expect(done.findings.map(({ code }) => code)).toEqual([
      "AMOUNT_IMPLAUSIBLE",
      "BASELINE_NOT_STATED",
      "BASELINE_NOT_STATED",
      "UNREAD",
    ]);
    const selection = `reports { title status series contact covers { start end }
      foreword { by { kind name } } statements { number kind about { label }
        findings { kind value unit hedge direction subject by basis confidence start end }
        origin { basis confidence start end } } }`;
    const { reports } = (await ask("keeper", selection)) ?? {};
    expect(reports).toMatchObject([
      {
        status: "DRAFT",
        series: "annual",
        contact: "lamps@mirebank.example",
        covers: { start: "2025-03", end: "2026-03-31" },
        foreword: { by: { kind: "PERSON", name: "Ada Quill" } },
        statements: expect.arrayContaining([
          expect.objectContaining({
            kind: "COMMITMENT_RESTATED",
            about: [{ label: "back-lanes" }],
            findings: [
              expect.objectContaining({
                kind: "TARGET",
                value: "200",
                unit: "%",
                direction: "INCREASE",
                subject: "lamps in back lanes",
                by: "by the end of this council",
                basis: "STATED",
                confidence: null,
              }),
              expect.objectContaining({ kind: "TARGET", value: "40", subject: "benches" }),
            ],
            origin: expect.objectContaining({ basis: "INFERRED", confidence: 0.8 }),
          }),
        ]),
      },
    ]);
    expect(await ask("anybody", "reports { title }")).toEqual({ reports: [] });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a mission that nobody has recorded begins with its report, and its file takes it up", async () => {
    expect(await take(lampsReport, "report.txt")).toMatchObject({
      created: { mission: 1, report: 1 },
    });
    expect(
      await ask("anybody", "title announcedOn statement", "light-in-every-street"),
    ).toMatchObject({
      announcedOn: "2024-05",
      statement: "Light in Every Street",
    });
    await keep("taker");
    expect(await mission()).toMatchObject({ outcome: "created", created: { mission: 0 } });
    expect(await ask("taker", "commitments { code } reports { status }")).toEqual({
      commitments: [{ code: "back-lanes" }],
      reports: [{ status: "DRAFT" }],
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a report that is recorded is refused, and read again in its place while it is a draft", async () => {
    await keep("again");
    await mission();
    await take(lampsReport, "report.txt");
    const more = lampsReport.replace("a long frost", "a short frost");
    await expect(take(more, "more.txt")).rejects.toMatchObject({ code: "REPORT_RECORDED" });
    const statements = async () => {
      const { rows } = await sql<{ id: string; text: string }>`
        select it ->> 'id' as id, it ->> 'text' as text
        from commitments.report r, jsonb_array_elements(r.record -> 'statements') it`.execute(db);
      return new Map(rows.map(({ id, text }) => [text, id]));
    };
    const before = await statements();
    expect(await take(more, "more.txt", { supersede: true })).toMatchObject({
      outcome: "superseded",
      created: { report: 0, statement: 1 },
    });
    const after = await statements();
    const same = [...after].filter(([text]) => before.has(text));
    expect(same.length).toBe(before.size - 1);
    expect(same.map(([text]) => before.get(text))).toEqual(same.map(([, id]) => id));
    const { rows } = await sql<{ id: string }>`select id from commitments.report`.execute(db);
    const id = `Report:${rows[0]?.id}`;
    expect(await desk.act("again", "freezeReport", { id })).toMatchObject({ status: "FROZEN" });
    const third = more.replace("a short frost", "no frost");
    await expect(take(third, "third.txt", { supersede: true })).rejects.toMatchObject({
      code: "REPORT_SETTLED",
    });
  });

  test("a report is undone with the mission that it alone has told of, and not where somebody has built on it", async () => {
    const before = await everyRow(db);
    await take(lampsReport, "report.txt");
    await undoImport(db, "report.txt", surroundings);
    const after = await everyRow(db);
    for (const table of ["commitments.report", "commitments.mission"])
      expect(after[table]).toEqual(before[table]);
    await keep("builder");
    await mission();
    await take(lampsReport, "report.txt");
    const { rows } = await sql<{ id: string }>`select id from commitments.report`.execute(db);
    await desk.act("builder", "freezeReport", { id: `Report:${rows[0]?.id}` });
    await expect(undoImport(db, "report.txt", surroundings)).rejects.toThrow(
      "the report has changed since: freezeReport",
    );
    expect((await verified(db)).problems).toEqual([]);
  });

  test.each([
    { text: "Annual report 2025\n\nMuch was done.\n", told: {}, code: "REPORT_MISSION_MISSING" },
    { text: lampsReport, told: { access: "group" }, code: "ACCESS_NOT_TAKEN" },
  ] as const)("$code", async ({ text, told, code }) => {
    const before = await everyRow(db);
    await expect(take(text, "report.txt", told)).rejects.toMatchObject({ code });
    expect(await everyRow(db)).toEqual(before);
  });
}, "gateway");
