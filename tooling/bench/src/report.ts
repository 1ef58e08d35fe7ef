import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Result } from "./measure.ts";
import { compared, grown, measured } from "./tables.ts";
import { comparedWrites, measuredWrites } from "./write-tables.ts";
import type { Writing } from "./writes.ts";

/** One run of the bench, as it is kept. */
export interface Run<Each = Result> {
  readonly date: string;
  readonly command: string;
  readonly scale: number;
  readonly machine: string;
  readonly results: readonly Each[];
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const fileOf = (scale: number) => at(`../results/scale-${scale}.json`);
const writesFile = at("../results/writes.json");

/** Keeps a run, and writes docs/performance.md anew from the last run of each scale. */
export function publish(scale: number, results: readonly Result[]): void {
  const command = `npx --yes pnpm@12 bench${scale === 1 ? "" : ` --scale ${scale}`}`;
  keep(fileOf(scale), runOf(command, scale, results));
}

/** The same for a run of verbs. */
export function publishWrites(results: readonly Writing[]): void {
  keep(writesFile, runOf("npx --yes pnpm@12 bench --writes", 1, results));
}

function runOf<Each>(command: string, scale: number, results: readonly Each[]): Run<Each> {
  const [processor] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    command,
    scale,
    machine: `${cpus().length} cores of ${processor?.model.trim()}, Node ${process.versions.node}`,
    results,
  };
}

function keep<Each>(file: string, run: Run<Each>): void {
  mkdirSync(at("../results"), { recursive: true });
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
  writePage();
}

/** Writes docs/performance.md from the runs that are kept and from notes.md. */
export function writePage(): void {
  const runs = [1, 10].flatMap((scale) => read<Result>(fileOf(scale)));
  const writes = read<Writing>(writesFile).map(written);
  const page = at("../../../docs/performance.md");
  const parts = [intro, ...runs.map(section), growth(runs), ...writes, notes()];
  writeFileSync(page, `${parts.join("\n\n")}\n`);
  execFileSync("pnpm", ["exec", "oxfmt", page], { cwd: at("../../..") });
}

/** The last run that a file keeps, if it keeps one. */
const read = <Each>(file: string): Run<Each>[] =>
  existsSync(file) ? [JSON.parse(readFileSync(file, "utf8"))] : [];
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

const written = ({ date, command, machine, results }: Run<Writing>) => `## Verbs

\`${command}\` on ${date}: ${machine}.

One secretary raises, starts, reports on and completes actions through HTTP. The hand-written transaction does no other
verb: it asks for the token and the part of its holder, locks, makes the same rows and the same entry of the journal with
its hash, and reads the same answer, in as few statements as that takes. Both write into one database, in turn; rows,
entries and answers were equal before anything was measured, and the journal was verified afterwards. Verbs are sent by 8
clients, raises that are compared with each other by one.

${comparedWrites(results)}

<details><summary>What each needed</summary>

${measuredWrites(results)}

</details>`;

function growth(runs: readonly Run[]): string {
  const [one, ten] = [
    runs.find(({ scale }) => scale === 1),
    runs.find(({ scale }) => scale === 10),
  ];
  return one && ten ? `## Growth\n\n${grown(one.results, ten.results)}` : "";
}
