import { onEachDatabase } from "@remit/database/testing";
import { expect, test } from "vitest";
import type { Action } from "../action.ts";
import { survey } from "../testing.ts";
import { insertActions } from "./actions.ts";
import { changeOwners } from "./owners.ts";

let last = 1700;
const newId = () => `01990000-0000-7000-8000-00000000${(last += 1)}`;
const raised: Action = { ...survey, id: newId(), reference: "HPWG-owned" };
const [crowd, sam] = raised.owners;
const answered = (status: "acknowledged" | "done") =>
  raised.owners.map((owner) => (owner === sam ? { ...owner, status } : owner));

onEachDatabase((open) => {
  const owners = () =>
    open()
      .db.selectFrom("actions.owner")
      .select(["id", "place", "label", "part"])
      .where("action_id", "=", raised.id)
      .orderBy("place")
      .execute();
  const change = (before: Action, after: Action) =>
    open()
      .db.transaction()
      .execute((tx) => changeOwners(tx, [{ before, after }], newId));

  test("an owner who answers keeps their row, and others are written anew", async () => {
    await open()
      .db.transaction()
      .execute((tx) => insertActions(tx, [raised], newId));
    const first = await owners();
    const after: Action = { ...raised, owners: answered("done") };
    await change(raised, after);
    const [one, two] = first;
    expect(await owners()).toEqual([one, { ...two, part: "done" }]);
    await change(after, { ...after, owners: [crowd].flatMap((owner) => owner ?? []) });
    expect(await owners()).toMatchObject([{ place: 1, label: crowd?.agent.label }]);
  });
});
