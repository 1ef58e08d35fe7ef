import { existsSync } from "node:fs";
import { basename } from "node:path";
import {
  assertReadable,
  createdInWords,
  importDocument,
  type ImportFile,
  type ImportReport,
} from "@remit/import";
import { openDatabase, readSettings, surroundings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { type Access, Refusal, type Zone } from "@remit/kernel";
import { readDocument } from "./file.ts";
import { importAllCommand, isWholeRecord } from "./record.ts";

interface Options {
  readonly group?: string;
  readonly summary?: boolean;
  readonly supersede?: boolean;
  readonly access?: Access;
  readonly json?: boolean;
}

type Told = Options & { readonly zone: Zone };

/** What became of one file. */
type Result = { readonly file: string } & (
  | ImportReport
  | { readonly outcome: "refused"; readonly code: string; readonly message: string }
);

/** Imports files one after the other, each whole or not at all. One that is refused does not keep the next from being tried. */
export async function importCommand(
  gateway: Gateway,
  files: readonly string[],
  options: Options,
): Promise<void> {
  if (await hasWholeRecord(files)) return importAllCommand(gateway, files[0] ?? "", options);
  const results: Result[] = [];
  for await (const result of imports(gateway, files, options)) {
    results.push(result);
    if (result.outcome === "refused")
      process.stderr.write(`remit: ${result.file}: ${result.message}\n`);
    else if (!options.json) process.stdout.write(`${shown(result.file, result)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  const refused = results.filter(({ outcome }) => outcome === "refused").length;
  if (refused > 0) {
    const message = `${refused} of ${files.length} refused; nothing of what was refused is kept.`;
    throw new Refusal("FILES_REFUSED", message);
  }
}

/** Whether it is a whole record that is taken in. Refuses with `RECORD_ALONE` one beside documents. */
async function hasWholeRecord(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (!(await isWholeRecord(file))) continue;
    if (files.length === 1) return true;
    const message = `${file} is a whole record, which goes into an empty database: import it alone.`;
    throw new Refusal("RECORD_ALONE", message);
  }
  return false;
}

async function* imports(
  gateway: Gateway,
  files: readonly string[],
  options: Options,
): AsyncGenerator<Result> {
  const { place, zone } = readSettings(process.env);
  const told = { ...options, zone: zone ?? gateway.zone };
  // Where there is no database yet, one that is no use should leave none behind: it is opened for the first that can be read.
  const isThere = "url" in place || existsSync(place.folder);
  let connection: Awaited<ReturnType<typeof openDatabase>> | undefined;
  try {
    for (const file of files) {
      const isChecked = !isThere && connection === undefined;
      const document = await refusable(file, readable(file, told, isChecked));
      if ("outcome" in document) {
        yield document;
        continue;
      }
      connection ??= await openDatabase(place, { gateway });
      const report = importDocument(connection.db, document, told, surroundings);
      yield { file, ...(await refusable(file, report)) };
    }
  } finally {
    await connection?.close();
  }
}

/** A file; where it is checked, one that a record could take. */
async function readable(path: string, told: Told, isChecked: boolean): Promise<ImportFile> {
  const { bytes } = await readDocument(path);
  const file = { name: basename(path), path, bytes };
  if (isChecked) assertReadable(file, told, surroundings);
  return file;
}

/** What comes of some work with a file, or why it is refused. */
async function refusable<Value extends object>(file: string, work: Promise<Value>) {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    return { file, outcome: "refused" as const, code, message };
  }
}

function shown(file: string, report: ImportReport): string {
  const { outcome, title, access, created, matched, findings } = report;
  return [
    `${file}: ${title}`,
    outcome === "unchanged"
      ? "  imported before; nothing was changed"
      : `  ${outcome}: ${createdInWords(created)}`,
    ...(access === null ? [] : [`  access: ${access}`]),
    ...(matched.length > 0 ? [`  known before: ${matched.join(", ")}`] : []),
    ...(findings.length > 0 ? ["  to confirm:"] : []),
    ...findings.map(({ code, message }) => `    ${code}: ${message}`),
  ].join("\n");
}
