import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { march } from "@remit/import/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { newPerson } from "./testing/new-person.ts";

/** Every meeting from a day to the end of the year. */
const scope = (from: string) => ({ standing: { from, to: "2026-12" } });

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group: string;
  let wren: string;
  let noor: string;
  let membership: string;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
    [wren, noor] = [await newPerson(db, "Wren Tarn"), await newPerson(db, "Noor Hale")];
    const added = await act("addMember", { group, person: wren, from: "2026-01-01" });
    membership = String(added["id"]);
  });
  afterAll(() => town.close());

  const act = (verb: string, input: object, caller = "secretariat") =>
    town.act(caller, verb, input);
  const ask = async (query: string, variables: object, caller = "anybody") => {
    const { data, errors } = await town.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const deputiesOn = async (on: string) => {
    const query = `query ($id: ID!, $on: Date) { node(id: $id) { ... on Membership {
      deputies(on: $on) { status person { name } } } } }`;
    return Object((await ask(query, { id: membership, on }))["node"]).deputies;
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("a standing deputy is one on the days for which they are named, until it ends", async () => {
    for (const caller of ["anybody", "member", "stranger"])
      expect(await act("nominateDeputy", { membership, person: noor }, caller)).toMatchObject({
        code: "NOT_PERMITTED",
      });
    const named = { membership, person: noor, scope: { standing: { from: "2026-02-01" } } };
    const { id } = await act("nominateDeputy", named);
    expect(await act("acceptDeputyNomination", { id })).toMatchObject({ status: "ACCEPTED" });
    const one = [{ status: "ACCEPTED", person: { name: "Noor Hale" } }];
    expect(await deputiesOn("2026-01-31")).toEqual([]);
    expect(await deputiesOn("2026-02-01")).toEqual(one);
    const ended = { id, on: "2026-05-01", reason: "Moved away" };
    expect(await act("endDeputyNomination", ended)).toMatchObject({ status: "WITHDRAWN" });
    expect(await deputiesOn("2026-02-01")).toEqual([]);
    const query = `query ($id: ID!) { node(id: $id) { ... on DeputyNomination { status scope from to
      ended powers membership { id deputyNominations(first: 1) { nodes { id } } }
      person { deputyNominations(first: 1) { nodes { id } } } history { nodes { verb } } } } }`;
    expect(await ask(query, { id })).toEqual({
      node: {
        status: "WITHDRAWN",
        scope: "STANDING",
        from: "2026-02-01",
        to: "2026-05-01",
        ended: "Moved away",
        powers: "NOT_STATED",
        membership: { id: membership, deputyNominations: { nodes: [{ id }] } },
        person: { deputyNominations: { nodes: [{ id }] } },
        history: {
          nodes: [
            { verb: "nominateDeputy" },
            { verb: "acceptDeputyNomination" },
            { verb: "endDeputyNomination" },
          ],
        },
      },
    });
    await inOrder();
  });

  test("INV-G9 a deputy for one meeting is named for that alone", async () => {
    const [first, second] = [
      await town.meetingOn("2026-03-10"),
      await town.meetingOn("2026-04-14"),
    ];
    const { id } = await act("nominateDeputy", {
      membership,
      person: noor,
      scope: { meeting: first },
    });
    const query = `query ($id: ID!) { meeting(by: { id: $id }) { deputyNominations(first: 9) {
      nodes { id scope forMeeting { id } meeting { label } } } } }`;
    const at = async (meeting: string) =>
      Object((await ask(query, { id: meeting }))["meeting"]).deputyNominations.nodes;
    expect(await at(first)).toEqual([
      { id, scope: "MEETING", forMeeting: { id: first }, meeting: { label: expect.any(String) } },
    ]);
    expect(await at(second)).toEqual([]);
    expect(await deputiesOn("2026-03-10")).toEqual([]);
  });

  test("INV-G8 nobody is a deputy for themselves, not by a post either", async () => {
    expect(await act("nominateDeputy", { membership, person: wren })).toMatchObject({
      code: "INV-G8",
    });
    const { id: post } = await act("createPost", { group, title: "Deputy director" });
    await act("appointHolder", { post, person: wren, from: "2026-06-01", to: "2026-06-30" });
    expect(
      await act("nominateDeputy", { membership, post, scope: scope("2026-06") }),
    ).toMatchObject({
      code: "INV-G8",
    });
    expect(
      await act("nominateDeputy", { membership, post, scope: scope("2026-07") }),
    ).toMatchObject({
      status: "NOMINATED",
    });
  });

  test("deputies are named as the terms of reference of the day allow", async () => {
    const { id } = await act("draftTermsOfReference", {
      group,
      purpose: "To mend kerbs",
      deputiesAllowed: false,
      on: "2026-03-01",
    });
    const meeting = await town.meetingOn("2026-04-14");
    await act("agreeTermsOfReference", { id, meeting, from: "2026-08-01" });
    const from = (day: string) =>
      act("nominateDeputy", { membership, person: noor, scope: { standing: { from: day } } });
    expect(await from("2026-07-31")).toMatchObject({ status: "NOMINATED" });
    expect(await from("2026-08-01")).toMatchObject({ code: "DEPUTIES_NOT_ALLOWED" });
    await inOrder();
  });

  test("a member whom a list shows no more stays, where a deputy is named in their place", async () => {
    const { id: listed } = await db
      .selectFrom("groups.membership")
      .innerJoin("groups.person", "groups.person.id", "groups.membership.person_id")
      .select("groups.membership.id")
      .where("groups.membership.group_id", "=", town.group)
      .where("groups.person.name", "=", "Bela Novak")
      .executeTakeFirstOrThrow();
    const named = {
      membership: `Membership:${listed}`,
      person: noor,
      scope: { standing: { from: "2026-06" } },
    };
    expect(await act("nominateDeputy", named)).toMatchObject({ status: "NOMINATED" });
    const text = march.replace("  • Bela Novak, Shopkeepers of the Quay\n", "");
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name: "march.txt", bytes }, { supersede: true }, surroundings);
    const rows = await db
      .selectFrom("groups.membership")
      .select("id")
      .where("id", "=", listed)
      .execute();
    expect(rows).toHaveLength(1);
    await inOrder();
  });
}, "gateway");
