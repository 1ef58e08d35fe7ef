import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";

/*
 * A step in code, frozen as it was: a hash cannot be made in SQL that also runs embedded. It imports nothing of ours,
 * so that no later change of an action or of the journal changes what this step did. Its whole text is pinned.
 */

interface OldRecord {
  readonly id: string;
  readonly version: number;
  readonly access: string;
  readonly group: { readonly id: string };
  readonly raisedAt: { readonly on: string };
}

/** Writes the first entry of each action that was imported before there was a journal, so that verbs can follow it. */
export async function journalOldActions(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ record: OldRecord; document: string | null }>`
    select record, document_id as document from actions.action a where not exists
      (select from database.journal where subject_type = 'Action' and subject_id = a.id)`.execute(
    db,
  );
  const days = rows.map(({ record }) => midnight(record)).toSorted();
  const recordedAt = days.at(-1);
  if (recordedAt === undefined) return;
  for (const { record, document } of rows)
    await writeFirst(db, record, document ?? "before the journal", recordedAt);
}

const midnight = (record: OldRecord) => `${record.raisedAt.on}T00:00:00.000Z`;

async function writeFirst(
  db: Kysely<unknown>,
  after: OldRecord,
  document: string,
  recordedAt: string,
): Promise<void> {
  const facts = {
    subject_type: "Action",
    subject_id: after.id,
    version: after.version,
    verb: "import",
    request_id: document,
    at: midnight(after),
    recorded_at: recordedAt,
    group_id: after.group.id,
    access: after.access,
    previous: null,
  };
  const actor = { name: "remit import", person: null };
  const hash = createHash("sha256")
    .update(canonical({ ...facts, actor, before: null, after }))
    .digest("hex");
  const row = JSON.stringify({ ...facts, actor, after, hash });
  await sql`insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at,
      recorded_at, before, after, group_id, access, previous, hash)
    select subject_type, subject_id, version, verb, actor, request_id, at,
      recorded_at, before, after, group_id, access, previous, hash
    from jsonb_to_record(${row}::jsonb) as entry (subject_type text, subject_id uuid, version int, verb text,
      actor jsonb, request_id text, at timestamptz, recorded_at timestamptz, before jsonb, after jsonb,
      group_id uuid, access text, previous text, hash text)`.execute(db);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(",")}}`;
}
