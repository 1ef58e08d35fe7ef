import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { examplesIn } from "./examples.ts";
import { startPostgres } from "./postgres.ts";

/** What keeping actions in a PostgreSQL takes: packages of ours, and the libraries that each of them may bring. */
const needed = {
  kernel: ["zod"],
  database: ["kysely", "pg", "@electric-sql/pglite"],
  actions: [],
};

/**
 * Installs the actions from their tarball beside nothing but what keeping them takes, and so without any package of
 * GraphQL, and runs the example of their README on a PostgreSQL. Gives what went wrong.
 */
export async function runAlone(
  root: string,
  tarballs: ReadonlyMap<string, string>,
  scratch: string,
): Promise<string[]> {
  const folder = join(scratch, "alone");
  for (const [name, libraries] of Object.entries(needed)) {
    const place = join(folder, "node_modules/@remit", name);
    mkdirSync(place, { recursive: true });
    execFileSync("tar", ["-xzf", tarballs.get(name) ?? "", "-C", place, "--strip-components=1"]);
    for (const library of libraries) {
      const link = join(folder, "node_modules", library);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "packages", name, "node_modules", library), link);
    }
  }
  const readme = readFileSync(join(root, "packages/actions/README.md"), "utf8");
  const example = examplesIn(readme).find((code) => code.includes("@remit/actions/store"));
  if (example === undefined) return ["packages/actions/README.md: has no example on a database"];
  const file = join(folder, "example.ts");
  writeFileSync(file, example);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const server = await startPostgres();
  try {
    execFileSync(process.execPath, [file], {
      cwd: folder,
      env: { PATH: process.env["PATH"], DATABASE_URL: server.url },
      stdio: "pipe",
    });
    return [];
  } catch (error) {
    return [`packages/actions: its example does not run from its tarball: ${String(error)}`];
  } finally {
    await server.stop();
  }
}
