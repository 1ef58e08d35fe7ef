import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { verified } from "@remit/gateway";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const asked = `query ($id: ID!) { action(by: {id: $id}) { carriedForward reviews { outcome note }
  history { nodes { action { reviews { note } } } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
  });
  afterAll(() => town.close());

  const done = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const read = async (caller: string, id: string) => {
    const { data, errors } = await town.send(caller, asked, { id });
    expect(errors).toBeUndefined();
    return Object(data["action"]);
  };
  const schedule = (local: string) =>
    done("scheduleMeeting", { group: `Group:${town.group}`, starts: { local } });

  test("what a meeting made of an action is its keepers' while the record is a draft, and goes out with its minutes", async () => {
    const id = await town.raise();
    const on = "2026-06-09";
    const meeting = await schedule(`${on}T10:00`);
    await done("openMeeting", { id: meeting, on });
    const note = "The kerb is nobody's business yet.";
    await done("reviewAction", { id, meeting, outcome: "CARRIED_FORWARD", note });
    const hidden = { carriedForward: 0, reviews: [] };
    const told = { carriedForward: 1, reviews: [{ outcome: "CARRIED_FORWARD", note }] };
    expect(await read("secretariat", id)).toMatchObject({ reviews: told.reviews });
    for (const caller of ["anybody", "member", "stranger"]) {
      expect(await read(caller, id)).toMatchObject(hidden);
      expect(JSON.stringify(await read(caller, id))).not.toContain(note);
    }
    await done("endMeeting", { id: meeting, on, attendanceNotStated: true });
    const minutes = await done("circulateMinutes", { meeting });
    expect(await read("member", id)).toMatchObject(told);
    expect(await read("anybody", id)).toMatchObject({ reviews: [] });
    await done("publishMinutes", { id: minutes, asDraft: true });
    expect(await read("anybody", id)).toMatchObject(told);
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-M19 of two meetings on a day the later agrees the minutes of the earlier, and not the other way", async () => {
    const [early, late] = [await schedule("2026-07-07T10:00"), await schedule("2026-07-07T16:00")];
    for (const id of [early, late])
      await done("endMeeting", { id, on: "2026-07-07", attendanceNotStated: true });
    const minutes = await done("circulateMinutes", { meeting: late });
    expect(
      await town.act("secretariat", "agreeMinutes", { id: minutes, meeting: early }),
    ).toMatchObject({ code: "INV-M19", path: ["meeting"] });
    const first = await done("circulateMinutes", { meeting: early });
    expect(
      await town.act("secretariat", "agreeMinutes", { id: first, meeting: late }),
    ).toMatchObject({ status: "AGREED" });
  });

  test("what came of an item stays as it was told while it is put right, and a paper goes out with the minutes", async () => {
    const on = "2026-08-04";
    const meeting = await schedule(`${on}T10:00`);
    const item = await done("addItem", { meeting, heading: "Kerbs" });
    await done("issueAgenda", { id: meeting });
    await done("addPaper", { meeting, title: "A late count of kerbs", item });
    await done("openMeeting", { id: meeting, on });
    await done("minuteItem", { id: item, outcome: "AGREED" });
    await done("endMeeting", { id: meeting, on, attendanceNotStated: true });
    const id = await done("circulateMinutes", { meeting });
    const look = async (caller: string) => {
      const query = `query ($id: ID!) { meeting(by: {id: $id}) { items { outcome } papers { title } } }`;
      return (await town.send(caller, query, { id: meeting })).data["meeting"];
    };
    const hidden = { items: [{ outcome: "NOT_STATED" }], papers: [] };
    const papers = [{ title: "A late count of kerbs" }];
    expect(await look("anybody")).toEqual(hidden);
    expect(await look("member")).toEqual({ items: [{ outcome: "AGREED" }], papers });
    await done("publishMinutes", { id, asDraft: true });
    expect(await look("anybody")).toEqual({ items: [{ outcome: "AGREED" }], papers });
    await done("requestCorrection", { id, text: "It was put off." });
    await done("settleCorrection", { id, correction: 1, accept: true });
    await done("minuteItem", { id: item, outcome: "DEFERRED" });
    for (const caller of ["anybody", "member"])
      expect(await look(caller)).toMatchObject({ items: [{ outcome: "AGREED" }] });
    expect(await look("chair")).toMatchObject({ items: [{ outcome: "DEFERRED" }] });
    await done("recirculateMinutes", { id, change: "Put off" });
    expect(await look("member")).toMatchObject({ items: [{ outcome: "DEFERRED" }] });
  });
}, "gateway");
