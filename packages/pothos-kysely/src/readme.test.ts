import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { execute, parse } from "graphql";
import { Kysely, PGliteDialect } from "kysely";
import { expect, test } from "vitest";
import { writeThrough } from "./index.ts";
import { schema } from "./testing/example.ts";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

test("the README's schema is the one that runs here, and fits a screen", async () => {
  const example = await read("./testing/example.ts");
  expect(await read("../README.md")).toContain(`\`\`\`ts\n${example}\`\`\``);
  expect(example.trimEnd().split("\n").length).toBeLessThan(40);
});

test("the README's schema answers with what may be seen", async () => {
  await using pglite = await PGlite.create();
  await pglite.exec(`
    create table author (id uuid primary key, name text not null);
    create table book (id uuid primary key, author_id uuid not null, title text not null, published boolean not null);
    create table review (id uuid primary key, book_id uuid not null, stars int not null);
    insert into author values ('${"1".repeat(32)}', 'Ada');
    insert into book values ('${"2".repeat(32)}', '${"1".repeat(32)}', 'Notes', true), ('${"3".repeat(32)}', '${"1".repeat(32)}', 'Draft', false);
    insert into review values ('${"4".repeat(32)}', '${"2".repeat(32)}', 5), ('${"5".repeat(32)}', '${"3".repeat(32)}', 1);`);
  const context = {
    db: new Kysely<never>({ dialect: new PGliteDialect({ pglite }) }),
    viewer: { editor: false },
  };
  const document = parse(
    `{ authors { name books { totalCount nodes { title reviewCount author { name } } } } }`,
  );

  const answer = await execute({ schema, document, contextValue: context });
  expect(answer).toEqual({
    data: {
      authors: [
        {
          name: "Ada",
          books: {
            totalCount: 1,
            nodes: [{ title: "Notes", reviewCount: 1, author: { name: "Ada" } }],
          },
        },
      ],
    },
  });
  expect(await writeThrough(schema, document, { context })).toEqual({
    text: JSON.stringify(answer),
  });
});
