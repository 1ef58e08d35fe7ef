import { readFileSync } from "node:fs";
import { embeddedDatabase } from "@remit/database/testing";
import { gateway, firstQuery, surroundings } from "@remit/gateway";
import { loadExample } from "@remit/example-gateway";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import { expect, test } from "vitest";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const block = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "msu").exec(readme)?.[1] ?? "";

test("the query of the README has the answer of the README", async () => {
  const { db, close } = await embeddedDatabase("gateway");
  await loadExample(db, surroundings);
  const contextValue = { db, viewer: nobody, now: surroundings.now };
  const answer = await graphql({
    schema: gateway.schema(),
    source: block("graphql"),
    contextValue,
  });
  await close();
  expect(block("graphql").trim()).toBe(firstQuery);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(block("json")));
});
