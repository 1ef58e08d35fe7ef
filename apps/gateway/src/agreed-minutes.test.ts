import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const asked = `query ($id: ID!) { meeting(by: {id: $id}) {
  agreement { text alsoActions at { heldOn } of { heldOn } }
  agreedMinutes { text alsoActions of { heldOn } at { heldOn } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
  });
  afterAll(() => town.close());

  const read = async (caller: string, day: string) => {
    const { data, errors } = await town.send(caller, asked, { id: await town.meetingOn(day) });
    expect(errors).toBeUndefined();
    return Object(data["meeting"]);
  };
  const ids = async () =>
    (await db.selectFrom("meetings.agreed_minutes").select("id").orderBy("id").execute()).map(
      ({ id }) => id,
    );
  const take = (name: string, text: string, told: object = {}) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, told, surroundings);

  test("minutes that say so lead to the meeting whose minutes they agree, and back", async () => {
    const agreed = {
      text: "The minutes of the previous meeting were agreed.",
      alsoActions: false,
      at: { heldOn: "2026-04-14" },
      of: { heldOn: "2026-03-10" },
    };
    expect(await read("anybody", "2026-03-10")).toEqual({ agreement: agreed, agreedMinutes: [] });
    expect(await read("anybody", "2026-04-14")).toEqual({
      agreement: null,
      agreedMinutes: [agreed],
    });
  });

  test("a meeting that is recorded later, and was held between the two, is the one whose minutes are meant", async () => {
    const between = april
      .replace("April 2026", "March 2026, second meeting")
      .replace("14 April 2026", "24 March 2026");
    await take("between.txt", between);
    expect(await read("anybody", "2026-04-14")).toMatchObject({
      agreedMinutes: [{ of: { heldOn: "2026-03-24" } }],
    });
    expect(await read("anybody", "2026-03-10")).toMatchObject({
      agreement: { at: { heldOn: "2026-03-24" } },
    });
  });

  test("INV-M19 what a later meeting agreed by hand is told in the same place, once it may be seen", async () => {
    const group = `Group:${town.group}`;
    const done = async (verb: string, input: object) => {
      const answer = await town.act("secretariat", verb, input);
      expect(answer).not.toHaveProperty("code");
      return String(answer["id"]);
    };
    const held = async (day: string) => {
      const id = await done("scheduleMeeting", { group, starts: { local: `${day}T10:00` } });
      return done("endMeeting", { id, on: day, attendanceNotStated: true });
    };
    const [may, june] = [await held("2026-05-12"), await held("2026-06-09")];
    const id = await done("circulateMinutes", { meeting: may });
    const also = { id, meeting: june, alsoActions: true };
    expect(await town.act("secretariat", "agreeMinutes", also)).toMatchObject({
      code: "INV-M21",
      path: ["alsoActions"],
    });
    await done("takeActionLog", { meeting: may });
    await done("agreeMinutes", also);
    expect(await read("anybody", "2026-05-12")).toMatchObject({ agreement: null });
    expect(await read("member", "2026-05-12")).toMatchObject({
      agreement: { at: { heldOn: "2026-06-09" }, text: null, alsoActions: true },
    });
    await done("publishMinutes", { id });
    expect(await read("anybody", "2026-06-09")).toMatchObject({
      agreedMinutes: [{ of: { heldOn: "2026-05-12" } }],
    });
  });

  test("a document that takes another's place keeps the agreement under its id", async () => {
    const before = await ids();
    const also = april.replace(
      "The minutes of the previous meeting were agreed.",
      "The minutes and the actions of the previous meeting were agreed.",
    );
    await take("april-2.txt", also, { supersede: true });
    expect(await read("anybody", "2026-04-14")).toMatchObject({
      agreedMinutes: [{ alsoActions: true }],
    });
    expect(await ids()).toEqual(before);
  });
}, "gateway");
