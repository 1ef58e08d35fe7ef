import {
  type Commitment,
  type Indicator,
  type Mission,
  type MissionPlan,
  parseMissionFile,
  planMission,
  Report,
  type ReportStatement,
} from "@remit/commitments";
import { insertMission, listParts, saveParts } from "@remit/commitments/store";
import { lockNames, type Tx, writeEntries } from "@remit/database";
import { readReport, type ReportReading } from "@remit/documents";
import { findPersons } from "@remit/groups/store";
import {
  type AgentRef,
  dayAt,
  homeZone,
  importer,
  type Ref,
  Refusal,
  slugify,
} from "@remit/kernel";
import { sql } from "kysely";
import { entryOfThing } from "./gone-mission.ts";
import { byImport } from "./importer.ts";
import { type Incoming, type Intake, supersedeWith, type Take } from "./incoming.ts";
import { askedKeys, personKeyOf } from "./keys.ts";
import { keyOf } from "./match.ts";

type Titled = ReportReading & { readonly title: string; readonly mission: string };
type Known = Pick<Mission, "id" | "access" | "keeper">;

/** Understands a report on a mission. What it finds goes into a draft, which only the keepers of the mission's record see. */
export function takeReport(incoming: Incoming): Take {
  const reading = readReport(incoming.text);
  const { title, mission } = reading;
  if (title === null || mission === null) {
    const message = `No mission is named in the title of this report. Give it a title such as: A step-free Harbourside: annual report 2025 to 2026`;
    throw new Refusal("REPORT_MISSION_MISSING", message);
  }
  if (incoming.told.access === "group") {
    const message =
      "A mission is no group's: --access for a report is public, officials or restricted.";
    throw new Refusal("ACCESS_NOT_TAKEN", message);
  }
  return (tx) => take(tx, { ...reading, title, mission }, incoming);
}

async function take(tx: Tx, reading: Titled, incoming: Incoming): Promise<Intake> {
  const slug = slugify(reading.mission) || "mission";
  await lockNames(tx, "remit missions", [slug]);
  const there = await missionCalled(tx, reading.mission, slug);
  const planned = there === null ? planFrom(reading, slug, incoming) : null;
  const mission = there ?? planned?.mission;
  if (mission === undefined) throw new Error("A report has a mission that is there or planned.");
  const parts = await listParts(tx, mission.id);
  const before = parts.reports.find(
    ({ title, status }) => status !== "withdrawn" && keyOf([title]) === keyOf([reading.title]),
  );
  assertOpen(before, incoming);
  const draft = await draftOf(tx, reading, { mission, before, incoming, parts });
  return {
    kind: "report",
    title: reading.title,
    officialRecord: null,
    // What is read is a draft, and so is its document until somebody says otherwise.
    access: incoming.told.access ?? "officials",
    created: {
      mission: there === null ? 1 : 0,
      report: before === undefined ? 1 : 0,
      statement: draft.statements.filter(
        ({ id }) => !before?.statements.some((statement) => statement.id === id),
      ).length,
    },
    matched: there === null ? [] : [reading.mission],
    findings: [
      ...reading.warnings.map(({ code, message }) => ({ code, message })),
      ...reading.unread.map(({ text }) => ({
        code: "UNREAD",
        message: `Not understood: "${text}"`,
      })),
    ],
    supersedes: before === undefined ? null : documentOf(before),
    write: async () => {
      if (planned !== null) await insertMission(tx, planned);
      await saveParts(tx, { reports: [draft] });
      const at = incoming.recordedAt;
      const entry = entryOfThing("Report", before ?? null, draft, at);
      await writeEntries(tx, [byImport(entry, incoming.document)], at);
    },
  };
}

/** The document that a report was read from; null where somebody wrote it. */
export const documentOf = ({ statements }: Pick<Report, "statements">): string | null =>
  statements.find(({ origin }) => origin !== undefined)?.origin?.document ?? null;

/** Refuses a second report of a title, unless it is to take the place of a draft. */
function assertOpen(before: Report | undefined, incoming: Incoming): void {
  if (before === undefined) return;
  if (before.status !== "draft") {
    const message = `The report "${before.title}" was settled: what it says stays. Put it right with publishErratum.`;
    throw new Refusal("REPORT_SETTLED", message);
  }
  if (incoming.told.supersede) return;
  const message = `The report "${before.title}" is recorded already. To read it again from this document: ${supersedeWith(incoming)}`;
  throw new Refusal("REPORT_RECORDED", message);
}

/** The mission of a name, however it is spelt, or at its address. */
async function missionCalled(tx: Tx, name: string, slug: string): Promise<Known | null> {
  const { rows } = await sql<Known & { title: string; slug: string }>`
    select id, title, slug, access, keeper_id as keeper from commitments.mission
    order by slug = ${slug} desc, id`.execute(tx);
  return rows.find((each) => keyOf([each.title]) === keyOf([name]) || each.slug === slug) ?? null;
}

