import { type Db, entriesOf } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings, verified } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const whole = `query ($id: ID!) { node(id: $id) { ... on Meeting { slug title heldOn startsAt local zone status version
  opened { on at by { name } } ended { at } cancelled { reason } closed { on } reopenings { reason }
  postponements { heldOn reason by { name } } moves { move allowed code needs }
  history { nodes { verb version by subject { ... on Meeting { slug } } } } } } }`;

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

  const read = async (caller: string, query: string, variables: object) => {
    const { data, errors } = await town.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = (verb: string, input: object, caller = "secretariat") =>
    town.act(caller, `${verb}Meeting`, input);
  const schedule = async (local: string, rest: object = {}) => {
    const made = await act("schedule", { group, starts: { local }, ...rest });
    expect(made).toMatchObject({ __typename: "Meeting", version: 1 });
    return String(made["id"]);
  };
  const next = async () =>
    (
      await read(
        "anybody",
        `query ($id: ID!) { group(by: {id: $id}) { nextMeeting { on local zone text meeting { id } } } }`,
        { id: group },
      )
    )["group"]?.["nextMeeting"];
  const verbs = async (id: string) =>
    (await entriesOf(db, { type: "Meeting", id: id.slice("Meeting:".length) })).map(
      ({ verb, version }) => `${version} ${verb}`,
    );

  test("INV-A11 a meeting is scheduled, put off and set anew, and what is due by it follows", async () => {
    // The minutes of April are recorded, and announce no meeting.
    expect(await next()).toBeNull();
    const id = await schedule("2099-06-10T10:00");
    expect(await next()).toMatchObject({
      on: "2099-06-10",
      zone: "Europe/London",
      meeting: { id },
    });
    const due = await town.raise("Sam to bring the map", { due: { byMeeting: id } });
    const dueOf = async () => {
      const query = `query ($id: ID!) { action(by: {id: $id}) { version due { on } history { nodes { verb } } } }`;
      return (await read("anybody", query, { id: due }))["action"];
    };
    expect(await dueOf()).toMatchObject({ version: 1, due: { on: "2099-06-10" } });
    expect(await act("postpone", { id, reason: "Snow" })).toMatchObject({ status: "POSTPONED" });
    expect(await next()).toBeNull();
    const starts = { local: "2099-06-17T10:00" };
    expect(await act("reschedule", { id, starts }, "chair")).toMatchObject({ status: "SCHEDULED" });
    expect(await next()).toMatchObject({ local: "2099-06-17T10:00", meeting: { id } });
    expect(await dueOf()).toMatchObject({
      version: 3,
      due: { on: "2099-06-17" },
      history: {
        nodes: [{ verb: "raiseAction" }, { verb: "followMeeting" }, { verb: "followMeeting" }],
      },
    });
    expect((await read("anybody", whole, { id }))["node"]).toMatchObject({
      slug: "harbourside-pavements-working-group-2099-06-10",
      startsAt: "2099-06-17T09:00:00Z",
      postponements: [{ heldOn: "2099-06-10", reason: "Snow", by: { name: "secretariat" } }],
      history: {
        nodes: [
          { verb: "scheduleMeeting", version: 1, by: "secretariat" },
          { verb: "postponeMeeting", version: 2 },
          { verb: "rescheduleMeeting", version: 3, by: "chair" },
        ],
      },
      moves: [
        { move: "rescheduleMeeting", allowed: false, code: "NOT_PERMITTED" },
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    });
    expect(await act("cancel", { id, reason: "The hall burnt down" })).toMatchObject({
      status: "CANCELLED",
    });
    expect(await next()).toBeNull();
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a meeting is opened, ended, closed and opened again, and `moves` tells what is next", async () => {
    const id = await schedule("2026-05-12T10:00", { location: "Town Hall" });
    expect(await act("open", { id, on: "2026-05-11" })).toMatchObject({ code: "BEFORE_MEETING" });
    expect(await act("open", { id, on: "2026-05-12", at: "10:05" })).toMatchObject({
      status: "IN_SESSION",
    });
    expect(await act("end", { id, on: "2026-05-12" })).toMatchObject({
      code: "ATTENDANCE_MISSING",
    });
    const ended = { id, on: "2026-05-12", at: "12:00", attendanceNotStated: true };
    expect(await act("end", ended)).toMatchObject({ status: "HELD" });
    expect(await act("close", { id })).toMatchObject({ status: "CLOSED", version: 4 });
    expect(await act("cancel", { id, reason: "x" })).toMatchObject({ code: "MOVE_REFUSED" });
    const node = (await read("secretariat", whole, { id }))["node"];
    expect(node).toMatchObject({
      opened: { on: "2026-05-12", at: "10:05", by: { name: "secretariat" } },
      ended: { at: "12:00" },
    });
    expect(Object(node?.["moves"]).filter((each: { allowed: boolean }) => each.allowed)).toEqual([
      { move: "reopenMeeting", allowed: true, code: null, needs: ["reason"] },
    ]);
    expect(await act("reopen", { id, reason: "A name was wrong" })).toMatchObject({
      status: "HELD",
    });
  });

  test("two meetings of one day stand beside each other, and minutes find theirs", async () => {
    const early = await schedule("2026-07-07T10:00");
    const late = await schedule("2026-07-07T16:00");
    expect(await act("schedule", { group, starts: { local: "2026-07-07T16:00" } })).toMatchObject({
      code: "MEETING_THERE",
      path: ["starts"],
    });
    const minutes = april.replaceAll("14 April", "7 July").replaceAll("April 2026", "July 2026");
    const take = (text: string) =>
      importDocument(
        db,
        { name: "july.txt", bytes: new TextEncoder().encode(text) },
        {},
        surroundings,
      );
    await expect(take(minutes)).rejects.toMatchObject({ code: "SEVERAL_MEETINGS" });
    await take(minutes.replace("Attendees and", "Time: 16:00\n\nAttendees and"));
    expect(await verbs(late)).toEqual(["1 scheduleMeeting", "2 import"]);
    expect(await verbs(early)).toEqual(["1 scheduleMeeting"]);
    expect((await read("anybody", whole, { id: late }))["node"]).toMatchObject({
      status: "HELD",
      version: 2,
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-M28 what was announced stays, and leads to the meeting that it came to be", async () => {
    const notice = `query ($id: ID!) { node(id: $id) { ... on Meeting { nextMeeting { on text became { heldOn } } } } }`;
    const march = await town.meetingOn("2026-03-10");
    expect((await read("anybody", notice, { id: march }))["node"]).toMatchObject({
      nextMeeting: { on: "2026-04-14", became: { heldOn: "2026-04-14" } },
    });
  });

  test.each(["anybody", "member", "stranger"])("%s does nothing to a meeting", async (caller) => {
    const id = await town.meetingOn("2026-04-14");
    const before = await everyRow(db);
    for (const [verb, input] of [
      ["schedule", { group, starts: { local: "2099-01-01T10:00" } }],
      ["close", { id }],
    ] as const)
      expect(await act(verb, input, caller)).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a meeting that is not for the caller is not there", async () => {
    const id = await schedule("2099-09-01T10:00");
    await db
      .updateTable("meetings.meeting")
      .set({ access: "group" })
      .where("id", "=", id.slice(8))
      .execute();
    const missing = "Meeting:01990000-0000-7000-8000-00000000dead";
    for (const caller of ["anybody", "stranger"])
      expect(await act("cancel", { id, reason: "x" }, caller)).toEqual(
        await act("cancel", { id: missing, reason: "x" }, caller),
      );
  });
}, "gateway");
