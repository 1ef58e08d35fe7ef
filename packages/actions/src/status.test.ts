import { readFileSync } from "node:fs";
import { diagramOf, moveNames, Refusal, tableOf, unreachable } from "@remit/kernel";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { ActionStatus } from "./status.ts";
import { ada, eight, inStatus, june, verbs } from "./testing.ts";
import { type ActionMove, actionMoves, actionVerbs } from "./verbs.ts";
import { close } from "./verbs/close.ts";

type Outcome = ActionStatus | "NOT_DONE" | "INV-A6";

/** Where each move leads from each status. What a row does not name is refused. */
const outcomes: Record<ActionStatus, Partial<Record<ActionMove, Outcome>>> = {
  draft: {
    confirm: "open",
    withdraw: "withdrawn",
    reschedule: "draft",
    reword: "draft",
    reassign: "draft",
    addDependency: "draft",
    link: "draft",
  },
  open: {
    start: "in-progress",
    block: "blocked",
    complete: "done",
    close: "NOT_DONE",
    supersede: "superseded",
    split: "superseded",
    withdraw: "withdrawn",
    transfer: "transferred",
    merge: "open",
    reschedule: "open",
    reword: "open",
    reassign: "open",
    shareOut: "INV-A6",
    answer: "open",
    addDependency: "open",
    link: "open",
    report: "open",
    review: "open",
  },
  "in-progress": {
    block: "blocked",
    complete: "done",
    close: "NOT_DONE",
    supersede: "superseded",
    split: "superseded",
    withdraw: "withdrawn",
    transfer: "transferred",
    merge: "in-progress",
    reschedule: "in-progress",
    reword: "in-progress",
    reassign: "in-progress",
    shareOut: "INV-A6",
    answer: "in-progress",
    addDependency: "in-progress",
    link: "in-progress",
    report: "in-progress",
    review: "in-progress",
  },
  blocked: {
    unblock: "open",
    supersede: "superseded",
    split: "superseded",
    withdraw: "withdrawn",
    merge: "blocked",
    reschedule: "blocked",
    reword: "blocked",
    reassign: "blocked",
    shareOut: "INV-A6",
    answer: "blocked",
    addDependency: "blocked",
    link: "blocked",
    report: "blocked",
    review: "blocked",
  },
  done: { reject: "in-progress", close: "closed", link: "done", report: "done", review: "done" },
  closed: { reopen: "open", link: "closed", review: "closed" },
  superseded: { review: "superseded" },
  withdrawn: { review: "withdrawn" },
  transferred: { receive: "open", review: "transferred" },
};

const matrix = ActionStatus.options.flatMap((status) =>
  moveNames(actionMoves).map((name) => ({
    status,
    name,
    outcome: outcomes[status][name] ?? "MOVE_REFUSED",
  })),
);

const outcomeOf = (verb: () => Action) => {
  try {
    return verb().status;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each(matrix)("$status, $name: $outcome", ({ status, name, outcome }) => {
  expect(outcomeOf(() => verbs[name](inStatus[status], 2000))).toBe(outcome);
});

test("what was begun goes on where it was when nothing stands in its way", () => {
  const blocked = verbs.block(inStatus["in-progress"], 1);
  expect(verbs.unblock(blocked, 1)).toMatchObject({
    status: "in-progress",
    started: { on: "2026-04-01" },
    changes: [{ verb: "unblock", was: { reason: "Because the group said so" } }],
  });
});

test("each status carries its facts, and drops them when it is left", () => {
  expect(inStatus.closed).toMatchObject({
    done: { by: { label: "Sam Okoro" } },
    closure: { kind: "completed" },
  });
  const reopened = verbs.reopen(inStatus.closed, 1);
  expect(reopened).not.toHaveProperty("closure");
  expect(reopened.changes).toMatchObject([{ verb: "reopen", was: { kind: "completed" } }]);
});

test("what was done comes back to its owners when the group does not take it", () => {
  const rejected = verbs.reject(inStatus.done, 1);
  expect(rejected).toMatchObject({ status: "in-progress", owners: [{ status: "acknowledged" }] });
});

test("only the group closes, unless its directorate leaves that to the secretariat", () => {
  const closing = { by: ada, on: june.on };
  expect(() => close(inStatus.done, closing)).toThrow("Say at which meeting");
  expect(close(inStatus.done, { ...closing, closers: "secretariat" }).status).toBe("closed");
});

test("the group closes what a crowd was to do", () => {
  const [leaflet] = eight;
  const closed = close(leaflet!, { by: ada, on: june.on, agreedIn: june.meeting });
  expect(closed).toMatchObject({
    status: "closed",
    closure: { kind: "agreed-closed" },
    done: null,
  });
});

test("every status is reached", () => expect(unreachable(actionMoves, "draft")).toEqual([]));

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README draws the table", () => {
  expect(readme).toContain(diagramOf(actionMoves, "draft"));
});

test("the README names what it does not draw", () => {
  const staying = moveNames(actionMoves)
    .filter((name) => actionMoves[name].to === "same")
    .map((name) => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`));
  expect(readme.replaceAll(/\s+/gu, " ")).toContain(`are not drawn: ${staying.join(", ")}.`);
});

const squeezed = (table: string) => table.replaceAll(/ +/gu, " ").replaceAll(/-{3,}/gu, "---");

test("the README has every verb, with what it does, when, and whose it is", () => {
  expect(squeezed(readme)).toContain(tableOf(Object.values(actionVerbs)));
});
