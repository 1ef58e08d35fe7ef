import type { ReportReading, ReportSentence } from "../../report-reading.ts";
import { type Line, linesOf, longestLine } from "../blocks/lines.ts";
import { coverOf } from "../checks/cover.ts";
import { datesIn } from "../facts/dates.ts";
import { frontMatterOf } from "../facts/head.ts";
import { sentencesOf, unitsOf } from "../facts/sentence.ts";
import type { Passage } from "../source/passage.ts";
import { sheetOf } from "../source/source.ts";
import { boilerplate } from "../vocabulary/english.ts";
import { findingsIn } from "./findings.ts";
import { namesReport, type ReportHead, reportHeadOf } from "./head.ts";
import { sentenceKind } from "./kinds.ts";
import { leadOf } from "./lead.ts";
import { isImplausible } from "./money.ts";
import {
  contact,
  foreword,
  partsOf,
  type ReportPart,
  type Signature,
  signatureAt,
} from "./parts.ts";
import { clausesOf, pointsOf } from "./points.ts";

const minutes =
  /\b(?:minutes?|notes? of (?:the |a )?meeting|sederunt|matters arising)\b|^\W*(?:in attendance|present|apologies|attendees|attendance)\b/iu;
const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const label = /^[^:]{2,30}: /u;

const linesIn = (text: string): Line[] => {
  const sheet = sheetOf(text);
  return linesOf(sheet, frontMatterOf(sheet).end);
};

/** Whether a document is a report on how something goes: its first lines name one, and nobody met. */
export function isReport(text: string): boolean {
  const early = linesIn(text)
    .slice(0, 12)
    .map(({ content }) => content.plain.slice(0, 400));
  return (
    early.some((line) => line.length < 200 && namesReport(line)) &&
    !early.some((line) => minutes.test(line))
  );
}

/** Reads an annual report: text, Markdown or a web page. The same text always gives the same reading; spans count UTF-16 units of it. */
export function readReport(text: string): ReportReading {
  const lines = linesIn(text);
  const parts = partsOf(lines);
  const early = lines.slice(0, 12).map(({ content }) => content);
  const head = reportHeadOf(
    early,
    lines.map(({ content }) => content),
  );
  const read = parts.map((part) => readPart(part, head));
  const sentences = read.flatMap((part) => part.sentences);
  const found = read.find((part) => part.isForeword);
  const mail = lines.find(({ content }) => address.test(content.plain))?.content ?? null;
  const facts = {
    title: head.title?.written ?? null,
    mission: head.mission,
    series: head.series,
    ordinal: head.ordinal?.value ?? null,
    covers: head.covers === null ? null : { start: head.covers.start, end: head.covers.end },
    foreword:
      found === undefined
        ? null
        : {
            by: found.signed?.name.written ?? null,
            post: found.signed?.post?.written ?? null,
            span: found.span,
            signed: found.signed?.name.span ?? null,
          },
    contact: mail === null ? null : (address.exec(mail.written)?.[0] ?? null),
    spans: {
      title: head.title?.span ?? null,
      covers: head.covers?.passage.span ?? null,
      ordinal: head.ordinal?.passage.span ?? null,
      contact: mail?.span ?? null,
    },
    announcement: announcementIn(read.flatMap((part) => part.told)),
    sentences,
  };
  return { ...facts, unread: unreadIn(lines, parts, facts, read), warnings: warningsOf(facts) };
}

/** What a paragraph says: each sentence, or each of several things that one lists. */
const sentencesIn = (text: Passage, heading: string | null): ReportSentence[] =>
  sentencesOf(text)
    .flatMap(clausesOf)
    .flatMap((sentence) => {
      const [first, ...more] = pointsOf(sentence).map((point) => sentenceOf(point, heading));
      // What follows in a list of promises is a promise, and in a list of what was done something that was done.
      return first === undefined
        ? []
        : [first, ...more.map((point) => ({ ...point, kind: first.kind, confidence: 0.6 }))];
    });

interface ReadPart {
  readonly sentences: readonly ReportSentence[];
  readonly told: readonly Passage[];
  readonly isForeword: boolean;
  readonly signed: Signature | null;
  readonly span: ReportSentence["span"];
}

