import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import fc from "fast-check";
import { graphql } from "graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { surroundings } from "../context.ts";
import { importDocument } from "../import/import.ts";
import { createSchema } from "../schema.ts";
import { march } from "../testing.ts";

const schema = createSchema();

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

const word = fc.constantFrom("kerb", "kerbs", "the", "o'neil", "drop-off", "a.b/c?d='e'", "5.5");
const sign = fc.constantFrom("or", "-", "--", '"', "(", "!", "&", "<->", ":*", "\\", "'", "\u00a0");
const noise = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", " "));
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 3, arbitrary: sign }, noise), {
    maxLength: 9,
  })
  .chain((parts) => fc.constantFrom(" ", "").map((between) => parts.join(between)));

const finds = (said: string, asked: string) =>
  sql<{ here: boolean; elsewhere: boolean; theirs: boolean }>`
    select coalesce(words @@ gateway.words_asked(query, 8104), false) as here,
      coalesce(words @@ gateway.words_asked(query, 8105), false) as elsewhere,
      numnode(query) > 0 and to_tsvector('english', ${said}) @@ query as theirs
    from gateway.words_said(${said}, 8104) words, websearch_to_tsquery('english', ${asked}) query`;

onEachDatabase((open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = open());
    for (const day of days) await take(day);
  });

  function take(day: string, minutes = march) {
    const dated = minutes
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
    ["", 0],
    ["the of and", 0],
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

  test("a row is found by the same words as by PostgreSQL itself, in its own quarter", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (said, asked) => {
        const [found] = (await finds(said, asked).execute(db)).rows;
        expect(found).toEqual({ here: found?.theirs, elsewhere: false, theirs: found?.theirs });
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["a word of 10,000 letters", "a".repeat(10_000)],
    ["a word just within what an index holds", "b".repeat(2_046)],
    ["a word of 2,000 bytes", "é".repeat(1_000)],
    [
      "as many different words as an index does not hold",
      Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(" "),
    ],
  ])("%s can be recorded, and found", async (_title, long) => {
    const { rows } = await sql<{ found: boolean }>`
      select gateway.words_said(${long}, 8104) @@
        gateway.words_asked(websearch_to_tsquery('english', gateway.searchable(${long.slice(0, 10_000)})), 8104) as found`.execute(
      db,
    );
    expect(rows).toEqual([{ found: true }]);
  });
}, "gateway");
