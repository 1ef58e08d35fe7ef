import { Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { comparedRatings, convertedRating, ratingIn, ratingScales, scaleOf } from "./rating.ts";

const gmpp = (version: string, value: string) => ({
  scale: { id: "gmpp-confidence", version },
  value,
});
const codeOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test("no scale has a version twice, and no version a value twice", () => {
  const names = ratingScales.map(({ id, version }) => `${id} ${version}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { values } of ratingScales)
    expect(new Set(values.map(({ notation }) => notation)).size).toBe(values.length);
});

test("INV-C10 every mapping leads from a value that is there to one that is there, and is lossy where two become one", () => {
  for (const { id, version, mappings = [] } of ratingScales)
    for (const { to, lossy, values } of mappings) {
      for (const [from, into] of Object.entries(values)) {
        expect(ratingIn({ scale: { id, version }, value: from })).toBeDefined();
        expect(ratingIn({ scale: to, value: into })).toBeDefined();
      }
      const targets = Object.values(values);
      expect(lossy).toBe(new Set(targets).size < targets.length);
    }
});

test("INV-C10 ratings are compared within one version of one scale", () => {
  expect(comparedRatings(gmpp("5", "green"), gmpp("5", "amber"))).toBe(-1);
  expect(comparedRatings(gmpp("5", "red"), gmpp("5", "amber"))).toBe(1);
  expect(comparedRatings(gmpp("5", "red"), gmpp("5", "red"))).toBe(0);
  expect(codeOf(() => comparedRatings(gmpp("5", "red"), gmpp("3", "red")))).toBe("INV-C10");
});

test("INV-C10 a rating is converted as its scale declares, and what is lost is said", () => {
  const three = { id: "gmpp-confidence", version: "3" };
  expect(convertedRating(gmpp("5", "amber-red"), three)).toEqual({
    rating: gmpp("3", "amber"),
    lossy: true,
  });
  expect(codeOf(() => convertedRating(gmpp("3", "amber"), gmpp("5", "").scale))).toBe("INV-C10");
  expect(convertedRating(gmpp("3", "red"), three)).toMatchObject({ lossy: false });
});

test("a scale, and a value of it, that are not there are refused", () => {
  expect(codeOf(() => scaleOf({ id: "stars", version: "1" }))).toBe("SCALE_UNKNOWN");
  expect(codeOf(() => ratingIn(gmpp("3", "blue")))).toBe("RATING_UNKNOWN");
});
