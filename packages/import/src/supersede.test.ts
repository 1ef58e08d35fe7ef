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

const [lampsToSend, benchesToCount] = ["QF-2026-03-A1", "QF-2026-03-A2"];
const counting = " Action: Sam Okoro to count the benches on the quay";

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
      actions.action, actions.log_snapshot, commitments.mission, documents.document, gateway.token,
      database.answer cascade`.execute(db);
  });
  afterAll(() => desk.close());

  const take = (text: string, told: Told = { supersede: true }) =>
    importDocument(
      db,
      { name: "minutes.txt", bytes: new TextEncoder().encode(text) },
      told,
      surroundings,
    );
  /** Imports the minutes and gives their group a secretariat. */
  const begin = async (text = quay) => {
    await take(text);
    const { id } = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { secretariat: { role: "secretariat", group: id } });
  };
  const parts = `{ group(by: {name: "Quay Forum"}) { meetings { nodes { id papers { id } decisions { id }
    attendance { id } items { id contributions { id } } actions { id reference } } } } }`;
  /** The ids of everything that the graph shows of the meeting, and of what it shows without them. */
  const ids = async () => {
    const { data, errors } = await desk.send("anybody", parts);
    expect(errors).toBeUndefined();
    const shown = JSON.stringify(data).match(/"\w+:[\w-]{36}"/gu) ?? [];
    const { rows } = await sql<{ id: string }>`select id from meetings.meeting_role
      union all select id from meetings.speaker union all select id from meetings.next_meeting
      union all select id from meetings.attendance_section`.execute(db);
    return [...shown, ...rows.map(({ id }) => id)].toSorted();
  };
  const idOf = async (reference: string) => {
    const { id } = await db
      .selectFrom("actions.action")
      .select("id")
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    return `Action:${id}`;
  };
  const act = async (verb: string, input: object) => {
    const answer = await desk.act("secretariat", verb, input);
    expect(answer).not.toMatchObject({ code: expect.anything() });
    return answer;
  };
  const actions = async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select id, reference, status, text, due_text as due, item_label as item, record -> 'owners' -> 0 -> 'agent' ->> 'label' as owner
      from actions.action order by reference`.execute(db);
    return rows;
  };
  const called = async (reference: string) =>
    (await actions()).find((action) => action["reference"] === reference);
  const itemCalled = async (heading: string) => {
    const item = await db
      .selectFrom("meetings.item")
      .select("id")
      .where("heading", "=", heading)
      .executeTakeFirst();
    return `Item:${item?.id}`;
  };
  const raiseByHand = async (more: object = {}) => {
    const { id } = await db.selectFrom("meetings.meeting").select("id").executeTakeFirstOrThrow();
    const facts = { text: "Max Tarn to thank the hall", ownerNotStated: true };
    return act("raiseAction", { meeting: `Meeting:${id}`, ...facts, ...more });
  };
  const entire = () =>
    sql`select * from actions.action where reference = 'QF-2026-03-A3'`.execute(db);
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("a day that is put right leaves the meeting and its actions what they were", async () => {
    await begin();
    const before = await ids();
    const report = await take(quay.replaceAll("10 March 2026", "11 March 2026"));
    expect(report).toMatchObject({ outcome: "superseded" });
    expect(report.findings).not.toContainEqual(
      expect.objectContaining({ code: "NOTHING_SUPERSEDED" }),
    );
    expect(await ids()).toEqual(before);
    expect((await actions()).map(({ reference, status }) => [reference, status])).toEqual([
      [lampsToSend, "open"],
      [benchesToCount, "open"],
    ]);
    const { rows } = await sql`select held_on from meetings.meeting`.execute(db);
    expect(rows).toEqual([{ held_on: "2026-03-11" }]);
    await inOrder();
  });

  test("a document that was to take the place of another, and finds none, says so", async () => {
    await begin();
    const bytes = new TextEncoder().encode(quay.replaceAll("10 March 2026", "12 May 2026"));
    const report = await importDocument(
      db,
      { name: "another.txt", bytes },
      { supersede: true },
      surroundings,
    );
    expect(report).toMatchObject({ outcome: "created" });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: "NOTHING_SUPERSEDED" }));
  });

  test.each([
    ["a line at its end", quay, `${quay}\n`],
    ["another time", "at 10:00.\n\nAtt", "at 11:00.\n\nAtt"],
    ["a heading of other letters", "1. Lamps", "1. Lamp"],
    ["headings without numbers", /^\d\. /gmu, ""],
    ["another word in what was said", "half of the lamps", "most of the lamps"],
    ["another name in a list", "Nia Frew, Bench", "Nia Frewe, Bench"],
    ["another name everywhere", /Frew/gu, "Frewe"],
    ["another position", "Wheelchair Users", "Walkers"],
    ["a decision of other words", "Lamps come before", "Lamps will come before"],
    ["a paper of another number", "(paper 2)", "(paper 3)"],
    ["an action of another due", "by 1 June", "by 2 June"],
    ["an action of more owners", "Action: Sam Okoro to", "Action: Sam Okoro and Max Tarn to"],
    ["items in another order", /(1\. Lamps.*)(2\. Benches.*)(?=3\.)/su, "$2$1"],
  ] as const)("%s leaves every part what it was, with its id", async (_, from, to) => {
    await begin();
    const before = await ids();
    expect(before).toHaveLength(26);
    const corrected = quay.replace(from, to);
    expect(corrected).not.toBe(quay);
    await take(corrected);
    expect(await ids()).toEqual(before);
    await inOrder();
  });

  test("what is new gets an id of its own, and what is gone is gone", async () => {
    await begin();
    const [lamps, benches] = [await itemCalled("Lamps"), await itemCalled("Benches")];
    await take(quay.replace(/2\. Benches.*(?=3\.)/su, "2. Trees\n\nBela Novak spoke of elms.\n\n"));
    expect(await itemCalled("Lamps")).toBe(lamps);
    expect(await itemCalled("Trees")).not.toBe(benches);
    expect(await itemCalled("Benches")).toBe("Item:undefined");
  });

  test("an import tells of rows that are new, not of those that stay", async () => {
    await begin();
    const more = quay.replace("3. Any", "3. Trees\n\nBela Novak spoke of elms.\n\n4. Any");
    expect((await take(more)).created).toEqual({
      group: 0,
      person: 0,
      organisation: 0,
      membership: 0,
      meeting: 0,
      attendance: 0,
      item: 1,
      contribution: 1,
      paper: 0,
      decision: 0,
      action: 0,
    });
  });

  const corrections = [
    {
      what: "name",
      from: /Sam Okoro/gu,
      to: "Sam Okorro",
      now: { text: "Sam Okorro to count the benches on the quay", owner: "Sam Okorro" },
    },
    {
      what: "word",
      from: "to count the",
      to: "to count all the",
      now: { text: "Sam Okoro to count all the benches on the quay" },
    },
    {
      what: "due",
      from: "benches on the quay",
      to: "benches on the quay by 3 May 2026",
      now: { text: "Sam Okoro to count the benches on the quay by 3 May 2026", due: "3 May 2026" },
    },
    { what: "heading", from: "2. Benches", to: "2. Bench", now: { item: "Bench" } },
  ];
  const deeds = [
    { done: "nothing", status: "open", deed: async () => {} },
    {
      done: "a start",
      status: "in-progress",
      deed: async (id: string) => {
        await act("startAction", { id });
      },
    },
    {
      done: "a closure",
      status: "closed",
      deed: async (id: string) => {
        await act("completeAction", { id, override: "Seen" });
        await act("closeAction", {
          id,
          kind: "COMPLETED",
          agreedIn: `Meeting:${(await db.selectFrom("meetings.meeting").select("id").executeTakeFirstOrThrow()).id}`,
        });
      },
    },
  ];
  test.each(corrections.flatMap((correction) => deeds.map((deed) => ({ ...correction, ...deed }))))(
    "a corrected $what leaves an action after $done what it is",
    async ({ from, to, now, status, deed }) => {
      await begin();
      await deed(await idOf(benchesToCount));
      const before = await actions();
      expect(await take(quay.replace(from, to))).toMatchObject({ created: { action: 0 } });
      expect(await actions()).toEqual([before[0], { ...before[1], ...now, status }]);
      const { rows } =
        await sql<object>`select verb, request_id = (select document_id::text from meetings.meeting) as own
        from database.journal where subject_id = ${before[1]?.["id"]} order by version desc limit 1`.execute(
          db,
        );
      expect(rows).toEqual([{ verb: "import", own: true }]);
      await inOrder();
    },
  );

  test("an action that was raised by hand is no minutes' to change, nor is its item", async () => {
    await begin();
    await raiseByHand({ item: await itemCalled("Benches") });
    const before = { rows: (await entire()).rows, item: await itemCalled("Benches") };
    const { findings } = await take(quay.replace(/2\. Benches.*(?=3\.)/su, ""));
    expect(findings).toContainEqual({
      code: "PART_GONE",
      message: '"Benches" is not in the new minutes and stays because of QF-2026-03-A3.',
    });
    expect({ rows: (await entire()).rows, item: await itemCalled("Benches") }).toEqual(before);
    await take(`${quay}\n`);
    expect({ rows: (await entire()).rows, item: await itemCalled("Benches") }).toEqual(before);
    await inOrder();
  });

  test("an action that the text no longer has is withdrawn, and is what it was when the text has it again", async () => {
    await begin();
    const before = await actions();
    const { findings } = await take(quay.replace(counting, ""));
    expect(findings).toContainEqual(expect.objectContaining({ code: "ACTION_GONE" }));
    expect(await called(benchesToCount)).toMatchObject({ status: "withdrawn" });
    await take(`${quay}\n`);
    expect(await actions()).toEqual(before);
    await take(quay.replace(counting, "\n"));
    await take(quay.replace("to count the", "to count all the"));
    expect(await called(benchesToCount)).toMatchObject({
      status: "open",
      text: "Sam Okoro to count all the benches on the quay",
    });
    await inOrder();
  });

  test("one that somebody has worked on stays", async () => {
    await begin();
    await act("startAction", { id: await idOf(benchesToCount) });
    const before = await actions();
    const { findings } = await take(quay.replace(counting, ""));
    expect(findings).toContainEqual({
      code: "ACTION_GONE",
      message: `${benchesToCount} is not in the new minutes and stays as it is: Sam Okoro to count the benches on the quay`,
    });
    expect(await actions()).toEqual(before);
    await inOrder();
  });

  test("what people have settled stays, and a finding says so", async () => {
    await begin();
    await act("rescheduleAction", {
      id: await idOf(lampsToSend),
      due: { asap: true },
      reason: "It is dark",
    });
    const before = await called(lampsToSend);
    const again = await take(`${quay}\n`);
    expect(again.findings).toEqual((await take(`${quay}\n\n`)).findings);
    expect(again.findings.map(({ code }) => code)).not.toContain("ACTION_SETTLED");
    const later = quay.replace("by 1 June", "by 2 June");
    expect((await take(later)).findings).toContainEqual({
      code: "ACTION_SETTLED",
      message: expect.stringContaining(`the due of ${lampsToSend} stay`),
    });
    expect(await called(lampsToSend)).toEqual({
      ...before,
      text: "Nia Frew to send members the list of lamps by 2 June 2026",
    });
    await inOrder();
  });

  test("an action that the new minutes name by its reference is that one, whatever they say of it", async () => {
    await begin();
    const before = await called(benchesToCount);
    const table = `

| Ref | Action | Owner | Status |
| --- | --- | --- | --- |
| qf-2026-03-a2 | Look at the chairs | Max Tarn | Ongoing |
`;
    await take(quay.replace(counting, "").replace("\n3. Any", `${table}\n3. Any`));
    expect(await called(benchesToCount)).toEqual({
      ...before,
      text: "Look at the chairs",
      owner: "Max Tarn",
    });
  });
}, "gateway");
