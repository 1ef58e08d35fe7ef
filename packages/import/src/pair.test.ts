import fc from "fast-check";
import { expect, test } from "vitest";
import { commonWords, pair, sameWords } from "./pair.ts";

interface Said {
  readonly item: string;
  readonly text: string;
}
const said = (item: string, ...texts: string[]): Said[] => texts.map((text) => ({ item, text }));
const marks = {
  keys: [
    (one: Said) => JSON.stringify([one.item, sameWords(one.text)]),
    ({ text }: Said) => sameWords(text),
  ],
  within: ({ item }: Said) => item,
  likeness: commonWords(({ text }: Said) => text),
};
const pairsOf = (before: readonly Said[], after: readonly Said[]) =>
  [...pair(before, after, marks)].map(([one, other]) => [one.text, other.text]);

test.each([
  {
    what: "other capitals and marks",
    before: said("1", "Sam, to count"),
    after: said("1", "SAM to count."),
    pairs: [["SAM to count.", "Sam, to count"]],
  },
  {
    what: "a corrected name",
    before: said("1", "Max Frew to send the map"),
    after: said("1", "Max Frewe to send the map"),
    pairs: [["Max Frewe to send the map", "Max Frew to send the map"]],
  },
  {
    what: "the most alike of several",
    before: said("1", "Sam to count all red lamps", "Sam to count all blue lamps"),
    after: said("1", "Sam to count all very blue lamps"),
    pairs: [["Sam to count all very blue lamps", "Sam to count all blue lamps"]],
  },
  {
    what: "what moved, where the words are the same",
    before: said("1", "Sam to count"),
    after: said("2", "Sam to count"),
    pairs: [["Sam to count", "Sam to count"]],
  },
  {
    what: "nothing of what moved and changed",
    before: said("1", "Sam to count all the lamps"),
    after: said("2", "Sam to count all the benches"),
    pairs: [],
  },
  {
    what: "nothing of what has little in common",
    before: said("1", "Mo to send members the map"),
    after: said("1", "Iris to rest"),
    pairs: [],
  },
])("$what: $pairs", ({ before, after, pairs }) => {
  expect(pairsOf(before, after)).toEqual(pairs);
});

const word = fc.constantFrom("lamp", "quay", "to", "count", "Sam", "Nia", "…");
const part = fc.record({
  item: fc.constantFrom("1", "2"),
  text: fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
});
const version = fc.array(part, { maxLength: 12 });

test("one part is never two, two are never one, and what is the same is always found", () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const found = pair(before, after, marks);
      expect(new Set(found.values()).size).toBe(found.size);
      for (const [one, other] of found) {
        expect(after).toContain(one);
        expect(before).toContain(other);
      }
      const left = before.filter((one) => ![...found.values()].includes(one));
      const news = after.filter((one) => !found.has(one));
      for (const one of news)
        expect(left.map(({ text }) => sameWords(text))).not.toContain(sameWords(one.text));
      expect(pair(before, structuredClone(before), marks).size).toBe(before.length);
    }),
  );
});

const long = (letter: string) =>
  said("1", ...Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`));

test("two long versions that have nothing in common take no time", () => {
  expect(pair(long("a"), long("b"), marks).size).toBe(0);
});
