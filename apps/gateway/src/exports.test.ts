import { once } from "node:events";
import { createServer } from "node:http";
import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { exporter, graph, outputs } from "@remit/gateway";
import axe from "axe-core";
import { JSDOM } from "jsdom";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";
import { unpacked } from "./testing/unpacked.ts";

const hostile = `<script>alert("kerb")</script>`;

async function violationsIn(page: string): Promise<string[]> {
  const { window } = new JSDOM(page, { runScripts: "outside-only" });
  window.eval(axe.source);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the line above put into the window
  const inside = window.eval("axe") as typeof axe;
  const rules = { "color-contrast": { enabled: false } };
  const { violations } = await inside.run(window.document, { rules });
  window.close();
  return violations.flatMap(({ id, nodes }: axe.Result) =>
    nodes.map((node) => `${id}: ${node.html}`),
  );
}

onOneDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let url: string;
  let close: () => void;
  const slugs: Record<string, string[]> = {};

  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    const group = `Group:${town.group}`;
    await town.raise("Sam to gild the lily", { draft: true });
    await town.raise("Ada to oil the hinges");
    await sql`update actions.action set access = 'restricted' where text = 'Ada to oil the hinges'`.execute(
      db,
    );
    await town.raise(`=1+1 ${hostile}`, { owners: [{ agent: { name: `" onload="alert(1)` } }] });
    await town.act("secretariat", "scheduleMeeting", {
      group,
      title: `Kerbs ${hostile}`,
      starts: { local: "2098-05-04T09:00" },
    });
    await sql`update groups.person set public_profile = 'role-only' where name = 'Robin Vale'`.execute(
      db,
    );
    for (const [of, table] of [
      ["meetings", "meetings.meeting"],
      ["groups", "groups.group"],
    ] as const) {
      const { rows } = await sql<{ slug: string }>`select slug from ${sql.table(table)}`.execute(
        db,
      );
      slugs[of] = rows.map(({ slug }) => slug);
    }
    const listener = exporter(graph(db, { corsOrigins: [] }), []);
    const server = createServer(listener).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/export`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
  });
  afterAll(() => {
    close();
    town.close();
  });

  const ask = (path: string, caller = "anybody", headers: Record<string, string> = {}) =>
    fetch(`${url}/${path}`, {
      headers: {
        ...(caller === "anybody" ? {} : { authorization: `Bearer remit_${caller}` }),
        ...headers,
      },
    });
  const slugOf = (of: string, part: RegExp) => slugs[of]?.find((slug) => part.test(slug)) ?? "";
  const march = () => slugOf("meetings", /pavements.*2026-03-10/u);

  /** Every address there is, with what it answers. */
  async function walk(caller?: string) {
    const all: { path: string; status: number; text: string; type: string }[] = [];
    for (const { of, name, formats } of outputs)
      for (const slug of slugs[of] ?? [])
        for (const format of Object.keys(formats)) {
          const path = `${of}/${slug}/${name}.${format}`;
          const answer = await ask(path, caller);
          const bytes = new Uint8Array(await answer.arrayBuffer());
          const type = answer.headers.get("content-type") ?? "";
          all.push({ path, status: answer.status, text: unpacked(bytes), type });
        }
    return all;
  }

  describe("anybody", () => {
    let all: Awaited<ReturnType<typeof walk>>;
    beforeAll(async () => {
      all = await walk();
    });

    test("every output is written of something, and what cannot be is refused in words", () => {
      const written = new Set(
        all.flatMap(({ path, status }) => (status === 200 ? [path.replace(/\/.*\//u, "/…/")] : [])),
      );
      const known = outputs.flatMap(({ of, name, formats }) =>
        Object.keys(formats).map((format) => `${of}/…/${name}.${format}`),
      );
      expect([...written].toSorted()).toEqual(known.toSorted());
      for (const { path, status, text } of all.filter((each) => each.status !== 200)) {
        expect.soft(status, path).toBe(404);
        expect.soft(JSON.parse(text).errors[0].message, path).toMatch(/\w+ .*\.$/u);
      }
    });

    test("INV-G12 INV-M25 a role-only person is named in no output", () => {
      expect(all.filter(({ text }) => /Vale/iu.test(text)).map(({ path }) => path)).toEqual([]);
      // The names beside are there, so that the walk has come to where that one stands.
      expect(all.some(({ text }) => text.includes("Bela Novak"))).toBe(true);
    });

    test("INV-M25 neither a draft nor what is restricted is in any output", () => {
      const found = all.filter(({ text }) => /gild the lily|oil the hinges/u.test(text));
      expect(found.map(({ path }) => path)).toEqual([]);
    });

    test("what a record says is text wherever it stands", () => {
      for (const { path, text, type } of all.filter((each) => each.type.startsWith("text/html"))) {
        const { document } = new JSDOM(text).window;
        expect.soft(document.querySelectorAll("script, img"), path).toHaveLength(0);
        expect.soft(text, path).not.toMatch(/\b(undefined|null|NaN|Invalid Date|\[object)\b/u);
        expect.soft(type).toContain("utf-8");
      }
    });

    test("a page is at most 60 kB, and loads nothing", () => {
      for (const { path, text, type } of all.filter((each) => each.type.startsWith("text/html"))) {
        expect.soft(Buffer.byteLength(text), path).toBeLessThanOrEqual(60_000);
        expect
          .soft(text, `${path} ${type}`)
          .not.toMatch(/<(?:link|iframe|object)\b|url\(|@import/u);
      }
    });

    test("axe finds nothing wrong with a page", async () => {
      const pages = all.filter(
        ({ status, text }) => status === 200 && text.startsWith("<!doctype html>"),
      );
      const kinds = new Map(pages.map((page) => [page.path.split("/").at(-1), page]));
      expect(kinds.size).toBeGreaterThan(0);
      for (const { path, text } of kinds.values())
        expect.soft(await violationsIn(text), path).toEqual([]);
    });
  });

  test("whoever may read more is given more, and a token that is not taken is refused", async () => {
    const path = `meetings/${march()}/minutes.html`;
    expect(await (await ask(path, "secretariat")).text()).toContain("gild the lily");
    expect(await (await ask(path, "stranger")).text()).not.toContain("gild the lily");
    expect((await ask(path, "nobody")).status).toBe(401);
  });

  test("who has an output already is told that it is the same", async () => {
    const path = `meetings/${march()}/minutes.html`;
    const first = await ask(path);
    const etag = first.headers.get("etag") ?? "";
    const again = await ask(path, "anybody", { "if-none-match": `W/${etag}` });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, ""]);
    expect((await ask(path, "secretariat", { "if-none-match": etag })).status).toBe(200);
    expect((await ask(path, "anybody", { "if-none-match": '"x"' })).status).toBe(200);
    // Whoever shows no tag has nothing that could be the same.
    expect((await ask(path, "anybody", { "if-none-match": "*" })).status).toBe(200);
  });

  test.each([
    {
      path: "meetings/nowhere/minutes.html",
      code: "NOT_FOUND",
      says: "There is no meeting nowhere",
    },
    { path: "meetings/MARCH/minutes.pdf", code: "FORMAT_UNKNOWN", says: "There is: html, md" },
    { path: "meetings/MARCH/gossip.html", code: "OUTPUT_UNKNOWN", says: "There is: minutes, " },
    { path: "minutes.html", code: "NOT_FOUND", says: "/export/meetings/SLUG/minutes.html" },
    {
      path: "meetings/%00/minutes.html",
      code: "BAD_TEXT",
      says: "Take the character NUL",
      status: 400,
    },
    { path: "meetings/%E0%A4%A/minutes.html", code: "BAD_REQUEST", says: "UTF-8", status: 400 },
  ])("$path is refused with $code", async ({ path, code, says, status = 404 }) => {
    const answer = await ask(path.replace("MARCH", march()));
    const { errors } = JSON.parse(await answer.text());
    expect([answer.status, errors[0].extensions.code]).toEqual([status, code]);
    expect(errors[0].message).toContain(says);
  });

  test("the command line calls each output by a name of its own", () => {
    expect(new Set(outputs.map(({ name }) => name)).size).toBe(outputs.length);
  });

  test("an output is only read", async () => {
    const answer = await fetch(`${url}/meetings/${march()}/minutes.html`, { method: "POST" });
    expect(answer.status).toBe(405);
    const head = await fetch(`${url}/meetings/${march()}/minutes.html`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("INV-M27 minutes that were published and taken back are gone, whatever items are there still", async () => {
    const done = async (verb: string, given: object) =>
      String((await town.act("secretariat", verb, given))["id"]);
    const id = await done("circulateMinutes", { meeting: await town.meetingOn("2026-03-10") });
    await done("publishMinutes", { id, asDraft: true });
    expect((await ask(`meetings/${march()}/minutes.html`)).status).toBe(200);
    await done("withdrawMinutes", { id, reason: "A wrong name" });
    const gone = await ask(`meetings/${march()}/minutes.html`);
    expect(gone.headers.get("etag")).toBeNull();
    expect([gone.status, await gone.text()]).toEqual([
      410,
      expect.stringContaining("A wrong name"),
    ]);
  });
}, "gateway");
