import fc from "fast-check";
import { expect, test } from "vitest";
import { isStorable } from "./text.ts";

test.each([
  { what: "no text", json: [1, null, true, {}] },
  { what: "words", json: { a: ["b", { c: "'\"\\u0000 🎬 \u{10FFFF}" }] } },
])("$what can be stored", ({ json }) => {
  expect(isStorable(json)).toBe(true);
});

test.each([
  { what: "NUL", text: "a\0" },
  { what: "the first half of a pair", text: "a\uD83D" },
  { what: "the second half of a pair", text: "\uDE00a" },
  { what: "the halves the wrong way round", text: "\uDE00\uD83D" },
])("$what cannot, wherever it stands", ({ text }) => {
  for (const json of [text, [text], { a: [{ b: text }] }, { [text]: 1 }, { a: { [text]: [] } }])
    expect(isStorable(json)).toBe(false);
});

test("what PostgreSQL's UTF-8 can hold is what comes back from UTF-8 as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const back = new TextDecoder().decode(new TextEncoder().encode(text));
      expect(isStorable({ text })).toBe(back === text && !text.includes("\0"));
    }),
  );
});

test("data nested deeper than any recursion are looked through", () => {
  const deep: unknown = JSON.parse(`${"[".repeat(100_000)}"\\u0000"${"]".repeat(100_000)}`);
  expect(isStorable(deep)).toBe(false);
});
