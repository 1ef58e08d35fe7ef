import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { isArchive } from "@remit/database";
import { exportRecord, importRecord, readSettings } from "@remit/gateway";
import type { Gateway } from "@remit/graphql";
import { Refusal } from "@remit/kernel";
import { withDatabase } from "./database.ts";
import { pathOf } from "./file.ts";

/** Writes the whole record into a file that its owner alone may read. A file of that name stays whole until the new one is. */
export const exportAllCommand = (gateway: Gateway, file: string): Promise<void> => {
  const path = pathOf(file);
  const part = `${path}.part`;
  return withDatabase(gateway, async (db) => {
    try {
      await exportRecord(db, (lines) => pipeline(lines, createWriteStream(part, { mode: 0o600 })));
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw unwritable(error) ?? error;
    }
    process.stderr.write(
      `The whole record is in ${path}. It names persons whom the public knows by their role alone: keep it as you keep the database. Tokens are not in it.\n`,
    );
  });
};

/** Whether it is a whole record that is taken in. Refuses with `RECORD_ALONE` one beside documents. */
export async function hasWholeRecord(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (!(await isArchive(pathOf(file)).catch(() => false))) continue;
    if (files.length === 1) return true;
    const message = `${file} is a whole record, which goes into an empty database: import it alone.`;
    throw new Refusal("RECORD_ALONE", message);
  }
  return false;
}

/** Puts a whole record into the empty database that the environment names. */
export async function importAllCommand(
  gateway: Gateway,
  file: string,
  { json = false }: { readonly json?: boolean | undefined },
): Promise<void> {
  const { place } = readSettings(process.env);
  const { rows, head } = await importRecord(place, pathOf(file), gateway);
  if (json) process.stdout.write(`${JSON.stringify({ rows, head }, null, 2)}\n`);
  else
    process.stdout.write(
      `${file}: the whole record, ${rows} rows. Its journal is in order and ends at ${head?.position ?? 0}:${head?.chain ?? ""}\n`,
    );
  process.stderr.write("Tokens are not part of it: make new ones with `remit token create`.\n");
}

function unwritable(error: unknown): Refusal | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^(?:ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ENOSPC|ENOTEMPTY)$/u.test(code)) return null;
  return new Refusal(
    "FILE_NOT_WRITTEN",
    `The file cannot be written (${code}): name one in a folder that is there, is yours to write in and has room.`,
  );
}
