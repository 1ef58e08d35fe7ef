import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { startProgram } from "./program.ts";

test("a program runs from a folder with spaces in its name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "remit a folder "));
  const file = join(folder, "say.ts");
  await writeFile(file, 'process.stdout.write("here" satisfies string);');
  const { code, out } = await startProgram(pathToFileURL(file).href, []).ended;
  await rm(folder, { recursive: true });
  expect({ code, out }).toEqual({ code: 0, out: "here" });
});
