import { globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ignored = new Set(["node_modules", "dist", ".git", ".turbo", ".remit"]);
const entries = (folder: string) =>
  readdirSync(`${root}/${folder}`).filter((name) => !ignored.has(name));
const packages = globSync("packages/*", { cwd: root });

test("the top of the house is what a newcomer reads first", () => {
  const visible = entries("").filter((name) => !name.startsWith("."));
  expect(visible.toSorted()).toEqual(
    [
      "LICENSE",
      "README.md",
      "apps",
      "docs",
      "package.json",
      "packages",
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      "tooling",
      "tsconfig.base.json",
      "turbo.json",
    ].toSorted(),
  );
});

test.each(packages)("%s holds what every package holds, and nothing else", (folder) => {
  const every = ["CHANGELOG.md", "README.md", "package.json", "src", "tsconfig.json"];
  expect(entries(folder).toSorted()).toEqual(every);
});

test.each(packages)("%s spells out at most thirty exports", (folder) => {
  const index = readFileSync(`${root}/${folder}/src/index.ts`, "utf8");
  expect(index).not.toContain("export *");
  expect(index.match(/^export\b/gmu)?.length).toBeLessThanOrEqual(30);
});

test("what a directorate copies is at most 300 lines", () => {
  const own = globSync("apps/gateway/src/*.ts", { cwd: root }).filter(
    (file) => !file.endsWith(".test.ts"),
  );
  const lines = own.flatMap((file) =>
    readFileSync(`${root}/${file}`, "utf8").trimEnd().split("\n"),
  );
  expect(lines.length).toBeLessThanOrEqual(300);
});

test("there is one index in each package, at its entry", () => {
  const inner = globSync("{packages,apps}/*/src/*/**/index.ts", { cwd: root });
  expect(inner).toEqual([]);
});
