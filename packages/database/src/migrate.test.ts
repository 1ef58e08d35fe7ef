import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrate, migration, pending, refuseForeign } from "./migrate.ts";
import { onEachDatabase } from "./testing.ts";

const first = { "shed 1": migration("create schema shed", "create table shed.spade (id int)") };
const second = { "shed 2": migration("alter table shed.spade add column handle text") };
const broken = { "shed 3": migration("create table shed.rake (id int)", "create nonsense") };

const spades = { "2026-01-02.01 shed: spades": migration("create schema garden") };
const hay = { "2026-01-05.01 barn: hay": migration("create table garden.hay (id int)") };
const early = { "2026-01-01.09 shed: hoes": migration("create table garden.hoe (id int)") };
const between = { "2026-01-03.01 shed: rakes": migration("create table garden.rake (id int)") };

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

  test("a step of a package may come after a later one of another package, and not after one of its own", async () => {
    const { db } = open();
    await sql`drop schema database cascade`.execute(db);
    await migrate(db, { ...spades, ...hay });
    const refused = migrate(db, { ...early, ...spades, ...between, ...hay });
    await expect(refused).rejects.toMatchObject({
      code: "STEP_TOO_EARLY",
      message:
        '"2026-01-01.09 shed: hoes" comes before "2026-01-02.01 shed: spades", which this database has taken, so nothing was changed. Whoever wrote it gives it a name that comes after: steps are added at the end.',
      params: { steps: ["2026-01-01.09 shed: hoes"] },
    });
    expect(await migrate(db, { ...spades, ...between, ...hay })).toEqual(Object.keys(between));
    const { rows } = await sql`
      select relname from pg_class where relnamespace = 'garden'::regnamespace order by 1`.execute(
      db,
    );
    expect(rows).toEqual([{ relname: "hay" }, { relname: "rake" }]);
    await sql`drop schema garden cascade`.execute(db);
  });

  test("a database with tables, none of them Remit's, is refused", async () => {
    const { db } = open();
    await refuseForeign(db);
    await sql`drop schema database cascade`.execute(db);
    await expect(refuseForeign(db)).rejects.toMatchObject({ code: "DATABASE_FOREIGN" });
  });
});
