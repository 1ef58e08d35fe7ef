import { crowdOf } from "@remit/actions";
import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { actionPorts } from "@remit/links";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { newPerson } from "./testing/new-person.ts";

const asked = `query ($id: ID!, $on: Date) { node(id: $id) { ... on Post { title places
  organisation { name } group { name } holders(on: $on) { acting person { name } }
  holdings(first: 9) { totalCount } memberships(first: 9) { nodes { role group { name } } } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group: string;
  let post: string;
  let organisation: string;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
    organisation = `Organisation:${town.pavements.organisation.id}`;
  });
  afterAll(() => town.close());

  const act = (verb: string, input: object, caller = "secretariat") =>
    town.act(caller, verb, input);
  const seen = async (on: string | null, caller = "anybody") => {
    const { data, errors } = await town.send(caller, asked, { id: post, on });
    expect(errors).toBeUndefined();
    return Object(data["node"]);
  };
  const holders = async (on: string, caller = "anybody") =>
    (await seen(on, caller)).holders.map((each: { acting: boolean; person: { name: string } }) =>
      each.acting ? `${each.person?.name} acts` : (each.person?.name ?? null),
    );
  /** Those who came by the post whom a crowd of members would mean. */
  const membersOn = async (on: string) => {
    const crowd = {
      kind: "collective",
      label: "Members",
      group: town.group,
      selector: "members",
      asOf: on,
    } as const;
    const members = crowdOf(crowd, await actionPorts.belongings(db, crowd));
    return members.map(({ label }) => label).filter((label) => /Wren|Noor/u.test(label));
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("a post is kept by whoever keeps the record of its group", async () => {
    const told = { group, title: "Director of Streets", organisation, from: "2020" };
    for (const caller of ["anybody", "member", "stranger"])
      expect(await act("createPost", told, caller)).toMatchObject({ code: "NOT_PERMITTED" });
    const made = await act("createPost", told);
    expect(made).toMatchObject({ __typename: "Post", version: 1 });
    post = String(made["id"]);
    expect(await seen(null)).toMatchObject({
      title: "Director of Streets",
      places: 1,
      organisation: { name: expect.any(String) },
      group: { name: "Harbourside Pavements Working Group" },
      holders: [],
      holdings: { totalCount: 0 },
    });
  });

  test("INV-G4 a membership that goes with a post is whoever's holds it at a day, and nobody's while it is vacant", async () => {
    const member = await act("addExOfficioMember", { group, post, from: "2024" });
    expect(member).toMatchObject({ __typename: "Membership", version: 1 });
    const again = await act("addExOfficioMember", { group, post, from: "2025" });
    expect(again).toMatchObject({ code: "INV-G2" });
    const [wren, noor] = [await newPerson(db, "Wren Tarn"), await newPerson(db, "Noor Hale")];
    await act("appointHolder", { post, person: wren, from: "2024-01-01", to: "2025-05-31" });
    const full = { post, person: noor, from: "2025-05-01" };
    expect(await act("appointHolder", full)).toMatchObject({ code: "POST_FULL" });
    await act("appointHolder", { ...full, acting: true, to: "2025-07-31" });
    expect(await holders("2023-12-31")).toEqual([]);
    expect(await holders("2024-01-01")).toEqual(["Wren Tarn"]);
    expect(await holders("2025-05-31")).toEqual(["Noor Hale acts", "Wren Tarn"]);
    expect(await holders("2025-07-31")).toEqual(["Noor Hale acts"]);
    expect(await holders("2025-08-01")).toEqual([]);
    const question = `query ($id: ID!) { group(by: { id: $id }) { members(first: 90) { nodes {
      role person { name } post { title } } } } }`;
    const { data } = await town.send("anybody", question, { id: group });
    expect(Object(data["group"]).members.nodes).toContainEqual({
      role: "EX_OFFICIO",
      person: null,
      post: { title: "Director of Streets" },
    });
    await inOrder();
  });

  test("INV-A5 whoever holds a post by which a group has a member is one of its members on that day", async () => {
    await act("addExOfficioMember", { group, post, role: "MEMBER", from: "2024" });
    expect(await membersOn("2024-06-01")).toEqual(["Wren Tarn"]);
    expect(await membersOn("2025-07-01")).toEqual(["Noor Hale"]);
    expect(await membersOn("2025-08-01")).toEqual([]);
  });

  test("INV-G12 whoever is shown by role alone holds a post without a name, and its keepers know who", async () => {
    const person = await newPerson(db, "Robin Vane");
    await act("appointHolder", { post, person, from: "2025-09-01" });
    await act("setPublicProfile", { id: person, profile: "ROLE_ONLY" });
    expect(await holders("2025-09-01")).toEqual([null]);
    expect(await holders("2025-09-01", "secretariat")).toEqual(["Robin Vane"]);
    expect(await holders("2025-09-01", "stranger")).toEqual([null]);
  });

  test("a post ends once nobody holds it, and shows who held it all the same", async () => {
    expect(await act("abolishPost", { id: post, to: "2026-01-31" })).toMatchObject({
      code: "POST_HELD",
    });
    const { data } = await town.send(
      "anybody",
      `query ($id: ID!) { node(id: $id) { ... on Post { holdings(first: 1) { nodes { id version } } } } }`,
      { id: post },
    );
    const [{ id }] = Object(data["node"]).holdings.nodes;
    await act("datePostHolding", { id, to: "2026-01" });
    expect(await act("endPostHolding", { id })).toMatchObject({ code: "NOT_A_HOLDER" });
    expect(await act("abolishPost", { id: post, to: "2026-01-31" })).toMatchObject({ version: 2 });
    expect((await seen(null)).holdings.totalCount).toBe(3);
    const late = { post, person: await newPerson(db, "Late Comer") };
    expect(await act("appointHolder", late)).toMatchObject({ code: "POST_ENDED" });
    await inOrder();
  });

  test("INV-G6 an organisation is a part of another at a day, which both show, and of itself never", async () => {
    const id = surroundings.newId();
    await sql`insert into groups.organisation (id, slug, name)
      values (${id}, 'bigger-town', 'The bigger town')`.execute(db);
    const parent = `Organisation:${id}`;
    const told = { group, organisation, parent, from: "2025", to: "2026" };
    expect(await act("placeOrganisation", told)).toMatchObject({ __typename: "OrganisationPlace" });
    const back = { ...told, organisation: parent, parent: organisation, from: "2026-05" };
    expect(await act("placeOrganisation", back)).toMatchObject({ code: "INV-G6" });
    expect(await act("placeOrganisation", told)).toMatchObject({ code: "PLACED_ALREADY" });
    const question = `query ($id: ID!, $on: Date) { organisation(by: { id: $id }) {
      place(on: $on) { parent { id } } parts(on: $on, first: 9) { nodes { organisation { id } } } } }`;
    const at = async (id: string, on: string) =>
      (await town.send("anybody", question, { id, on })).data["organisation"];
    expect(await at(organisation, "2026-12-31")).toMatchObject({
      place: { parent: { id: parent } },
    });
    expect(await at(organisation, "2027-01-01")).toMatchObject({ place: null });
    expect(await at(parent, "2025-01-01")).toMatchObject({
      parts: { nodes: [{ organisation: { id: organisation } }] },
    });
    await inOrder();
  });
}, "gateway");
