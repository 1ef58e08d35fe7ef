import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { surroundings, verified } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveTokens } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

/** A word that stands in whatever the draft says, and nowhere else. */
const word = "zephyr";

/** Each way by which one could come to a draft. */
const ways: Readonly<Record<string, string>> = {
  relation: `query ($meeting: ID!) { meeting(by: {id: $meeting}) {
    items { heading outcome contributions { text speakers { name } } decisions { text } actions { text } }
    attendance { name note } papers { title } actions { text reviews { note } } decisions { text } } }`,
  back: `query ($group: ID!) { group(by: {id: $group}) { meetings(first: 20) { nodes {
    items { heading } attendance { name } } } actions(first: 50) { nodes { text reviews { note } } } } }`,
  node: `query ($item: ID!, $said: ID!, $decided: ID!, $there: ID!, $action: ID!) {
    one: node(id: $item) { ... on Item { heading } } two: node(id: $said) { ... on Contribution { text } }
    three: node(id: $decided) { ... on Decision { text } } four: node(id: $there) { ... on Attendance { name } }
    five: node(id: $action) { ... on Action { text } } }`,
  search: `{ search(text: "${word}") { nodes { text } } actions(filter: {text: "${word}"}) { nodes { text } } }`,
  history: `query ($item: ID!, $action: ID!) { one: node(id: $item) { ... on Item { heading history { nodes { subject { ... on Item { heading } } } } } }
    two: node(id: $action) { ... on Action { history { nodes { action { text } } } } } }`,
  log: `query ($group: ID!) { group(by: {id: $group}) { actionLog { markdown actions { text } } } }`,
  agenda: `query ($meeting: ID!) { meeting(by: {id: $meeting}) { agendas { items { heading } } } }`,
  text: `query ($meeting: ID!) { meeting(by: {id: $meeting}) { minutes { texts { content } corrections { text } } } }`,
};
const counts = `query ($meeting: ID!) { meeting(by: {id: $meeting}) { attendanceCount openActionCount }
  search(text: "${word}") { totalCount } actions(filter: {text: "${word}"}) { totalCount } }`;

const callers = ["anybody", "stranger", "official", "member", "secretariat", "chair"] as const;
const inside = ["secretariat", "chair"];
const group = ["official", "member", ...inside];

