import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Result } from "./measure.ts";
import { compared, grown, measured } from "./tables.ts";

/** One run of the bench, as it is kept. */
export interface Run {
  readonly date: string;
  readonly command: string;
  readonly scale: number;
  readonly machine: string;
  readonly results: readonly Result[];
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const fileOf = (scale: number) => at(`../results/scale-${scale}.json`);

/** Keeps a run, and writes docs/performance.md anew from the last run of each scale. */
export function publish(scale: number, results: readonly Result[]): void {
  const [processor] = cpus();
  const run: Run = {
    date: new Date().toISOString().slice(0, 10),
    command: `npx --yes pnpm@12 bench${scale === 1 ? "" : ` --scale ${scale}`}`,
    scale,
    machine: `${cpus().length} cores of ${processor?.model.trim()}, Node ${process.versions.node}`,
    results,
  };
  mkdirSync(at("../results"), { recursive: true });
  writeFileSync(fileOf(scale), `${JSON.stringify(run, null, 2)}\n`);
  writePage();
}

/** Writes docs/performance.md from the runs that are kept and from notes.md. */
export function writePage(): void {
  const runs = [1, 10].flatMap((scale) => (existsSync(fileOf(scale)) ? [read(scale)] : []));
  const page = at("../../../docs/performance.md");
  writeFileSync(page, `${[intro, ...runs.map(section), growth(runs), notes()].join("\n\n")}\n`);
  execFileSync("pnpm", ["exec", "oxfmt", page], { cwd: at("../../..") });
}

const read = (scale: number): Run => JSON.parse(readFileSync(fileOf(scale), "utf8"));
const notes = () => readFileSync(at("../notes.md"), "utf8").trim();

const intro = `# Performance

The bench writes this page: see \`tooling/bench\`. It asks three servers for the same five pages, in turn and in many
rounds, of one PostgreSQL: Remit's gateway; PostGraphile 5 as its documentation recommends it, with prepared
statements and without any check of access; and one hand-written statement for each page, with Remit's rules in it,
whose text goes out over bare \`node:http\`. All answers were equal before anything was measured. Remit and the
hand-written statements are asked by anybody, by a member of three groups, whose token only Remit's statements ask
for, and by anybody in a browser, on a page of another origin; PostGraphile knows no members.

Times are milliseconds of CPU for one request: of the server's process, and of all of PostgreSQL's. Each is the lower
quartile of the rounds. Servers have one core, PostgreSQL and the clients another; there are 16 clients. Only the
ratios can be carried to another machine.`;

const section = ({ date, command, scale, machine, results }: Run) => `## ${
  scale === 1 ? "The data" : `${scale} times the data`
}

\`${command}\` on ${date}: ${machine}.

${compared(results)}

<details><summary>What each needed</summary>

${measured(results)}

</details>`;

function growth(runs: readonly Run[]): string {
  const [one, ten] = [
    runs.find(({ scale }) => scale === 1),
    runs.find(({ scale }) => scale === 10),
  ];
  return one && ten ? `## Growth\n\n${grown(one.results, ten.results)}` : "";
}
