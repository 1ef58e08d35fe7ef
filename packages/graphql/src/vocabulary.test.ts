import { expect, test } from "vitest";
import { shared } from "./vocabulary.ts";

test("a type is made once under its name, and another of the same name is refused", () => {
  const builder = {};
  const made = shared(builder, "Standing", () => ({ of: "action" }), ["from", "to"]);
  expect(shared(builder, "Standing", () => ({ of: "another" }), ["to", "from"])).toBe(made);
  expect(shared(builder, "Standing", () => ({ of: "whoever asks" }))).toBe(made);
  expect(() => shared(builder, "Standing", () => ({}), ["reviewEvery"])).toThrow(
    "Two types would be called Standing: one of from, to, and one of reviewEvery.",
  );
  expect(shared({}, "Standing", () => 1, ["reviewEvery"])).toBe(1);
});
