import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

test("keys stand in order at every depth, and what is undefined is not there", () => {
  const value = { b: [{ d: 1, c: "ü" }, null], a: undefined, A: true };
  expect(canonicalJson(value)).toBe('{"A":true,"b":[{"c":"ü","d":1},null]}');
});

test("the text is JSON of the same value, and the order of keys does not change it", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
