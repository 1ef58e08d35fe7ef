import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { surroundings } from "@remit/gateway";
import { dayAt } from "@remit/kernel";
import { march } from "@remit/import/testing";
import { type ProgramDatabase, programDatabase, startProgram } from "@remit/gateway/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
let database: ProgramDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "remit-journal-"));
  database = await programDatabase(folder);
  await writeFile(join(folder, "march.txt"), march);
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const group = "harbourside-pavements-working-group";
const remit = (...args: string[]) =>
  startProgram(import.meta.resolve("./main.ts"), args, {
    INIT_CWD: folder,
    ...database.environment,
  }).ended;

test("a record is imported, chased, shown and verified; an edited entry is named", async () => {
  expect(await remit("import", "march.txt")).toMatchObject({ code: 0 });
  const verified = await remit("journal", "verify");
  expect(verified).toEqual({
    code: 0,
    out: "",
    err: expect.stringMatching(/^The journal is in order\. It ends at \d+:[0-9a-f]{64}\n/u),
  });
  const [end = ""] = /\d+:\w+/u.exec(verified.err) ?? [];
  expect(await remit("journal", "verify", "--since", end)).toEqual(verified);
  expect(await remit("journal", "verify", "--since", end.replace(/^\d+:/u, "2:"))).toMatchObject({
    code: 1,
    out: expect.stringContaining("is not the one that had"),
  });
  expect(await remit("journal", "verify", "--since", "yesterday")).toMatchObject({
    code: 1,
    err: expect.stringContaining("yesterday is no end of a journal"),
  });
  const shown = await remit("journal", "show", "HPWG-2026-03-A1");
  expect(shown.out).toMatch(/^1 {2}\d+ {2}2026-03-10T00:00:00\.000Z {2}import by remit import\n$/u);
  expect(await remit("journal", "show", "HPWG-2026-03-A9")).toMatchObject({
    code: 1,
    err: expect.stringContaining("There is no HPWG-2026-03-A9."),
  });

  const digest = await remit("actions", "digest", "--group", group, "--on", "2026-04-01");
  expect(digest.out).toContain("## Open (3)");
  expect(digest.out).toContain("**HPWG-2026-03-A2**");
  expect(await remit("actions", "remind", "--group", group, "--json")).toMatchObject({
    code: 0,
    out: "[]\n",
  });
  expect(await remit("actions", "digest", "--group", "nobody")).toMatchObject({
    code: 1,
    err: `remit: There is no group nobody. There are: ${group}.\n`,
  });

  await change(
    `alter table database.journal disable trigger all`,
    `update database.journal set verb = 'invent' where subject_id =
      (select id from actions.action where number = 2)`,
  );
  const broken = await remit("journal", "verify");
  expect(broken).toMatchObject({ code: 1, err: expect.stringContaining("1 found") });
  expect(broken.out).toMatch(/^Action:[0-9a-f-]+ version 1 was changed after it was written\.\n$/u);
}, 120_000);

test("INV-G12: a digest and reminders name somebody who is shown by role alone only when asked to", async () => {
  await remit("import", "march.txt");
  await change(
    `update groups.person set public_profile = 'role-only' where name = 'Dr Mo Farrow'`,
    `update actions.action set due_kind = 'date', due_on = '2026-04-01',
      record = jsonb_set(record, '{due}', '{"kind": "date", "on": "2026-04-01", "text": null}')`,
  );
  const chase = (...args: string[]) =>
    remit("actions", ...args, "--group", group, "--on", "2026-03-20");
  const digest = await chase("digest");
  expect(digest.out).toContain("## Due soon (3)");
  expect(digest.out).toContain(String.raw`\[name withheld\]`);
  expect(digest.out).not.toContain("Farrow");
  expect((await chase("digest", "--names")).out).toContain("Mo Farrow");
  const reminders = await chase("remind");
  expect(reminders.out).toContain(
    "HPWG-2026-03-A1: two weeks before, 2026-04-01; [name withheld]\n",
  );
  await change("delete from actions.reminder");
  expect((await chase("remind", "--names")).out).toContain("; Mo Farrow\n");
}, 120_000);

const change = (...statements: string[]) =>
  database.within(async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  });

// Whatever the hour of UTC, one of the two has another day.
test.each(["Pacific/Kiritimati", "Etc/GMT+12"])(
  "INV-A10 today is the day in the group's time zone: %s",
  async (zone) => {
    await remit("import", "march.txt");
    await database.within((db) => db.updateTable("groups.group").set({ zone }).execute());
    const today = () => dayAt(surroundings.now().toISOString(), zone);
    const before = today();
    const digest = await remit("actions", "digest", "--group", group);
    // A test that runs at midnight may see either day.
    const titles = [before, today()].map((day) =>
      new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
        Date.parse(day),
      ),
    );
    const [title = ""] = digest.out.split("\n");
    expect(titles).toContain(title.split("actions on ")[1]);
  },
  60_000,
);

test("a token is made, listed and revoked, and its secret shown once", async () => {
  await remit("import", "march.txt");
  const made = await remit("token", "create", "desk", "--role", `${group}=secretariat`);
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^remit_[\w-]{43}\n$/u) });
  expect(await remit("token", "create", "desk")).toMatchObject({
    code: 1,
    out: "",
    err: expect.stringContaining('There is a token "desk" already.'),
  });
  const listed = await remit("token", "list");
  expect(listed.out).toBe("desk: secretariat; no end\n");
  expect(listed.out).not.toContain(made.out.trim());
  expect(await remit("token", "revoke", "desk")).toMatchObject({ code: 0 });
  expect((await remit("token", "list")).out).toMatch(/^desk: secretariat; revoked /u);
  expect(await remit("token", "create", "other", "--role", `${group}=king`)).toMatchObject({
    code: 1,
    err: expect.stringContaining("one of member, secretariat, chair"),
  });
}, 120_000);
