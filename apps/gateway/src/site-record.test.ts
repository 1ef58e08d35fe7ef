import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { graph, surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { type Site, site } from "@remit/site";
import { JSDOM } from "jsdom";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mapOf, visit } from "./testing/crawl.ts";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { newPerson } from "./testing/new-person.ts";

const textOf = (element: Element | null) =>
  (element?.textContent ?? "").replaceAll(/\s+/gu, " ").trim();

onOneDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let own: Site;
  let group: string;
  let page: string;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
    own = site({ graph: graph(db, { corsOrigins: [] }).ask, graphAddress: "/graphql" });
    const { slug } = await db
      .selectFrom("groups.group")
      .select("slug")
      .where("id", "=", town.group)
      .executeTakeFirstOrThrow();
    page = `/groups/${slug}`;
  });
  afterAll(() => town.close());

  const done = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const hide = (name: string) =>
    sql`update groups.person set public_profile = 'role-only' where name = ${name}`.execute(db);
  const idOf = async (table: string) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from ${sql.table(table)} order by id`.execute(db);
    return rows[0]?.id;
  };
  const documentAt = async (path: string) => {
    const { status, html } = await visit(own, path);
    expect(status).toBe(200);
    return new JSDOM(html).window.document;
  };
  /** The rows of the table in a part of a page. */
  const rowsIn = async (path: string, part: string) =>
    [...(await documentAt(path)).querySelectorAll(`#${part} tbody tr`)].map((row) =>
      [...row.children].map(textOf),
    );
  const memberAs = async (place: string, day: string) =>
    (await rowsIn(`${page}?on=${day}`, "members")).find((row) => row[2] === place)?.[0];
  const partOf = async (path: string, part: string) =>
    textOf((await documentAt(path)).querySelector(`#${part}`));
  const pathOf = async (day: string) => {
    const { slug } = await db
      .selectFrom("meetings.meeting")
      .select("slug")
      .where("group_id", "=", town.group)
      .where("held_on", "=", day)
      .executeTakeFirstOrThrow();
    return `/meetings/${slug}`;
  };
  /** The minutes of the group that the feed tells of. */
  const minutesInFeed = async () => {
    const { html } = await visit(own, "/feed.xml");
    const { document } = new JSDOM(html, { contentType: "application/xml" }).window;
    return [...document.querySelectorAll("entry > title")]
      .map(textOf)
      .filter((title) => title.startsWith("Minutes: Harbourside"));
  };
  const factsAt = async (day: string) =>
    textOf((await documentAt(await pathOf(day))).querySelector("header dl"));
  const dataAt = async (day: string): Promise<unknown> =>
    JSON.parse(textOf((await documentAt(await pathOf(day))).querySelector("script")));
  const attendanceAt = async (day: string) => partOf(await pathOf(day), "attendance");

  test("a member by office is whoever holds the post on the day, and the post where nobody does", async () => {
    const post = await done("createPost", { group, title: "Director of Streets", from: "2020" });
    await done("addExOfficioMember", { group, post, from: "2020" });
    const [wren, noor, hidden] = [
      await newPerson(db, "Wren Tarn"),
      await newPerson(db, "Noor Hale"),
      await newPerson(db, "Ren Denby"),
    ];
    const held = await done("appointHolder", { post, person: wren, from: "2024-01-01" });
    await done("endPostHolding", { id: held, to: "2024-12-31", on: "2024-12-31" });
    const acts = { post, person: noor, acting: true, from: "2025-06-01" };
    const acting = await done("appointHolder", acts);
    await done("endPostHolding", { id: acting, to: "2025-12-31", on: "2025-12-31" });
    await done("appointHolder", { post, person: hidden, from: "2026-02-01" });
    await hide("Ren Denby");
    expect(await memberAs("Director of Streets", "2024-05-01")).toBe("Wren Tarn");
    expect(await memberAs("Director of Streets", "2025-03-01")).toBe("Vacant");
    expect(await memberAs("Director of Streets", "2025-07-01")).toBe("Noor Hale (acting)");
    expect(await memberAs("Director of Streets", "2026-03-01")).toBe("Name not published");
  });

  test("INV-G5 a seat has on each day whoever was named for it then, and is vacant where nobody was", async () => {
    const seat = await done("createSeat", { group, name: "Residents, first seat", from: "2023" });
    const [ash, ivy] = [await newPerson(db, "Ash Moor"), await newPerson(db, "Ivy Stone")];
    const id = await done("fillSeat", { seat, person: ash, from: "2024-03-01" });
    await done("nominate", { id, person: ivy, on: "2025-03-01" });
    await done("nominate", { id, on: "2026-03-01" });
    expect(await memberAs("Residents, first seat", "2024-03-01")).toBe("Ash Moor");
    expect(await memberAs("Residents, first seat", "2025-02-28")).toBe("Ash Moor");
    expect(await memberAs("Residents, first seat", "2025-03-01")).toBe("Ivy Stone");
    expect(await memberAs("Residents, first seat", "2026-03-01")).toBe("Vacant");
    await hide("Ivy Stone");
    expect(await memberAs("Residents, first seat", "2025-03-01")).toBe("Name not published");
  });

  test("INV-M8 a meeting's page has its quorum, and which members of the day its record does not mention", async () => {
    expect(await factsAt("2026-03-10")).toContain(
      "Quorum Not known: no terms of reference of the day set one",
    );
    const meeting = await town.meetingOn("2026-03-10");
    const quorum = { percent: 50, countsDeputies: false };
    const terms = { group, purpose: "To mend kerbs", quorum, on: "2026-03-01" };
    const id = await done("draftTermsOfReference", terms);
    await done("agreeTermsOfReference", { id, meeting, on: "2026-03-10" });
    expect(await factsAt("2026-03-10")).toContain("Quorum Reached: 4 present, 3 needed");
    // Whoever holds the post is a member by it, and is told of by a role alone.
    expect(await attendanceAt("2026-03-10")).toContain(
      "whom the record does not mention: 1 member whose name is not published.",
    );
    expect(await attendanceAt("2026-04-14")).toContain(
      "whom the record does not mention: Sam Okoro, 1 member whose name is not published.",
    );
  });

  test("nobody is missed at a meeting to come, nor where the record tells of nobody", async () => {
    await done("scheduleMeeting", { group, starts: { local: "2098-01-15T10:00" } });
    const id = await done("scheduleMeeting", { group, starts: { local: "2026-05-05T10:00" } });
    await done("endMeeting", { id, on: "2026-05-05", attendanceNotStated: true });
    expect(await factsAt("2098-01-15")).not.toContain("Quorum");
    expect(await factsAt("2026-05-05")).toContain("Quorum Not known: the record does not say");
    for (const day of ["2098-01-15", "2026-05-05"])
      expect(await attendanceAt(day)).not.toContain("does not mention");
  });

  test("meetings lead to the one before, and to the one whose minutes they agreed, and back", async () => {
    const sentence = "As minuted: “The minutes of the previous meeting were agreed.”";
    expect(await factsAt("2026-04-14")).toContain(
      "Meeting before Harbourside Pavements Working Group minutes: March 2026",
    );
    expect(await factsAt("2026-03-10")).not.toContain("Meeting before");
    expect(await partOf(await pathOf("2026-03-10"), "record")).toContain(
      `The minutes were agreed at the meeting of 14 April 2026.${sentence}`,
    );
    expect(await partOf(await pathOf("2026-04-14"), "record")).toContain(
      `Agreed here: the minutes of the meeting of 10 March 2026.${sentence}`,
    );
  });

  test("a meeting of a series has its rule in words and the other days", async () => {
    const starts = { local: "2098-03-19T10:00" };
    const id = await done("scheduleMeeting", { group, starts });
    const rule = "FREQ=MONTHLY;INTERVAL=3;BYDAY=3WE";
    await done("repeatMeeting", { id, until: "2098-12-31", rule });
    const moved = { reason: "A holiday", starts: { local: "2098-06-25T10:00" } };
    await done("postponeMeeting", { id: await town.meetingOn("2098-06-18"), ...moved });
    const days = "17 September 2098 Scheduled 17 December 2098 Scheduled";
    expect(await partOf(await pathOf("2098-03-19"), "series")).toBe(
      `Series One of a series: every 3 months on the third Wednesday. 25 June 2098 Scheduled ${days}`,
    );
    expect(await partOf(await pathOf("2098-06-25"), "series")).toBe(
      `Series One of a series: every 3 months on the third Wednesday. By its rule it was to be on 18 June 2098. 19 March 2098 Scheduled ${days}`,
    );
    expect((await documentAt(await pathOf("2026-03-10"))).querySelector("#series")).toBeNull();
    expect(await dataAt("2098-06-25")).toMatchObject({
      "@type": "Event",
      startDate: "2098-06-25T09:00:00Z",
      eventStatus: "https://schema.org/EventRescheduled",
      previousStartDate: "2098-06-18",
    });
    expect(await dataAt("2098-03-19")).not.toHaveProperty("eventStatus");
  });

  test("INV-G13 a group's page has what is vacant on the day", async () => {
    const vacant = "Nobody had these seats on";
    expect(await partOf(`${page}?on=2026-02-28`, "members")).not.toContain(vacant);
    expect(await partOf(`${page}?on=2026-03-01`, "members")).toContain(
      `${vacant} 1 March 2026:Residents, first seat`,
    );
    const id = await done("draftTermsOfReference", {
      group,
      purpose: "To mend kerbs",
      seats: [{ name: "Members", places: 40 }],
      on: "2026-03-01",
    });
    const meeting = await town.meetingOn("2026-04-14");
    await done("agreeTermsOfReference", { id, meeting, from: "2026-05-01" });
    expect(await partOf(`${page}?on=2026-04-30`, "members")).not.toContain("places");
    expect(await partOf(`${page}?on=2026-05-01`, "members")).toMatch(
      /Of the 40 places in its terms of reference, [23]\d were vacant on 1 May 2026\./u,
    );
  });

  test("a group's page has how often each member came", async () => {
    const rows = await rowsIn(page, "attendance");
    const counts = (person: string) => rows.find(([name]) => name === person)?.slice(1);
    expect(counts("Dr Mo Farrow")).toEqual(["3", "2", "0", "0"]);
    expect(counts("Bela Novak")).toEqual(["3", "1", "1", "0"]);
    expect(rows.flat().join(" ")).not.toContain("Denby");
  });

  test("a figure has its hedge, its interval and that somebody else counted it", async () => {
    const indicator = `Indicator:${await idOf("commitments.indicator")}`;
    const figure = { indicator, source: { title: "A survey of kerbs" } };
    await done("recordObservation", {
      ...figure,
      period: { start: "2027", end: "2027" },
      value: "14",
      hedge: "ABOUT",
      interval: { low: "13", high: "15", level: "95% credible interval" },
      secondHand: true,
    });
    const surety = "(between 13 and 15, 95% credible interval; counted by somebody else";
    const mission = "/missions/step-free-harbourside";
    const rows = await rowsIn(mission, "figures");
    expect(rows.find(([period]) => period === "2027")?.[1]).toBe(
      `about 14 ${surety} than its source)`,
    );
    expect(rows.find(([period]) => period === "2025")?.[1]).toBe("13");
    expect(await partOf(mission, "figures svg")).toContain("about 14");
    expect(await partOf(`${mission}/commitments/dropped-kerbs`, "main-content")).toContain(
      `about 14 dropped kerbs ${surety}`,
    );
  });

  test("the feed calls neither an agenda minutes, nor minutes that were taken back, which no sitemap has either", async () => {
    const agenda = `Harbourside Pavements Working Group minutes: June 2026

Date of meeting: 9 June 2026

Agenda

1. Welcome and apologies
2. Damp kerbs
`;
    const bytes = new TextEncoder().encode(agenda);
    await importDocument(
      db,
      { name: "june.txt", bytes },
      {},
      {
        ...surroundings,
        now: () => new Date("2026-06-01T12:00:00Z"),
      },
    );
    const march = "Minutes: Harbourside Pavements Working Group minutes: March 2026";
    const april = "Minutes: Harbourside Pavements Working Group minutes: April 2026";
    expect((await minutesInFeed()).toSorted()).toEqual([april, march]);
    const id = await done("circulateMinutes", { meeting: await town.meetingOn("2026-03-10") });
    await done("publishMinutes", { id, asDraft: true });
    expect((await minutesInFeed()).toSorted()).toEqual([april, march]);
    const withdrawn = await pathOf("2026-03-10");
    expect(await mapOf(own)).toContain(withdrawn);
    await done("withdrawMinutes", { id, reason: "A wrong name" });
    expect(await minutesInFeed()).toEqual([april]);
    expect(await mapOf(own)).not.toContain(withdrawn);
    const { slug } = await db
      .selectFrom("meetings.meeting")
      .select("slug")
      .where("held_on", "=", "2026-03-10")
      .where("group_id", "=", town.group)
      .executeTakeFirstOrThrow();
    const told = textOf((await documentAt(`/meetings/${slug}`)).querySelector(".ds_inset-text"));
    expect(told).toMatch(
      /^The minutes of this meeting were published on .+ and withdrawn on .+: A wrong name$/u,
    );
  });

  test("minutes that were published as a draft are called one until a meeting has agreed them", async () => {
    const held = async (day: string) => {
      const id = await done("scheduleMeeting", { group, starts: { local: `${day}T10:00` } });
      return done("endMeeting", { id, on: day, attendanceNotStated: true });
    };
    const [meeting, later] = [await held("2026-05-12"), await held("2026-05-26")];
    const id = await done("circulateMinutes", { meeting });
    await done("publishMinutes", { id, asDraft: true });
    const { slug } = await db
      .selectFrom("meetings.meeting")
      .select("slug")
      .where("id", "=", meeting.replace("Meeting:", ""))
      .executeTakeFirstOrThrow();
    const isCalledDraft = async () =>
      textOf((await documentAt(`/meetings/${slug}`)).body).includes("published as a draft");
    expect(await isCalledDraft()).toBe(true);
    await done("agreeMinutes", { id, meeting: later });
    expect(await isCalledDraft()).toBe(false);
  });
}, "gateway");
