import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrate, migration, pending, refuseForeign } from "./migrate.ts";
import { onEachDatabase } from "./testing.ts";

const first = { "shed 1": migration("create schema shed", "create table shed.spade (id int)") };
const second = { "shed 2": migration("alter table shed.spade add column handle text") };
const broken = { "shed 3": migration("create table shed.rake (id int)", "create nonsense") };

onEachDatabase((open) => {
  test("steps run once, later ones beside the earlier", async () => {
    const { db } = open();
    await sql`drop schema database cascade`.execute(db);
    expect(await migrate(db, first)).toEqual(["shed 1"]);
    expect(await pending(db, { ...first, ...second })).toEqual(["shed 2"]);
    expect(await migrate(db, { ...second, ...first })).toEqual(["shed 2"]);
    expect(await migrate(db, { ...first, ...second })).toEqual([]);
  });

  test("a database that a later version has migrated is refused", async () => {
    const { db } = open();
    await expect(migrate(db, first)).rejects.toMatchObject({ code: "DATABASE_NEWER" });
  });

  test("a step that fails leaves nothing of itself", async () => {
    const { db } = open();
    await expect(migrate(db, { ...first, ...second, ...broken })).rejects.toThrow("nonsense");
    const rake = await sql<{
      table: string | null;
    }>`select to_regclass('shed.rake') as table`.execute(db);
    expect(rake.rows).toEqual([{ table: null }]);
  });

  test("a database with tables, none of them Remit's, is refused", async () => {
    const { db } = open();
    await refuseForeign(db);
    await sql`drop schema database cascade`.execute(db);
    await expect(refuseForeign(db)).rejects.toMatchObject({ code: "DATABASE_FOREIGN" });
  });
});
