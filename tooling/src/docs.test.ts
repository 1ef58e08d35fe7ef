import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "remit-docs-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const pages = globSync(["README.md", "packages/*/README.md", "docs/**/*.md"], { cwd: root }).map(
  (page) => ({ page, text: readFileSync(join(root, page), "utf8") }),
);
const examples = pages.flatMap(({ page, text }) =>
  [...text.matchAll(/^```ts\n(.*?)^```/gmsu)].map(([, code = ""], index) => ({
    page,
    index: index + 1,
    code,
  })),
);

/** `sum(1, 2); // => 3` becomes an assertion. */
const asserting = (code: string) =>
  `import { deepStrictEqual } from "node:assert/strict";\n${code.replace(
    /^(.*); \/\/ => (.*)$/gmu,
    (_, call: string, value: string) => `deepStrictEqual(${call}, ${value});`,
  )}`;

test.each(examples)("the example $index of $page runs", async ({ page, code }) => {
  const run = [
    "--conditions=@remit/source",
    "--input-type=module-typescript",
    "--eval",
    asserting(code),
  ];
  // A guide speaks of the whole, which the gateway's folder knows by name.
  const folder = page.startsWith("docs/") ? "apps/gateway" : dirname(page);
  const how = {
    cwd: join(root, folder),
    env: { ...process.env, REMIT_DATA: mkdtempSync(join(scratch, "data-")) },
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
