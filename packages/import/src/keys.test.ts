import fc from "fast-check";
import { expect, test } from "vitest";
import { askedKeys, lockOf, personKeyOf, storedKeys } from "./keys.ts";
import { isClose } from "./match.ts";

const letter = fc.constantFrom("a", "b", "e", "i", "n", "o", "ö", "'");
const word = fc.string({ unit: letter, minLength: 1, maxLength: 7 });
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(" "));
const cuts = fc.record({
  at: fc.nat(30),
  out: fc.nat(2),
  put: fc.string({ unit: letter, maxLength: 2 }),
});

/** A name, and one that is mostly close to it: some letters are put in or taken out, or it has other words. */
const names = fc
  .tuple(words, fc.array(cuts, { maxLength: 2 }), words)
  .chain(([name, some, other]) => {
    const changed = some.reduce(
      (text, { at, out, put }) => text.slice(0, at) + put + text.slice(at + out),
      name,
    );
    const surname = name.split(" ").at(-1) ?? "";
    return fc.constantFrom([name, changed], [name, `${other} ${surname}`], [name, other]);
  });

test("whoever has the same name or a close one is found by the keys of it", () => {
  const seen = { same: 0, close: 0, neither: 0 };
  fc.assert(
    fc.property(names, ([known, mentioned]) => {
      const [one, other] = [personKeyOf(known), personKeyOf(mentioned)];
      const kind = one === other ? "same" : isClose(one, other) ? "close" : "neither";
      seen[kind]++;
      if (kind === "neither") return;
      const stored = new Set(storedKeys(known));
      expect({
        known,
        mentioned,
        found: askedKeys(mentioned).some((key) => stored.has(key)),
      }).toEqual({
        known,
        mentioned,
        found: true,
      });
    }),
    { numRuns: 20_000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(500);
});

test("a name has few keys, however long it is", () => {
  const long = "Anastasia Maximiliana Featherstonehaugh-Cholmondeley";
  expect(storedKeys(long).length).toBeLessThanOrEqual(12);
  expect(askedKeys(long).length).toBeLessThanOrEqual(160);
});

test.each([
  ["Ada Quill", "Dr Ada QUILL MSP"],
  ["Ada Quill", "A Quill"],
  ["Anne Ødegård", "Anne Odegard"],
  ["Sam Okoro", "Samuel Okoro"],
])("an import of %s locks what one of %s does", (one, other) =>
  expect(lockOf(one)).toBe(lockOf(other)),
);

test("how names are found is as it was when they were kept", () => {
  // Where this changes, a migration sets `found_by` of every person to null, or those who are known are not found.
  expect(storedKeys("Dr Zoë van der Berg MSP")).toEqual([
    "= zoe van der berg",
    "~ berg z",
    "~ berg zo",
    "~ berg zoe",
    "16 01 zoe |van ",
    "16 02 zoe |der ",
    "16 12 van |der ",
    "16 03 zoe |berg",
    "16 13 van |berg",
    "16 23 der |berg",
  ]);
});
