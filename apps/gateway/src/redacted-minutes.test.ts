import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { march } from "@remit/import/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

/** Every way to what minutes say, from each type that leads to it. */
const ways = `query ($meeting: ID!, $minutes: ID!, $action: ID!, $words: String!, $at: DateTime!) {
  meeting(by: {id: $meeting}) {
    items { id place heading contributions { text lead history { nodes { verb } } } decisions { text } papers { title } }
    actions { text } attendance { name note }
    actionLogs { entries { text } }
    minutes { texts { content } corrections { text } redactions { number whole ground reason lifted { reason } } } }
  node(id: $minutes) { ... on Minutes { texts { number content } } }
  action(by: {id: $action}) { text originalText raisedAt { item { heading } }
    history { nodes { action { text } } } }
  search(text: $words) { totalCount nodes { text } }
  actions(filter: {text: $words}) { totalCount nodes { text } }
  group(by: {slug: "harbourside-pavements-working-group"}) {
    actionLog { markdown actions { text } }
    past: actionLog(asAt: $at) { markdown actions { text } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let meeting = "";
  let minutes = "";
  let item = "";
  let said = "";
  let action = "";
  const on = "2026-06-09";
  const sentence = 'Robin Vale to tell Ada where she takes "the\n cure" at 5\\6 Quay';
  const secret = `The Chair heard of it in confidence. Action: ${sentence}`;
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    const starts = { local: `${on}T10:00` };
    meeting = await done("scheduleMeeting", { group: `Group:${town.group}`, starts });
    await done("openMeeting", { id: meeting, on });
    item = await done("addItem", { meeting, heading: "Gulls" });
    const other = await done("addItem", { meeting, heading: "Terns" });
    await done("recordContribution", { item, text: "The gulls were counted." });
    said = await done("recordContribution", { item, text: secret });
    await done("recordContribution", { item: other, text: `It was said again: ${sentence}.` });
    const raised = { meeting, item, text: sentence, ownerNotStated: true };
    action = await done("raiseAction", raised);
    await done("endMeeting", { id: meeting, on, attendanceNotStated: true });
    minutes = await done("circulateMinutes", { meeting });
    await done("takeActionLog", { meeting });
    await done("requestCorrection", { id: minutes, text: `Not "${sentence}"` });
    await done("publishMinutes", { id: minutes, asDraft: true });
  });
  afterAll(() => town.close());

  const done = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const refused = (input: object) =>
    town.act("secretariat", "redactMinutes", {
      id: minutes,
      part: said,
      ground: "CONFIDENCE",
      reason: "Told in confidence",
      ...input,
    });
  const read = async (caller: string, words = "cure") => {
    const at = new Date().toISOString();
    const { data, errors } = await town.send(caller, ways, { meeting, minutes, action, words, at });
    expect(errors).toBeUndefined();
    return data;
  };
  const held = /cure|5.{0,4}6 Quay|where she takes/u;

  test.each([
    [{ passage: "somebody else" }, "PASSAGE_UNKNOWN", "passage"],
    [{ passage: "onfidenc" }, "PASSAGE_UNKNOWN", "passage"],
    [{ passage: ". ." }, "PASSAGE_UNKNOWN", "passage"],
    [{ reason: `It is about where ${secret.toUpperCase()}` }, "PASSAGE_IN_REASON", "reason"],
  ])("a redaction of %j is refused with %s", async (input, code, path) => {
    expect(await refused(input)).toMatchObject({ code, path: [path] });
  });

  test("a part of another meeting is redacted in the minutes of that one", async () => {
    const { id } = await db
      .selectFrom("meetings.contribution")
      .select("id")
      .where("meeting_id", "=", (await town.meetingOn("2026-03-10")).slice("Meeting:".length))
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(await refused({ part: `Contribution:${id}` })).toMatchObject({ code: "OTHER_MEETING" });
  });

  test("INV-M25 INV-M26 what is withheld stands in no text, is found by no search, and numbers nothing anew", async () => {
    const before = await read("anybody");
    expect(JSON.stringify(before)).toMatch(held);
    expect(before["search"]).toMatchObject({ totalCount: 3 });
    expect(await refused({})).toMatchObject({ __typename: "Minutes" });
    for (const caller of ["anybody", "member", "stranger"]) {
      const told = await read(caller);
      expect(JSON.stringify(told)).not.toMatch(held);
      expect(told).toMatchObject({
        meeting: {
          items: [
            {
              place: 1,
              heading: "Gulls",
              contributions: [{ text: "The gulls were counted." }, { text: "[withheld]" }],
            },
            { place: 2, contributions: [{ text: "It was said again: [withheld]." }] },
          ],
          actions: [{ text: "[withheld]" }],
          minutes: {
            redactions: [
              {
                number: 1,
                whole: true,
                ground: "CONFIDENCE",
                reason: "Told in confidence",
                lifted: null,
              },
            ],
          },
        },
        search: { totalCount: 0 },
        actions: { totalCount: 0 },
        action: { text: "[withheld]", originalText: "[withheld]" },
      });
      const [text] = Object(told["node"]).texts;
      expect(JSON.parse(text.content).contributions).toHaveLength(3);
    }
    for (const caller of ["secretariat", "chair"])
      expect(await read(caller)).toMatchObject({
        meeting: { items: [{ contributions: [{}, { text: secret }] }, {}] },
        action: { text: sentence },
      });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-M25 what is written later does not say it again, nor does a document that is imported", async () => {
    const late = { meeting, text: `Sam to ask: ${sentence}`, ownerNotStated: true };
    const other = await done("raiseAction", late);
    const text = march
      .replaceAll("10 March", "12 May")
      .replaceAll("March 2026", "May 2026")
      .replace("half of the crossings have no dropped kerb", sentence);
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name: "may.txt", bytes }, {}, surroundings);
    expect(JSON.stringify(await read("member"))).not.toMatch(held);
    const may = `query ($id: ID!, $other: ID!) {
      meeting(by: {id: $id}) { items { contributions { text } } } action(by: {id: $other}) { text } }`;
    const asked = { id: await town.meetingOn("2026-05-12"), other };
    expect(JSON.stringify((await town.send("anybody", may, asked)).data)).not.toMatch(held);
  });

  test("a redaction that is lifted is read again, and that it was one stays", async () => {
    const lift = { id: minutes, redaction: 1, reason: "Robin agreed" };
    expect(await town.act("secretariat", "liftRedaction", { ...lift, redaction: 2 })).toMatchObject(
      { code: "REDACTION_UNKNOWN", path: ["redaction"] },
    );
    expect(await town.act("member", "liftRedaction", lift)).toMatchObject({
      code: "NOT_PERMITTED",
    });
    await done("liftRedaction", lift);
    expect(await read("anybody")).toMatchObject({
      meeting: {
        items: [{ contributions: [{}, { text: secret }] }, {}],
        minutes: { redactions: [{ lifted: { reason: "Robin agreed" } }] },
      },
      search: { totalCount: 5 },
    });
    expect(await town.act("chair", "liftRedaction", lift)).toMatchObject({
      code: "REDACTION_UNKNOWN",
    });
    const rows = await db.selectFrom("meetings.redaction").select("id").execute();
    expect(rows).toEqual([]);
  });

  test("a heading of one word is withheld in its meeting, and nowhere else", async () => {
    const raised = { meeting: await town.meetingOn("2026-04-14"), text: "Sam to count the Gulls" };
    const id = await done("raiseAction", { ...raised, ownerNotStated: true });
    await done("redactMinutes", {
      id: minutes,
      part: item,
      ground: "OTHER",
      reason: "Not what it was about",
    });
    const asked = `query ($id: ID!, $meeting: ID!) { action(by: {id: $id}) { text }
      meeting(by: {id: $meeting}) { items { place heading } } }`;
    expect((await town.send("anybody", asked, { id, meeting })).data).toEqual({
      action: { text: "Sam to count the Gulls" },
      meeting: {
        items: [
          { place: 1, heading: "[withheld]" },
          { place: 2, heading: "Terns" },
        ],
      },
    });
  });
}, "gateway");
