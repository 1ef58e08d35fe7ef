import type { Contestant, Viewer } from "./contestant.ts";
import { cpuOf, cpuOfFamily } from "./cpu.ts";
import { send } from "./load.ts";
import { leavesAt, nameOf, type Samples, stepsFrom, typeAt, type Way, written } from "./walk.ts";

/** A question within the limits, and the milliseconds of CPU that gateway and PostgreSQL took for it. */
export interface Dear {
  readonly viewer: Viewer;
  readonly name: string;
  readonly query: string;
  readonly gateway: number;
  readonly postgres: number;
  readonly bytes: number;
}

export interface Breadth {
  /** How many ways of one length are followed further. */
  readonly ways: number;
  /** How many fields stand within each other on a way, at most. */
  readonly depth: number;
}

/** What there is in the data to be asked for, by the fields that cannot be asked without. */
export const samplesOf = (words: string): Samples => ({
  action: 'by: { reference: "G1-5-A1" }',
  asAt: `at: "${new Date().toISOString()}"`,
  group: 'by: { slug: "group-1" }',
  meeting: 'by: { slug: "group-1-5" }',
  mission: 'by: { slug: "mission-1" }',
  person: 'by: { slug: "person-1" }',
  search: `text: "${words}"`,
});

const total = ({ gateway, postgres }: Dear) => gateway + postgres;
const dearest = (all: readonly Dear[]) => all.toSorted((a, b) => total(b) - total(a));

/**
 * Looks for the dearest question that a viewer may ask: at each length of way, each at the limit of what it may cost, the
 * dearest ways are followed further; then each type that was met is asked for each of its fields alone.
 */
export async function worstOf(
  contestant: Contestant,
  postgres: number,
  samples: Samples,
  { ways, depth }: Breadth,
  say: (line: string) => void,
): Promise<Dear[]> {
  const missing = new Set<string>();
  const found: Dear[] = [];
  const ask = async (way: Way, leaves: readonly string[]) => {
    const dear = await dearestAlong(contestant, postgres, way, leaves);
    if (typeof dear === "string") say(dear);
    else if (dear) found.push(dear);
    return dear === null || typeof dear === "string" ? 0 : total(dear);
  };
  const met = new Map<string, Way>();
  let front: { way: Way; cost: number }[] = [{ way: [], cost: 0 }];
  for (let length = 1; length <= depth; length += 1) {
    const next: typeof front = [];
    for (const { way } of front)
      for (const step of stepsFrom(way, samples, (field) => missing.add(field))) {
        if (!met.has(typeAt(step))) met.set(typeAt(step), step);
        next.push({ way: step, cost: await ask(step, leavesAt(step)) });
      }
    front = next.toSorted((a, b) => b.cost - a.cost).slice(0, ways);
    say(`${contestant.viewer}, ${length} within each other: ${next.length} ways.`);
  }
  for (const way of met.values()) for (const leaf of leavesAt(way)) await ask(way, [leaf]);
  if (missing.size > 0) say(`Not asked, for want of arguments: ${[...missing].join(", ")}.`);
  return dearest(found).slice(0, 10);
}

/** At most so many fields and aliases are allowed in one operation (decision 4). */
const most = { fields: 400, aliases: 30, page: 100 };

/** Asks a way as often and in as large pages as its cost allows. Null where even one of each is too much; words where it fails. */
async function dearestAlong(
  contestant: Contestant,
  postgres: number,
  way: Way,
  leaves: readonly string[],
): Promise<Dear | string | null> {
  const asked = leaves.length > 0 ? leaves : ["__typename"];
  const each = way.length + way.filter(({ page }) => page).length + asked.length;
  const sizes = way.filter(({ page }) => page).map(() => most.page);
  let times = Math.max(1, Math.min(most.aliases, Math.floor(most.fields / each)));
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const query = written(way, asked, sizes, times);
    const answer = await timed(contestant, postgres, query);
    if (answer.cost === null) {
      if (answer.errors !== null) return `${nameOf(way)} fails: ${answer.errors}`;
      const { viewer } = contestant;
      const name = `${nameOf(way)} { ${leaves.length === 1 ? leaves[0] : "…"} }`;
      return { viewer, name, query, ...answer.took, bytes: answer.bytes };
    }
    const share = answer.limit / answer.cost;
    if (times * share >= 1) {
      times = Math.floor(times * share);
      continue;
    }
    const widest = sizes.findLastIndex((size) => size > 1);
    if (widest < 0) return null;
    sizes[widest] = Math.max(1, Math.floor((sizes[widest] ?? 1) * times * share));
    times = 1;
  }
  return null;
}

interface Refused {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly cost?: number; readonly limit?: number };
}

async function timed(contestant: Contestant, postgres: number, query: string) {
  const { pid = 0 } = contestant.server;
  const before = { gateway: cpuOf(pid), postgres: cpuOfFamily(postgres) };
  const text = await send(contestant, JSON.stringify({ query }));
  const took = {
    gateway: cpuOf(pid) - before.gateway,
    postgres: cpuOfFamily(postgres) - before.postgres,
  };
  const { errors = [] }: { errors?: readonly Refused[] } = JSON.parse(text);
  const { cost = null, limit = 0 } = errors[0]?.extensions ?? {};
  return { took, bytes: text.length, cost, limit, errors: errors[0]?.message ?? null };
}

/** The questions as a table, the dearest first. */
export const listed = (all: readonly Dear[]): string =>
  dearest(all)
    .map(
      ({ viewer, name, gateway, postgres, bytes, query }) =>
        `${(gateway + postgres).toFixed(0)} ms (gateway ${gateway.toFixed(0)}, PostgreSQL ${postgres.toFixed(0)}), ${(bytes / 1000).toFixed(0)} kB, ${viewer}: ${name}\n  ${query.length > 400 ? `${query.slice(0, 400)} …` : query}`,
    )
    .join("\n");
