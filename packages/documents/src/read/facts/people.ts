import type { Reading, Warning } from "../../reading.ts";
import {
  attendanceOf,
  type Block,
  type Capacity,
  blocksOf,
  isMarkedChair,
  withoutChairWord,
} from "./attendance.ts";
import { capacitiesOf, type Evidence, officialRole } from "./capacity.ts";
import { chairIn } from "./chair.ts";
import type { Head } from "./head.ts";
import { type Directory, directoryOf, type Listed, nameOf } from "./names.ts";
import type { Outline } from "../sections/outline.ts";
import type { Passage } from "../source/passage.ts";
import type { Entry } from "./person.ts";
import { sentencesOf } from "./sentence.ts";
import { spokenIn } from "./speaker.ts";

export interface People extends Pick<Reading, "attendance" | "sections"> {
  readonly chair: Passage | null;
  readonly directory: Directory;
  readonly warnings: readonly Warning[];
}

/** Who was there and who was not: from the lists, and from what the text tells about them. */
export function peopleOf(outline: Outline, head: Head, told: readonly Passage[]): People {
  const blocks = withoutDoubles(blocksOf(outline.lists, outline.style)).map((block) => ({
    ...block,
    entries: block.entries.map((entry) => withoutChairWord(entry, head.group)),
  }));
  const entries = blocks.flatMap((block) => block.entries);
  const sent = new Set(
    blocks.filter(({ category }) => category === "apologies").flatMap((block) => block.entries),
  );
  const listed = (chairs: ReadonlySet<Entry>): Listed[] =>
    entries.map((entry) => ({
      name: entry.name.plain,
      initials: entry.initials?.plain ?? null,
      chair: chairs.has(entry),
      apologies: sent.has(entry),
    }));
  const known = directoryOf(listed(new Set()));
  const chairs = chairsOf(blocks, head, told, outline, known, entries);
  const deputies = deputiesIn(told, known, entries);
  const capacities = capacitiesOf(blocks, evidenceOf(told, known, entries, deputies));
  blocks.forEach(
    (block, at) =>
      capacities[at]?.category === "apologies" && block.entries.forEach((entry) => sent.add(entry)),
  );
  const { attendance, sections } = attendanceOf(
    blocks,
    capacities,
    (entry) => chairs.has(entry),
    deputies,
  );
  const [chair = null] = entries.filter((entry) => chairs.has(entry)).map(({ name }) => name);
  return {
    attendance,
    sections,
    chair: chair ?? head.chair,
    directory: directoryOf(listed(chairs)),
    warnings: [...listWarnings(blocks, capacities), ...twice(entries), ...glued(outline)],
  };
}

