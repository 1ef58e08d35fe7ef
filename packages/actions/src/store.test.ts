import { type Entry, writeEntries } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrations } from "./migrations.ts";
import { refOf } from "./action.ts";
import { remindersDue } from "./reminder.ts";
import { isLive } from "./status.ts";
import {
  edgesFrom,
  insertActions,
  listActions,
  listAsAt,
  listReferences,
  lockAction,
  reminderKeys,
  saveActions,
  writeReminders,
} from "./store.ts";
import { figures, inStatus, pavements, survey, verbs } from "./testing.ts";

let last = 1100;
const newId = () => `01990000-0000-7000-8000-00000000${(last += 1)}`;
const sam = "01990000-0000-7000-8000-000000000002";

const named = (id: string, name: string, rest: object) => ({
  ...figures,
  id,
  reference: name,
  ...rest,
});
const ref = (id: string) => ({ type: "Action", id, label: "Next" });

onEachDatabase((open) => {
  test("an action keeps its owners in the order in which they were named", async () => {
    const { db } = open();
    await db.transaction().execute((tx) => insertActions(tx, [survey], newId));
    const owners = await db.selectFrom("actions.owner").selectAll().orderBy("place").execute();
    expect(owners).toMatchObject([
      { kind: "collective", selector: "members", as_of: "2026-03-04", agent_id: null },
      {
        kind: "person",
        agent_id: sam,
      },
    ]);
  });

  test("INV-A18 a reference is given once in a group", async () => {
    const { db } = open();
    const twin = { ...survey, id: "01990000-0000-7000-8000-000000001002" };
    await expect(
      db.transaction().execute((tx) => insertActions(tx, [twin], newId)),
    ).rejects.toThrow("action_group_id_reference_key");
  });

  test("an action that was taken out is in the log of days before that, and of none after", async () => {
    const { db } = open();
    const taken = { ...survey, id: newId(), reference: "HPWG-taken" };
    const entry = (version: number, at: string, after: object | null): Entry => ({
      subject: { type: "Action", id: taken.id },
      version,
      verb: "import",
      actor: { name: "Sam Okoro", person: null },
      requestId: "test",
      at,
      before: null,
      after,
      access: "public",
      group: taken.group.id,
    });
    const entries = [
      entry(1, "2026-03-04T09:00:00Z", taken),
      entry(2, "2026-03-06T09:00:00Z", null),
    ];
    await db.transaction().execute((tx) => writeEntries(tx, entries, "2026-03-07T09:00:00Z"));
    const on = async (day: string) =>
      (await listAsAt(db, taken.group.id, `${day}T12:00:00Z`)).map(({ reference }) => reference);
    expect(await on("2026-03-05")).toContain("HPWG-taken");
    expect(await on("2026-03-07")).not.toContain("HPWG-taken");
  });

  const received = verbs.receive(verbs.transfer(figures, 1), 1);
  const sent = { ...received, id: newId(), reference: "HPWG-sent" };
  const write = (action: typeof sent) =>
    open()
      .db.transaction()
      .execute((tx) => saveActions(tx, [action], newId));

  test("INV-A18 a reference is given once in a group, wherever its action went", async () => {
    const { db } = open();
    const raised = named(sent.id, sent.reference, {});
    await db.transaction().execute((tx) => insertActions(tx, [raised], newId));
    await write(sent);
    const twin = named(newId(), sent.reference, {});
    await expect(
      db.transaction().execute((tx) => insertActions(tx, [twin], newId)),
    ).rejects.toThrow("reference_pkey");
    expect(await listReferences(db, pavements.id, [sent.reference])).toContain(sent.reference);
    expect(await listReferences(db, pavements.id, [sent.reference], sent.id)).not.toContain(
      sent.reference,
    );
    await write({ ...sent, group: pavements });
    await write(sent);
  });

  test("INV-A18 a database from before keeps what its groups gave", async () => {
    const { db } = open();
    const given = async () => {
      const rows = await db.selectFrom("actions.reference").selectAll().execute();
      return rows.map(({ group_id: group, reference }) => `${group} ${reference}`).toSorted();
    };
    const before = await given();
    await sql`drop function actions.keep_reference cascade`.execute(db);
    await sql`drop table actions.reference`.execute(db);
    await migrations["2026-11-25.5 actions: references are given once for ever"].up(db);
    expect(await given()).toEqual(before);
  });

  test.each(Object.entries(inStatus))(
    "an action that is %s is read as it was saved",
    async (status, action) => {
      const { db } = open();
      const id = newId();
      const saved = { ...action, id, reference: `HPWG-${status}` };
      await db.transaction().execute(async (tx) => {
        await insertActions(tx, [{ ...figures, id, reference: `HPWG-${status}` }], newId);
        await saveActions(tx, [saved], newId);
      });
      const read = await db.transaction().execute((tx) => lockAction(tx, id));
      expect(read).toEqual(saved);
      expect((await listActions(db, action.group.id)).filter((each) => each.id === id)).toEqual([
        saved,
      ]);
    },
  );

  test("INV-A16 what took an action's place is followed however far, and INV-A12 what it waits for", async () => {
    const { db } = open();
    const [one, two, three] = [newId(), newId(), newId()];
    const chain = [
      named(one, "C1", { dependsOn: [ref(two)] }),
      named(two, "C2", { dependsOn: [ref(three)] }),
      named(three, "C3", {}),
    ];
    await db.transaction().execute((tx) => insertActions(tx, chain, newId));
    const edges = await db.transaction().execute((tx) => edgesFrom(tx, "dependsOn", [one]));
    expect([one, two, three].map((id) => edges(id))).toEqual([[two], [three], []]);
    const old = inStatus.superseded;
    const followed = { ...old, id: newId(), reference: "C4" };
    await db.transaction().execute((tx) => insertActions(tx, [followed], newId));
    const heirs = await db
      .transaction()
      .execute((tx) => edgesFrom(tx, "supersededBy", [followed.id]));
    expect(heirs(followed.id)).toHaveLength(1);
  });

  test("INV-A12 who did not wait for whom is known to the database as it is to the verbs", async () => {
    const { db } = open();
    const dependent = Object.values(inStatus);
    const all = dependent.map((other) => ({ ...other, id: newId(), reference: newId() }));
    const waiting = dependent.map((action) => ({
      ...action,
      id: newId(),
      reference: newId(),
      dependsOn: all.map(refOf),
    }));
    await db.transaction().execute((tx) => insertActions(tx, [...all, ...waiting], newId));
    const begun = waiting.filter(({ status }) => status === "in-progress" || status === "done");
    const unfinished = all.filter((other) => other.status === "draft" || isLive(other));
    const told = begun.flatMap(({ id }) => unfinished.map((other) => `${id} ${other.id}`));
    expect(told).toHaveLength(8);
    const rows = await db.selectFrom("actions.warning").select("id").execute();
    expect(rows.map(({ id }) => id).toSorted()).toEqual(told.toSorted());
  });

  test("INV-A19 a reminder is written once, however often it is due", async () => {
    const { db } = open();
    const id = newId();
    const action = { ...figures, id, reference: "HPWG-once" };
    const rules = [{ id: "late", when: "overdue", days: 1 }] as const;
    await db.transaction().execute((tx) => insertActions(tx, [action], newId));
    const write = () =>
      db
        .transaction()
        .execute((tx) =>
          writeReminders(
            tx,
            remindersDue([action], rules, "2026-06-15", new Set()),
            "2026-06-15T09:00:00Z",
          ),
        );
    const twice = await Promise.all([write(), write()]);
    expect(twice.flat()).toHaveLength(1);
    expect([...(await reminderKeys(db, action.group.id))]).toEqual([`${id} late 2026-05-29`]);
  });
});
