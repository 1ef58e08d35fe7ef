import { expect, test } from "vitest";
import { mostAddresses, robots, sitemap } from "./sitemap.ts";
import { plain } from "./settings.ts";

const paths = (count: number) => Array.from({ length: count }, (_, index) => `/actions/A${index}`);
const drawn = (count: number, part = "") =>
  sitemap.draw(paths(count), "https://record.example", part)?.toString() ?? null;
const locations = (text: string | null) => text?.match(/(?<=<loc>)[^<]+/gu) ?? [];

test("a file holds as many addresses as the protocol lets it", () => {
  const text = drawn(mostAddresses);
  expect(text).toContain("<urlset ");
  expect(locations(text)).toHaveLength(mostAddresses);
});

test("more addresses are in parts, which the first file names", () => {
  const text = drawn(mostAddresses + 1);
  expect(text).toContain("<sitemapindex ");
  expect(locations(text)).toEqual([
    "https://record.example/sitemap.xml?part=1",
    "https://record.example/sitemap.xml?part=2",
  ]);
  expect(locations(drawn(mostAddresses + 1, "1"))).toHaveLength(mostAddresses);
  expect(locations(drawn(mostAddresses + 1, "2"))).toEqual([
    `https://record.example/actions/A${mostAddresses}`,
  ]);
});

test.each(["0", "2", "-1", "1.5", "one", "Infinity"])("there is no part %s of one", (part) => {
  expect(drawn(3, part)).toBeNull();
});

test.each([
  { search: true, line: "Disallow: /search" },
  { search: false, line: "Disallow:" },
])("robots are told $line, and where the sitemap is", ({ search, line }) => {
  const settings = { ...plain, pages: { ...plain.pages, search } };
  expect(robots.draw(settings, "https://record.example").split("\n")).toEqual([
    "User-agent: *",
    line,
    "Sitemap: https://record.example/sitemap.xml",
    "",
  ]);
});
