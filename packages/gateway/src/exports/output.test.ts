import { expect, test } from "vitest";
import * as z from "zod";
import type { Ask } from "../graph.ts";
import { askFor, output } from "./output.ts";

const names = output({
  of: "groups",
  name: "names",
  says: "whoever is on a list",
  question: "query Names($slug: String!, $after: String) { … }",
  pages: "members",
  schema: z.looseObject({}),
  formats: {},
});

/** Answers with a name a page, from a list that ends after so many, and of a record that stands where it is said to, read by read. */
function asking(size: number, revisions: readonly string[] = []) {
  const asked: number[] = [];
  let reads = 0;
  const answer = async ({ variables }: Parameters<Ask>[0]) => {
    const place = Number(variables?.["after"] ?? 0) + 1;
    asked.push(place);
    const pageInfo = { hasNextPage: place < size, endCursor: String(place) };
    return JSON.stringify({ data: { group: { members: { nodes: [place], pageInfo } } } });
  };
  const revision = async () => {
    const last = revisions.at(-1) ?? "always";
    reads += 1;
    return revisions[reads - 1] ?? last;
  };
  return { ask: Object.assign(answer, { revision }), asked };
}

test.each([
  { what: "one page", size: 1, revisions: ["a", "b"], asked: [1] },
  { what: "pages in their order", size: 3, revisions: [], asked: [1, 2, 3] },
  { what: "pages again from the start", size: 2, revisions: ["a", "b"], asked: [1, 2, 1, 2] },
])("an output is asked for by $what", async ({ size, revisions, asked }) => {
  const told = asking(size, revisions);
  const found = await askFor(names, "lamps", told.ask);
  expect(found["members"]).toEqual(Array.from({ length: size }, (_, at) => at + 1));
  expect(told.asked).toEqual(asked);
});

test.each([
  { what: "changes at every page", size: 2, revisions: ["a", "b", "c", "d"], code: "BUSY" },
  { what: "has no end", size: Infinity, revisions: [], code: "OUTPUT_TOO_LONG" },
])("a list that $what is refused with $code", async ({ size, revisions, code }) => {
  const { ask } = asking(size, revisions);
  await expect(askFor(names, "lamps", ask)).rejects.toMatchObject({ code });
});
