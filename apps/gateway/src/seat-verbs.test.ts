import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { newPerson } from "./testing/new-person.ts";

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group: string;
  let seat: string;
  let membership: string;
  let wren: string;
  let noor: string;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
    [wren, noor] = [await newPerson(db, "Wren Tarn"), await newPerson(db, "Noor Hale")];
  });
  afterAll(() => town.close());

  const act = (verb: string, input: object, caller = "secretariat") =>
    town.act(caller, verb, input);
  const ask = async (query: string, variables: object, caller = "anybody") => {
    const { data, errors } = await town.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const vacancies = async (on: string, caller = "anybody") => {
    const query = `query ($id: ID!, $on: Date) { group(by: { id: $id }) {
      vacantSeats(on: $on) { name } vacancies(on: $on) { places members vacant } } }`;
    return (await ask(query, { id: group, on }, caller))["group"];
  };
  const inOrder = async () => expect((await verified(db)).problems).toEqual([]);

  test("a seat is kept by whoever keeps the record of its group, with whoever fills it", async () => {
    const organisation = `Organisation:${town.pavements.organisation.id}`;
    const told = {
      group,
      name: "Residents, first seat",
      organisation,
      appointedBy: { name: "The town council" },
      termMonths: 24,
      carriesOver: true,
      alternate: noor,
      from: "2024",
    };
    for (const caller of ["anybody", "member", "stranger"])
      expect(await act("createSeat", told, caller)).toMatchObject({ code: "NOT_PERMITTED" });
    seat = String((await act("createSeat", told))["id"]);
    const query = `query ($id: ID!) { node(id: $id) { ... on Seat { name termMonths carriesOver
      appointedBy { name } organisation { id seats(first: 1) { nodes { id } } }
      alternate { name alternateSeats(first: 1) { nodes { id } } } group { id } } } }`;
    expect(await ask(query, { id: seat })).toEqual({
      node: {
        name: "Residents, first seat",
        termMonths: 24,
        carriesOver: true,
        appointedBy: { name: "The town council" },
        organisation: { id: organisation, seats: { nodes: [{ id: seat }] } },
        alternate: { name: "Noor Hale", alternateSeats: { nodes: [{ id: seat }] } },
        group: { id: group },
      },
    });
  });

  test("INV-G5 another nominee keeps the membership, which says who was named when", async () => {
    const made = await act("fillSeat", { seat, person: wren, from: "2024-03-01" });
    membership = String(made["id"]);
    expect(await act("fillSeat", { seat, person: noor })).toMatchObject({ code: "SEAT_TAKEN" });
    const named = await act("nominate", { id: membership, person: noor, on: "2025-03-01" });
    expect(named).toMatchObject({ id: membership, version: 2 });
    const query = `query ($id: ID!) { node(id: $id) { ... on Membership { person { name } termEnds to
      seat { membership { id } } nominees { from to person { name } organisation { name } } } } }`;
    expect(await ask(query, { id: membership })).toEqual({
      node: {
        person: { name: "Noor Hale" },
        termEnds: "2026-02-28",
        to: null,
        seat: { membership: { id: membership } },
        nominees: [
          {
            from: "2024-03-01",
            to: "2025-02-28",
            person: { name: "Wren Tarn" },
            organisation: { name: expect.any(String) },
          },
          { from: "2025-03-01", to: null, person: { name: "Noor Hale" }, organisation: null },
        ],
      },
    });
    await inOrder();
  });

  test("INV-G13 what is vacant at a day is what the terms in force name, less who is a member then, and never less than none", async () => {
    expect(await vacancies("2023-12-31")).toEqual({ vacantSeats: [], vacancies: null });
    expect(await vacancies("2024-02-29")).toMatchObject({
      vacantSeats: [{ name: "Residents, first seat" }],
    });
    expect(await vacancies("2024-03-01")).toMatchObject({ vacantSeats: [] });
    const agree = async (places: number, from: string) => {
      const { id } = await act("draftTermsOfReference", {
        group,
        purpose: "To mend kerbs",
        seats: [{ name: "Members", places }],
        on: "2026-03-01",
      });
      const meeting = await town.meetingOn("2026-04-14");
      await act("agreeTermsOfReference", { id, meeting, from });
    };
    await agree(9, "2026-05-01");
    await agree(1, "2027-01-01");
    const on = async (day: string) => Object(await vacancies(day)).vacancies;
    const may = await on("2026-05-01");
    expect(may).toEqual({ places: 9, members: expect.any(Number), vacant: 9 - may.members });
    expect(may.members).toBeGreaterThan(2);
    await act("nominate", { id: membership, on: "2026-06-01" });
    expect(await on("2026-05-31")).toEqual(may);
    expect(await on("2026-06-01")).toEqual({
      places: 9,
      members: may.members - 1,
      vacant: may.vacant + 1,
    });
    expect(await on("2027-01-01")).toMatchObject({ places: 1, vacant: 0 });
    expect(await vacancies("2026-06-01")).toMatchObject({
      vacantSeats: [{ name: "Residents, first seat" }],
    });
    await inOrder();
  });

  test("INV-G12 whoever is shown by role alone is named for a seat to its keepers and to nobody else", async () => {
    const person = await newPerson(db, "Robin Vane");
    await act("nominate", { id: membership, person, on: "2026-07-01" });
    await act("setPublicProfile", { id: person, profile: "ROLE_ONLY" });
    const query = `query ($id: ID!) { node(id: $id) { ... on Membership { person { name }
      nominees { person { name } } } } }`;
    const told = async (caller: string) =>
      JSON.stringify(await ask(query, { id: membership }, caller));
    expect(await told("anybody")).not.toContain("Robin Vane");
    expect(await told("stranger")).not.toContain("Robin Vane");
    expect(await told("secretariat")).toContain("Robin Vane");
  });

  test("a seat ends once nobody has it", async () => {
    expect(await act("abolishSeat", { id: seat })).toMatchObject({ code: "SEAT_HELD" });
    await act("endMembership", { id: membership, to: "2026-08-31" });
    expect(await act("abolishSeat", { id: seat, to: "2026-08-31" })).toMatchObject({ version: 2 });
    expect(await vacancies("2026-09-01")).toMatchObject({ vacantSeats: [] });
    const late = { seat, person: wren, from: "2026-10" };
    expect(await act("fillSeat", late)).toMatchObject({ code: "SEAT_ENDED" });
    await inOrder();
  });
}, "gateway");
