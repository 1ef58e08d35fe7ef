import { moveNames, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { complete, confirm } from "./lifecycle.ts";
import { needsOf } from "./need.ts";
import { answer } from "./part.ts";
import { refusalFor } from "./permission.ts";
import { reassign } from "./revision.ts";
import { type ActionMove, actionMoves } from "./status.ts";
import { actors, eight, figures, inStatus, nia, robin, sam } from "./testing.ts";

const why = { by: sam, on: "2026-04-01", reason: "Because the group said so" };
const both = reassign(figures, { ...why, owners: [{ agent: nia }, { agent: robin }] });
const crowd = eight[0]!;
const nobody = reassign(figures, { ...why, owners: [] });

test.each([
  { what: "their own action", who: "owner", action: figures, needs: [] },
  { what: "the only owner's action", who: "secretary", action: figures, needs: ["owner"] },
  { what: "one of two owners' action", who: "owner", action: both, needs: ["override"] },
  { what: "two owners' action", who: "secretary", action: both, needs: ["override"] },
  { what: "a crowd's action", who: "chair", action: crowd, needs: ["override"] },
  { what: "nobody's action", who: "administrator", action: nobody, needs: ["override"] },
  {
    what: "the action of two of whom the other has spoken",
    who: "owner",
    action: answer(both, { agent: robin, status: "done", on: "2026-04-02" }),
    needs: [],
  },
] as const)("to complete $what, the $who adds $needs", ({ who, action, needs }) => {
  expect(needsOf(actors[who], "complete", action)).toEqual(needs);
});

const speakers = [
  ["owner", nia],
  ["secretary", sam],
] as const;

test.each(
  [figures, both, crowd, nobody].flatMap((action) =>
    speakers.map(([who, by]) => ({ who, by, action, owners: action.owners.length })),
  ),
)(
  "INV-A7 what the $who needs to complete what $owners own is what completing refuses without it",
  ({ who, by, action }) => {
    const needs = needsOf(actors[who], "complete", action);
    const answers = needs.map((need) =>
      need === "owner" ? { owner: nia } : { override: "So they said" },
    );
    const given = { by, on: "2026-04-02" };
    expect(outcomeOf(() => complete(action, given))).toBe(needs.length === 0 ? "done" : "INV-A7");
    expect(outcomeOf(() => complete(action, Object.assign({ ...given }, ...answers)))).toBe("done");
  },
);

function outcomeOf(verb: () => Action): string {
  try {
    return verb().status;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

test("a draft of no owner is confirmed with the word that it names none", () => {
  const draft = { ...inStatus.draft, owners: [] };
  expect(needsOf(actors.chair, "confirm", draft)).toEqual(["owner-not-stated"]);
  expect(() => confirm(draft)).toThrow(expect.objectContaining({ code: "INV-A3" }));
  expect(confirm(draft, { ownerNotStated: true }).status).toBe("open");
});

const reasoned: ActionMove[] = moveNames(actionMoves).filter((name) =>
  needsOf(actors.administrator, name, figures).includes("reason"),
);

test("what needs a reason says so", () => {
  expect(reasoned).toContain("withdraw");
  expect(reasoned).not.toContain("start");
});

test("what nobody could do for want of an owner is refused, whoever asks", () => {
  expect(refusalFor(actors.chair, "answer", nobody)).toBeInstanceOf(Refusal);
  expect(refusalFor(actors.chair, "fanOut", figures)).toMatchObject({ code: "INV-A6" });
});
