import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const codes = (answers: readonly Record<string, unknown>[]): string[] =>
  answers
    .map(({ code = "done" }) => String(code))
    .toSorted((one, other) => Number(one === "done") - Number(other === "done"));

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let meeting = "";
  const on = "2026-06-09";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    const starts = { local: `${on}T10:00` };
    const made = await town.act("secretariat", "scheduleMeeting", {
      group: `Group:${town.group}`,
      starts,
    });
    meeting = String(made["id"]);
    await town.act("secretariat", "openMeeting", { id: meeting, on });
  });
  afterAll(() => town.close());

  const desks = ["secretariat", "chair"];
  /** Both do the same at once, several times each. */
  const both = (verb: string, inputOf: (count: number, caller: string) => object, times = 4) =>
    Promise.all(
      desks.flatMap((caller) =>
        Array.from({ length: times }, (_, count) => town.act(caller, verb, inputOf(count, caller))),
      ),
    );
  const look = async () => {
    const query = `query ($id: ID!) { meeting(by: {id: $id}) { attendanceCount
      items { place heading outcome version contributions { text } }
      minutes { version versions { number } corrections { number text } } } }`;
    const { data } = await town.send("secretariat", query, { id: meeting });
    return Object(data["meeting"]);
  };

  test("what two secretaries write down at once all stands, each in a place of its own", async () => {
    const items = await both("addItem", (count, caller) => ({
      meeting,
      heading: `${caller} ${count}`,
    }));
    expect(codes(items)).toEqual(Array(8).fill("done"));
    const [item] = items.map(({ id }) => id);
    await both("recordContribution", (count, caller) => ({ item, text: `${caller} ${count}` }));
    await both("recordAttendance", (count, caller) => ({ meeting, name: `${caller} ${count}` }));
    const { items: there, attendanceCount } = await look();
    const places = there.map(({ place }: { place: number }) => place);
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(attendanceCount).toBe(8);
    const said = there.flatMap(({ contributions }: { contributions: object[] }) => contributions);
    expect(said).toHaveLength(8);
  });

  test("of two who change what they both have read one is told of the present version", async () => {
    const { items } = await look();
    const query = `query ($id: ID!) { meeting(by: {id: $id}) { items { id } } }`;
    const { data } = await town.send("secretariat", query, { id: meeting });
    const [{ id }] = Object(data["meeting"]).items;
    const { version: expectedVersion } = items[0];
    const outcomes = ["NOTED", "AGREED"];
    const answers = await Promise.all(
      desks.map((caller, index) =>
        town.act(caller, "minuteItem", { id, outcome: outcomes[index], expectedVersion }),
      ),
    );
    expect(codes(answers)).toEqual(["CONFLICT", "done"]);
    expect(answers.find(({ code }) => code === "CONFLICT")).toMatchObject({
      presentVersion: expectedVersion + 1,
    });
  });

  test("minutes are circulated once, whoever is writing them at that moment, and hold what was written before", async () => {
    await town.act("secretariat", "endMeeting", { id: meeting, on });
    const [circulated, ...others] = await Promise.all([
      town.act("secretariat", "circulateMinutes", { meeting }),
      town.act("chair", "circulateMinutes", { meeting }),
      ...desks.map((caller) => town.act(caller, "addItem", { meeting, heading: "Late" })),
    ]);
    const codesOfAll = codes([circulated ?? {}, ...others]);
    expect(codesOfAll.filter((code) => code === "MINUTES_THERE")).toHaveLength(1);
    expect(codesOfAll.filter((code) => code === "done").length).toBeGreaterThan(0);
    const known = ["MINUTES_THERE", "MINUTES_CIRCULATED", "done"];
    expect(codesOfAll.filter((code) => !known.includes(code))).toEqual([]);
    const { items, minutes } = await look();
    const late = items.filter(({ heading }: { heading: string }) => heading === "Late");
    expect(late).toHaveLength(codesOfAll.filter((code) => code === "done").length - 1);
    expect(minutes).toMatchObject({ version: 1, versions: [{ number: 1 }] });
  });

  test("corrections that are asked for at once each have a number, and one publication is made", async () => {
    const query = `query ($id: ID!) { meeting(by: {id: $id}) { minutes { id } } }`;
    const { data } = await town.send("secretariat", query, { id: meeting });
    const { id } = Object(data["meeting"]).minutes;
    await both("requestCorrection", (count, caller) => ({ id, text: `${caller} ${count}` }));
    const { minutes } = await look();
    expect(minutes.corrections.map(({ number }: { number: number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(codes(await both("publishMinutes", () => ({ id, asDraft: true }), 1))).toEqual([
      "PUBLISHED_ALREADY",
      "done",
    ]);
    expect((await verified(db)).problems).toEqual([]);
  });
}, "gateway");