/** A mission of which nobody has kept a record: what the report says of it is all there is. */
function planFrom(reading: Titled, slug: string, { newId, told }: Incoming): MissionPlan {
  const { announcement, title, mission } = reading;
  const file = parseMissionFile({
    format: "remit/mission/1",
    access: told.access ?? "public",
    sources: { report: { title } },
    mission: {
      slug,
      title: mission,
      // Its sentences are in the draft, and nobody's but its keepers'.
      statement: mission,
      wording: "summary",
      announcedOn: announcement?.on ?? null,
      source: "report",
    },
  });
  return planMission(file, { newId });
}

interface Drafting {
  readonly mission: Known;
  readonly before: Report | undefined;
  readonly incoming: Incoming;
  readonly parts: MissionPlan["parts"];
}

async function draftOf(
  tx: Tx,
  reading: Titled,
  { mission, before, incoming, parts }: Drafting,
): Promise<Report> {
  const { document, newId, recordedAt, text } = incoming;
  const promised = await spokenOf(tx, mission.id);
  const by = { kind: "unresolved" as const, label: importer };
  const made = { by, on: dayAt(recordedAt, homeZone) };
  const known = new Map(before?.statements.map((statement) => [statement.text, statement]));
  const { foreword, covers } = reading;
  return Report.parse({
    id: before?.id ?? newId(),
    version: (before?.version ?? 0) + 1,
    keeper: mission.keeper,
    position: before?.position ?? parts.reports.length + 1,
    access: mission.access,
    made: before?.made ?? made,
    mission: mission.id,
    series: reading.series,
    title: reading.title,
    ...(reading.ordinal === null ? {} : { ordinal: reading.ordinal }),
    covers: { start: covers?.start ?? null, end: covers?.end ?? null, label: null },
    foreword:
      foreword?.by == null
        ? null
        : {
            by: await signer(tx, foreword.by, foreword.post),
            text: text.slice(foreword.span.start, foreword.span.end),
          },
    contact: reading.contact,
    statements: reading.sentences.map((sentence, index) => {
      const same = known.get(sentence.text);
      // What a person has said of a statement is not read over.
      if (same !== undefined && isByHand(same)) return { ...same, number: index + 1 };
      return {
        id: same?.id ?? newId(),
        number: index + 1,
        kind: sentence.kind,
        text: sentence.text,
        wording: "verbatim",
        about: promised(sentence.text),
        findings: sentence.findings.map(({ span, ...finding }) => ({ ...finding, ...span })),
        origin: {
          document,
          basis: sentence.basis,
          confidence: sentence.confidence,
          ...sentence.span,
        },
      };
    }),
    draft: true,
    status: "draft",
  });
}

const isByHand = ({ judged, origin, findings = [] }: ReportStatement): boolean =>
  judged !== undefined ||
  origin?.basis === "edited" ||
  findings.some((finding) => finding.judged !== undefined);

/** Whoever signs is a person of the record where one of the name was seen in the post; two doubtful ones stay apart. */
async function signer(tx: Tx, name: string, post: string | null): Promise<AgentRef> {
  const label = post === null ? name : `${name}, ${post}`;
  const found = await findPersons(tx, askedKeys(name));
  const namesakes = found.filter((person) => personKeyOf(person.name) === personKeyOf(name));
  const { rows } = await sql<{ person: string; position: string | null }>`
    select distinct person_id as person, position from meetings.attendance
    where person_id = any(${namesakes.map(({ id }) => id)}::uuid[])`.execute(tx);
  const alike = namesakes.filter(({ id }) =>
    rows.some(
      ({ person, position }) =>
        person === id && position !== null && post !== null && keyOf([position]) === keyOf([post]),
    ),
  );
  const [one, other] = alike;
  return one !== undefined && other === undefined
    ? { kind: "person", id: one.id, label: name }
    : { kind: "unresolved", label };
}

/** Which promises and series of a mission a sentence speaks of: those most of whose words it has. */
async function spokenOf(tx: Tx, mission: string): Promise<(sentence: string) => Ref[]> {
  const { rows } = await sql<
    Pick<Commitment & Indicator, "id" | "code"> & { type: string; words: string }
  >`
    select 'Commitment' as type, id, code, statement as words from commitments.commitment
      where mission_id = ${mission}
    union all
    select 'Indicator', id, code, title from commitments.indicator where mission_id = ${mission}
    order by 1, 3`.execute(tx);
  const things = rows.map((row) => ({ ...row, telling: tellingIn(row.words) }));
  return (sentence) => {
    const said = new Set(tellingIn(sentence));
    return things.flatMap(({ type, id, code, telling }) => {
      const shared = telling.filter((word) => said.has(word)).length;
      return shared > 1 && shared >= telling.length * 0.6 ? [{ type, id, label: code }] : [];
    });
  };
}

/** The words of a text that tell what it is about, without their endings. */
const tellingIn = (text: string): string[] => [
  ...new Set(
    keyOf([text])
      .split(" ")
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 6)),
  ),
];