function readPart({ heading, lines }: ReportPart, { title }: ReportHead): ReadPart {
  const at = lines.findIndex((_, index) => signatureAt(lines, index) !== null);
  const signed = at < 0 ? null : signatureAt(lines, at);
  const told = lines.filter(
    ({ content }) =>
      content !== signed?.name &&
      content !== signed?.post &&
      content.start !== title?.start &&
      content.end - content.start <= longestLine &&
      content.plain !== `${signed?.name.plain}, ${signed?.post?.plain}` &&
      /[.!?;:]$|\p{L}{3,}.*\p{L}{3,}.*\p{L}{3,}.*\p{L}{3,}/u.test(content.plain) &&
      !address.test(content.plain),
  );
  const name = heading?.written ?? null;
  const units = unitsOf(told);
  const all = units.flatMap(({ text }) => sentencesOf(text).flatMap(clausesOf));
  const sentences = units.flatMap((unit, index) =>
    sentencesIn(unit.text, name).map(leadOf(units, index, heading)),
  );
  const first = lines[0]?.content ?? heading;
  return {
    sentences,
    told: all,
    isForeword: heading !== null && foreword.test(heading.plain),
    signed,
    span: {
      start: first?.span.start ?? 0,
      end: told.at(-1)?.content.span.end ?? first?.span.end ?? 0,
    },
  };
}

const announces =
  /\b(?:the )?(?<who>\p{Lu}[\p{L}'’-]*(?: (?:for |of )?\p{Lu}[\p{L}'’-]*){0,4})(?: (?:in|on) [^,.;]{4,30}?)? (?:announced|launched|began|set up) (?:the |an? |our )(?:\p{L}+ ){0,4}mission\b/iu;
const sets = /\b(?:the |our )(?:aim of the )?(?:\p{L}+ ){0,3}mission (?:is|aims) to\b/iu;

/** The sentence that says what the mission is: the one that tells who announced it, or that says what its aim is. */
function announcementIn(told: readonly Passage[]): ReportReading["announcement"] {
  const sentence =
    told.find(({ plain }) => announces.test(plain)) ?? told.find(({ plain }) => sets.test(plain));
  if (sentence === undefined) return null;
  const who = announces.exec(sentence.plain)?.groups?.["who"];
  return {
    text: sentence.written,
    on: datesIn(sentence)[0]?.on ?? null,
    by: who === undefined || /^(?:we|i|it|this|in)$/iu.test(who) ? null : who,
    span: sentence.span,
  };
}

const sentenceOf = (passage: Passage, heading: string | null): ReportSentence => ({
  ...sentenceKind(passage.plain),
  basis: "inferred",
  text: passage.written,
  heading,
  findings: findingsIn(passage),
  span: passage.span,
});

type Facts = Omit<ReportReading, "unread" | "warnings">;

/** Lines that are no fact, no heading over facts and nothing that a site adds. */
function unreadIn(
  lines: readonly Line[],
  parts: readonly ReportPart[],
  { spans, sentences }: Facts,
  read: readonly ReadPart[],
): ReportReading["unread"] {
  const known = coverOf(
    [
      ...Object.values(spans),
      ...sentences.map(({ span }) => span),
      ...read.flatMap(({ signed }) => [signed?.name.span ?? null, signed?.post?.span ?? null]),
    ].filter((span) => span !== null),
  );
  const over = new Set(parts.filter((part) => part.lines.length > 0).map(({ heading }) => heading));
  return lines
    .map(({ content }) => content)
    .filter(
      (content) =>
        !known.touches(content.span) &&
        !over.has(content) &&
        /\p{L}/u.test(content.plain) &&
        !(contact.test(content.plain) && !label.test(content.plain)) &&
        !boilerplate.some((pattern) => pattern.test(content.plain)),
    )
    .map((content) => ({ text: content.written, span: content.span }));
}

function warningsOf({ covers, foreword: front, sentences }: Facts): ReportReading["warnings"] {
  const findings = sentences.flatMap((sentence) => sentence.findings);
  return [
    ...(covers === null
      ? [
          {
            code: "COVERAGE_MISSING" as const,
            message: "The report does not say of which time it tells.",
            span: null,
          },
        ]
      : []),
    ...(front !== null && front.by === null
      ? [
          {
            code: "FOREWORD_UNSIGNED" as const,
            message: "Nobody was found who signs the foreword.",
            span: front.span,
          },
        ]
      : []),
    ...findings.filter(isImplausible).map(({ text, value, unit, span }) => ({
      code: "AMOUNT_IMPLAUSIBLE" as const,
      message: `"${text}" would be ${value} ${unit}, which can hardly be meant. It is kept as written.`,
      span,
    })),
    ...findings
      .filter(
        ({ kind, unit, direction }) => kind === "target" && unit === "%" && direction !== null,
      )
      .map(({ text, span }) => ({
        code: "BASELINE_NOT_STATED" as const,
        message: `"${text}" does not say of how many: no value can be worked out.`,
        span,
      })),
  ];
}