/** "Chair: Bella Yule" beside a list that has her already: one entry, marked. */
function withoutDoubles(blocks: readonly Block[]): Block[] {
  const leading = new Set(
    blocks
      .filter(({ chairs }) => chairs)
      .flatMap(({ entries }) => entries.map(({ name }) => name.plain)),
  );
  const others = new Set(
    blocks
      .filter(({ chairs }) => !chairs)
      .flatMap(({ entries }) => entries.map(({ name }) => name.plain)),
  );
  const meant = new Map(
    [...leading].flatMap((name) => {
      const own = [...others].filter((other) => other === name || isShortFor(name, other));
      return own.length === 1 && own[0] !== undefined ? [[name, own[0]] as const] : [];
    }),
  );
  const led = new Set(meant.values());
  return blocks
    .map((block) => ({
      ...block,
      entries: block.chairs
        ? block.entries.filter(({ name }) => !meant.has(name.plain))
        : block.entries.map((entry) =>
            led.has(entry.name.plain) ? { ...entry, chair: "marked" as const } : entry,
          ),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** "Bella" for "Bella Yule" */
const isShortFor = (short: string, name: string): boolean =>
  /^\p{L}+$/u.test(short) && nameOf(name).words[0] === short;

/** Those whom the lists mark; where they mark nobody, whom the text or a label names. */
function chairsOf(
  blocks: readonly Block[],
  head: Head,
  told: readonly Passage[],
  { head: lines, sections }: Outline,
  directory: Directory,
  entries: readonly Entry[],
): ReadonlySet<Entry> {
  const marked = blocks.flatMap((block) =>
    block.entries.filter((entry) => block.chairs || isMarkedChair(entry, head.group)),
  );
  if (marked.length > 0) return new Set(marked);
  const titles = sections.flatMap(({ whole }) => (whole === null ? [] : [whole]));
  const texts = [...lines.map(({ content }) => content), ...titles, ...told];
  const named = head.chair ?? chairIn(texts, (name) => directory.find(name).who !== null);
  const found = named === null ? null : directory.find(named.plain).who;
  const entry = found === null ? undefined : entries[found];
  return new Set(entry === undefined ? [] : [entry]);
}

const substitute =
  /^(?<who>[^,.;]{4,60}?) (?:is|was|were|are) (?:substituting|deputising|standing in|attending in place) (?:for|of) (?<principal>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){1,3})/du;

/** "Dora Lamb is substituting for Bridie Hay." */
function deputiesIn(
  told: readonly Passage[],
  directory: Directory,
  entries: readonly Entry[],
): Map<string, Passage> {
  const deputies = new Map<string, Passage>();
  for (const text of told) {
    const found = substitute.exec(text.plain);
    const at = found?.indices?.groups?.["principal"];
    if (found === null || at === undefined) continue;
    const { who } = directory.find(found.groups?.["who"] ?? "");
    const entry = who === null ? undefined : entries[who];
    if (entry !== undefined) deputies.set(entry.name.written, text.part(at[0], at[1]));
  }
  return deputies;
}

const nameRun = /\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){0,4}/gu;

function evidenceOf(
  told: readonly Passage[],
  directory: Directory,
  entries: readonly Entry[],
  deputies: ReadonlyMap<string, Passage>,
): (block: Block) => Evidence {
  let known: ReturnType<typeof mentionsIn> | null = null;
  return ({ entries: own }) => {
    // Where every list says what it is, nothing is asked.
    known ??= mentionsIn(told, directory, entries, deputies);
    const { excused, speaking, apologiesSent } = known;
    const share = (test: (entry: Entry) => boolean) =>
      own.filter(test).length / Math.max(1, own.length);
    return {
      apologies: share((entry) => excused.has(entry)),
      speaking: share((entry) => speaking.has(entry) && !excused.has(entry)),
      official: share(({ role }) => officialRole.test(role?.plain ?? "")),
      apologiesSent,
    };
  };
}

/** Whom the text excuses, and who speaks in it. */
function mentionsIn(
  told: readonly Passage[],
  directory: Directory,
  entries: readonly Entry[],
  deputies: ReadonlyMap<string, Passage>,
) {
  const names = entries.map(({ name }) => name.plain);
  const excused = new Set<Entry>();
  const speaking = new Set<Entry>();
  const put = (set: Set<Entry>, mention: string) => {
    const { who } = directory.find(mention);
    const entry = who === null ? undefined : entries[who];
    if (entry !== undefined) set.add(entry);
  };
  for (const text of told) {
    for (const sentence of /apolog/iu.test(text.plain) ? sentencesOf(text) : []) {
      if (!/apolog/iu.test(sentence.plain)) continue;
      const after = sentence.plain.slice(Math.max(0, sentence.plain.search(/apolog/iu)));
      for (const [name] of after.matchAll(nameRun)) put(excused, name);
    }
    for (const { name } of spokenIn(text, directory, names).speakers) {
      if (name !== null) put(speaking, name);
    }
  }
  for (const { deputyFor } of entries) if (deputyFor !== null) put(excused, deputyFor.plain);
  for (const principal of deputies.values()) put(excused, principal.plain);
  const apologiesSent = told.some(({ plain }) => /apologies/iu.test(plain));
  return { excused, speaking, apologiesSent };
}

function listWarnings(blocks: readonly Block[], capacities: readonly Capacity[]): Warning[] {
  return blocks.flatMap(({ category, entries }, at) => {
    const found = capacities[at];
    const [first] = entries;
    const told = entries.every(({ presence = null }) => presence !== null);
    if (category !== null || found === undefined || first === undefined || told) return [];
    const message = `A list of ${entries.length} has no heading; read as ${found.category}, confidence ${found.confidence}.`;
    return [
      {
        code: "LIST_WITHOUT_HEADING" as const,
        message,
        span: first.whole.through(entries.at(-1)?.whole ?? first.whole).span,
      },
    ];
  });
}

function twice(entries: readonly Entry[]): Warning[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name }) => {
    const again = seen.has(name.written);
    seen.add(name.written);
    return again
      ? [
          {
            code: "PERSON_LISTED_TWICE" as const,
            message: `${name.written} is listed more than once.`,
            span: name.span,
          },
        ]
      : [];
  });
}

const glued = ({ glued }: Outline): Warning[] =>
  glued.map(({ span }) => ({
    code: "ENTRY_SPLIT",
    message: "Two people stood in one entry without a mark between them.",
    span,
  }));
