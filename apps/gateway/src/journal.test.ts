import { embeddedDatabase } from "@remit/database/testing";
import { type GraphQLObjectType, isObjectType } from "graphql";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "./example.ts";
import { verified } from "@remit/gateway";
import { gateway } from "./gateway.ts";

const kept = gateway.journalled.map(({ type }) => type).toSorted();

/** The things of the graph that have a field of this name. */
const having = (field: string) =>
  Object.values(gateway.schema().getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type))
    .filter((type) => type.getInterfaces().some(({ name }) => name === "Node"))
    .filter((type) => field in type.getFields())
    .map(({ name }) => name)
    .toSorted();

test("whatever has a version in the graph has a history there, and the journal keeps it", () => {
  expect(having("version")).toEqual(kept);
  expect(having("history")).toEqual(kept);
});

test("the example's documents leave no entry of anything else, and a first one of each action", async () => {
  const { db, close } = await embeddedDatabase("gateway");
  await loadExample(db, surroundings);
  const { rows } = await sql<{ type: string }>`
    select distinct subject_type as type from database.journal`.execute(db);
  const { problems } = await verified(db);
  await close();
  expect(rows.map(({ type }) => type).filter((type) => !kept.includes(type))).toEqual([]);
  expect(problems).toEqual([]);
});
