import { onEachDatabase } from "@remit/database/testing";
import { expect, test } from "vitest";
import { insertActions } from "./store.ts";
import { survey } from "./testing.ts";

let last = 1100;
const newId = () => `01990000-0000-7000-8000-00000000${(last += 1)}`;
const sam = "01990000-0000-7000-8000-000000000002";

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
});
