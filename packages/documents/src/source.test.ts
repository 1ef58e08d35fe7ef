import { Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMinutes } from "./read/minutes.ts";
import { Reading } from "./reading.ts";
import { sourceOf } from "./source.ts";
import { broadband } from "./testing.ts";
import { paragraph, pdf, row, word, zip } from "./testing/files.ts";

const utf8 = new TextEncoder();

const weir = word(
  paragraph("Weir Forum minutes: 9 May 2025", "Heading1") +
    paragraph("Present", "Heading2") +
    paragraph("Ina Marsh, Weir Trust (Chair)") +
    paragraph("Odd Teal, Eel Club") +
    paragraph("Gates", "Heading2") +
    paragraph("Both leak.") +
    `<w:tbl>${row("Action", "Owner", "Due")}${row("Order gates", "Odd Teal", "1 June 2025")}</w:tbl>`,
);

const page = pdf([
  "Weir Forum minutes: 9 May 2025",
  "",
  "Present: Ina Marsh (Chair), Odd Teal",
  "",
  "1. Gates",
  "Both leak.",
  "Action: Odd Teal to order gates by 1 June 2025.",
  "2. Eels",
  "None.",
]);

test("a Word document keeps its headings and its tables", async () => {
  const reading = readMinutes(await sourceOf(weir));
  expect(reading).toMatchObject({ group: "Weir Forum", date: "2025-05-09", chair: "Ina Marsh" });
  expect(reading.items.map(({ heading }) => heading)).toEqual(["Gates"]);
  expect(reading.actions).toMatchObject([{ text: "Order gates", due: "1 June 2025" }]);
});

test("the text of a PDF is read line by line", async () => {
  const reading = readMinutes(await sourceOf(page));
  expect(reading).toMatchObject({ group: "Weir Forum", date: "2025-05-09", chair: "Ina Marsh" });
  expect(reading.items.map(({ heading }) => heading)).toEqual(["Gates", "Eels"]);
  expect(reading.actions).toMatchObject([{ due: "1 June 2025" }]);
});

test.each([
  { given: "a zip that is no Word document", file: zip({ "a.txt": "minutes" }), code: "NOT_TEXT" },
  { given: "a Word document cut short", file: weir.subarray(0, 400), code: "NOT_TEXT" },
  { given: "a Word document without a word", file: word(""), code: "EMPTY_DOCUMENT" },
  { given: "a PDF cut short", file: page.subarray(0, 60), code: "NOT_TEXT" },
  { given: "a PDF without a word", file: pdf([""]), code: "EMPTY_DOCUMENT" },
  {
    given: "a bomb that says so",
    file: word(paragraph("x".repeat(120_000_000))),
    code: "DOCUMENT_TOO_LARGE",
  },
  {
    given: "a bomb that says it is small",
    file: word(paragraph("x".repeat(120_000_000)), 100),
    code: "DOCUMENT_TOO_LARGE",
  },
])("$given is refused with $code", async ({ file, code }) => {
  await expect(sourceOf(file)).rejects.toThrow(expect.objectContaining({ code }));
});

/** Every fact of a page stands in its source, and none of it is a tag. */
test("an entity or an external address in a page is never followed", () => {
  const reading = readMinutes(
    `<!doctype html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><h1>Weir Forum minutes: 9 May 2025</h1><h2>Gates</h2><p>&x; <img src="http://127.0.0.1:9/x"> leak.</p></body></html>`,
  );
  expect(reading.items[0]?.contributions[0]?.text).toBe("&x; leak.");
});

const asPage = (text: string) =>
  `<html><body>${text
    .split("\n")
    .map((line) => `<p>${line}</p>`)
    .join(
      "",
    )}<ul><li>Ina Marsh</li></ul><table><tr><td>1</td><td>Gates</td></tr></table></body></html>`;
/** What is mutated, and how it becomes a file: a packed document is mutated inside and out. */
const formats: Readonly<
  Record<string, readonly [Uint8Array, ((whole: Uint8Array) => Uint8Array)?]>
> = {
  text: [utf8.encode(broadband)],
  markdown: [utf8.encode(broadband.replaceAll(/^Agenda item/gmu, "## Item"))],
  page: [utf8.encode(asPage(broadband))],
  Word: [weir],
  "Word inside": [
    utf8.encode(
      broadband
        .split("\n")
        .map((line) => paragraph(line))
        .join("") + row("Action", "Owner"),
    ),
    (body) => word(new TextDecoder().decode(body)),
  ],
  PDF: [page],
};
/** Ten thousand are run where the variable asks for them. */
const runs = Number(process.env["REMIT_MUTATIONS"] ?? 0) || 60;
/** Lists, tables, tags, entities and marks without an end. */
const bombs = ["<ul><li>", "<table><tr><td>", "<div>", "&amp;", "| a ", "- ", "> ", "**", "[", "("];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(200),
  paste: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .tuple(fc.constantFrom(...bombs), fc.nat(400))
      .map(([unit, times]) => utf8.encode(unit.repeat(times))),
    fc.constant(null),
  ),
});

test.each(Object.entries(formats))(
  "%s that is cut, spliced and nested is read or refused",
  async (_, [whole, packed = (bytes: Uint8Array) => bytes]) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
        const file = mutations.reduce<Uint8Array>((now, { at, cut, paste }) => {
          const from = Math.floor(at * now.length);
          const instead = paste ?? now.subarray(Math.floor(now.length / 3), from);
          return Buffer.concat([now.subarray(0, from), instead, now.subarray(from + cut)]);
        }, whole);
        const started = process.cpuUsage();
        const text = await sourceOf(packed(file)).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        });
        if (text !== null) Reading.parse(readMinutes(text));
        const { user, system } = process.cpuUsage(started);
        expect((user + system) / 1_000_000).toBeLessThan(5);
      }),
      { numRuns: runs },
    );
  },
  1_200_000,
);
