import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverDatabase, type TestDatabase } from "@remit/database/testing";
import { startProgram } from "@remit/gateway/testing";
import { may } from "@remit/import/testing";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";

describe.skipIf("missing" in inject("templates").postgres)("on a server", () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await serverDatabase("gateway");
    folder = await mkdtemp(join(tmpdir(), "remit-review-"));
    await writeFile(join(folder, "may.txt"), may);
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const remit = (args: readonly string[], input = "") =>
    startProgram(
      import.meta.resolve("./main.ts"),
      args,
      { INIT_CWD: folder, DATABASE_URL: database.url ?? "" },
      input,
    ).ended;

  test("what waits is listed, and answered line by line", async () => {
    const group = "harbourside-pavements-working-group";
    expect((await remit(["import", "may.txt"])).out).toContain("to answer: 3 facts (remit review)");
    const { out } = await remit(["review", "--json"]);
    expect(JSON.parse(out)).toMatchObject([
      { kind: "capacity", value: "guest", status: "waiting", document: { name: "may.txt" } },
      { kind: "capacity" },
      { kind: "action" },
    ]);
    await remit(["token", "create", "desk", "--role", `${group}=secretariat`]);
    const answers = "y\n=lamplighter\nn\n";
    const answered = await remit(["review", "--answer", "--as", "desk", "--group", group], answers);
    expect(answered.out).toMatch(/^Fact:\S+ is confirmed\nFact:\S+ is rejected\n$/u);
    expect(answered.err).toContain('remit: "lamplighter" is no capacity. Give one of: chair, ');
    expect(answered.err).toContain("2 of 3 facts answered.");
    const left = await remit(["review"]);
    expect(left).toMatchObject({ code: 0, err: "1 fact to answer.\n" });
    expect(left.out).toContain("capacity: Nia Frew, Lamp Division\n  read as: guest\n");
  });

  test("nobody answers without saying who they are", async () => {
    const { code, err } = await remit(["review", "--answer"], "y\n");
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("--as") });
  });
});
