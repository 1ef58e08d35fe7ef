import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { connect } from "./connect.ts";
import { grantTo, roleOf } from "./grant.ts";
import { serverDatabase } from "./testing.ts";

describe.skipIf("missing" in inject("templates").postgres)("on PostgreSQL", () => {
  test("the application's own role adds to the journal and changes nothing in it", async () => {
    const { db, url = "", close } = await serverDatabase();
    const role = `remit_test_${randomUUID().slice(0, 8)}`;
    await sql`create role ${sql.id(role)} login`.execute(db);
    try {
      await grantTo(db, role, ["database"]);
      const own = Object.assign(new URL(url), { username: role, password: "" });
      const application = await connect({ url: own.href });
      try {
        expect(await roleOf(application.db)).toBe(role);
        await sql`insert into database.journal (subject_type, subject_id, version, verb, actor, request_id,
          at, recorded_at, after, access, hash) values ('Spade', ${randomUUID()}, 1, 'buy', '{}', 'test',
          now(), now(), '{}', 'public', 'none')`.execute(application.db);
        for (const statement of [
          "update database.journal set verb = 'sell'",
          "delete from database.journal",
          "truncate database.journal",
          "update database.history set verb = 'sell'",
          "insert into database.journal_position values (9, 'Spade', gen_random_uuid(), 1, '')",
          "update database.journal_head set position = position + 1",
          "select from database.migration",
          `select database.advance_journal(j) from database.journal j`,
          "alter table database.journal disable trigger all",
        ])
          await expect(sql.raw(statement).execute(application.db)).rejects.toThrow(
            /permission denied|must be owner/u,
          );
        const placed = await sql`select position from database.journal_position`.execute(
          application.db,
        );
        expect(placed.rows).toEqual([{ position: 1 }]);
        await sql`delete from database.answer`.execute(application.db);
      } finally {
        await application.close();
      }
    } finally {
      await sql`drop owned by ${sql.id(role)}`.execute(db);
      await sql`drop role ${sql.id(role)}`.execute(db);
      await close();
    }
  });
});
