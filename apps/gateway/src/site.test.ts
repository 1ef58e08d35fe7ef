import { once } from "node:events";
import { createServer } from "node:http";
import type { Db } from "@remit/database";
import { embeddedDatabase, type TestDatabase } from "@remit/database/testing";
import { graph, surroundings } from "@remit/gateway";
import { answerTo } from "@remit/gateway/testing";
import { graphAt, operations, type Site, site } from "@remit/site";
import axe from "axe-core";
import { JSDOM } from "jsdom";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadExample } from "./example.ts";
import { gateway } from "./gateway.ts";
import { crawl, linksIn, mapOf, visit, type Visited } from "./testing/crawl.ts";
import { fillWithEveryValue } from "./testing/every-value.ts";
import { openHarbourside } from "./testing/harbourside.ts";

const siteOf = (db: Db, own: object = {}): Site =>
  site({ graph: graph(db, { corsOrigins: [] }).ask, graphAddress: "/graphql", ...own });

/** What a page is about, by the form of its address. */
const kindOf = (path: string) =>
  path
    .replace(/\?.*$/u, "?…")
    .replace(/^\/(groups|meetings|actions|missions|people|organisations|id)\/[^/?]+/u, "/$1/…")
    .replace(/\/commitments\/.+/u, "/commitments/…");

/** One page of each kind: the longest, which has most in it. */
function oneOfEach(pages: ReadonlyMap<string, Visited>): [path: string, html: string][] {
  const longest = new Map<string, [string, string]>();
  for (const [path, { html }] of pages) {
    const found = longest.get(kindOf(path));
    if (found === undefined || html.length > found[1].length)
      longest.set(kindOf(path), [path, html]);
  }
  return [...longest.values()];
}

