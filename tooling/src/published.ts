import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { runAlone } from "./alone.ts";

/** Packs every package as it would be published, and asks whether others could use it. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "remit-published-"));
const problems: string[] = [];
const tarballs = new Map<string, string>();

for (const manifest of globSync(["packages/*/package.json", "apps/cli/package.json"], {
  cwd: root,
})) {
  const folder = join(root, dirname(manifest));
  const file = pack(folder);
  tarballs.set(basename(folder), file);
  const tarball = new Uint8Array(readFileSync(file));
  problems.push(...(await published(folder, tarball)), ...(await typed(folder, tarball)));
}
problems.push(...(await runAlone(root, tarballs, scratch)));
rmSync(scratch, { recursive: true });
if (problems.length > 0) {
  process.stderr.write(`${problems.join("\n")}\n`);
  process.exitCode = 1;
}

function pack(folder: string): string {
  const how = ["pack", "--json", "--pack-destination", scratch];
  const said = execFileSync("pnpm", how, { cwd: folder, encoding: "utf8" });
  const { filename }: { filename: string } = JSON.parse(said);
  return filename;
}

async function published(folder: string, tarball: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer } });
  return messages.map((message) => `${folder}: ${formatMessage(message, pkg, { color: false })}`);
}

async function typed(folder: string, tarball: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (!result.types) return [`${folder}: has no types`];
  // The packages are modules for Node and for bundlers; who requires them resolves them as modules too.
  const ours = ["node16-esm", "bundler"];
  return result.problems.flatMap((problem) =>
    "resolutionKind" in problem && !ours.includes(problem.resolutionKind)
      ? []
      : [`${folder}: ${JSON.stringify(problem)}`],
  );
}
