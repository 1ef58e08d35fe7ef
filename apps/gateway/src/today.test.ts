import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { april, march } from "@remit/import/testing";
import { giveTokens, openDesk } from "@remit/gateway/testing";

const slug = "harbourside-pavements-working-group";

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let clock = "";
  let action = "";
  beforeAll(async () => {
    ({ db } = open());
    for (const [name, text] of Object.entries({ march, april }))
      await importDocument(
        db,
        { name: `${name}.txt`, bytes: new TextEncoder().encode(text) },
        {},
        surroundings,
      );
    const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { secretariat: { role: "secretariat", group: group.id } });
    desk = await openDesk(db, () => new Date(clock));
    clock = "2026-04-15T12:00:00Z";
    const { id } = await db
      .selectFrom("actions.action")
      .select("id")
      .where("reference", "=", "HPWG-2026-03-A1")
      .executeTakeFirstOrThrow();
    action = `Action:${id}`;
    await desk.act("secretariat", "rescheduleAction", {
      id: action,
      due: { date: "2026-06-03" },
      reason: "Before summer",
    });
  });
  afterAll(() => desk.close());

  const settle = (zone: string) => db.updateTable("groups.group").set({ zone }).execute();

  const ask = async (at: string) => {
    clock = at;
    const { data, errors } = await desk.send(
      "anybody",
      `query ($slug: String!, $id: ID!) {
        group(by: {slug: $slug}) { zone actionLog { on markdown } actions(overdue: true) { totalCount } rest: actions(overdue: false) { totalCount } }
        action(by: {id: $id}) { overdue dueSoon }
        actions(filter: {overdue: true}) { totalCount } }`,
      { slug, id: action },
    );
    expect(errors).toBeUndefined();
    return data;
  };

  // The last moment of 3 June, and the first of 4 June, in each place.
  test.each([
    { zone: "Europe/London", last: "2026-06-03T22:59:59Z", first: "2026-06-03T23:00:00Z" },
    { zone: "Pacific/Auckland", last: "2026-06-03T11:59:59Z", first: "2026-06-03T12:00:00Z" },
    { zone: "America/Los_Angeles", last: "2026-06-04T06:59:59Z", first: "2026-06-04T07:00:00Z" },
  ])("INV-A10 what is due on 3 June is overdue from $first in $zone", async ({ zone, ...day }) => {
    await settle(zone);
    expect(await ask(day.last)).toMatchObject({
      group: {
        zone,
        actions: { totalCount: 0 },
        rest: { totalCount: 4 },
        actionLog: { on: "2026-06-03", markdown: expect.not.stringContaining("overdue") },
      },
      action: { overdue: false, dueSoon: true },
      actions: { totalCount: 0 },
    });
    expect(await ask(day.first)).toMatchObject({
      group: {
        zone,
        actions: { totalCount: 1 },
        rest: { totalCount: 3 },
        actionLog: { on: "2026-06-04", markdown: expect.stringContaining("overdue") },
      },
      action: { overdue: true, dueSoon: false },
      actions: { totalCount: 1 },
    });
  });

  test("what happened today happened today in the group's time zone", async () => {
    await settle("Pacific/Auckland");
    clock = "2026-06-03T11:30:00Z";
    const report = { id: action, text: "Nearly there", on: "2026-06-04" };
    expect(await desk.act("secretariat", "reportAction", report)).toMatchObject({
      code: "IN_FUTURE",
    });
    clock = "2026-06-03T12:30:00Z";
    expect(await desk.act("secretariat", "reportAction", report)).toMatchObject({
      __typename: "Action",
    });
    const { data } = await desk.send(
      "anybody",
      `query ($slug: String!, $id: ID!) {
        action(by: {id: $id}) { history(last: 1) { nodes { at } } }
        group(by: {slug: $slug}) {
          before: actionLog(asAt: "2026-06-03T11:59:59Z") { on actions { updates { text } } }
          then: actionLog(asAt: "2026-06-03T12:00:00Z") { on actions { updates { text } } } } }`,
      { slug, id: action },
    );
    expect(data["action"]).toMatchObject({ history: { nodes: [{ at: "2026-06-03T12:00:00Z" }] } });
    const { before, then } = data["group"] ?? {};
    expect(before).toMatchObject({ on: "2026-06-03" });
    expect(then).toMatchObject({ on: "2026-06-04" });
    expect(JSON.stringify(before)).not.toContain("Nearly there");
    expect(JSON.stringify(then)).toContain("Nearly there");
  });

  test("an action is in the time zone of its group from the first", async () => {
    await settle("Pacific/Auckland");
    const { id: meeting } = await db
      .selectFrom("meetings.meeting")
      .select("id")
      .where("held_on", "=", "2026-03-10")
      .executeTakeFirstOrThrow();
    clock = "2026-06-03T12:30:00Z";
    const { id } = await desk.act("secretariat", "raiseAction", {
      meeting: `Meeting:${meeting}`,
      text: "Sam to sweep",
      ownerNotStated: true,
      due: { date: "2026-06-03" },
    });
    const { data } = await desk.send(
      "anybody",
      "query ($id: ID!) { action(by: {id: $id}) { overdue } }",
      { id },
    );
    expect(data["action"]).toEqual({ overdue: true });
  });

  test("a request has one moment, however long it takes and whatever it asks", async () => {
    let asked = 0;
    // Each look at the clock would be a day later.
    const hasty = await openDesk(db, () => new Date(Date.UTC(2026, 6, 15 + asked++)));
    try {
      const { version } = await hasty.act("secretariat", "rescheduleAction", {
        id: action,
        due: { date: "2026-08-05" },
        reason: "After the show",
      });
      expect(asked).toBe(1);
      const entry = await db
        .selectFrom("database.journal")
        .select(["at", "recorded_at"])
        .where("subject_id", "=", action.slice("Action:".length))
        .where("version", "=", Number(version))
        .executeTakeFirstOrThrow();
      expect(entry.at).toEqual(entry.recorded_at);
      asked = 0;
      await hasty.send("anybody", `{ group(by: {slug: "${slug}"}) { actionLog { on } } }`);
      expect(asked).toBe(1);
    } finally {
      hasty.close();
    }
  });

  test("the next meeting is one of today or later, in the group's time zone", async () => {
    await db
      .updateTable("meetings.meeting")
      .set({ status: "scheduled" })
      .where("held_on", "=", "2026-04-14")
      .execute();
    await settle("Pacific/Auckland");
    const asked =
      "query ($slug: String!) { group(by: {slug: $slug}) { nextMeeting { on meeting { heldOn } } } }";
    clock = "2026-04-14T11:59:59Z";
    const during = await desk.send("anybody", asked, { slug });
    clock = "2026-04-14T12:00:00Z";
    const after = await desk.send("anybody", asked, { slug });
    expect([during.data["group"], after.data["group"]]).toEqual([
      { nextMeeting: { on: "2026-04-14", meeting: { heldOn: "2026-04-14" } } },
      { nextMeeting: null },
    ]);
  });
}, "gateway");
