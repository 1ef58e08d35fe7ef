import type { Db } from "@remit/database";
import { forgetEntries, onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verified } from "@remit/gateway";
import { migrations } from "@remit/links/migrations";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { giveTokens } from "@remit/gateway/testing";

const step =
  migrations["2026-11-26.48 gateway: first entries of groups and persons that were there before"];

const mutations = {
  setGroupZone: `mutation ($input: SetGroupZoneInput!) { done: setGroupZone(input: $input) {
    __typename ... on Group { zone version } ... on Refusal { code presentVersion path } } }`,
  setPublicProfile: `mutation ($input: SetPublicProfileInput!) { done: setPublicProfile(input: $input) {
    __typename ... on Person { publicProfile version } ... on Refusal { code presentVersion path } } }`,
};

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group: string;
  let chidi: string;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
    const { id } = await db
      .selectFrom("groups.person")
      .select("id")
      .where("name", "=", "Chidi Stone")
      .orderBy("id")
      .executeTakeFirstOrThrow();
    chidi = `Person:${id}`;
    await giveTokens(db, {
      officialChair: { role: "chair", group: town.group, official: true },
      officialMember: { role: "member", group: town.group, official: true },
    });
  });
  afterAll(() => town.close());

  const act = async (caller: string, verb: keyof typeof mutations, input: object) => {
    const { data, errors } = await town.send(caller, mutations[verb], { input });
    expect(errors).toBeUndefined();
    return data["done"];
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("what an import makes of groups and persons begins in the journal", async () => {
    expect((await verified(db)).problems).toEqual([]);
  });

  test.each([
    { caller: "anybody", code: "NOT_PERMITTED" },
    { caller: "member", code: "NOT_PERMITTED" },
    { caller: "chair", code: "NOT_PERMITTED" },
    { caller: "stranger", code: "NOT_PERMITTED" },
  ])("the zone of a group is not for $caller to set", async ({ caller, code }) => {
    expect(await act(caller, "setGroupZone", { id: group, zone: "UTC" })).toMatchObject({ code });
  });

  test.each([
    { zone: "Europe/Nowhere", code: "INVALID_INPUT" },
    { zone: "+01:00", code: "INVALID_INPUT" },
  ])("$zone is refused with $code, and changes nothing", async ({ zone, code }) => {
    expect(await act("secretariat", "setGroupZone", { id: group, zone })).toMatchObject({ code });
    const { data } = await town.send(
      "anybody",
      "query ($id: ID!) { group(by: {id: $id}) { zone version } }",
      { id: group },
    );
    expect(data["group"]).toEqual({ zone: "Europe/London", version: 1 });
  });

  test("INV-A10 a zone that the secretariat sets is that of the group's actions, and is in its history", async () => {
    const zone = "Pacific/Auckland";
    expect(
      await act("secretariat", "setGroupZone", { id: group, zone, expectedVersion: 1 }),
    ).toEqual({
      __typename: "Group",
      zone,
      version: 2,
    });
    expect(
      await act("secretariat", "setGroupZone", { id: group, zone: "UTC", expectedVersion: 1 }),
    ).toMatchObject({ code: "CONFLICT", presentVersion: 2 });
    const { rows } =
      await sql`select distinct zone from actions.action where group_id = ${town.group}`.execute(
        db,
      );
    expect(rows).toEqual([{ zone }]);
    const { data } = await town.send(
      "anybody",
      "query ($id: ID!) { group(by: {id: $id}) { history { nodes { version verb by } } } }",
      { id: group },
    );
    expect(data["group"]).toEqual({
      history: {
        nodes: [
          { version: 1, verb: "import", by: "remit import" },
          { version: 2, verb: "setGroupZone", by: "secretariat" },
        ],
      },
    });
    await inOrder();
  });

  test.each(["anybody", "member", "officialMember", "stranger"])(
    "INV-G12 a public profile is not for %s to set",
    async (caller) => {
      expect(
        await act(caller, "setPublicProfile", { id: chidi, profile: "ROLE_ONLY" }),
      ).toMatchObject({ code: "NOT_PERMITTED" });
    },
  );

  test("INV-G12 a person of whom the chair says so is named to the public no more, until it is said again", async () => {
    const listed = async () =>
      JSON.stringify(
        (await town.send("anybody", "{ meetings { nodes { attendance { name } } } }")).data,
      );
    expect(await listed()).toContain("Chidi Stone");
    expect(
      await act("officialChair", "setPublicProfile", { id: chidi, profile: "ROLE_ONLY" }),
    ).toEqual({ __typename: "Person", publicProfile: "ROLE_ONLY", version: 2 });
    expect(await listed()).not.toContain("Chidi Stone");
    const asked = "query ($id: ID!) { person(by: {id: $id}) { history { nodes { verb } } } }";
    expect((await town.send("anybody", asked, { id: chidi })).data).toEqual({ person: null });
    expect((await town.send("officialMember", asked, { id: chidi })).data).toEqual({
      person: { history: { nodes: [{ verb: "import" }, { verb: "setPublicProfile" }] } },
    });
    await act("officialChair", "setPublicProfile", { id: chidi, profile: "NAMED" });
    expect(await listed()).toContain("Chidi Stone");
    // What the journal keeps of a person names them.
    expect((await town.send("anybody", asked, { id: chidi })).data).toEqual({
      person: { history: { nodes: [] } },
    });
    await inOrder();
  });

  test("groups and persons that were there before get their first entry, once, with the journal in order", async () => {
    await forgetEntries(db, sql`subject_type in ('Group', 'Person')`);
    await sql`update groups.group set version = 1`.execute(db);
    const names = ['The "Quay"', "Ёлка\n"].map((name) => ({ name, kind: "alias" }));
    await sql`update groups.person set version = 1, names = ${JSON.stringify(names)}`.execute(db);
    expect((await verified(db)).problems.length).toBeGreaterThan(5);
    for (let round = 1; round <= 2; round += 1) await db.transaction().execute((tx) => step.up(tx));
    await inOrder();
  });

  test("INV-G11 a group gives way once, to none that came before it, and both sides show it", async () => {
    const hill = `Group:${town.hill}`;
    const replaced = {
      id: group,
      successors: [hill],
      reason: "Its work is done",
      on: "2026-09-01",
    };
    expect(await town.act("stranger", "replaceGroup", replaced)).toMatchObject({
      code: "NOT_PERMITTED",
    });
    const itself = { ...replaced, successors: [group] };
    expect(await town.act("secretariat", "replaceGroup", itself)).toMatchObject({
      code: "INV-G11",
    });
    expect(await town.act("secretariat", "replaceGroup", replaced)).toMatchObject({ id: group });
    expect(await town.act("secretariat", "replaceGroup", replaced)).toMatchObject({
      code: "INV-G11",
    });
    const meeting = { group, starts: { local: "2026-10-01T10:00" } };
    expect(await town.act("secretariat", "scheduleMeeting", meeting)).toMatchObject({
      code: "GROUP_REPLACED",
    });
    const back = { ...replaced, id: hill, successors: [group] };
    expect(await town.act("stranger", "replaceGroup", back)).toMatchObject({ code: "INV-G11" });
    const query = `query ($id: ID!) { group(by: { id: $id }) { replaced { on reason }
      successors { id } predecessors { id } history(first: 9) { nodes { verb } } } }`;
    const of = async (id: string) => (await town.send("anybody", query, { id })).data["group"];
    expect(await of(group)).toMatchObject({
      replaced: { on: "2026-09-01", reason: "Its work is done" },
      successors: [{ id: hill }],
      predecessors: [],
      history: { nodes: expect.arrayContaining([{ verb: "replaceGroup" }]) },
    });
    expect(await of(hill)).toMatchObject({
      replaced: null,
      successors: [],
      predecessors: [{ id: group }],
    });
    await inOrder();
  });
}, "gateway");
