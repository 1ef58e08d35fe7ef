import {
  type MissionPlan,
  partNames,
  type PartSort,
  partSorts,
  refilePart,
  type Report,
} from "@remit/commitments";
import type { Tx } from "@remit/database";
import { importer } from "@remit/kernel";
import { sql } from "kysely";
import { commonWords, missing, pair, sameWords } from "./pair.ts";
import type { Finding } from "./report.ts";
import type { FilePart, FileStamp, MissionChange } from "./earlier-mission.ts";

type MissionParts = MissionPlan["parts"];
type SortName = keyof MissionParts;

/** Every list of parts by a rule that knows none of them by name. */
function eachSort(
  rule: (name: SortName, sort: PartSort<FilePart>) => readonly FilePart[],
): MissionParts {
  const made = partNames.map((name) => [name, rule(name, sortOf(name))] as const);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a rule keeps the sort of what it is given
  return Object.fromEntries(made) as unknown as MissionParts;
}

const sortOf = (name: SortName): PartSort<FilePart> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a sort is only ever given parts of its own list
  partSorts[name] as unknown as PartSort<FilePart>;

/** Parts of a file under the ids of what is there. `ids` has those of all that they hang on. */
export function adoptParts(
  parts: MissionParts,
  earlier: MissionParts,
  ids: Map<string, string>,
): MissionParts {
  return eachSort((name, { marks, words }) => {
    const before: readonly FilePart[] = earlier[name];
    const again: readonly FilePart[] = parts[name].map((part) => renamed(part, ids));
    const known = pair(before, again, {
      keys: marks.map((mark) => (part: FilePart) => {
        const said = mark(part);
        return said[0] === null ? null : JSON.stringify(said.map(sameWords));
      }),
      ...(words === undefined ? {} : { likeness: commonWords(words) }),
    });
    for (const [part, same] of known) ids.set(part.id, same.id);
    return again.map((part) => {
      const same = known.get(part);
      // An outcome may be a part of another.
      const here = renamed(part, ids);
      return same !== undefined && "statements" in here && "statements" in same
        ? withStatementsOf(same, here)
        : here;
    });
  });
}

/** A copy in which every id has the name that it is known by. */
function renamed<Value>(value: Value, ids: ReadonlyMap<string, string>): Value {
  const json = JSON.stringify(value, (_, each: unknown) =>
    typeof each === "string" ? (ids.get(each) ?? each) : each,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing but ids changes
  return JSON.parse(json) as Value;
}

/** Errata refer to statements: whatever a report says again is the statement that it was. */
const withStatementsOf = (before: Report, report: Report): Report => ({
  ...report,
  statements: report.statements.map((statement) => {
    const same = before.statements.find(({ text }) => text === statement.text);
    return same === undefined ? statement : { ...statement, id: same.id };
  }),
});

/** Parts as another version of their file has them, and what that changes. */
export function refileParts(
  again: MissionParts,
  earlier: MissionParts,
  filed: MissionParts | null,
  stamp: FileStamp,
): { readonly parts: MissionParts; readonly changes: readonly MissionChange[] } {
  const changes: MissionChange[] = [];
  const parts = eachSort((name, sort) => {
    const there = new Map<string, FilePart>(earlier[name].map((part) => [part.id, part]));
    const said = new Map<string, FilePart>(filed?.[name].map((part) => [part.id, part]));
    return again[name].map((part) => {
      const before = there.get(part.id);
      if (before === undefined) {
        changes.push(madeOf(sort.type, part));
        return part;
      }
      const done = refilePart(sort, before, part, said.get(part.id) ?? null, stamp);
      changes.push(...done.changes.map((change) => ({ type: sort.type, ...change })));
      return done.after;
    });
  });
  return { parts, changes };
}

const madeOf = (type: string, after: FilePart): MissionChange => ({
  type,
  verb: "import",
  before: null,
  after,
});

/** Every part of a file as something new. */
export const partsMade = (parts: MissionParts): MissionChange[] =>
  partNames.flatMap((name) =>
    parts[name].map((part: FilePart) => madeOf(partSorts[name].type, part)),
  );

/** How many parts of each sort are new: sorts of which there are none are left out. */
export const partsCreated = (parts: MissionParts, earlier: MissionParts | null) =>
  Object.fromEntries(
    partNames.flatMap((name) => {
      const before: readonly FilePart[] = earlier?.[name] ?? [];
      const made = missing<FilePart>(parts[name], before).length;
      return made === 0 ? [] : [[wordsOf(partSorts[name].type), made]];
    }),
  );

const wordsOf = (type: string) => type.replace(/\B[A-Z]/gu, (letter) => ` ${letter}`).toLowerCase();

/** What a mission's parts lose with another version of its file. */
export interface LeavingParts {
  readonly out: MissionParts;
  readonly findings: readonly Finding[];
  /** Ids of parts of which the file has the last word: they hold nothing back that goes. */
  readonly settled: readonly string[];
  /** What the file's own parts name: somebody has pointed them at it since. */
  readonly naming: (id: string) => readonly string[];
}

/** Parts that are gone from the file are taken out, unless somebody has done something with them since. */
export async function leavingParts(
  tx: Tx,
  parts: MissionParts,
  earlier: MissionParts,
): Promise<LeavingParts> {
  const gone = eachSort((name) =>
    missing<FilePart>(earlier[name], parts[name]).filter(({ made }) => made === null),
  );
  const ids = allOf(gone).map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from database.journal
      where subject_id = any(${ids}) and actor ->> 'name' <> ${importer}
    union
    select parent_id from commitments.hanging where parent_id = any(${ids}) and id <> all(${ids})
      and id <> all(${allOf(parts).map(({ id }) => id)})`.execute(tx);
  const held = new Set(rows.map(({ id }) => id));
  const out = eachSort((name) => gone[name].filter(({ id }) => !held.has(id)));
  const planned = allOf(parts).map((part) => JSON.stringify(part));
  return {
    out,
    settled: [...allOf(out), ...allOf(parts)].map(({ id }) => id),
    naming: (id) => (planned.some((part) => part.includes(id)) ? ["a part that names it"] : []),
    findings: partNames.flatMap((name) =>
      gone[name].map((part: FilePart) => ({
        code: "PART_GONE",
        message: held.has(part.id)
          ? `The ${wordsOf(partSorts[name].type)} "${titleOf(part)}" is not in the new file and stays: somebody has changed it since.`
          : `The ${wordsOf(partSorts[name].type)} "${titleOf(part)}" is not in the new file and was taken out; the journal keeps it.`,
      })),
    ),
  };
}

const allOf = (parts: MissionParts): FilePart[] =>
  partNames.flatMap((name): readonly FilePart[] => parts[name]);

/** What somebody would call a part. */
function titleOf(part: FilePart): string {
  if ("title" in part) return part.title;
  if ("area" in part) return part.area;
  if ("who" in part) return part.who;
  if ("code" in part) return part.code;
  return part.amount;
}

/** Each part with its type, as the journal has it. */
export const partsGone = (parts: MissionParts): { type: string; record: FilePart }[] =>
  partNames.flatMap((name) =>
    parts[name].map((record: FilePart) => ({ type: partSorts[name].type, record })),
  );
