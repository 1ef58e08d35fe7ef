import { expect, test } from "vitest";
import { chart } from "./chart.ts";

const figure = (start: string, value: number) => ({
  start,
  value,
  label: start,
  text: `${value}`,
});
const drawn = (...figures: ReturnType<typeof figure>[]) => chart("c", "Kerbs", figures).toString();
const bars = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/gu)].map(
    ([, ...numbers]) => numbers.map(Number),
  );

test("bars stand where their time is, so that a year without a figure is a gap", () => {
  const [one = [], two = [], four = []] = bars(
    drawn(figure("2001", 5), figure("2002", 10), figure("2004", 10)),
  );
  const [near, far] = [(two[0] ?? 0) - (one[0] ?? 0), (four[0] ?? 0) - (two[0] ?? 0)];
  expect(far / near).toBeCloseTo(2, 2);
  expect((two[3] ?? 0) / (one[3] ?? 0)).toBeCloseTo(2, 2);
});

test("what it shows is said in words", () => {
  const svg = drawn(figure("2001", 5), figure("2002", 12), figure("2003", 7));
  expect(svg).toContain("From 5 in 2001 to 7 in 2003. The highest is 12, in 2002.</desc>");
  expect(svg).toContain(`aria-labelledby="c-title c-words"`);
});

test.each([
  ["no figure", []],
  ["one figure", [figure("2001", 5)]],
  ["nothing but noughts", [figure("2001", 0), figure("2002", 0)]],
  ["a figure below nought", [figure("2001", 5), figure("2002", -1)]],
])("there is no chart of %s", (_, figures) => expect(drawn(...figures)).toBe(""));
