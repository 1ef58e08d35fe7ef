import { expect, test } from "vitest";
import { allowedMoves, assertMove, diagramOf, type Moves, unreachable } from "./moves.ts";
import { Refusal } from "./refusal.ts";

type Door = "shut" | "ajar" | "off-its-hinges";
const door = {
  push: { from: ["shut"], to: ["ajar", "off-its-hinges"] },
  pull: { from: ["ajar"], to: "shut" },
  knock: { from: ["shut", "ajar"], to: "same" },
} as const satisfies Moves<Door>;

test.each([
  { state: "shut", moves: ["push", "knock"] },
  { state: "ajar", moves: ["pull", "knock"] },
  { state: "off-its-hinges", moves: [] },
])("from $state: $moves", ({ state, moves }) => expect(allowedMoves(door, state)).toEqual(moves));

test("a move that the state does not allow is refused, with those that it does", () => {
  expect(() => assertMove(door, "pull", "ajar")).not.toThrow();
  expect(() => assertMove(door, "pull", "shut")).toThrow(
    expect.objectContaining({
      code: "MOVE_REFUSED",
      message: "Cannot pull what is shut: it is shut already.",
      params: { move: "pull", state: "shut", possible: ["push", "knock"] },
    }),
  );
  expect(() => assertMove(door, "knock", "off-its-hinges")).toThrow(Refusal);
});

test.each([
  { move: "lift", state: "shut", message: "Cannot lift what is shut: push it first." },
  {
    move: "carry",
    state: "shut",
    message: "Cannot carry what is shut: push it first, then lift it.",
  },
  {
    move: "lift",
    state: "off-its-hinges",
    message: "Cannot lift what is off-its-hinges. Possible: carry.",
  },
  {
    move: "push",
    state: "gone",
    message: "Cannot push what is gone, and nothing more can be done to it.",
  },
])(
  "to $move what is $state is refused with what may be done instead",
  ({ move, state, message }) => {
    const heavy = {
      push: { from: ["shut"], to: "ajar" },
      lift: { from: ["ajar"], to: "lifted" },
      carry: { from: ["lifted", "off-its-hinges"], to: "gone" },
    } as const;
    expect(() => assertMove(heavy, move, state)).toThrow(message);
  },
);

test("a state to which nothing leads is found", () => {
  expect(unreachable(door, "shut")).toEqual([]);
  expect(unreachable({ ...door, mend: { from: ["lost"], to: "shut" } }, "shut")).toEqual(["lost"]);
});

test("a lifecycle draws itself", () => {
  expect(diagramOf(door, "shut").split("\n  ")).toEqual([
    "stateDiagram-v2",
    'state "off-its-hinges" as off_its_hinges',
    "[*] --> shut",
    "shut --> ajar: push",
    "shut --> off_its_hinges: push",
    "ajar --> shut: pull",
    "off_its_hinges --> [*]",
  ]);
});
