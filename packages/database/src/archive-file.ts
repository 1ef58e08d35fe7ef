import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Refusal } from "@remit/kernel";
import { type ArchiveHead, archiveFormat } from "./archive.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
const areCounts = (value: unknown): value is Readonly<Record<string, number>> =>
  isRecord(value) && Object.values(value).every((each) => Number.isInteger(each));

/** Characters that a line may have: more than any row, and less than what no memory could hold. */
const longest = 256 * 1024 * 1024;

/** Whether a file begins as an archive does, of whatever version. */
export async function isArchive(path: string): Promise<boolean> {
  const stream = createReadStream(path, { end: 255 }).setEncoding("utf8");
  for await (const text of stream) return String(text).startsWith('{"product":"Remit","format":');
  return false;
}

/**
 * The first line of an archive, once the whole file was held against its hash and its counts. Refuses with
 * `ARCHIVE_UNKNOWN`, `ARCHIVE_NEWER` or `ARCHIVE_BROKEN`.
 */
export async function headOfArchive(path: string): Promise<ArchiveHead> {
  const hash = createHash("sha256");
  const found: Record<string, number> = {};
  let head: ArchiveHead | undefined;
  let end: string | undefined;
  for await (const line of linesOf(path)) {
    if (end !== undefined) throw broken("it goes on after its end");
    if (head === undefined) head = headIn(line);
    else {
      const read = readLine(line);
      if ("sha256" in read) {
        end = read.sha256;
        continue;
      }
      found[read.table] = (found[read.table] ?? 0) + 1;
    }
    hash.update(`${line}\n`);
  }
  if (head === undefined) throw unknown();
  if (end === undefined) throw broken("its end is missing");
  if (end !== hash.digest("hex")) throw broken("it was changed after it was written");
  const tables = new Set([...Object.keys(head.tables), ...Object.keys(found)]);
  const wrong = [...tables].filter((name) => (head.tables[name] ?? 0) !== (found[name] ?? 0));
  if (wrong.length > 0) throw broken(`its first line counts other rows of ${wrong.join(", ")}`);
  return head;
}

/** The rows of an archive that is in order, each with its table, as the text of their JSON. */
export async function* rowsOfArchive(
  path: string,
): AsyncGenerator<{ readonly table: string; readonly row: string }> {
  for await (const line of linesOf(path)) {
    // Cut out as it is written: a number that JavaScript cannot hold stays what it is.
    const parts = /^\{"table":"(?<table>[^"\\]+)","row":(?<row>\{.*\})\}$/su.exec(line)?.groups;
    if (parts !== undefined) yield { table: parts["table"] ?? "", row: parts["row"] ?? "" };
  }
}

/** What an archive that cannot be taken is refused with. */
export const broken = (why: string): Refusal =>
  new Refusal(
    "ARCHIVE_BROKEN",
    `This export is not whole: ${why}. Nothing was changed. Take another copy of it.`,
  );

const unknown = () =>
  new Refusal(
    "ARCHIVE_UNKNOWN",
    "This is no export of a whole record, as `remit export --all` writes it.",
  );

function headIn(line: string): ArchiveHead {
  const value = parsed(line);
  if (!isRecord(value) || value["product"] !== "Remit" || typeof value["format"] !== "number")
    throw unknown();
  const { format, steps, tables, leftOut } = value;
  if (format > archiveFormat)
    throw new Refusal(
      "ARCHIVE_NEWER",
      `This export has format ${format}, and this version of Remit reads format ${archiveFormat}. Use the version that wrote it, or a later one.`,
    );
  if (areTexts(steps) && areCounts(tables) && areTexts(leftOut))
    return { product: "Remit", format, steps, tables, leftOut };
  throw broken("its first line is not what it should be");
}

function readLine(line: string): { readonly table: string } | { readonly sha256: string } {
  const value = parsed(line);
  if (isRecord(value)) {
    const { table, row, sha256 } = value;
    if (typeof table === "string" && isRecord(row)) return { table };
    if (typeof sha256 === "string") return { sha256 };
  }
  throw broken("one of its lines is no row");
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Lines by the line feed alone: a text may hold other characters that end lines elsewhere. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const [first = "", ...others] = String(chunk).split("\n");
    rest += first;
    if (rest.length > longest) throw broken("one of its lines is too long");
    for (const other of others) {
      yield rest;
      rest = other;
    }
  }
  if (rest !== "") throw broken("it was cut off");
}
