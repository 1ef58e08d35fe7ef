import { actionMoves, actionVerbs, ActionStatus } from "@remit/actions";
import { actors, figures } from "@remit/actions/testing";
import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { moveNames } from "@remit/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { type Around, answersTo, factsOf, spelled } from "./testing/move-facts.ts";
import { insertOwned, type Pavements } from "./testing/pavements.ts";

interface Now {
  readonly move: string;
  readonly allowed: boolean;
  readonly needs: readonly string[];
  readonly code: string | null;
}

const moves = moveNames(actionMoves);
const everyNeed = ["reason", "agreedIn", "owner", "override"];

onOneDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  let pavements: Pavements;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
    ({ pavements } = desk);
  });
  afterAll(() => desk.close());

  const movesOf = async (caller: string, id: string): Promise<readonly Now[] | null> => {
    const query = `query ($id: ID!) { action(by: {id: $id}) { moves { move allowed needs code } } }`;
    const { data, errors } = await desk.send(caller, query, { id });
    expect(errors).toBeUndefined();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the query asks for
    return (data["action"]?.["moves"] ?? null) as readonly Now[] | null;
  };
  const around = (other: string): Around => ({
    other,
    meeting: `Meeting:${pavements.meetings[1].id}`,
    commitment: `Commitment:${pavements.commitment.id}`,
    group: `Group:${pavements.neighbours.id}`,
  });

  const matrix = ActionStatus.options.flatMap((status) =>
    (["secretariat", "member", "anybody"] as const).map((caller) => ({ status, caller })),
  );
  test.each(matrix)(
    "what `moves` says of each move of what is $status to the $caller, the mutation does or refuses",
    async ({ status, caller }) => {
      const ids = await insertOwned(db, status, moves.length, pavements);
      const others = await insertOwned(db, "open", moves.length, pavements);
      const said = await movesOf(caller, ids[0]!);
      expect(said === null).toBe(status === "draft" && caller !== "secretariat");
      for (const [index, move] of moves.entries()) {
        const now = said?.find((each) => each.move === spelled(move));
        const asked = around(others[index]!);
        const answers = answersTo(now?.allowed ? now.needs : everyNeed, asked);
        const fits =
          now?.allowed === true
            ? answers
            : Object.fromEntries(
                Object.entries(answers).filter(([key]) => keysOf(move).includes(key)),
              );
        const input = { id: ids[index], ...fits, ...factsOf(move, asked) };
        const { code, __typename } = await desk.act(caller, actionVerbs[move].mutation, input);
        expect({ move, isDone: __typename === "Action", code }).toEqual({
          move,
          isDone: now?.allowed === true,
          code: now === undefined ? "NOT_FOUND" : (now.code ?? undefined),
        });
      }
    },
    120_000,
  );

  test("what a move needs is refused without it", async () => {
    const meeting = await desk.meetingOn("2026-04-14");
    const id = await desk.raise("Sam and Robin to paint", {
      owners: [{ agent: { name: "Sam Okoro" } }, { agent: { name: "Robin Vale" } }],
    });
    const complete = (facts: object) => desk.act("secretariat", "completeAction", { id, ...facts });
    const needs = async (move: string) =>
      (await movesOf("secretariat", id))?.find((each) => each.move === move)?.needs;
    expect(await needs("COMPLETE")).toEqual(["override"]);
    expect(await complete({})).toMatchObject({ code: "INV-A7" });
    await desk.act("secretariat", "answerAction", {
      id,
      owner: { name: "Robin Vale" },
      status: "DONE",
    });
    expect(await needs("COMPLETE")).toEqual(["owner"]);
    expect(await complete({})).toMatchObject({
      code: "OWNER_MISSING",
      message: expect.stringContaining("Sam Okoro, Robin Vale"),
      path: ["owner"],
    });
    expect(await complete({ owner: { name: "Nia Frew" } })).toMatchObject({
      code: "NOT_OWNER",
      message: expect.stringContaining("Sam Okoro, Robin Vale"),
    });
    expect(await complete({ owner: { name: "sam  okoro" } })).toMatchObject({ status: "DONE" });
    expect(await needs("CLOSE")).toEqual(["agreedIn"]);
    const close = (facts: object) => desk.act("secretariat", "closeAction", { id, ...facts });
    expect(await close({})).toMatchObject({ code: "AGREEMENT_MISSING" });
    expect(await close({ agreedIn: meeting })).toMatchObject({ status: "CLOSED" });
  });

  test("an owner is named as the log shows them, a person too", async () => {
    const { id: person, label } = pavements.person;
    const id = await desk.raise("Somebody to paint", {
      owners: [{ agent: { person: `Person:${person}` } }],
    });
    const completed = await desk.act("secretariat", "completeAction", {
      id,
      owner: { name: label },
    });
    expect(completed).toMatchObject({ status: "DONE" });
  });
}, "gateway");

/** The inputs by which a move answers needs. */
function keysOf(move: (typeof moves)[number]): string[] {
  const needs = actionVerbs[move].asks(actors.administrator, figures);
  return [
    ...(needs.includes("reason") ? ["reason"] : []),
    ...(move === "close" || move === "reopen" ? ["agreedIn"] : []),
  ];
}
