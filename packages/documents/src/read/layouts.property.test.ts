import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../reading.ts";
import { sourceOf } from "../source.ts";
import { paragraph, word } from "../testing/files.ts";
import { readMinutes } from "./minutes.ts";

interface Meeting {
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly items: readonly { readonly heading: string; readonly action: string | null }[];
}

const people =
  "Ina Marsh,Odd Teal,Rhona Pell,Jock Tarn,Mina Voss,Lars Holm,Bea Garth,Cal Weir,Dot Moss,Ewan Fell".split(
    ",",
  );
const headings =
  "Gates and sluices,Eels,Repairs to the mill,Boats,Paths by the river,Money,Trees".split(",");
const deeds = ["order gates", "count the eels", "write to the maker", "paint the rail"];

const meeting: fc.Arbitrary<Meeting> = fc
  .record({
    order: fc.shuffledSubarray(people, { minLength: 5 }),
    absent: fc.integer({ min: 1, max: 2 }),
    headings: fc.shuffledSubarray(headings, { minLength: 3 }),
    deeds: fc.array(fc.option(fc.constantFrom(...deeds)), { minLength: 7, maxLength: 7 }),
  })
  .map(({ order, absent, headings: titles, deeds: told }) => {
    const present = order.slice(absent);
    const items = titles.map((heading, at) => {
      const deed = told[at] ?? null;
      const owner = present[at % present.length] ?? "";
      return { heading, action: deed === null ? null : `${owner} to ${deed}` };
    });
    return { present, absent: order.slice(0, absent), items };
  });

const title = "Weir Forum minutes: 9 May 2025";
const said =
  "The members heard what had been done since the spring and were glad of it, for the river had been high and the work hard.";

interface Shape {
  readonly bullet: string;
  readonly gap: string;
  readonly label: (text: string) => string;
}

/** The layouts in which a meeting is written down. */
const layouts: Record<string, (meeting: Meeting, shape: Shape) => string> = {
  "text with numbers": ({ present, absent, items }, { gap, label, bullet }) =>
    [
      title,
      `\n${label("Present")}:\n${gap}${present.map((name) => `${bullet} ${name}`).join("\n")}`,
      `\n${label("Apologies")}:\n${gap}${absent.map((name) => `${bullet} ${name}`).join("\n")}`,
      ...items.map(
        ({ heading, action }, at) =>
          `\n${at + 1}. ${heading}\n${gap}${said}${action === null ? "" : `\n${gap}${label("Action")}: ${action}`}`,
      ),
    ].join("\n"),
  "text with rows of names": ({ present, absent, items }, { gap, label }) =>
    [
      title,
      `\n${label("Present")}: ${present.join(", ")}`,
      `\n${label("Apologies")}: ${absent.join(" and ")}`,
      ...items.map(
        ({ heading, action }, at) =>
          `\n${at + 1}) ${heading}\n${gap}${said}${action === null ? "" : `\n${gap}${label("Action")}: ${action}`}`,
      ),
    ].join("\n"),
  Markdown: ({ present, absent, items }, { gap, label }) =>
    [
      `# ${title}`,
      `\n## ${label("Present")}\n${gap}\n${present.map((name) => `- ${name}`).join("\n")}`,
      `\n## ${label("Apologies")}\n${gap}\n${absent.map((name) => `- ${name}`).join("\n")}`,
      ...items.map(
        ({ heading, action }) =>
          `\n## ${heading}\n${gap}\n${said}${action === null ? "" : `\n\n**${label("Action")}:** ${action}`}`,
      ),
    ].join("\n"),
  HTML: ({ present, absent, items }, { label }) =>
    `<main><h1>${title}</h1><h2>${label("Present")}</h2><ul>${present.map((name) => `<li>${name}</li>`).join("")}</ul><h2>${label("Apologies")}</h2><ul>${absent.map((name) => `<li>${name}</li>`).join("")}</ul>${items
      .map(
        ({ heading, action }) =>
          `<h2>${heading}</h2><p>${said}</p>${action === null ? "" : `<p><b>${label("Action")}:</b> ${action}</p>`}`,
      )
      .join("")}</main>`,
};

