import type { Viewer } from "./database.ts";

/*
 * Reads a statement's text, knowing nothing of how it was planned: for each occurrence of a table,
 * what must stand beside it for its rule to have been asked.
 */

const occurrence = /"film"\."(\w+)" as "(t\d+\$)"|"film\.titled"\([^)]*\) as "(t\d+\$)"/gu;

function guard(table: string, alias: string, viewer: Viewer): RegExp | undefined {
  const column = (name: string) => `"${alias.replace("$", "\\$")}"."${name}"`;
  if (table === "credit") {
    return new RegExp(`${column("film_id")} = "t\\d+\\$"."id"|= ${column("film_id")}`, "u");
  }
  if (table === "review") return new RegExp(column("published"), "u");
  if (viewer.staff) return undefined;
  if (table === "film") return new RegExp(`${column("access")} = 'public'`, "u");
  if (table === "person") return new RegExp(`${column("listed")} = `, "u");
  return undefined;
}

/** The occurrences of tables in a statement that stand there without their rule. */
export function unguarded(sql: string, viewer: Viewer): string[] {
  const found = [...sql.matchAll(occurrence)].map(
    ([, table = "film", named = "", called = ""]) => ({
      table,
      alias: named || called,
    }),
  );
  return found
    .filter(({ table, alias }) => guard(table, alias, viewer)?.test(sql) === false)
    .map(({ table, alias }) => `${table} as ${alias}`);
}
