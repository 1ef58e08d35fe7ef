import { moveNames } from "@remit/kernel";
import { expect, test } from "vitest";
import { movesFor } from "./permission.ts";
import { spokenFor } from "./speaking.ts";
import { actors, ada, eight, figures, inStatus, march, members, nia, robin } from "./testing.ts";
import { type ActionMove, actionMoves, actionVerbs } from "./verbs.ts";
import { answer } from "./verbs/answer.ts";
import { receive } from "./verbs/transfer.ts";
import { reschedule } from "./verbs/reschedule.ts";
import { shareOut } from "./verbs/share-out.ts";
import { start } from "./verbs/start.ts";

type Who = keyof typeof actors;
const everybody = Object.entries(actors).map(([who, actor]) => ({ who, actor }));

const keepers: Who[] = ["chair", "secretary", "administrator"];
const withOwner: Who[] = [...keepers, "owner"];

/** Who may do what to an action that a guest owns. */
const permissions: Record<ActionMove, Who[]> = {
  confirm: keepers,
  start: withOwner,
  block: withOwner,
  unblock: withOwner,
  complete: withOwner,
  reject: keepers,
  close: keepers,
  reopen: keepers,
  supersede: keepers,
  split: keepers,
  withdraw: keepers,
  transfer: keepers,
  receive: keepers,
  merge: keepers,
  reschedule: keepers,
  reword: keepers,
  reassign: keepers,
  shareOut: keepers,
  answer: withOwner,
  addDependency: keepers,
  link: keepers,
  report: withOwner,
  review: keepers,
};

const matrix = moveNames(actionMoves).flatMap((name) =>
  everybody.map(({ who, actor }) => ({
    name,
    who,
    actor,
    allowed: permissions[name].some((one) => one === who),
  })),
);

test.each(matrix)("may $who $name: $allowed", ({ name, actor, allowed }) => {
  expect(actionVerbs[name].allows(actor, figures)).toBe(allowed);
});

test("who may receive is asked of the group that is to take it on", () => {
  const willing = everybody
    .filter(({ actor }) => receive.allows(actor, inStatus.transferred))
    .map(({ who }) => who);
  expect(willing).toEqual(["chair of the streets board", "administrator"]);
});

test.each([
  { number: 1, who: ["chair", "member"] },
  { number: 2, who: ["secretary"] },
  { number: 3, who: ["member", "owner"] },
  { number: 4, who: ["owner"] },
  { number: 7, who: ["official"] },
  { number: 8, who: ["member", "official"] },
])("of the eight, number $number is spoken for by $who", ({ number, who }) => {
  const action = eight[number - 1]!;
  const speakers = everybody.filter(({ actor }) => spokenFor(actor, action).length > 0);
  expect(speakers.map(({ who }) => who)).toEqual(who);
});

test("spokenFor names the part that a viewer may answer for", () => {
  expect(spokenFor(actors.owner, figures)).toEqual([nia]);
});

test("once a crowd is shared out, each of its people speaks for themselves and nobody else does", () => {
  const shared = shareOut(eight[0]!, {
    by: ada,
    on: march.on,
    owner: members,
    people: [ada, robin],
  });
  expect(spokenFor(actors.member, shared)).toEqual([robin]);
  const joined = { ...actors.member, id: "01990000-0000-7000-8000-000000000077" };
  expect(answer.allows(joined, eight[0]!)).toBe(true);
  expect(answer.allows(joined, shared)).toBe(false);
});

test("what is not permitted is refused with whose it is", () => {
  expect(start.refusal(actors.owner, figures)).toBeNull();
  expect(reschedule.refusal(actors.owner, figures)).toMatchObject({
    code: "NOT_PERMITTED",
    message: "Only the secretariat or the chair may do this.",
  });
  expect(start.refusal(actors.member, figures)).toMatchObject({
    code: "NOT_PERMITTED",
    message: "Only an owner, the secretariat or the chair may do this.",
  });
});

test("movesFor says what a viewer may do now, and why not", () => {
  const moves = movesFor(actors.owner, figures);
  const allowed = moves.filter((one) => one.allowed).map(({ move }) => move);
  expect(allowed).toEqual(["start", "block", "complete", "answer", "report"]);
  expect(moves).toContainEqual({
    move: "unblock",
    allowed: false,
    code: "MOVE_REFUSED",
    reason: expect.stringContaining("Cannot unblock what is open: it is open already."),
  });
  expect(moves).toContainEqual({
    move: "close",
    allowed: false,
    code: "NOT_PERMITTED",
    reason: "Only the secretariat or the chair may do this.",
  });
});

test("movesFor knows what no status table can say", () => {
  const standing = eight[7]!;
  const complete = movesFor(actors.chair, standing).find(({ move }) => move === "complete");
  expect(complete).toMatchObject({ allowed: false, code: "INV-A8" });
});

test("nobody who has not said who they are may do anything", () => {
  expect(movesFor(actors.anybody, figures).every(({ allowed }) => !allowed)).toBe(true);
});
