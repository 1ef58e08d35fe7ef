import type { Db } from "@remit/database";
import { forgetEntries, onOneDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { verified } from "@remit/gateway";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { quay } from "./testing/quay.ts";
import { importDocument } from "./import.ts";
import type { Told } from "./incoming.ts";
import { undoImport } from "./undo.ts";
import { referenceIn } from "./written.ts";

test.each([
  { number: "QF-2026-03-A1", text: "Send the list", found: "QF-2026-03-A1" },
  { number: "[qf-2026-03-10-a12]", text: "Send the list", found: "QF-2026-03-10-A12" },
  { number: null, text: "QF-2026-03-A1: Nia to send the list", found: "QF-2026-03-A1" },
  { number: null, text: "Nia to send the list (QF-2026-03-A1).", found: "QF-2026-03-A1" },
  { number: "3", text: "Sam to ask about QF-2026-03-A1 again", found: null },
  { number: "QF/3", text: "Sam to ask", found: null },
])("$number, $text: $found is quoted", ({ found, ...written }) => {
  expect(referenceIn(written)).toBe(found);
});

/** Minutes of May with an action log. */
const may = (...rows: string[]) => `Quay Forum minutes: May 2026

Minutes from the meeting of the group on 12 May 2026.

Attendees and apologies

Group members:

  • Max Tarn (Chair), Lamp Trust

Items and actions

1. Matters arising

Max Tarn went through the log.

| Ref | Action | Owner | Status |
| --- | --- | --- | --- |
${rows.join("\n")}

2. Trees

Max Tarn spoke of elms. Action: Max Tarn to write to the nursery
`;
const row = (ref: string, status: string) => `| ${ref} | Send the list | Nia Frew | ${status} |`;

const reported = (text: string, access = "public") => [["2026-05-12", "Quay Forum", text, access]];

onOneDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
  });
  beforeEach(async () => {
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, documents.document, gateway.token, database.answer cascade`.execute(db);
    await take(quay, {}, "march.txt");
    const { id } = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { secretariat: { role: "secretariat", group: id } });
  });
  afterAll(() => desk.close());

  const take = (text: string, told: Told = {}, name = "may.txt") =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, told, surroundings);
  const actions = async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select reference, status, record -> 'done' ->> 'on' as done,
        (select json_agg(json_build_array(u ->> 'on', u -> 'by' ->> 'label', u ->> 'text', u ->> 'access'))
          from jsonb_array_elements(record -> 'updates') u) as said
      from actions.action order by raised_on, number`.execute(db);
    return rows;
  };
  const [first, second, trees] = [
    { reference: "QF-2026-03-A1", status: "open", done: null, said: null },
    { reference: "QF-2026-03-A2", status: "open", done: null, said: null },
    { reference: "QF-2026-05-A1", status: "open", done: null, said: null },
  ];
  const idOf = async (reference: string) => {
    const { id } = await db
      .selectFrom("actions.action")
      .select("id")
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    return `Action:${id}`;
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test.each([
    { status: "Complete", now: { status: "done", done: "2026-05-12" } },
    { status: "Ongoing", now: { said: reported("Ongoing") } },
    { status: "", now: {} },
  ])("what minutes quote as '$status' is that action, and no new one", async ({ status, now }) => {
    const { created, findings } = await take(may(row("qf-2026-03-a1", status)));
    expect({ actions: created["action"], findings }).toEqual({ actions: 1, findings: [] });
    expect(await actions()).toEqual([{ ...first, ...now }, second, trees]);
    const { rows } =
      await sql<object>`select verb, actor ->> 'name' as by, at = '2026-05-12T00:00+01' as "onTheDay" from database.journal
      where subject_id = ${(await idOf("QF-2026-03-A1")).slice(7)} and version > 1`.execute(db);
    expect(rows).toEqual(
      status === "" ? [] : [{ verb: "import", by: "remit import", onTheDay: true }],
    );
    await inOrder();
  });

  test("a report of the minutes is said again by no later version of them, and corrected by one", async () => {
    await take(may(row("QF-2026-03-A1", "Ongoing")));
    const before = await actions();
    await take(`${may(row("QF-2026-03-A1", "Ongoing"))}\n`, { supersede: true });
    expect(await actions()).toEqual(before);
    await take(may(row("QF-2026-03-A1", "Half of it is sent")), { supersede: true });
    expect(await actions()).toEqual([
      { ...first, said: reported("Half of it is sent") },
      second,
      trees,
    ]);
    await inOrder();
  });

  test("a document that is undone takes its report with it", async () => {
    const before = await actions();
    await take(may(row("QF-2026-03-A1", "Ongoing"), row("QF-2026-03-A2", "Done")));
    expect(await undoImport(db, "may.txt", surroundings)).toMatchObject({
      restored: ["QF-2026-03-A1", "QF-2026-03-A2"],
    });
    expect(await actions()).toEqual(before);
    await inOrder();
  });

  test("a reference that is unknown, or another group's, raises an action, and a finding says so", async () => {
    const harbour = quay.replaceAll("Quay Forum", "Harbour Board");
    await take(harbour, {}, "harbour.txt");
    const { created, findings } = await take(
      may(row("QF-2026-03-A9", "Done"), row("HB-2026-03-A1", "Done")),
    );
    expect(created).toMatchObject({ action: 3 });
    expect(findings).toEqual(
      ["QF-2026-03-A9", "HB-2026-03-A1"].map((quoted, index) => ({
        code: "REFERENCE_UNKNOWN",
        message: `${quoted} is no action of Quay Forum: what the minutes call so was raised as QF-2026-05-A${index + 1}.`,
      })),
    );
  });

  test.each([
    { status: "Ongoing", deed: "withdrawAction", facts: { reason: "Rain" }, is: "withdrawn" },
    { status: "Complete", deed: "blockAction", facts: { reason: "Rain" }, is: "blocked" },
  ])("a status '$status' of what is $is is not lost", async ({ status, deed, facts, is }) => {
    const input = { id: await idOf("QF-2026-03-A1"), ...facts };
    expect(await desk.act("secretariat", deed, input)).not.toHaveProperty("code");
    const { findings } = await take(may(row("QF-2026-03-A1", status)));
    expect(findings).toEqual([
      {
        code: "STATUS_NOT_TAKEN",
        message: expect.stringContaining(`"${status}" of QF-2026-03-A1, which is ${is}`),
      },
    ]);
    const [now] = await actions();
    expect(now).toMatchObject({
      status: is,
      said: status === "Complete" ? reported("Complete") : null,
    });
  });

  test("who may not see the minutes is not told by the action what they say of it", async () => {
    await take(may(row("QF-2026-03-A1", "Complete")), { access: "restricted" });
    expect((await actions())[0]).toEqual({ ...first, said: reported("Complete", "restricted") });
  });

  test("minutes change nothing of what was raised after them", async () => {
    await take(may(row("QF-2026-03-A1", "Ongoing")));
    const before = (await actions()).find(({ reference }) => reference === "QF-2026-05-A1");
    const april = may(row("QF-2026-05-A1", "Complete")).replaceAll("May", "April");
    const { findings } = await take(april, {}, "april.txt");
    expect(findings).toMatchObject([{ code: "STATUS_NOT_TAKEN" }]);
    expect(await actions()).toContainEqual(before);
  });
}, "gateway");
