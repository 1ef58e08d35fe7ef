import { expect, test } from "vitest";
import { contrast, lightened } from "../colours.ts";
import { coloursOf, dark, darkTags, light, type Palette } from "./palette.ts";
import { own } from "./style.ts";

const brands = ["#0065bd", "#7a0055", "#000000", "#707070", "#006b3c", "#5a5a00"];

/** Words in a colour, and what they stand on. */
const words: [keyof Palette, keyof Palette][] = [
  ["ink", "paper"],
  ["ink", "soft"],
  ["ink", "band"],
  ["quiet", "paper"],
  ["quiet", "soft"],
  ["quiet", "band"],
  ["link", "paper"],
  ["link", "soft"],
  // A button has its word in the colour of the paper.
  ["paper", "link"],
  ["paper", "ink"],
];

test.each([
  { one: "#000000", other: "#ffffff", ratio: 21 },
  { one: "#ffffff", other: "#ffffff", ratio: 1 },
  { one: "#767676", other: "#ffffff", ratio: 4.54 },
  { one: "#0000ff", other: "#ffffff", ratio: 8.59 },
])("$one stands $ratio to 1 apart from $other", ({ one, other, ratio }) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

test.each([
  ["light", light],
  ["dark", dark],
] as const)("in the %s, words are read at 4.5 to 1 and marks at 3 to 1", (_, of) => {
  for (const brand of brands) {
    const palette = of(brand);
    for (const [ink, ground] of words)
      expect
        .soft(contrast(palette[ink], palette[ground]), `${ink} on ${ground}, ${brand}`)
        .toBeGreaterThanOrEqual(4.5);
    expect.soft(contrast(palette.good, palette.paper)).toBeGreaterThanOrEqual(3);
  }
});

test.each(Object.entries(darkTags))("in the dark, a %s tag is read at 7 to 1", (_, tag) => {
  expect(contrast(tag.ink, tag.ground)).toBeGreaterThanOrEqual(7);
});

test("a brand is lightened only as far as it must be", () => {
  expect(lightened("#ffcc00", "#15181c")).toBe("#ffcc00");
  expect(lightened("#000000", "#ffffff")).toBe("#000000");
  for (const brand of brands) {
    const { link, band } = dark(brand);
    expect.soft(contrast(link, band), brand).toBeGreaterThanOrEqual(4.5);
    expect.soft(contrast(link, band), brand).toBeLessThan(6);
  }
});

test("the sheet has every colour from the palette, but for those of what has the focus", () => {
  const declared = new Set(coloursOf("#0065bd").match(/--site-[a-z]+(?=:)/gu));
  const used = new Set(own.match(/--site-[a-z]+/gu));
  expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  expect(new Set(own.match(/#[0-9a-f]{3,8}\b/giu))).toEqual(new Set(["#fdd522", "#1a1a1a"]));
  expect(contrast("#1a1a1a", "#fdd522")).toBeGreaterThanOrEqual(7);
});

test("a page on paper has the colours of the day", () => {
  const dark = /@media ([^{]+)\{\s*:root \{ color-scheme: dark/u.exec(coloursOf("#0065bd"));
  expect(dark?.[1]).toMatch(/^screen and /u);
});
