import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { march } from "@remit/import/testing";
import { type ProgramDatabase, programDatabase, startProgram } from "@remit/gateway/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
let [first, second]: ProgramDatabase[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-record-"));
  first = await programDatabase(join(folder, "first"));
  second = await programDatabase(join(folder, "second"));
  await writeFile(join(folder, "march.txt"), march);
});
afterAll(async () => {
  await first?.close();
  await second?.close();
  await rm(folder, { recursive: true });
});

const remit = (database: ProgramDatabase | undefined, ...args: string[]) =>
  startProgram(import.meta.resolve("./main.ts"), args, {
    INIT_CWD: folder,
    ...database?.environment,
  }).ended;

test("a record is carried from one database to another, where it can be chased and verified", async () => {
  await remit(first, "import", "march.txt");
  const written = await remit(first, "export", "--all", "record.ndjson");
  expect(written).toMatchObject({
    code: 0,
    out: "",
    err: expect.stringContaining("Tokens are not"),
  });
  expect((await stat(join(folder, "record.ndjson"))).mode & 0o777).toBe(0o600);
  const beside = await remit(second, "import", "record.ndjson", "march.txt");
  expect(beside).toMatchObject({ code: 1, err: expect.stringContaining("import it alone") });
  const taken = await remit(second, "import", "record.ndjson");
  expect(taken).toMatchObject({ code: 0, err: expect.stringContaining("remit token create") });
  const verified = await remit(second, "journal", "verify");
  expect(verified.err).toContain(/ends at (\S+)/u.exec(taken.out)?.[1]);
  expect((await remit(second, "journal", "show", "HPWG-2026-03-A1")).out).toContain("import");
  await remit(second, "export", "--all", "again.ndjson");
  const both = await Promise.all(
    ["record", "again"].map((name) => readFile(join(folder, `${name}.ndjson`), "utf8")),
  );
  expect(both[1]).toBe(both[0]);
  const again = await remit(second, "import", "record.ndjson");
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("This database has rows") });
  const nowhere = await remit(first, "export", "--all", "no/such/folder/record.ndjson");
  expect(nowhere).toMatchObject({
    code: 1,
    err: expect.stringContaining("cannot be written (ENOENT)"),
  });
}, 120_000);
