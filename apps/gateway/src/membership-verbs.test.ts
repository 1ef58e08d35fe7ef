import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verified } from "@remit/gateway";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const roles = `query ($group: ID!, $on: Date) { group(by: {id: $group}) {
  chair(on: $on) { role person { name } } members(on: $on) { nodes { id role person { name } } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group = "";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
  });
  afterAll(() => town.close());

  const personCalled = async (name: string) => {
    const found = db.selectFrom("groups.person").select("id").where("name", "=", name);
    return `Person:${(await found.executeTakeFirstOrThrow()).id}`;
  };
  /** Somebody whom no list shows in the group. */
  const outsider = async () => {
    const { rows } = await sql<{ name: string }>`select name from groups.person p
      where public_profile = 'named' and not exists (select from groups.membership m
        where m.person_id = p.id and m.group_id = ${town.group}) order by name`.execute(db);
    return String(rows[0]?.name);
  };
  const on = async (day: string | null) => {
    const { data, errors } = await town.send("anybody", roles, { group, on: day });
    expect(errors).toBeUndefined();
    return data["group"];
  };
  const add = async (caller: string, name: string, rest: object = {}) =>
    town.act(caller, "addMember", { group, person: await personCalled(name), ...rest });

  test.each(["anybody", "member", "stranger"])("%s adds nobody to a group", async (caller) => {
    expect(await add(caller, "Chidi Stone", { role: "OBSERVER" })).toMatchObject({
      code: "NOT_PERMITTED",
    });
  });

  test("a member is added, changes role and leaves, each on a day, and history tells it", async () => {
    const name = await outsider();
    const they = { person: { name } };
    const added = await add("secretariat", name, { role: "OBSERVER", from: "2026-05-04" });
    expect(added).toMatchObject({ __typename: "Membership", version: 1 });
    const { id } = added;
    expect(
      await town.act("chair", "changeRole", { id, role: "VICE_CHAIR", on: "2026-06-01" }),
    ).toMatchObject({ version: 2 });
    expect(
      await town.act("chair", "changeRole", { id, role: "MEMBER", on: "2026-06-02" }),
    ).toMatchObject({ code: "NOT_A_MEMBER" });
    const roleOn = async (day: string | null) => {
      const found = await on(day);
      const { nodes } = Object(found?.["members"]);
      return nodes.filter((each: { person: object }) => Object(each.person).name === name);
    };
    expect(await roleOn("2026-05-03")).toEqual([]);
    expect(await roleOn("2026-05-31")).toEqual([{ id, role: "OBSERVER", ...they }]);
    const [vice] = await roleOn("2026-06-01");
    expect(vice).toMatchObject({ role: "VICE_CHAIR", ...they });
    expect(await roleOn(null)).toEqual([vice]);
    const ended = { id: vice.id, to: "2026-07-31", reason: "A new post" };
    expect(await town.act("secretariat", "endMembership", ended)).toMatchObject({ version: 2 });
    expect(await roleOn("2026-07-31")).toEqual([vice]);
    expect(await roleOn(null)).toEqual([]);
    const { data } = await town.send(
      "anybody",
      `query ($id: ID!) { node(id: $id) { ... on Membership { from to endReason
        history { nodes { version verb by subject { id } } } } } }`,
      { id: vice.id },
    );
    expect(data["node"]).toEqual({
      from: "2026-06-01",
      to: "2026-07-31",
      endReason: "A new post",
      history: {
        nodes: [
          { version: 1, verb: "changeRole", by: "chair", subject: { id: vice.id } },
          { version: 2, verb: "endMembership", by: "secretariat", subject: { id: vice.id } },
        ],
      },
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-G1 a chair of March is not the chair for ever, and two at once are refused", async () => {
    const ada = await on("2026-04-30");
    expect(ada).toMatchObject({ chair: { role: "CHAIR", person: { name: "Ada Quill" } } });
    const sam = { role: "CHAIR", from: "2026-05-01" };
    expect(await add("secretariat", "Sam Okoro", sam)).toMatchObject({ code: "INV-G1" });
    const { nodes } = Object(ada?.["members"]);
    const { id } = nodes.find(({ role }: { role: string }) => role === "CHAIR");
    await town.act("secretariat", "endMembership", { id, to: "2026-04-30" });
    // Two who ask at once are not both the chair.
    const both = await Promise.all([
      add("secretariat", "Sam Okoro", sam),
      add("chair", "Chidi Stone", sam),
    ]);
    expect(new Set(both.map((each) => each["code"]))).toEqual(new Set(["INV-G1", undefined]));
    expect(await on("2026-04-30")).toMatchObject({ chair: { person: { name: "Ada Quill" } } });
    expect(await on(null)).not.toMatchObject({ chair: { person: { name: "Ada Quill" } } });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-G3 what somebody did before they left stays as it was recorded", async () => {
    const seen = `query ($id: ID!) { person(by: {id: $id}) {
      attendance { nodes { id status } } actions { nodes { id version } } contributions { nodes { id } } } }`;
    const id = await personCalled("Ada Quill");
    const record = async () => (await town.send("secretariat", seen, { id })).data["person"];
    const before = await record();
    const added = await add("secretariat", "Ada Quill", { role: "ADVISER", from: "2026-09" });
    await town.act("secretariat", "endMembership", { id: added["id"], to: "2026-10" });
    expect(await record()).toEqual(before);
    expect(before?.["attendance"]).not.toEqual({ nodes: [] });
  });
}, "gateway");
