import { Id, type Noun } from "@remit/kernel";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { keptIn } from "./records.ts";
import { onEachDatabase } from "./testing.ts";

const Bench = z.object({ id: Id, version: z.int(), name: z.string(), slats: z.int() });
type Bench = z.infer<typeof Bench>;
const noun: Noun<Bench> = { name: "Bench", schema: Bench, parties: {} };
const standing = () => ({ group: null, access: "public", since: null }) as const;
const benches = keptIn("park.bench", {
  noun,
  standing,
  steps: [(record) => ({ ...record, slats: 4 })],
});

const [old, made] = ["1", "2"].map((last) => `01990000-0000-7000-8000-${last.padStart(12, "0")}`);

onEachDatabase((open) => {
  beforeAll(async () => {
    const { db } = open();
    await sql`create schema park`.execute(db);
    await sql`create table park.bench (id uuid primary key, version int not null, group_id uuid,
      access text not null, record jsonb not null)`.execute(db);
    const record = JSON.stringify({ id: old, version: 1, name: "By the quay" });
    await sql`insert into park.bench values (${old}, 1, null, 'public', ${record}::jsonb)`.execute(
      db,
    );
  });

  test("a record that was kept before a field was there reads as one of today, and is saved as one", async () => {
    const { db } = open();
    const [bench] = await benches.find(db, [String(old)]);
    expect(bench).toEqual({ id: old, version: 1, name: "By the quay", slats: 4 });
    const next = { id: String(made), version: 1, name: "By the lamp", slats: 5 };
    const outcome = { subject: next, changed: [], made: [] };
    await db
      .transaction()
      .execute((tx) => benches.save(tx, { before: null, outcome, newId: () => "" }));
    const { rows } = await sql`select record from park.bench where id = ${made}`.execute(db);
    expect(rows).toEqual([{ record: { ...next, recordVersion: 2 } }]);
    expect(benches.kept(next)).toEqual({ ...next, recordVersion: 2 });
    expect(await benches.find(db, [String(made)])).toEqual([next]);
  });
});