const sightOf = (who: readonly string[], kept = who) => ({
  ...Object.fromEntries(Object.keys(ways).map((way) => [way, [...who]])),
  agenda: [],
  text: kept,
});
/** The id of nothing, of the type of an id. */
const missing = (id = "") => `${id.split(":")[0]}:01990000-0000-7000-8000-00000000dead`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  const ids: Record<string, string> = {};
  const on = "2026-06-09";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    await giveTokens(db, { official: { role: "member", group: town.hill, official: true } });
    ids["group"] = `Group:${town.group}`;
    const starts = { local: `${on}T10:00` };
    const meeting = await done("scheduleMeeting", { group: ids["group"], starts });
    ids["meeting"] = meeting;
    await done("addItem", { meeting, heading: "Kerbs" });
    await done("issueAgenda", { id: meeting });
    await done("openMeeting", { id: meeting, on });
    const item = await done("addItem", { meeting, heading: `The ${word} item` });
    ids["item"] = item;
    const speakers = [{ name: `A ${word} speaker` }];
    ids["said"] = await done("recordContribution", { item, text: `A ${word} blew.`, speakers });
    ids["decided"] = await done("recordDecision", { item, text: `Let the ${word} blow.` });
    ids["there"] = await done("recordAttendance", { meeting, name: `Mx ${word}`, note: word });
    const raised = { meeting, item, text: `Sam to bottle the ${word}`, ownerNotStated: true };
    ids["action"] = await done("raiseAction", raised);
    const reviewed = { id: await town.raise(), meeting, outcome: "ESCALATED", note: word };
    await done("reviewAction", reviewed);
    await done("endMeeting", { id: meeting, on });
  });
  afterAll(() => town.close());

  const done = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).not.toHaveProperty("code");
    return String(answer["id"]);
  };
  const usedIn = (query: string) =>
    Object.fromEntries(Object.entries(ids).filter(([name]) => query.includes(`$${name}:`)));
  const ask = async (caller: string, query: string) => {
    const { data, errors } = await town.send(caller, query, usedIn(query));
    expect(errors).toBeUndefined();
    return data;
  };
  /** By which ways who comes to the draft. */
  const seenBy = async () => {
    const seen: Record<string, string[]> = {};
    for (const [way, query] of Object.entries(ways)) {
      seen[way] = [];
      for (const caller of callers)
        if (JSON.stringify(await ask(caller, query)).includes(word)) seen[way].push(caller);
    }
    return seen;
  };
  test("a draft of minutes is its keepers', by each way", async () => {
    expect(await seenBy()).toEqual({ ...sightOf(inside, []), log: [] });
    for (const caller of ["anybody", "stranger", "official", "member"])
      expect(await ask(caller, counts)).toEqual({
        meeting: { attendanceCount: 0, openActionCount: 0 },
        search: { totalCount: 0 },
        actions: { totalCount: 0 },
      });
  });

  test.each(["anybody", "stranger", "official", "member"])(
    "a verb of %s tells no more of a draft than of nothing, nor does a key that was used for it",
    async (caller) => {
      for (const [verb, of, input] of [
        ["minuteItem", "item", { outcome: "NOTED" }],
        ["correctAttendance", "there", { note: "x" }],
        ["withdrawAction", "action", { reason: "x" }],
      ] as const)
        expect(await town.act(caller, verb, { id: ids[of], ...input })).toEqual(
          await town.act(caller, verb, { id: missing(ids[of]), ...input }),
        );
      const input = { item: ids["item"], text: `Another ${word} blew.` };
      const key = { "idempotency-key": `said to ${caller}` };
      await town.act("secretariat", "recordContribution", input, key);
      const answer = await town.act(caller, "recordContribution", input, key);
      expect(answer["code"]).toMatch(/^NOT_/u);
      expect(JSON.stringify(answer)).not.toContain(word);
    },
  );

  test("minutes are the group's once they are circulated, everybody's once they are published, and the group's again once they are withdrawn", async () => {
    const id = await done("circulateMinutes", { meeting: ids["meeting"] });
    expect(await seenBy()).toEqual(sightOf(group));
    await done("publishMinutes", { id, asDraft: true });
    expect(await seenBy()).toEqual(sightOf(callers));
    await done("withdrawMinutes", { id, reason: "A wrong name" });
    const seen = await seenBy();
    // Actions stay as they are, and so does what is told of them.
    expect({ relation: seen["text"], text: seen["text"] }).toEqual({
      relation: group,
      text: group,
    });
    expect(JSON.stringify(await ask("anybody", ways["relation"] ?? ""))).not.toContain("blew");
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a draft that was made by hand is its keepers' still when a document of its meeting is taken in", async () => {
    const starts = { local: "2026-06-16T10:00" };
    const meeting = await done("scheduleMeeting", { group: ids["group"], starts });
    const item = await done("addItem", { meeting, heading: "A squall" });
    const raised = { meeting, item, text: "Sam to reef the sails", ownerNotStated: true };
    await done("openMeeting", { id: meeting, on: "2026-06-16" });
    await done("raiseAction", { ...raised, on: "2026-06-16" });
    const text = april.replaceAll("14 April", "16 June").replaceAll("April 2026", "June 2026");
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name: "june.txt", bytes }, { supersede: true }, surroundings);
    const asked = `query ($meeting: ID!) { meeting(by: {id: $meeting}) { items { heading } } }`;
    const told = async (caller: string) =>
      JSON.stringify((await town.send(caller, asked, { meeting })).data);
    expect(await told("secretariat")).toContain("A squall");
    for (const caller of ["anybody", "member"]) {
      expect(await told(caller)).toContain("Benches");
      expect(await told(caller)).not.toContain("A squall");
    }
    expect((await verified(db)).problems).toEqual([]);
  });
}, "gateway");
