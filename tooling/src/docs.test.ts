import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { examplesIn } from "./examples.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "remit-docs-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const pages = globSync(["README.md", "packages/*/README.md", "docs/**/*.md"], { cwd: root }).map(
  (page) => ({ page, text: readFileSync(join(root, page), "utf8") }),
);
const examples = pages.flatMap(({ page, text }) =>
  examplesIn(text).map((code, index) => ({ page, index: index + 1, code })),
);

test.each(examples)("the example $index of $page runs", async ({ page, code }) => {
  const run = ["--conditions=@remit/source", "--input-type=module-typescript", "--eval", code];
  // A guide speaks of the whole, which the gateway's folder knows by name.
  const folder = page.startsWith("docs/") ? "apps/gateway" : dirname(page);
  // The database of whoever runs this is not the examples'.
  const { DATABASE_URL: _, ...env } = process.env;
  const how = {
    cwd: join(root, folder),
    env: { ...env, REMIT_DATA: mkdtempSync(join(scratch, "data-")) },
  };
  await expect(promisify(execFile)(process.execPath, run, how)).resolves.toBeDefined();
});

test("a page that is linked to is there", () => {
  const links = pages.flatMap(({ page, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(([, to = ""]) =>
      join(dirname(page), to),
    ),
  );
  expect(links.filter((link) => globSync(link, { cwd: root }).length === 0)).toEqual([]);
});
