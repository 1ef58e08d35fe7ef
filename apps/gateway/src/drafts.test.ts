import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveTokens } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const keepers = ["secretariat", "chair"];
const others = ["anybody", "member", "stranger", "official"];

/** Every way to an action, from each type that leads to one. */
const ways = `query ($id: ID!, $meeting: ID!, $commitment: ID!, $words: String!) {
  action(by: {id: $id}) { text owners { name } history { nodes { verb } } contributesTo { reason } }
  node(id: $id) { id }
  actions(filter: {raisedAt: $meeting, text: $words}) { totalCount nodes { text } }
  drafts: actions(filter: {status: DRAFT}) { totalCount }
  search(text: $words) { totalCount nodes { text found { id } } }
  meeting(by: {id: $meeting}) { actions { text } group { actions { nodes { text } } } }
  commitment: node(id: $commitment) { ... on Commitment { contributions { reason action { text } } } }
  group(by: {slug: "harbourside-pavements-working-group"}) { actionLog { markdown actions { text } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let meeting = "";
  let commitment = "";
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    await giveTokens(db, { official: { role: "member", group: desk.hill, official: true } });
    meeting = await desk.meetingOn("2026-03-10");
    commitment = `Commitment:${desk.pavements.commitment.id}`;
  });
  afterAll(() => desk.close());

  /** A draft with a link; its words are its own. */
  const draft = async (words: string) => {
    const id = await desk.raise(`Sam to ${words}`, { draft: true });
    const link = { relation: "CONTRIBUTES_TO", target: commitment, reason: `To ${words}` };
    const linked = await desk.act("secretariat", "linkAction", { id, ...link });
    expect(linked).toMatchObject({ version: 2 });
    return id;
  };
  const look = async (caller: string, id: string, words: string) => {
    const { data, errors } = await desk.send(caller, ways, { id, meeting, commitment, words });
    expect(errors).toBeUndefined();
    return data;
  };
  const tells = async (caller: string, id: string, words: string) => {
    const { drafts, ...found } = await look(caller, id, words);
    const text = JSON.stringify(found);
    return { words: text.includes(words), id: text.includes(id), drafts: drafts?.["totalCount"] };
  };

  test("a draft is its secretariat's and chair's, by whichever way one comes to it", async () => {
    const words = "gild the lily";
    const id = await draft(words);
    for (const caller of keepers)
      expect(await tells(caller, id, words)).toEqual({ words: true, id: true, drafts: 1 });
    for (const caller of others)
      expect(await tells(caller, id, words)).toEqual({ words: false, id: false, drafts: 0 });
    expect(await look("chair", id, words)).toMatchObject({
      action: { history: { nodes: [{ verb: "raiseAction" }, { verb: "linkAction" }] } },
      search: { totalCount: 1, nodes: [{ found: { id } }] },
      actions: { totalCount: 1 },
    });
    expect(await look("anybody", id, words)).toMatchObject({
      action: null,
      node: null,
      search: { totalCount: 0 },
      actions: { totalCount: 0 },
    });
  });

  test("a draft is not there for a verb of whoever does not keep the record, nor to wait for", async () => {
    const id = await draft("dust the bollards");
    const missing = "Action:01990000-0000-7000-8000-00000000dead";
    for (const caller of others)
      expect(await desk.act(caller, "withdrawAction", { id, reason: "No" })).toEqual(
        await desk.act(caller, "withdrawAction", { id: missing, reason: "No" }),
      );
    const hill = await desk.meetingOn("2026-03-10", desk.hill);
    const raised = { meeting: hill, text: "Sam to wait", ownerNotStated: true, dependsOn: [id] };
    expect(await desk.act("stranger", "raiseAction", raised)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("once confirmed it is everybody's; what was done while it was a draft stays with its keepers", async () => {
    const words = "polish the anchor";
    const id = await draft(words);
    expect(await desk.act("secretariat", "confirmAction", { id })).toMatchObject({
      status: "OPEN",
    });
    const verbs = async (caller: string) => (await look(caller, id, words))["action"]?.["history"];
    expect(await verbs("chair")).toEqual({
      nodes: [{ verb: "raiseAction" }, { verb: "linkAction" }, { verb: "confirmAction" }],
    });
    for (const caller of others) {
      expect(await tells(caller, id, words)).toMatchObject({ words: true, id: true });
      expect(await verbs(caller)).toEqual({ nodes: [{ verb: "confirmAction" }] });
    }
  });

  test("a draft that was let go is still its keepers'", async () => {
    const words = "varnish the gull";
    const id = await draft(words);
    const withdrawn = await desk.act("chair", "withdrawAction", { id, reason: "A slip" });
    expect(withdrawn).toMatchObject({ status: "WITHDRAWN" });
    for (const caller of keepers)
      expect(await tells(caller, id, words)).toMatchObject({ words: true, id: true });
    for (const caller of others)
      expect(await tells(caller, id, words)).toMatchObject({ words: false, id: false });
  });
}, "gateway");
