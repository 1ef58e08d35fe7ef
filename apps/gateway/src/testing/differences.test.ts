import { expect, test } from "vitest";
import { differences } from "./differences.ts";

test.each([
  ["the same", { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
  ["another value", { a: { b: 1 } }, { a: { b: 2 } }, [{ at: "a > b", is: 2 }]],
  ["a member that is gone", { a: 1, b: 2 }, { b: 2 }, [{ at: "a" }]],
  ["a member that is new", { b: 2 }, { a: null, b: 2 }, [{ at: "a", is: null }]],
  [
    "an entry that is gone from the middle",
    [{ reference: "A1" }, { reference: "A2" }, { reference: "A3" }],
    [{ reference: "A1" }, { reference: "A3" }],
    [{ at: "reference A2" }],
  ],
  [
    "entries of one name, of which the second is gone",
    [
      { text: "a", n: 1 },
      { text: "a", n: 2 },
    ],
    [{ text: "a", n: 1 }],
    [{ at: "text a (2)" }],
  ],
  [
    "another order",
    { a: [{ reference: "A1" }, { reference: "A2" }] },
    { a: [{ reference: "A2" }, { reference: "A1" }] },
    [{ at: "a in order", is: ["reference A2", "reference A1"] }],
  ],
])("differences say %s", (_title, was, is, found) => {
  expect(differences(was, is)).toEqual(found);
});