async function violationsIn(html: string): Promise<string[]> {
  const { window } = new JSDOM(html, { runScripts: "outside-only" });
  window.eval(axe.source);
  // What colours come to is seen by a browser alone.
  const rules = { "color-contrast": { enabled: false } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the line above put into the window
  const inside = window.eval("axe") as typeof axe;
  const { violations } = await inside.run(window.document, { rules });
  window.close();
  return violations.flatMap(({ id, nodes }: axe.Result) =>
    nodes.map(({ html: at }) => `${id}: ${at}`),
  );
}

const towns = [
  { town: "the example", fill: (db: Db) => loadExample(db, surroundings), least: 50 },
  { town: "a town that has everything", fill: fillWithEveryValue, least: 50 },
  { town: "an empty record", fill: async () => {}, least: 5 },
];

describe.each(towns)("$town", ({ fill, least }) => {
  let database: TestDatabase;
  let pages: ReadonlyMap<string, Visited>;
  beforeAll(async () => {
    database = await embeddedDatabase("gateway");
    await fill(database.db);
    pages = await crawl(siteOf(database.db));
  }, 600_000);
  afterAll(() => database.close());

  test("every link leads to a page, and every place within one is there", () => {
    const dead = [...pages].flatMap(([path, { status }]) =>
      status === 200 ? [] : [`${path}: ${status}`],
    );
    const lost = [...pages.values()].flatMap(({ html }) =>
      linksIn(html).filter((link) => {
        const [path = "", place] = link.split("#");
        return place !== undefined && !pages.get(path)?.html.includes(`id="${place}"`);
      }),
    );
    expect({ dead, lost }).toEqual({ dead: [], lost: [] });
    expect(pages.size).toBeGreaterThanOrEqual(least);
  });

  test("axe finds nothing wrong with a page of any kind", async () => {
    const wrong: string[] = [];
    for (const [path, html] of oneOfEach(pages))
      wrong.push(...(await violationsIn(html)).map((each) => `${path}: ${each}`));
    expect(wrong).toEqual([]);
  });

  test("a page has one title, one heading of its own, its language, and says nothing that it does not know", () => {
    for (const [path, { html }] of pages) {
      expect.soft(html.match(/<h1/gu), path).toHaveLength(1);
      expect.soft(html, path).toMatch(/<title>[^<]+ – Remit<\/title>/u);
      expect.soft(html, path).toContain(`<html lang="en-GB">`);
      expect.soft(html, path).toContain(`href="#main-content"`);
      expect.soft(html, path).not.toMatch(/\b(undefined|null|NaN|Invalid Date|\[object)\b/u);
    }
  });

  test("the feed is Atom, and each of its entries leads to a page", async () => {
    const own = siteOf(database.db, { address: "https://record.example" });
    const { document } = new JSDOM((await visit(own, "/feed.xml")).html, {
      contentType: "application/xml",
    }).window;
    const entries = [...document.querySelectorAll("entry")].map((entry) => ({
      id: entry.querySelector("id")?.textContent ?? "",
      title: entry.querySelector("title")?.textContent,
      updated: entry.querySelector("updated")?.textContent,
    }));
    expect(document.querySelector("feed > id")?.textContent).toBe(
      "https://record.example/feed.xml",
    );
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { id, title, updated } of entries) {
      expect.soft(title, id).toMatch(/\S/u);
      expect.soft(updated, id).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u);
      const { status } = await visit(own, id.replace("https://record.example", ""));
      expect.soft(status, id).toBe(200);
    }
  });

  test("machines are told what a page is called, where it is, and what a group, an organisation or a meeting is", () => {
    for (const [path, { html }] of pages) {
      // It leads to a page that is here by its own address.
      if (path.startsWith("/id/")) continue;
      const { document } = new JSDOM(html).window;
      const named = document.querySelector("h1")?.textContent;
      const [bare = ""] = path.split("?");
      const told = (name: string) =>
        document.querySelector(`meta[property="og:${name}"]`)?.getAttribute("content");
      expect.soft(told("title"), path).toBe(named);
      expect.soft(told("url"), path).toMatch(/^http:\/\/site\.example\/.*/u);
      const kind = /^\/(groups|organisations|meetings)\/[^?]/u.exec(path)?.[1];
      const data = document.querySelector("script")?.textContent;
      expect.soft(data !== undefined, path).toBe(kind !== undefined);
      if (data === undefined) continue;
      expect.soft(JSON.parse(data), path).toMatchObject({
        "@context": "https://schema.org",
        "@type": kind === "meetings" ? "Event" : "Organization",
        name: named,
        url: `http://site.example${bare}`,
      });
    }
  });

  test("the sitemap leads to each page that tells of one thing, but for what was withdrawn", async () => {
    const own = siteOf(database.db);
    const map = await mapOf(own);
    expect(new Set(map).size).toBe(map.length);
    for (const path of map)
      expect.soft((pages.get(path) ?? (await visit(own, path))).status, path).toBe(200);
    const left = [...pages].filter(
      ([path]) =>
        /^\/[a-z]+\/[^?]+$/u.test(path) && !path.startsWith("/id/") && !map.includes(path),
    );
    for (const [path, { html }] of left) expect.soft(html, path).toMatch(/withdrawn/iu);
  });

  test("a page loads nothing from elsewhere and runs nothing", () => {
    for (const [path, { html }] of pages) {
      const loaded = [...html.matchAll(/<(?:link|img|script|iframe|source)\b[^>]*>/gu)].map(
        ([tag]) => tag,
      );
      const allowed =
        /^<link rel="stylesheet" href="\/assets\/|^<link rel="alternate" [^>]*href="\/feed.xml">|^<link rel="icon" type="image\/svg\+xml" href="\/assets\/|^<script type="application\/ld\+json">/u;
      expect
        .soft(
          loaded.filter((tag) => !allowed.test(tag)),
          path,
        )
        .toEqual([]);
    }
  });
});

