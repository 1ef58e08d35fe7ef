import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "./gateway.ts";
import { march } from "@remit/import/testing";

const schema = gateway.schema();

/** So many that the order of their references is no text's. */
const actions = Array.from({ length: 11 }, (_, i) => `Action: Ada Quill to count kerb ${i + 1}.`);
const references = Array.from({ length: 14 }, (_, i) => `HPWG-2026-03-A${i + 1}`);

onEachDatabase((open) => {
  let db: Db;
  beforeAll(async () => {
    ({ db } = open());
    const head = march.slice(0, march.indexOf("1."));
    const text = `${head}1. Kerbs\n\n${actions.join("\n\n")}\n`;
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name: "march.txt", bytes }, {}, surroundings);
  });

  const ask = async (source: string, variableValues: Record<string, unknown> = {}) => {
    const contextValue = { db, viewer: nobody, now: surroundings.now };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
  };
  const listed = `query ($order: ActionOrder, $after: String) {
    actions(orderBy: $order, first: 4, after: $after) { nodes { reference } pageInfo { endCursor } } }`;

  test("by reference A2 comes before A10, page by page", async () => {
    const found: string[] = [];
    for (let after: string | null = null; found.length < references.length;) {
      const { data, errors } = await ask(listed, { order: { field: "REFERENCE" }, after });
      expect(errors).toBeUndefined();
      found.push(...data.actions.nodes.map((node: { reference: string }) => node.reference));
      after = data.actions.pageInfo.endCursor;
    }
    expect(found).toEqual(references);
  });

  test.each(["RAISED", "DUE", "REFERENCE"])(
    "%s: descending is ascending backwards, whatever the size of the page",
    async (field) => {
      const whole = async (direction: string, first: number) => {
        const { data } = await ask(
          `query ($order: ActionOrder, $first: Int) {
          actions(orderBy: $order, first: $first) { nodes { reference } } }`,
          { order: { field, direction }, first },
        );
        return data.actions.nodes.map((node: { reference: string }) => node.reference);
      };
      const up = await whole("ASC", 14);
      expect(new Set(up)).toEqual(new Set(references));
      expect(await whole("DESC", 14)).toEqual(up.toReversed());
      expect(await whole("DESC", 3)).toEqual(up.toReversed().slice(0, 3));
    },
  );

  const orders = ["RAISED", "DUE", "REFERENCE"].flatMap((field) =>
    ["ASC", "DESC"].map((direction) => ({ field, direction })),
  );
  test.each(orders)(
    "a cursor of the order $field $direction is refused in every other, and in another list",
    async (order) => {
      const { data } = await ask(listed, { order });
      const after = data.actions.pageInfo.endCursor;
      for (const other of orders) {
        const { errors } = await ask(listed, { order: other, after });
        expect(errors?.[0]?.extensions["code"]).toBe(other === order ? undefined : "BAD_CURSOR");
      }
      const { errors } = await ask(
        `query ($after: String) { groups { nodes { actions(after: $after) { totalCount } } } }`,
        { after },
      );
      expect(errors?.[0]?.extensions["code"]).toBe("BAD_CURSOR");
    },
  );

  test("no order is a case of three", async () => {
    const { rows } = await sql<{ indexdef: string }>`
      select indexdef from pg_indexes where schemaname = 'actions' and tablename = 'action'`.execute(
      db,
    );
    const kept = rows.map(({ indexdef }) => indexdef).join("\n");
    expect(kept).toContain("reference_order(reference), id");
    expect(kept).toMatch(/btree \(COALESCE\(due_on, 'infinity'::date\), id\)/u);
  });

  const slug = "Harbourside-PAVEMENTS-working-group";
  test.each([
    [`action(by: {reference: "hpwg-2026-03-a2"}) { reference }`, "HPWG-2026-03-A2"],
    [`group(by: {slug: "${slug}"}) { code }`, "HPWG"],
    [`person(by: {slug: "ADA-Quill"}) { name }`, "Ada Quill"],
    [`meeting(by: {slug: "${slug}-2026-03-10"}) { heldOn }`, "2026-03-10"],
    [`actions(filter: {reference: "hpwg-2026-03-a2"}) { totalCount }`, 1],
    [`actions(filter: {group: "${slug}"}) { totalCount }`, 14],
    [`meetings(filter: {group: "${slug}"}) { totalCount }`, 1],
  ])("%s is found, in whatever case it is typed", async (field, expected) => {
    const context = { caller: { official: true, administrator: false, roles: [] } };
    const contextValue = { db, viewer: nobody, now: surroundings.now, ...context };
    const { data } = await graphql({ schema, source: `{ found: ${field} }`, contextValue });
    expect(Object.values(Object(data?.["found"]))).toEqual([expected]);
  });

  test("a confidence is kept as it was said", async () => {
    const { rows } = await sql<{ type: string }>`select distinct data_type as type
      from information_schema.columns where column_name = 'confidence'`.execute(db);
    expect(rows).toEqual([{ type: "double precision" }]);
  });
}, "gateway");
