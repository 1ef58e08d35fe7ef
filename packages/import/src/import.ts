import { createHash } from "node:crypto";
import { collisionOf, type Db, lockNames, lockTogether, type Tx } from "@remit/database";
import { isReport, sourceOf } from "@remit/documents";
import {
  countWaiting,
  findDocument,
  insertDocument,
  supersedeDocument,
} from "@remit/documents/store";
import { isStorable, Refusal } from "@remit/kernel";
import type { Incoming, Surroundings, Take, Told } from "./incoming.ts";
import { takeLinks } from "./links.ts";
import { takeMinutes } from "./minutes.ts";
import { takeMission } from "./mission.ts";
import { takeReport } from "./mission-report.ts";
import type { ImportReport } from "./report.ts";

/** A file as it came. */
export interface ImportFile {
  readonly name: string;
  /** How the user named it, where that is more than its name. */
  readonly path?: string;
  readonly bytes: Uint8Array;
}

/** Takes one document into the record, whole or not at all. Refuses what it cannot read and what is recorded otherwise. */
export async function importDocument(
  db: Db,
  file: ImportFile,
  told: Told,
  surroundings: Surroundings,
): Promise<ImportReport> {
  // Unpacked before there is a transaction, which would keep others waiting meanwhile.
  const incoming = await incomingOf(file, told, surroundings);
  try {
    return await db.transaction().execute((tx) => take(tx, file, incoming));
  } catch (error) {
    throw collisionOf(error) ?? error;
  }
}

/** Refuses what no record could take, before there is one: what cannot be read, or does not say what it is about. */
export async function assertReadable(
  file: ImportFile,
  told: Told,
  surroundings: Surroundings,
): Promise<void> {
  understand(await incomingOf(file, told, surroundings));
}

/** The same import as a part of a transaction. */
export const importWithin = async (
  tx: Tx,
  file: ImportFile,
  told: Told,
  surroundings: Surroundings,
): Promise<ImportReport> => take(tx, file, await incomingOf(file, told, surroundings));

async function take(tx: Tx, { bytes }: ImportFile, incoming: Incoming): Promise<ImportReport> {
  const { name, text, recordedAt } = incoming;
  // Beside other imports, but not beside one that is being undone.
  await lockTogether(tx, "remit import");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await lockNames(tx, "remit documents", [sha256]);
  const before = await findDocument(tx, sha256);
  if (before !== undefined) {
    if (before.supersededBy !== null) throw superseded();
    const { title, findings } = before;
    const waiting = await countWaiting(tx, before.id);
    return {
      outcome: "unchanged",
      title,
      access: null,
      created: {},
      matched: [],
      waiting,
      findings,
    };
  }
  const intake = await understand(incoming)(tx);
  const { kind, title, officialRecord, access, created, matched, findings, supersedes } = intake;
  const { waiting = 0 } = intake;
  await insertDocument(tx, {
    id: incoming.document,
    sha256,
    kind,
    name,
    title,
    text,
    officialRecord,
    findings: findings.map(({ code, message }) => ({ code, message })),
    importedAt: recordedAt,
    // A document is of no group: whoever sees it sees the whole of its text.
    access: access === "group" ? "officials" : (access ?? "public"),
  });
  const shown = await intake.write();
  if (supersedes !== null) await supersedeDocument(tx, supersedes, incoming.document);
  const outcome = supersedes === null ? "created" : "superseded";
  return { outcome, title, access, created: { ...created, ...shown }, matched, waiting, findings };
}

const incomingOf = async (
  { name, path = name, bytes }: ImportFile,
  told: Told,
  { newId, now }: Surroundings,
): Promise<Incoming> => ({
  name,
  path,
  text: await sourceOf(bytes),
  document: newId(),
  told,
  newId,
  recordedAt: now().toISOString(),
});

function understand(incoming: Incoming): Take {
  const { name, text } = incoming;
  if (!name.toLowerCase().endsWith(".json"))
    return isReport(text) ? takeReport(incoming) : takeMinutes(incoming);
  if (incoming.told.access !== undefined) {
    const message = "--access is for minutes and agendas: this JSON says itself who may see what.";
    throw new Refusal("ACCESS_NOT_TAKEN", message);
  }
  const json = parse(text);
  if (typeof json === "object" && json !== null && "mission" in json)
    return takeMission(incoming, json);
  if (typeof json === "object" && json !== null && "contributions" in json)
    return takeLinks(incoming, json);
  throw new Refusal(
    "JSON_NOT_KNOWN",
    'This JSON describes neither a mission ("mission": …) nor links ("contributions": …).',
  );
}

function parse(text: string): unknown {
  const json = parsed(text);
  // PostgreSQL has no place for some characters: refused here, they cannot be an error there.
  if (isStorable(json)) return json;
  const message =
    "This JSON holds the character NUL or half of a surrogate pair, which no text may.";
  throw new Refusal("JSON_BROKEN", message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal("JSON_BROKEN", `This is not JSON: ${String(error)}`);
  }
}

const superseded = () =>
  new Refusal(
    "DOCUMENT_SUPERSEDED",
    "These bytes were imported before, and another document has taken their place.",
  );
