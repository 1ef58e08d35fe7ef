import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serverDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { expect, inject, test } from "vitest";

const bench = fileURLToPath(new URL("../bench", import.meta.url));
const statements = (file: string) =>
  readFileSync(`${bench}/${file}`, "utf8")
    .split(/;\n(?=\n|$)/u)
    .filter((statement) => statement.trim() !== "");

// The bench runs by hand, seldom, and its data would be wrong by then.
test.skipIf("missing" in inject("templates").postgres)(
  "the bench's data and the statements that it compares go with the tables as they are",
  async () => {
    const { db, close } = await serverDatabase("gateway");
    try {
      await sql`create schema bench`.execute(db);
      // A quarter: below, there is no mission of which some is hidden.
      await sql`create function bench.size(n int) returns int language sql immutable return n / 4`.execute(
        db,
      );
      await db.connection().execute(async (one) => {
        for (const file of ["src/data.sql", "src/worst.sql", "src/postgraphile.sql"])
          for (const statement of statements(file)) await sql.raw(statement).execute(one);
        const compared = globSync("questions/*/hand.sql", { cwd: bench });
        expect(compared.length).toBeGreaterThan(3);
        for (const [index, file] of compared.entries()) {
          const statement = statements(file).join(";\n");
          await sql.raw(`prepare compared_${index} as ${statement}`).execute(one);
        }
      });
    } finally {
      await close();
    }
  },
);
