import { moveNames, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { actors, eight, figures, inStatus, nia, robin, sam } from "./testing.ts";
import { actionMoves, actionVerbs } from "./verbs.ts";
import { answer } from "./verbs/answer.ts";
import { complete } from "./verbs/complete.ts";
import { confirm } from "./verbs/confirm.ts";
import { reassign } from "./verbs/reassign.ts";
import { shareOut } from "./verbs/share-out.ts";

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
    action: answer(both, { by: robin, on: "2026-04-02", status: "done" }),
    needs: [],
  },
] as const)("to complete $what, the $who adds $needs", ({ who, action, needs }) => {
  expect(complete.asks(actors[who], action)).toEqual(needs);
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
    const needs = complete.asks(actors[who], action);
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
  const given = { by: sam, on: why.on };
  expect(confirm.asks(actors.chair, draft)).toEqual(["ownerNotStated"]);
  expect(confirm.asks(actors.chair, inStatus.draft)).toEqual([]);
  expect(() => confirm(draft, given)).toThrow(expect.objectContaining({ code: "INV-A3" }));
  expect(confirm(draft, { ...given, ownerNotStated: true }).status).toBe("open");
});

const asking = (member: string) =>
  moveNames(actionMoves).filter((name) =>
    actionVerbs[name].asks(actors.administrator, figures).includes(member),
  );

test("what needs a reason says so", () => {
  expect(asking("reason")).toEqual([
    "block",
    "unblock",
    "reject",
    "reopen",
    "supersede",
    "split",
    "withdraw",
    "transfer",
    "receive",
    "merge",
    "reschedule",
    "reword",
    "reassign",
    "link",
  ]);
});

test("what a meeting agrees needs the meeting", () => {
  expect(asking("agreedIn")).toEqual(["close", "reopen"]);
});

test("whoever has no part of their own says whose part they answer for", () => {
  expect(answer.asks(actors.secretary, figures)).toEqual(["status", "owner"]);
  expect(answer.asks(actors.owner, figures)).toEqual(["status"]);
});

test("what nobody could do for want of an owner is refused, whoever asks", () => {
  expect(answer.refusal(actors.chair, nobody)).toBeInstanceOf(Refusal);
  expect(shareOut.refusal(actors.chair, figures)).toMatchObject({ code: "INV-A6" });
});
