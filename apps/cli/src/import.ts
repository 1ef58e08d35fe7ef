import { maxBytes } from "@remit/documents";
import {
  importDocument,
  type ImportReport,
  openDatabase,
  readSettings,
  surroundings,
} from "@remit/gateway";
import { Refusal } from "@remit/kernel";
import { basename } from "node:path";
import { fileBytes } from "./file.ts";

interface Options {
  readonly group?: string;
  readonly summary?: boolean;
  readonly supersede?: boolean;
  readonly json?: boolean;
}

/** Imports files one after the other, each whole or not at all. One that is refused does not keep the next from being tried. */
export async function importCommand(files: readonly string[], options: Options): Promise<void> {
  const { db, close } = await openDatabase(readSettings(process.env).place);
  const results: object[] = [];
  let refused = 0;
  try {
    for (const file of files) {
      try {
        const bytes = await fileBytes(file, maxBytes);
        const report = await importDocument(
          db,
          { name: basename(file), bytes },
          options,
          surroundings,
        );
        results.push({ file, ...report });
        if (!options.json) process.stdout.write(`${shown(file, report)}\n`);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, message } = error;
        refused += 1;
        results.push({ file, outcome: "refused", code, message });
        process.stderr.write(`remit: ${file}: ${message}\n`);
      }
    }
  } finally {
    await close();
  }
  if (options.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (refused > 0) {
    const message = `${refused} of ${files.length} files refused, nothing of them was kept.`;
    throw new Refusal("FILES_REFUSED", message);
  }
}

function shown(file: string, { outcome, title, created, matched, findings }: ImportReport): string {
  const counts = Object.entries(created)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  return [
    `${file}: ${title}`,
    outcome === "unchanged"
      ? "  imported before; nothing was changed"
      : `  ${outcome}: ${counts.join(", ")}`,
    ...(matched.length > 0 ? [`  known before: ${matched.join(", ")}`] : []),
    ...(findings.length > 0 ? [`  to confirm:`] : []),
    ...findings.map(({ code, message }) => `    ${code}: ${message}`),
  ].join("\n");
}
