import { actionMoves, actionVerbs } from "@remit/actions";
import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { moveNames } from "@remit/kernel";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyRow } from "@remit/gateway/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { answersTo, factsOf, spelled } from "./testing/move-facts.ts";
import { insertOwned } from "./testing/pavements.ts";

const march = "2026-03-10";
const refusal = (code: string) => ({ code, path: ["on"], changed: false });
const days = ["1900-01-01", "2026-03-09"];
onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
  });
  afterAll(() => desk.close());

  /** What is answered to what may not be, and whether it changed anything. */
  const answerTo = async (verb: string, input: object) => {
    const before = await everyRow(db);
    const { code, path } = await desk.act("secretariat", verb, input);
    const after = await everyRow(db);
    return { code, path, changed: JSON.stringify(after) !== JSON.stringify(before) };
  };
  const raising = async (facts: object) => ({
    meeting: await desk.meetingOn(march),
    text: "Sam to look back",
    ownerNotStated: true,
    ...facts,
  });

  test.each(days)("nothing is raised, taken or agreed on %s, before its meeting", async (on) => {
    expect(await answerTo("raiseAction", await raising({ on }))).toEqual(refusal("BEFORE_MEETING"));
    expect(await answerTo("takeActionLog", { meeting: await desk.meetingOn(march), on })).toEqual(
      refusal("BEFORE_MEETING"),
    );
    const taken = await desk.act("secretariat", "takeActionLog", {
      meeting: await desk.meetingOn(march),
      on: march,
    });
    const agreeing = { id: taken["id"], meeting: await desk.meetingOn("2026-04-14"), on };
    // The log that is agreed was taken later still.
    expect(await answerTo("agreeActionLog", agreeing)).toEqual(refusal("BEFORE_FIRST"));
  });

  test("nothing is raised or taken on a day to come", async () => {
    const on = "2999-01-01";
    expect(await answerTo("raiseAction", await raising({ on }))).toEqual(refusal("IN_FUTURE"));
    expect(await answerTo("takeActionLog", { meeting: await desk.meetingOn(march), on })).toEqual(
      refusal("IN_FUTURE"),
    );
  });

  test.each(moveNames(actionMoves))("no %s happens before the action was raised", async (move) => {
    // Of what is open, only what a crowd owns can be closed.
    const status = move === "close" ? "done" : (actionMoves[move].from[0] ?? "open");
    const [id, other] = [
      ...(await insertOwned(db, status, 1, desk.pavements)),
      ...(await insertOwned(db, "open", 1, desk.pavements)),
    ];
    const around = {
      other: other!,
      meeting: await desk.meetingOn("2026-04-14"),
      commitment: `Commitment:${desk.pavements.commitment.id}`,
      group: `Group:${desk.hill}`,
    };
    const { data } = await desk.send(
      "secretariat",
      `query ($id: ID!) { action(by: {id: $id}) { moves { move needs } } }`,
      { id },
    );
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the query asks for
    const moves = data["action"]?.["moves"] as { move: string; needs: string[] }[];
    const needs = moves.find((each) => each.move === spelled(move))?.needs ?? [];
    const input = { id, ...answersTo(needs, around), ...factsOf(move, around) };
    expect(await answerTo(actionVerbs[move].mutation, { ...input, on: "2026-03-09" })).toEqual(
      refusal("BEFORE_FIRST"),
    );
  });

  test("a merge is not before any of its actions", async () => {
    const raised = await desk.act(
      "secretariat",
      "raiseAction",
      await raising({ meeting: await desk.meetingOn("2026-04-14") }),
    );
    const merging = { id: await desk.raise(), duplicates: [raised["id"]], reason: "Twice" };
    expect(await answerTo("mergeAction", { ...merging, on: "2026-04-01" })).toEqual(
      refusal("BEFORE_FIRST"),
    );
  });

  test("the log of a day that is past is the log of that day", async () => {
    const raisedThen = await desk.act(
      "secretariat",
      "raiseAction",
      await raising({ text: "Sam to sand", on: "2026-03-12" }),
    );
    const raisedLater = await desk.act(
      "secretariat",
      "raiseAction",
      await raising({ text: "Sam to rinse", on: "2026-03-20" }),
    );
    const [then, later] = [raisedThen["id"], raisedLater["id"]];
    await desk.act("secretariat", "rewordAction", {
      id: then,
      text: "Sam to sand and oil",
      reason: "Oil too",
      on: "2026-03-18",
    });
    const log = async (on: string) => {
      const taken = await desk.act("secretariat", "takeActionLog", {
        meeting: await desk.meetingOn(march),
        on,
      });
      const { data } = await desk.send(
        "secretariat",
        `query ($id: ID!) { node(id: $id) { ... on ActionLogSnapshot { takenOn entries { text } } } }`,
        { id: taken["id"] },
      );
      return JSON.stringify(data["node"]);
    };
    expect([then, later]).not.toContain(undefined);
    expect(await log("2026-03-12")).toContain('"Sam to sand"');
    expect(await log("2026-03-12")).not.toContain("Sam to rinse");
    expect(await log("2026-03-18")).toContain('"Sam to sand and oil"');
    expect(await log("2026-03-20")).toContain("Sam to rinse");
  });

  test("INV-K1 what is told of today or of an earlier day is no earlier in the journal than what is there", async () => {
    const id = await desk.raise("Sam to keep time");
    const today = new Date().toISOString().slice(0, 10);
    for (const on of [today, "2026-03-15", today])
      await desk.act("secretariat", "reportAction", { id, text: `Of ${on}`, on });
    const { rows } = await sql<{ at: string }>`select at from database.journal
      where subject_id = ${id.split(":")[1]} order by version`.execute(db);
    const moments = rows.map(({ at }) => new Date(at).toISOString());
    expect(moments).toHaveLength(4);
    expect(moments).toEqual(moments.toSorted());
  });

  test("INV-A13 the meeting that raised an action does not carry it forward", async () => {
    const id = await desk.raise("Sam to review");
    const reviewing = { id, meeting: await desk.meetingOn(march), outcome: "CARRIED_FORWARD" };
    expect(await desk.act("secretariat", "reviewAction", reviewing)).toMatchObject({
      code: "REVIEW_TOO_EARLY",
      path: ["meeting"],
    });
  });
}, "gateway");
