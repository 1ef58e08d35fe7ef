import fc from "fast-check";
import { expect, test } from "vitest";
import { Reading } from "../reading.ts";
import { examples } from "../testing.ts";
import { fold } from "./source/sheet.ts";
import { readMinutes } from "./minutes.ts";

type Place = { start: number; end: number } | null;
const texts = Object.values(examples);

/** Every fact of a reading that is told in the document's words, with its place. */
function factsOf(reading: Reading): [string | null, Place][] {
  const { attendance, sections, items, actions, decisions, papers, nextMeeting, spans } = reading;
  const said = [...reading.unplaced, ...items.flatMap(({ contributions }) => contributions)];
  return [
    [reading.title, spans.title],
    [reading.group, spans.group],
    [reading.ordinalText, spans.ordinal],
    [reading.location, spans.location],
    [reading.chair, spans.chair],
    ...attendance.flatMap((person): [string | null, Place][] => [
      [person.name, person.spans.name],
      [person.role, person.spans.role],
      [person.deputyFor, person.spans.deputyFor],
      [person.initials, person.spans.initials],
      [person.note, person.spans.note],
    ]),
    ...sections.map(({ heading, span }): [string | null, Place] => [
      heading,
      heading === null ? null : span,
    ]),
    ...reading.attendanceNotes.map(({ text, span }): [string, Place] => [text, span]),
    ...said.flatMap(({ text, span, lead, speakers }): [string | null, Place][] => [
      [text, span],
      [lead?.text ?? null, lead?.span ?? null],
      ...speakers.map((speaker): [string, Place] => [speaker.mention, speaker.span]),
    ]),
    ...items.flatMap((item): [string | null, Place][] => [
      [item.heading, item.span],
      [item.number, item.spans.number],
    ]),
    ...actions.flatMap((action): [string | null, Place][] => [
      [action.text, action.span],
      [action.number, action.spans.number],
      [action.due, action.spans.due],
      [action.status, action.spans.status],
      ...action.owners.map(({ name, span }): [string, Place] => [name, span]),
    ]),
    ...[...decisions, ...reading.agreements].map(({ text, span }): [string, Place] => [text, span]),
    ...papers.flatMap((paper): [string | null, Place][] => [
      [paper.number, paper.span],
      [paper.title, paper.spans.title],
    ]),
    [nextMeeting?.text ?? null, nextMeeting?.span ?? null],
    [nextMeeting?.location ?? null, nextMeeting?.spans.location ?? null],
  ];
}

/** Without white space and the marks of emphasis, which are no part of a fact. */
const bare = (text: string) => text.replaceAll(/[\s\u200B\u2060*_~\\]+/gu, "");

function expectPlaces(text: string) {
  for (const [fact, place] of factsOf(readMinutes(text))) {
    const stands = place === null ? null : bare(text.slice(place.start, place.end));
    expect(stands).toBe(fact === null ? null : bare(fact));
  }
}

/** What a reading says, without places, white space and the shape of quotation marks. */
const saying = (text: string) =>
  JSON.stringify(readMinutes(text), (key, value: unknown) => {
    if (key === "span" || key === "spans") return undefined;
    return typeof value === "string" ? fold(value).replace(/[‘’]/gu, "'") : value;
  });

/** Ways to write the same minutes. */
const rewritings: Record<string, (text: string) => string> = {
  "Windows line ends": (text) => text.replaceAll("\n", "\r\n"),
  "non-breaking spaces": (text) => text.replaceAll(" ", "\u00a0"),
  "two spaces": (text) => text.replaceAll(/(?<=\S) (?=\S)/gu, "  "),
  tabs: (text) => text.replaceAll(/(?<=\S) (?=\S)/gu, "\t"),
  "spaces at the ends of lines": (text) => text.replaceAll("\n", "  \u00a0\n"),
  "a byte order mark": (text) => `\uFEFF${text}`,
  "typographic apostrophes": (text) => text.replaceAll("'", "’"),
  "plain apostrophes": (text) => text.replaceAll("’", "'"),
  "labels in capitals": (text) => text.replaceAll(/\baction(?=:)/giu, "ACTION"),
  "labels in small letters": (text) => text.replaceAll(/\baction(?=:)/giu, "action"),
};

test.each(Object.entries(rewritings))(
  "%s leave the reading as it is, and its places right",
  (_, rewrite) => {
    for (const text of texts) {
      expect(saying(rewrite(text))).toBe(saying(text));
      expectPlaces(rewrite(text));
    }
  },
);

const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(60),
        instead: fc.oneof(
          fc.constantFrom(
            "\n",
            "\n\n\n",
            "Action: ",
            "• ",
            "# ",
            "|",
            " – ",
            "(",
            ")",
            ";",
            "**",
            "\t",
            "\u00a0",
            "Apologies\n",
          ),
          fc.string({ unit: "grapheme", maxLength: 8 }),
        ),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ text, cuts }) =>
    cuts.reduce((now, { at, length, instead }) => {
      const from = Math.floor(at * now.length);
      return now.slice(0, from) + instead + now.slice(from + length);
    }, text),
  );

test("INV-K8 every fact stands in the document where its span says", () => {
  texts.forEach(expectPlaces);
  fc.assert(fc.property(mutated, expectPlaces), { numRuns: 300 });
});

test("any text has a reading, always the same", () => {
  const any = fc.oneof(mutated, fc.string({ unit: "binary", maxLength: 400 }), fc.lorem());
  fc.assert(
    fc.property(any, (text) => {
      const reading = readMinutes(text);
      expect(Reading.parse(reading)).toEqual(readMinutes(text));
    }),
    { numRuns: 200 },
  );
});

test.each([
  "• Ann Bell, Chief\n",
  "Action: ",
  "Ann and Cal and ",
  "((",
  "**",
  "paper 1 ",
  "4 May 2020 ",
  "Ann Bell (AB), ",
  "> ",
  "| a ",
  "the minutes of the ",
])("much of %j is read to its end", (unit) => {
  const line = unit.repeat(Math.ceil(3000 / unit.length));
  for (const text of [line.repeat(50), `${line}\n`.repeat(50)]) {
    expect(readMinutes(text).attendance).toBeDefined();
  }
});
