import { type Db, entriesOf } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings, verified } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

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

  const act = (verb: string, input: object, caller = "secretariat") =>
    town.act(caller, `${verb}Meeting`, input);
  const series = async (id: string) => {
    const query = `query ($id: ID!) { meeting(by: {id: $id}) { series { rule plannedFor }
      seriesMeetings(first: 9) { nodes { id slug heldOn startsAt status series { plannedFor } } } } }`;
    const { data, errors } = await town.send("anybody", query, { id });
    expect(errors).toBeUndefined();
    return Object(data["meeting"]);
  };
  const verbs = async (id: string) =>
    (await entriesOf(db, { type: "Meeting", id: id.slice("Meeting:".length) })).map(
      ({ verb, version }) => `${version} ${verb}`,
    );

  test("a series is put on the calendar, one of it is moved and one is called off", async () => {
    const made = await act("schedule", { group, starts: { local: "2098-03-19T10:00" } });
    const id = String(made["id"]);
    expect(await act("repeat", { id, until: "2098-12-31" })).toMatchObject({
      code: "RULE_MISSING",
      path: ["rule"],
    });
    const rule = "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE";
    expect(await act("repeat", { id, until: "2098-12-31", rule }, "member")).toMatchObject({
      code: "NOT_PERMITTED",
    });
    expect(await act("repeat", { id, until: "2098-12-31", rule })).toMatchObject({ version: 2 });
    const found = await series(id);
    expect(found).toMatchObject({ series: { rule, plannedFor: "2098-03-19" } });
    expect(found["seriesMeetings"].nodes).toMatchObject([
      { id, startsAt: "2098-03-19T10:00:00Z" },
      { heldOn: "2098-06-18", startsAt: "2098-06-18T09:00:00Z", status: "SCHEDULED" },
      { heldOn: "2098-09-17" },
      { heldOn: "2098-12-17", startsAt: "2098-12-17T10:00:00Z" },
    ]);
    const [, june, september] = found["seriesMeetings"].nodes.map(
      (each: object) => Object(each).id,
    );
    expect(await verbs(june)).toEqual(["1 repeatMeeting"]);
    const starts = { local: "2098-06-25T10:00" };
    await act("postpone", { id: june, reason: "A holiday", starts });
    await act("cancel", { id: september, reason: "Nobody could come" });
    expect((await series(id))["seriesMeetings"].nodes).toMatchObject([
      { heldOn: "2098-03-19" },
      { heldOn: "2098-06-25", series: { plannedFor: "2098-06-18" } },
      { status: "CANCELLED" },
      { heldOn: "2098-12-17" },
    ]);
    // What was made stays: the rule gives those days again, and the group meets on one of them.
    expect(await act("repeat", { id, until: "2098-12-31", rule })).toMatchObject({
      code: "MEETING_THERE",
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("minutes of one of a series leave it one of the series", async () => {
    const made = await act("schedule", { group, starts: { local: "2026-08-04T10:00" } });
    const id = String(made["id"]);
    await act("repeat", { id, until: "2026-09-30", rule: "FREQ=MONTHLY;BYDAY=1TU" });
    const minutes = april
      .replaceAll("April 2026", "August 2026")
      .replaceAll("14 August 2026", "4 August 2026");
    const file = { name: "august.txt", bytes: new TextEncoder().encode(minutes) };
    await importDocument(db, file, {}, surroundings);
    expect(await series(id)).toMatchObject({
      series: { plannedFor: "2026-08-04" },
      seriesMeetings: { nodes: [{ id, status: "HELD" }, { status: "SCHEDULED" }] },
    });
  });

  test("a series follows the terms of reference of its day where no rule is given", async () => {
    const meeting = await town.meetingOn("2026-04-14");
    const drafted = await town.act("secretariat", "draftTermsOfReference", {
      group,
      purpose: "To make the pavements passable",
      meetsEveryMonths: 2,
    });
    await town.act("secretariat", "agreeTermsOfReference", { id: drafted["id"], meeting });
    const made = await act("schedule", { group, starts: { local: "2097-01-14T10:00" } });
    await act("repeat", { id: made["id"], until: "2097-06-30" });
    const found = await series(String(made["id"]));
    expect(found.series.rule).toBe("FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO");
    expect(found.seriesMeetings.nodes).toMatchObject([
      { heldOn: "2097-01-14" },
      { heldOn: "2097-03-11" },
      { heldOn: "2097-05-13" },
    ]);
  });
}, "gateway");