describe("the example", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await embeddedDatabase("gateway");
    await loadExample(database.db, surroundings);
  });
  afterAll(() => database.close());
  const minutes = "/meetings/national-drugs-mission-implementation-group-2021-12-22";

  test("the minutes are at most 60 kB", async () => {
    const { html } = await visit(siteOf(database.db), minutes);
    expect(html).toContain("Attendance and apologies");
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(60_000);
  });

  test("the minutes hold each person, each sentence and each action of their record", async () => {
    const { html } = await visit(siteOf(database.db), minutes);
    const { document } = new JSDOM(html).window;
    const shown = document.body.textContent.replaceAll(/\s+/gu, " ");
    const { data } = await answerTo(
      gateway.schema(),
      database.db,
      `{ meeting(by: { slug: "${minutes.split("/")[2]}" }) {
        attendance { name position } items { heading contributions { text } decisions { text } }
        actions { text reference } nextMeeting { text } } }`,
    );
    const texts: string[] = [];
    JSON.stringify(data, (_, value) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => !shown.includes(text.replaceAll(/\s+/gu, " ")))).toEqual([]);
  });

  test("a site before a gateway somewhere else shows the same pages", async () => {
    const server = createServer(graph(database.db, { corsOrigins: [] })).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : "";
    const away = site({
      graph: graphAt(`http://127.0.0.1:${port}/graphql`),
      graphAddress: "/graphql",
    });
    const near = siteOf(database.db);
    for (const path of [
      "/",
      minutes,
      "/actions",
      "/missions/national-mission-on-drugs",
      "/search?q=the",
    ])
      expect(await visit(away, path)).toEqual(await visit(near, path));
    server.close();
    server.closeAllConnections();
  });

  test("who has a page already is told that it is the same", async () => {
    const own = siteOf(database.db);
    const ask = (headers: Record<string, string> = {}) =>
      own.fetch(new Request(`http://site.example${minutes}`, { headers }));
    const first = await ask();
    const again = await ask({ "if-none-match": first.headers.get("etag") ?? "" });
    expect([first.status, again.status, await again.text()]).toEqual([200, 304, ""]);
    expect((await ask({ "if-none-match": '"another"' })).status).toBe(200);
  });

  test("the sitemap is walked once for each state of the record, and again where a walk failed", async () => {
    const { ask } = graph(database.db, { corsOrigins: [] });
    let asked = 0;
    let state = "one";
    let down = true;
    const own = site({
      graph: (question) => {
        asked += 1;
        return down ? Promise.reject(new Error("down")) : ask(question);
      },
      revision: async () => state,
    });
    const status = async () => (await visit(own, "/sitemap.xml")).status;
    expect(await status()).toBe(503);
    down = false;
    asked = 0;
    expect(await Promise.all([status(), status(), status()])).toEqual([200, 200, 200]);
    const once = asked;
    expect(await status()).toBe(200);
    expect(asked).toBe(once);
    state = "two";
    expect(await status()).toBe(200);
    expect(asked).toBe(2 * once);
  });

  test("where the graph does not answer, a page says so in words and complains to whoever runs it", async () => {
    const complaints: unknown[] = [];
    const down = site({
      graph: graphAt("http://127.0.0.1:1/graphql"),
      complain: (error) => complaints.push(error),
    });
    const { status, html } = await visit(down, "/");
    expect(status).toBe(503);
    expect(html).toContain("Sorry, this page cannot be shown now");
    expect(html).not.toMatch(/127\.0\.0\.1|ECONN|fetch failed/u);
    expect(complaints).toHaveLength(1);
  });

  test.each([
    { path: "/meetings/nothing", status: 404, says: "Page not found" },
    { path: "/nothing/at/all", status: 404, says: "Page not found" },
    {
      path: "/missions/national-mission-on-drugs/commitments/none",
      status: 404,
      says: "Page not found",
    },
    { path: "/id/Meeting:nobody", status: 404, says: "Page not found" },
    { path: "/people/nobody", status: 404, says: "Page not found" },
    { path: "/meetings/%00", status: 400, says: "This address cannot be answered" },
    { path: "/actions?after=here", status: 400, says: "Ask for its first page again." },
    {
      path: "/groups/national-drugs-mission-implementation-group?on=soon",
      status: 400,
      says: "A day in ISO 8601",
    },
    { path: "/search?q=the", status: 200, says: "Search for a word that not every text has" },
    { path: "/actions?status=LOST&sort=nowhere", status: 200, says: "8 actions" },
    { path: "/actions?status=DONE", status: 200, says: "There are none of this kind." },
  ])("$path answers $status in words", async ({ path, status, says }) => {
    const page = await visit(siteOf(database.db), path);
    expect(page.status).toBe(status);
    expect(page.html).toContain(says);
    expect(await violationsIn(page.html)).toEqual([]);
  });

  test("a directorate has its own name, words, colours and pages", async () => {
    const own = siteOf(database.db, {
      name: "Lamps Board",
      language: "cy",
      colours: { brand: "#7a0055" },
      words: { nouns: { actions: "Tasks" }, actionStatus: { OPEN: "To do" } },
      pages: { missions: false, people: false, search: false },
    });
    const pages = await crawl(own);
    const all = [...pages.values()].map(({ html }) => html).join("");
    expect(all).toContain("– Lamps Board</title>");
    expect(all).toContain(`<html lang="cy">`);
    expect(all).toContain(">Tasks</a>");
    expect(all).toContain(">To do</span>");
    expect([...pages.values()].every(({ status }) => status === 200)).toBe(true);
    expect(all).not.toMatch(/href="\/(missions|people|search)/u);
    for (const path of ["/missions", "/people/angela-constance", "/search"])
      expect((await visit(own, path)).status).toBe(404);
    const [sheet = ""] = /\/assets\/design-system[^"]+/u.exec(all) ?? [];
    const { html: css } = await visit(own, sheet);
    expect(css).toContain("#7a0055");
    expect(css).not.toMatch(/#0065bd|https?:\/\/(?!www\.w3\.org)/iu);
  });

  test("a brand that cannot be read on a page is refused", () => {
    // It stands 4.5 to 1 against white, and 4.3 to 1 against the grey of cards.
    expect(() => siteOf(database.db, { colours: { brand: "#767676" } })).toThrow(/#f8f8f8/u);
    expect(() => siteOf(database.db, { colours: { brand: "#ffcc00" } })).toThrow(/4\.5 to 1/u);
    expect(() => siteOf(database.db, { colours: { brand: "red" } })).toThrow(/six digits/u);
  });

  test.each(operations.map((operation) => [operation.name, operation.text]))(
    "anybody may ask %s",
    async (_, text) => {
      const told = {
        slug: "x",
        text: "x",
        id: "x",
        mission: "x",
        reference: "x",
        today: "2026-01-01",
      };
      const asked = Object.fromEntries(
        Object.entries(told).filter(([name]) => text.includes(`$${name}:`)),
      );
      const { errors } = await answerTo(gateway.schema(), database.db, text, asked);
      expect(errors).toBeUndefined();
    },
  );
});

describe("a town with secrets", () => {
  let database: TestDatabase;
  let pages: ReadonlyMap<string, Visited>;
  beforeAll(async () => {
    database = await embeddedDatabase("gateway");
    const { db } = database;
    const desk = await openHarbourside(db);
    const group = `Group:${desk.group}`;
    await desk.raise("Sam to gild the lily", { draft: true });
    await desk.act("secretariat", "draftTermsOfReference", {
      group,
      purpose: "To polish the brass",
    });
    await desk.raise(`<script>alert("kerb")</script> & <img src=x onerror="alert('kerb')">`, {
      owners: [{ agent: { name: `" onmouseover="alert(1)` } }],
    });
    await desk.act("secretariat", "scheduleMeeting", {
      group,
      title: "</title><script>alert(2)</script>",
      starts: { local: "2098-05-04T09:00" },
    });
    await sql`update groups.person set public_profile = 'role-only' where name = 'Robin Vale'`.execute(
      db,
    );
    const own = siteOf(db);
    pages = await crawl(own);
    const files = ["/feed.xml", "/sitemap.xml", "/robots.txt"];
    pages = new Map([
      ...pages,
      ...(await Promise.all(files.map(async (path) => [path, await visit(own, path)] as const))),
    ]);
    desk.close();
  });
  afterAll(() => database.close());

  test("INV-G12: a role-only person is named on no page", () => {
    const all = [...pages].map(([path, { html }]) => path + html);
    expect(all.filter((text) => /Vale/iu.test(text))).toEqual([]);
    // The names beside are there, so that the walk has come to where that one stands.
    expect(all.some((text) => text.includes("Bela Novak"))).toBe(true);
    expect(all.some((text) => text.includes("Wheelchair Users"))).toBe(true);
  });

  test("a draft is on no page", async () => {
    const all = [...pages.values()].map(({ html }) => html).join("");
    expect(all).not.toMatch(/gild the lily|polish the brass/u);
    const found = await visit(siteOf(database.db), "/search?q=lily");
    expect(found.html).toContain("Nothing in the record has these words.");
    const drafts = await visit(siteOf(database.db), "/actions?status=DRAFT");
    expect(drafts.html).toContain("0 actions");
  });

  test("what a record says is text wherever it stands", () => {
    const all = [...pages].flatMap(([path, { html }]) => (path === "/feed.xml" ? [] : [html]));
    expect(all.filter((html) => html.includes("&lt;script&gt;alert(&quot;kerb"))).not.toEqual([]);
    expect(all.filter((html) => html.includes("alert(2)"))).not.toEqual([]);
    const told = all.flatMap((html) => [
      ...new JSDOM(html).window.document.querySelectorAll("script"),
    ]);
    expect(told.map(({ textContent }) => JSON.parse(textContent).name)).toContain(
      "</title><script>alert(2)</script>",
    );
    for (const html of all) {
      const { document } = new JSDOM(html).window;
      expect(
        document.querySelectorAll("script:not([type='application/ld+json']), img"),
      ).toHaveLength(0);
      const handlers = [...document.querySelectorAll("*")].flatMap((element) =>
        element.getAttributeNames().filter((each) => each.startsWith("on")),
      );
      expect(handlers).toEqual([]);
    }
  });
});