/** The same meeting as a Word document, whose styles say what is a heading. */
const asWord = ({ present, absent, items }: Meeting, { label }: Shape): Uint8Array =>
  word(
    [
      paragraph(title, "Heading1"),
      paragraph(label("Present"), "Heading2"),
      ...present.map((name) => paragraph(name)),
      paragraph(label("Apologies"), "Heading2"),
      ...absent.map((name) => paragraph(name)),
      ...items.flatMap(({ heading, action }) => [
        paragraph(heading, "Heading2"),
        paragraph(said),
        ...(action === null ? [] : [paragraph(`${label("Action")}: ${action}`)]),
      ]),
    ].join(""),
  );

const shape: fc.Arbitrary<Shape> = fc.record({
  bullet: fc.constantFrom("•", "-", "*", "–", "▪"),
  gap: fc.constantFrom("", "\n"),
  label: fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
  ),
});

const facts = (reading: Reading) => ({
  date: reading.date,
  people: reading.attendance
    .map(({ name, category }) => `${name}, ${category}`)
    .toSorted((one, other) => one.localeCompare(other)),
  items: reading.items.map(({ heading }) => heading),
  actions: reading.actions.map(({ text, item, owners }) => [text, item, owners[0]?.resolved]),
});

test.each(Object.entries(layouts))(
  "a meeting written as %s is read as it was held, whatever its marks, spaces and cases",
  (_, write) => {
    fc.assert(
      fc.property(meeting, shape, (held, drawn) => {
        expect(facts(readMinutes(write(held, drawn)))).toEqual({
          date: "2025-05-09",
          people: [
            ...held.present.map((name) => `${name}, member`),
            ...held.absent.map((name) => `${name}, apologies`),
          ].toSorted((one, other) => one.localeCompare(other)),
          items: held.items.map(({ heading }) => heading),
          actions: held.items.flatMap(({ heading, action }) =>
            action === null ? [] : [[action, heading, action.split(" to ")[0]]],
          ),
        });
      }),
      { numRuns: 40 },
    );
  },
);

test("a meeting is read of a Word document as of a text", async () => {
  await fc.assert(
    fc.asyncProperty(meeting, shape, async (held, drawn) => {
      const text = layouts["text with numbers"]?.(held, drawn) ?? "";
      const source = await sourceOf(asWord(held, drawn));
      expect(facts(readMinutes(source))).toEqual(facts(readMinutes(text)));
    }),
    { numRuns: 20 },
  );
});

test("INV-M10 who stands in a list without a heading is surer of nothing than under one", () => {
  fc.assert(
    fc.property(meeting, fc.constantFrom("•", "-"), (held, bullet) => {
      const lists = (headed: boolean) =>
        [
          title,
          `\nPresent:\n\n${held.present.map((name) => `${bullet} ${name}`).join("\n")}`,
          `${headed ? "\nIn attendance:\n" : "\n\n"}\n${held.absent.map((name) => `${bullet} ${name}`).join("\n")}`,
          ...held.items.map(({ heading }, at) => `\n${at + 1}. ${heading}\n${said}`),
        ].join("\n");
      const sureness = (text: string) =>
        readMinutes(text)
          .attendance.filter(({ name }) => held.absent.includes(name))
          .map(({ categoryBasis, confidence }) => (categoryBasis === "stated" ? 1 : confidence));
      expect(sureness(lists(true))).toEqual(held.absent.map(() => 1));
      const unheaded = sureness(lists(false));
      expect(unheaded).toHaveLength(held.absent.length);
      for (const confidence of unheaded) expect(confidence).toBeLessThan(1);
    }),
    { numRuns: 40 },
  );
});

/** Breaks every line that is longer at the width. */
const wrapped = (text: string, width: number): string =>
  text
    .split("\n")
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}(?: |$)`, "gu")) ?? [line])
    .map((line) => line.trimEnd())
    .join("\n");

test("a meeting is read as it was held at whatever width its lines break", () => {
  fc.assert(
    fc.property(meeting, shape, fc.integer({ min: 60, max: 110 }), (held, drawn, width) => {
      const text = layouts["text with numbers"]?.(held, drawn) ?? "";
      expect(facts(readMinutes(wrapped(text, width)))).toEqual(facts(readMinutes(text)));
    }),
    { numRuns: 60 },
  );
});
