import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "../gateway.ts";
import { march } from "@remit/import/testing";
import { stopWords } from "@remit/links";

const schema = gateway.schema();

/** Days in no order, two of them in one quarter, and one that was mistyped. */
const days = ["1 April 2024", "10 March 2026", "2 May 1026", "3 March 2026", "31 December 2025"];
const latestFirst = ["2026-03-10", "2026-03-03", "2025-12-31", "2024-04-01", "1026-05-02"];

const Found = z.object({
  totalCount: z.number(),
  edges: z.array(
    z.object({ cursor: z.string(), node: z.object({ on: z.string(), text: z.string() }) }),
  ),
  pageInfo: z.object({ hasNextPage: z.boolean(), hasPreviousPage: z.boolean() }),
});

const query = `query ($text: String!, $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { on text } } pageInfo { hasNextPage hasPreviousPage }
  }
}`;

onEachDatabase((open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = open());
    for (const day of days) await take(day);
  });

  function take(day: string) {
    const dated = march
      .replace("10 March 2026", day)
      .replace("March 2026", day.slice(day.indexOf(" ") + 1));
    const bytes = new TextEncoder().encode(dated);
    return importDocument(db, { name: "minutes.txt", bytes }, {}, surroundings);
  }

  async function search(variableValues: Record<string, unknown>) {
    const contextValue = { db, viewer: nobody, now: surroundings.now };
    const answer = await graphql({ schema, source: query, variableValues, contextValue });
    expect(answer.errors).toBeUndefined();
    return z.object({ search: Found }).parse(answer.data).search;
  }

  test("what was said last comes first, whatever lies between", async () => {
    const { totalCount, edges } = await search({ text: "kerb", first: 100 });
    expect(edges.length).toBe(totalCount);
    expect([...new Set(edges.map(({ node }) => node.on))]).toEqual(latestFirst);
  });

  test("pages follow each other in both directions, over the ends of quarters", async () => {
    const { edges } = await search({ text: "kerb", first: 100 });
    const size = 4;
    for (const [i, { cursor }] of edges.entries()) {
      const after = await search({ text: "kerb", first: size, after: cursor });
      expect(after.edges).toEqual(edges.slice(i + 1, i + 1 + size));
      expect(after.pageInfo.hasNextPage).toBe(i + 1 + size < edges.length);
      const before = await search({ text: "kerb", last: size, before: cursor });
      expect(before.edges).toEqual(edges.slice(Math.max(0, i - size), i));
      expect(before.pageInfo.hasPreviousPage).toBe(i > size);
    }
  });

  test.each([
    ["nowhere", 0],
    ["KERBS", 3],
    ['"dropped kerb"', 3],
    ['"kerb dropped"', 0],
    ["-kerb", 8],
    ["--kerb", 3],
    ["kerb or -kerb", 11],
    ["kerb -kerb", 0],
  ])("%j finds %d of what each meeting said", async (asked, each) => {
    const { totalCount } = await search({ text: asked, first: 1 });
    expect(totalCount).toBe(each * days.length);
  });

  test.each([...stopWords])("%j is no word to look for", async (word) => {
    const { rows } = await sql<{ words: number }>`
      select numnode(websearch_to_tsquery('english', ${word})) as words`.execute(db);
    expect(rows).toEqual([{ words: 0 }]);
  });

  const letters = [
    ["Zürich", "Zurich"],
    ["Seònaid", "Seonaid"],
    ["Llŷr", "Llyr"],
    ["Øyvind", "oyvind"],
    ["Łukasz", "lukasz"],
    ["Straße", "strasse"],
    ["Æsop", "aesop"],
    ["Þórður", "thordur"],
    ["café", "cafe"],
  ] as const;
  test.each(letters)("%s is found by %s, in each of Unicode's forms", async (written, typed) => {
    for (const said of [written.normalize("NFC"), written.normalize("NFD")]) {
      await sql`update actions.action set text = ${`${said} counts kerbs`}
        where id = (select min(id::text) from actions.action)::uuid`.execute(db);
      for (const asked of [typed, written.normalize("NFC"), written.normalize("NFD")]) {
        const { totalCount } = await search({ text: asked });
        const source = `query ($text: String!) { actions(filter: { text: $text }) { totalCount } }`;
        const contextValue = { db, viewer: nobody, now: surroundings.now };
        const variableValues = { text: asked };
        const { data } = await graphql({ schema, source, variableValues, contextValue });
        expect([said, asked, totalCount, data?.["actions"]]).toEqual([
          said,
          asked,
          1,
          { totalCount: 1 },
        ]);
      }
    }
  });

  test.each([
    ["no words", "", "Search for a word"],
    ["words that every text has", "the of AND don't", "Search for a word"],
    ["signs alone", "- & ?", "Search for a word"],
    ["too many words", "kerb ".repeat(50), "200 characters"],
    ["too many signs", `${"- & ".repeat(40)}kerb`, "one -"],
  ])("%s are refused, and how to search is said", async (_title, text, advice) => {
    const filter = `query ($text: String!) { actions(filter: { text: $text }) { totalCount } }`;
    for (const source of [query, filter]) {
      const contextValue = { db, viewer: nobody, now: surroundings.now };
      const { errors } = await graphql({ schema, source, variableValues: { text }, contextValue });
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining(advice),
        extensions: { code: "BAD_VALUE" },
      });
    }
  });
}, "gateway");
