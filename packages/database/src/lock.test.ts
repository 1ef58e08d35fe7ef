import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockFolder } from "./lock.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-lock-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a folder is locked once at a time", async () => {
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: "DATABASE_IN_USE" });
  unlock();
  (await lockFolder(folder))();
});

test("a killed process leaves no lock behind", async () => {
  const script = `import { lockFolder } from ${JSON.stringify(import.meta.resolve("./lock.ts"))};
    await lockFolder(${JSON.stringify(folder)}); console.log("locked"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, [
    "--conditions=@remit/source",
    "--input-type=module",
    "--eval",
    script,
  ]);
  await once(holder.stdout, "data");
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: "DATABASE_IN_USE" });
  holder.kill("SIGKILL");
  await once(holder, "exit");
  (await lockFolder(folder))();
});
