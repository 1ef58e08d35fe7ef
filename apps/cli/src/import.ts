import { existsSync } from "node:fs";
import { basename } from "node:path";
import {
  assertReadable,
  counted,
  createdInWords,
  importDocument,
  type ImportReport,
} from "@remit/import";
import { openDatabase, readSettings, surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { type Access, Refusal } from "@remit/kernel";
import { readBytes } from "./file.ts";
import { filesIn } from "./import-files.ts";
import { hasWholeRecord, importAllCommand } from "./record.ts";

interface Options {
  readonly group?: string;
  readonly summary?: boolean;
  readonly supersede?: boolean;
  readonly access?: Access;
  readonly jobs?: number;
  readonly json?: boolean;
}

/** What became of one file. */
type Result = { readonly file: string } & (
  | ImportReport
  | { readonly outcome: "refused"; readonly code: string; readonly message: string }
);

/** How one file becomes a result. */
type Take = (file: string) => Promise<Result>;

/** Imports files and whatever documents are in folders, each whole or not at all: one that is refused does not keep the others from being tried. */
export async function importCommand(
  gateway: Gateway,
  paths: readonly string[],
  { json, jobs = 1, ...options }: Options,
): Promise<void> {
  const files = await filesIn(paths);
  if (await hasWholeRecord(files)) return importAllCommand(gateway, files[0] ?? "", { json });
  const results: Result[] = [];
  const tell = (result: Result) => {
    if (result.outcome === "refused")
      process.stderr.write(`${clearLine}remit: ${result.file}: ${result.message}\n`);
    else if (!json) process.stdout.write(`${clearLine}${shown(result.file, result)}\n`);
  };
  await withDatabaseWhenRead(gateway, options, (take) =>
    inTurn(files, jobs, async (file, at) => {
      const result = await take(file);
      results[at] = result;
      tell(result);
      const done = Object.keys(results).length;
      if (files.length > 1) progress(`${done} of ${files.length} files\r`);
    }),
  );
  progress(clearLine);
  if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (files.length > 1) process.stderr.write(`${summary(results)}\n`);
  assertTaken(results);
}

/** Work on each of many, at most so many at once, begun in their order. */
async function inTurn<Item>(
  items: readonly Item[],
  jobs: number,
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  const waiting = items.entries();
  const job = async () => {
    for (const [at, item] of waiting) await work(item, at);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, job));
}

const isWatched = process.stderr.isTTY;
const clearLine = isWatched ? "\r\u001b[K" : "";
const progress = (words: string): void => {
  if (isWatched) process.stderr.write(words);
};

async function withDatabaseWhenRead(
  gateway: Gateway,
  options: Omit<Options, "jobs" | "json">,
  task: (take: Take) => Promise<void>,
): Promise<void> {
  const { place, zone } = readSettings(process.env);
  const told = { ...options, zone: zone ?? gateway.zone };
  // Where there is no database yet, one that is no use should leave none behind: it is opened for the first that can be read.
  const isThere = "url" in place || existsSync(place.folder);
  let connection: ReturnType<typeof openDatabase> | undefined;
  const take: Take = (file) =>
    refusable(file, async () => {
      const document = { name: basename(file), path: file, bytes: await readBytes(file) };
      if (!isThere && connection === undefined) await assertReadable(document, told, surroundings);
      connection ??= openDatabase(place, { gateway });
      const { db } = await connection;
      return patiently(() => importDocument(db, document, told, surroundings));
    });
  try {
    await task(take);
  } finally {
    await (await connection)?.close();
  }
}

/** What comes of some work with a file, or why it is refused. */
async function refusable(file: string, work: () => Promise<ImportReport>): Promise<Result> {
  try {
    return { file, ...(await work()) };
  } catch (error) {
    const { code, message } = error instanceof Refusal ? error : unexpected(error);
    return { file, outcome: "refused", code, message };
  }
}

/** A fault of ours with one file is told whole, for whoever mends it, and keeps no other file from its turn. */
function unexpected(error: unknown): Pick<Refusal, "code" | "message"> {
  process.stderr.write(`${clearLine}${error instanceof Error ? error.stack : String(error)}\n`);
  return { code: "UNEXPECTED", message: "Remit failed at this file, and kept nothing of it." };
}

/** Two files of one run may get in each other's way: the one that is turned away comes again when the other is done. */
async function patiently(work: () => Promise<ImportReport>, times = 3): Promise<ImportReport> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "BUSY" || times === 1) throw error;
    return patiently(work, times - 1);
  }
}

function summary(results: readonly Result[]): string {
  const outcomes = Map.groupBy(results, ({ outcome }) => outcome);
  const counts = [...outcomes].map(([outcome, { length }]) => `${length} ${outcome}`);
  const waiting = results.reduce(
    (sum, result) => sum + (result.outcome === "refused" ? 0 : result.waiting),
    0,
  );
  const left =
    waiting === 0 ? "no fact waits" : `${counted(waiting, "fact")} to answer: remit review`;
  return `${counted(results.length, "file")}: ${counts.join(", ")}; ${left}.`;
}

function assertTaken(results: readonly Result[]): void {
  const refused = results.filter(({ outcome }) => outcome === "refused").length;
  if (refused === 0) return;
  const message = `${refused} of ${results.length} refused; nothing of what was refused is kept.`;
  throw new Refusal("FILES_REFUSED", message);
}

function shown(file: string, report: ImportReport): string {
  const { outcome, title, access, created, matched, waiting, findings } = report;
  return [
    `${file}: ${title}`,
    outcome === "unchanged"
      ? "  imported before; nothing was changed"
      : `  ${outcome}: ${createdInWords(created)}`,
    ...(access === null ? [] : [`  access: ${access}`]),
    ...(matched.length > 0 ? [`  known before: ${matched.join(", ")}`] : []),
    ...(findings.length > 0 ? ["  to confirm:"] : []),
    ...findings.map(({ code, message }) => `    ${code}: ${message}`),
    ...(waiting > 0 ? [`  to answer: ${counted(waiting, "fact")} (remit review)`] : []),
  ].join("\n");
}
