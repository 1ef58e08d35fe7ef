import { actionMoves, actionVerbs } from "@remit/actions";
import { type Db, entriesOf, verifyJournal } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { moveNames } from "@remit/kernel";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gateway } from "./gateway.ts";
import { everyRow } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

test.each(moveNames(actionMoves))("%s is a mutation", (move) => {
  const fields = gateway.schema().getMutationType()?.getFields() ?? {};
  expect(Object.keys(fields)).toContain(actionVerbs[move].mutation);
});

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let group = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    ({ group } = desk);
  });
  afterAll(() => desk.close());
  const act: Harbourside["act"] = (...asked) => desk.act(...asked);
  const send: Harbourside["send"] = (...asked) => desk.send(...asked);
  const raise = (text?: string) => desk.raise(text);
  const meetingOn = (day: string) => desk.meetingOn(day);

  const entries = async (id: string) => {
    const { rows } = await sql<{ verb: string; version: number }>`
      select verb, version from database.journal where subject_id = ${id.split(":")[1]}
      order by version`.execute(db);
    return rows;
  };
  const inOrder = async () => {
    const journalled = [
      { type: "Action", table: "actions.action" },
      { type: "ActionLogSnapshot", table: "actions.log_snapshot" },
    ];
    expect(await verifyJournal(db, journalled)).toEqual([]);
  };

  test("a verb leaves one change and one entry", async () => {
    const id = await raise();
    expect(await act("secretariat", "startAction", { id, expectedVersion: 1 })).toMatchObject({
      __typename: "Action",
      status: "IN_PROGRESS",
      version: 2,
    });
    expect(await entries(id)).toEqual([
      { verb: "raiseAction", version: 1 },
      { verb: "startAction", version: 2 },
    ]);
    await inOrder();
  });

  test("50 copies of one mutation at once leave one change and get one answer", async () => {
    const id = await raise();
    const copies = Array.from({ length: 50 }, () =>
      act("secretariat", "startAction", { id }, { "idempotency-key": `start ${id}` }),
    );
    const answers = await Promise.all(copies);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: "Action", version: 2 });
    expect(await entries(id)).toHaveLength(2);
    const other = await act(
      "secretariat",
      "withdrawAction",
      { id, reason: "Enough" },
      { "idempotency-key": `start ${id}` },
    );
    expect(other).toMatchObject({ code: "KEY_REUSED" });
  });

  test("an answer is not repeated to a caller whose roles were taken away", async () => {
    const id = await raise();
    const headers = { "idempotency-key": `start once ${id}` };
    const start = () => act("secretariat", "startAction", { id }, headers);
    const first = await start();
    expect(first).toMatchObject({ __typename: "Action", version: 2 });
    await sql`update actions.action set access = 'group' where id = ${id.split(":")[1]}`.execute(
      db,
    );
    const taken = await sql<object>`delete from gateway.token_role where token_id =
      (select id from gateway.token where name = 'secretariat') returning *`.execute(db);
    expect(taken.rows).toHaveLength(1);
    expect(await start()).toMatchObject({
      __typename: "StartActionRefusal",
      code: "NOT_PERMITTED",
      message: expect.stringContaining("was done before"),
    });
    await sql`insert into gateway.token_role select * from
      json_populate_recordset(null::gateway.token_role, ${JSON.stringify(taken.rows)})`.execute(db);
    expect(await start()).toEqual(first);
    expect(await entries(id)).toHaveLength(2);
  });

  test("callers with versioned changes make all of them, and every conflict is typed: 20 with 50 each on a server", async () => {
    // The embedded database takes one statement after the other, so that there is little to collide.
    const [callers, changes] = open().url === undefined ? [4, 10] : [20, 50];
    const id = await raise();
    const answer = (expectedVersion: number) =>
      act("secretariat", "answerAction", {
        id,
        expectedVersion,
        owner: { name: "Sam" },
        status: "ACKNOWLEDGED",
      });
    const codes = new Set<unknown>();
    const client = async () => {
      let version = 1;
      let refusals = 0;
      for (let made = 0; made < changes;) {
        const answered = await answer(version);
        const code = answered["code"];
        codes.add(code);
        if (code === undefined) made += 1;
        refusals = code === undefined ? 0 : Math.min(refusals + 1, 5);
        // As a client would: whoever tries again at once meets the same others.
        if (refusals > 0) await setTimeout(Math.random() * 10 * 2 ** refusals);
        version = Number(answered["version"] ?? answered["presentVersion"]);
      }
    };
    await Promise.all(Array.from({ length: callers }, client));
    expect(codes).toEqual(new Set([undefined, "CONFLICT"]));
    expect(await entries(id)).toHaveLength(callers * changes + 1);
    await inOrder();
  }, 180_000);

  test.each([
    { caller: "anybody", code: "NOT_PERMITTED" },
    { caller: "member", code: "NOT_PERMITTED" },
    { caller: "stranger", code: "NOT_PERMITTED" },
  ] as const)("$caller may not withdraw an action: $code", async ({ caller, code }) => {
    const id = await raise();
    const before = await everyRow(db);
    expect(await act(caller, "withdrawAction", { id, reason: "No" })).toMatchObject({ code });
    expect(await everyRow(db)).toEqual(before);
  });

  test("an action that is not for the caller is not there", async () => {
    const id = await raise();
    await sql`update actions.action set access = 'group',
      record = record || '{"access": "group"}' where id = ${id.split(":")[1]}`.execute(db);
    const missing = "Action:01990000-0000-7000-8000-00000000dead";
    const reason = "No";
    for (const caller of ["anybody", "stranger"] as const)
      expect(await act(caller, "withdrawAction", { id, reason })).toEqual(
        await act(caller, "withdrawAction", { id: missing, reason }),
      );
    expect(await act("member", "withdrawAction", { id, reason })).toMatchObject({
      code: "NOT_PERMITTED",
    });
  });

  test.each([
    { what: "a stale version", input: { expectedVersion: 7, reason: "x" }, code: "CONFLICT" },
    { what: "no reason", input: { reason: " " }, code: "REASON_MISSING" },
    { what: "a day to come", input: { reason: "x", on: "2999-01-01" }, code: "IN_FUTURE" },
    {
      what: "an id of another type",
      input: { reason: "x", agreedIn: "Action:01990000-0000-7000-8000-00000000dead" },
      code: "INVALID_INPUT",
    },
    {
      what: "a meeting that is not there",
      input: { reason: "x", agreedIn: "Meeting:01990000-0000-7000-8000-00000000dead" },
      code: "NOT_FOUND",
    },
  ])("$what is refused with $code, and nothing is written", async ({ input, code }) => {
    const id = await raise();
    const before = await everyRow(db);
    expect(await act("secretariat", "withdrawAction", { id, ...input })).toMatchObject({ code });
    expect(await everyRow(db)).toEqual(before);
  });

  test("INV-A7 an override names no owner who has no part in it", async () => {
    const id = await raise();
    const override = "Robin told the secretariat";
    const input = { id, override, owner: { name: "Robin" } };
    expect(await act("secretariat", "completeAction", input)).toMatchObject({
      code: "NOT_OWNER",
      message:
        "Robin has no part in it. Name one of its owners (Sam), or reassign the action first.",
      path: ["owner"],
    });
    expect(await act("secretariat", "completeAction", { id, override })).toMatchObject({
      status: "DONE",
    });
  });

  test("INV-A12 two dependencies at once cannot make a circle", async () => {
    const [one, other] = [await raise("One"), await raise("Other")];
    const answers = await Promise.all([
      act("chair", "addActionDependency", { id: one, after: other }),
      act("chair", "addActionDependency", { id: other, after: one }),
    ]);
    const kinds = answers.map((answer) => answer["code"] ?? answer["__typename"]);
    expect(new Set(kinds)).toEqual(new Set(["Action", "INV-A12"]));
  });

  test("another group's meeting is not one's own", async () => {
    const id = await raise();
    const { id: other } = await db
      .selectFrom("meetings.meeting")
      .select("id")
      .where("group_id", "<>", group)
      .executeTakeFirstOrThrow();
    const agreedIn = `Meeting:${other}`;
    for (const [verb, facts] of [
      ["withdrawAction", { reason: "x", agreedIn }],
      ["reviewAction", { meeting: agreedIn, outcome: "CARRIED_FORWARD" }],
    ] as const)
      expect(await act("secretariat", verb, { id, ...facts })).toMatchObject({
        code: "OTHER_GROUP",
      });
    const item = await db
      .selectFrom("meetings.item")
      .select("id")
      .where("meeting_id", "=", other)
      .executeTakeFirstOrThrow();
    expect(
      await act("secretariat", "raiseAction", {
        meeting: await meetingOn("2026-03-10"),
        item: `Item:${item.id}`,
        text: "x",
        ownerNotStated: true,
      }),
    ).toMatchObject({ code: "INV-A2" });
    expect(
      await act("secretariat", "raiseAction", {
        meeting: agreedIn,
        text: "x",
        ownerNotStated: true,
      }),
    ).toMatchObject({ code: "NOT_PERMITTED" });
  });

  test("what the group alone reads is not merged into what everybody reads", async () => {
    const [kept, twin] = [await raise("Sam to dig"), await raise("Sam to dig again")];
    await sql`update actions.action set access = 'group',
      record = record || '{"access": "group"}' where id = ${twin.split(":")[1]}`.execute(db);
    expect(
      await act("secretariat", "mergeAction", { id: kept, duplicates: [twin], reason: "Twice" }),
    ).toMatchObject({ code: "ACCESS_DIFFERS" });
  });

  test("what is written down late does not bring along what had not happened yet", async () => {
    const id = await raise("Sam to wait");
    const key = id.slice("Action:".length);
    const [raised] = await entriesOf(db, { type: "Action", id: key });
    const [early, late] = ["2026-04-01", "2026-04-20"];
    await sql`alter table database.journal disable trigger all`.execute(db);
    await sql`update database.journal set at = '2026-03-10T00:00:00Z'
      where subject_id = ${key}`.execute(db);
    await sql`alter table database.journal enable trigger all`.execute(db);
    await act("secretariat", "rewordAction", { id, on: late, text: "Sam to go", reason: "x" });
    await act("secretariat", "reportAction", { id, on: early, text: "Waiting" });
    const asAt = async (day: string) => {
      const body = await send(
        "anybody",
        `query ($id: ID!, $at: DateTime!) { action(by: {id: $id}) { asAt(at: $at) { version } } }`,
        { id, at: `${day}T12:00:00Z` },
      );
      return body.data["action"]?.["asAt"];
    };
    expect([await asAt("2026-03-11"), await asAt("2026-04-10"), await asAt("2026-04-21")]).toEqual([
      { version: 1 },
      { version: 1 },
      { version: 3 },
    ]);
    expect(
      await act("secretariat", "reportAction", { id, on: "1990-01-01", text: "x" }),
    ).toMatchObject({ code: "BEFORE_FIRST" });
    await sql`alter table database.journal disable trigger all`.execute(db);
    await sql`update database.journal set at = ${raised?.at} where subject_id = ${key} and version = 1`.execute(
      db,
    );
    await sql`alter table database.journal enable trigger all`.execute(db);
  });

  test("split, merge and supersede change all that they name, in one transaction", async () => {
    const whole = await raise("Sam to paint the kerb and to count it");
    const split = await act("secretariat", "splitAction", {
      id: whole,
      reason: "Two things",
      parts: [{ text: "Sam to paint the kerb" }, { text: "Sam to count it" }],
    });
    expect(split).toMatchObject({ __typename: "Action", status: "SUPERSEDED" });
    const body = await send(
      "anybody",
      `query ($id: ID!) { action(by: {id: $id}) { successors { id text status } } }`,
      { id: whole },
    );
    const parts = body.data["action"]?.["successors"];
    expect(parts).toMatchObject([
      { text: "Sam to paint the kerb", status: "OPEN" },
      { text: "Sam to count it", status: "OPEN" },
    ]);
    const [kept, twin] = [await raise("Sam to sweep"), await raise("Sam to sweep again")];
    expect(
      await act("secretariat", "mergeAction", { id: kept, duplicates: [twin], reason: "Twice" }),
    ).toMatchObject({ __typename: "Action", version: 2 });
    expect(await entries(twin)).toHaveLength(2);
    await inOrder();
  });

  test("history, asAt and the log of a moment answer as the record stood", async () => {
    const id = await raise("Sam to lay a stone");
    const at = new Date(Date.now() + 5).toISOString();
    await setTimeout(20);
    await act("secretariat", "rewordAction", { id, text: "Sam to lay two", reason: "Two" });
    const body = await send(
      "anybody",
      `query ($id: ID!, $at: DateTime!) { action(by: {id: $id}) {
        version text originalText
        asAt(at: $at) { version action { text } }
        history { nodes { version verb by action { text } } }
        moves { move allowed code } } }`,
      { id, at },
    );
    expect(body.data["action"]).toMatchObject({
      version: 2,
      text: "Sam to lay two",
      originalText: "Sam to lay a stone",
      asAt: { version: 1, action: { text: "Sam to lay a stone" } },
      history: {
        nodes: [
          { version: 1, verb: "raiseAction", by: "secretariat" },
          { version: 2, verb: "rewordAction", action: { text: "Sam to lay two" } },
        ],
      },
      moves: expect.arrayContaining([{ move: "CLOSE", allowed: false, code: "NOT_PERMITTED" }]),
    });
    const logs = await send(
      "anybody",
      `query ($group: String!, $at: DateTime!) { group(by: {slug: $group}) {
        now: actionLog { markdown } before: actionLog(asAt: $at) { markdown } } }`,
      { group: "harbourside-pavements-working-group", at },
    );
    expect(logs.data["group"]).toMatchObject({
      now: { markdown: expect.stringContaining("Sam to lay two") },
      before: { markdown: expect.stringContaining("Sam to lay a stone") },
    });
  });

  test("INV-A15 a log that was taken is agreed by a later meeting, once", async () => {
    const meeting = await meetingOn("2026-03-10");
    const later = await meetingOn("2026-04-14");
    const taken = await act("secretariat", "takeActionLog", { meeting, on: "2026-03-10" });
    expect(taken).toMatchObject({ __typename: "ActionLogSnapshot" });
    const id = taken["id"];
    expect(await act("member", "agreeActionLog", { id, meeting: later })).toMatchObject({
      code: "NOT_PERMITTED",
    });
    expect(await act("secretariat", "agreeActionLog", { id, meeting })).toMatchObject({
      code: "INV-A15",
    });
    expect(await act("secretariat", "agreeActionLog", { id, meeting: later })).toEqual({
      __typename: "ActionLogSnapshot",
      id,
    });
    expect(await act("secretariat", "agreeActionLog", { id, meeting: later })).toMatchObject({
      code: "INV-A15",
    });
    await inOrder();
  });

  test("actions are found by owner, meeting, words and day", async () => {
    const id = await raise("Sam to polish the bollard");
    await act("secretariat", "rescheduleAction", {
      id,
      due: { date: "2026-05-01" },
      reason: "Before summer",
    });
    const meeting = await meetingOn("2026-03-10");
    const body = await send(
      "anybody",
      `query ($raisedAt: ID!) {
        actions(filter: {text: "bollards", raisedAt: $raisedAt, dueBefore: "2026-06-01", overdue: true,
          group: "harbourside-pavements-working-group"}, orderBy: {field: DUE}) { nodes { id } }
        none: actions(filter: {text: "bollards", dueBefore: "2026-05-01"}) { totalCount }
        crowd: actions(filter: {owner: {collective: SECRETARIAT}}, orderBy: {field: REFERENCE}) { totalCount } }`,
      { raisedAt: meeting },
    );
    expect(body).toMatchObject({
      data: {
        actions: { nodes: [{ id }] },
        none: { totalCount: 0 },
        crowd: { totalCount: 2 },
      },
    });
  });
}, "gateway");
