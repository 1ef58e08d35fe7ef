import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { anybody, type Caller, viewerOf } from "@remit/graphql";
import { graphql } from "graphql";
import type { KyselyPlugin } from "kysely";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "../gateway.ts";
import { importPavements, type Pavements } from "../testing/pavements.ts";

const schema = gateway.schema();
const dead = "01990000-0000-7000-8000-00000000dead";
const official: Caller = { ...anybody, official: true };
const harbourside = "harbourside-pavements-working-group";

onEachDatabase((open) => {
  let db: Db;
  let pavements: Pavements;
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      statements += 1;
      return result;
    },
  };
  beforeAll(async () => {
    ({ db } = open());
    pavements = await importPavements(db);
    const { group, meetings } = pavements;
    const [decision, note] = [surroundings.newId(), surroundings.newId()];
    await sql`insert into meetings.decision (id, meeting_id, item_id, group_id, place, kind, text, wording, access)
      values (${decision}, ${meetings[0].id}, ${pavements.item.id}, ${group.id}, 1, 'approved', 'The plan was approved.', 'summary', 'public')`.execute(
      db,
    );
    await sql`insert into meetings.attendance_note (id, meeting_id, place, kind, text)
      values (${note}, ${meetings[0].id}, 1, 'welcome', 'The Chair welcomed new members.')`.execute(
      db,
    );
    // Of two days, and for officials alone.
    await sql`update meetings.meeting set ended_on = '2026-04-15', access = 'officials'
      where id = ${meetings[1].id}`.execute(db);
  });

  async function ask(source: string, caller: Caller = anybody, variableValues: object = {}) {
    statements = 0;
    const contextValue = {
      ...surroundings,
      db: db.withPlugin(counting),
      caller,
      viewer: viewerOf(caller),
      requestId: "lists",
      key: null,
    };
    const answer = await graphql({
      schema,
      source,
      contextValue,
      variableValues: { ...variableValues },
    });
    return JSON.parse(JSON.stringify(answer));
  }
  const days = async (list: string, caller: Caller = official) => {
    const { data, errors } = await ask(
      `{ meetings${list} { totalCount nodes { heldOn } } }`,
      caller,
    );
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
    const nodes: { heldOn: string }[] = data.meetings.nodes;
    expect(data.meetings.totalCount).toBe(nodes.length);
    return nodes.map(({ heldOn }) => heldOn);
  };

  const [march, april] = ["2026-03-10", "2026-04-14"];
  test.each<[string, readonly string[]]>([
    ["", [april, march, march]],
    ["(orderBy: {field: HELD})", [march, march, april]],
    ["(orderBy: {field: HELD, direction: DESC})", [april, march, march]],
    [`(filter: {group: "${harbourside}"})`, [april, march]],
    [`(filter: {group: "Harbourside-PAVEMENTS-working-group"})`, [april, march]],
    [`(filter: {group: "nobody"})`, []],
    [`(filter: {from: "2026-04-14"})`, [april]],
    // The second of two days.
    [`(filter: {from: "2026-04-15"})`, [april]],
    [`(filter: {from: "2026-04-16"})`, []],
    [`(filter: {to: "2026-03-10"})`, [march, march]],
    [`(filter: {to: "2026-03-09"})`, []],
    [`(filter: {from: "2026-03-10", to: "2026-03-10", group: "${harbourside}"})`, [march]],
    [`(filter: {status: HELD, from: null, to: null})`, [april, march, march]],
    [`(filter: {status: SCHEDULED})`, []],
    [`(filter: {})`, [april, march, march]],
  ])("meetings%s", async (list, expected) => {
    expect(await days(list)).toEqual(expected);
    // The second meeting is for officials.
    expect(await days(list, anybody)).toEqual(expected.filter((day) => day !== april));
  });

  test("a period that ends before it begins is refused, as a literal and as variables", async () => {
    const literal = await ask(
      `{ meetings(filter: {from: "2026-04-14", to: "2026-03-10"}) { totalCount } }`,
    );
    const variables = await ask(
      `query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }`,
      anybody,
      { f: { from: "2026-04-14", to: "2026-03-10" } },
    );
    for (const { errors } of [literal, variables]) {
      expect(errors[0].extensions.code).toBe("BAD_VALUE");
      expect(errors[0].message).toContain("Give a later day for to");
    }
  });

  const page = `query ($after: String, $list: MeetingOrder) {
    meetings(first: 2, after: $after, orderBy: $list) { nodes { id heldOn } pageInfo { hasNextPage endCursor } } }`;
  test("the second page of meetings follows the first, and is of no other order", async () => {
    const first = await ask(page, official);
    const after = first.data.meetings.pageInfo.endCursor;
    const second = await ask(page, official, { after });
    expect(first.data.meetings.pageInfo.hasNextPage).toBe(true);
    expect(second.data.meetings).toMatchObject({
      nodes: [{ heldOn: march }],
      pageInfo: { hasNextPage: false },
    });
    const other = await ask(page, official, { after, list: { field: "HELD" } });
    expect(other.errors[0].extensions.code).toBe("BAD_CURSOR");
  });

  const documents = `query ($filter: DocumentFilter, $order: DocumentOrder, $first: Int, $after: String) {
    documents(filter: $filter, orderBy: $order, first: $first, after: $after) {
      totalCount nodes { name kind } pageInfo { endCursor } } }`;
  const names = async (given: object, caller: Caller = anybody) => {
    const { data, errors } = await ask(documents, caller, given);
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
    return data.documents.nodes.map(({ name }: { name: string }) => name);
  };

  test("documents are listed by kind, in the order of their imports, page by page", async () => {
    const all = ["march.txt", "april.txt", "other.txt", "mission.json"];
    expect(await names({ order: { field: "IMPORTED" } })).toEqual(all);
    expect(await names({})).toEqual(all.toReversed());
    expect(await names({ filter: { kind: "MISSION" } })).toEqual(["mission.json"]);
    expect(await names({ filter: { kind: "LINKS" } })).toEqual([]);
    expect(await names({ filter: { undone: false } })).toHaveLength(4);
    expect(await names({ filter: { undone: true } })).toEqual([]);
    const first = await ask(documents, anybody, { first: 3 });
    const after = first.data.documents.pageInfo.endCursor;
    expect(await names({ first: 3, after })).toEqual(["march.txt"]);
  });

  test("a document leads to its meetings and back, by id and by its bytes; what is for officials is not there", async () => {
    const { id } = pavements.document;
    const leads = `query ($by: DocumentBy!) { document(by: $by) { sha256 supersededBy { id } supersedes { id }
      meetings { heldOn source { id } } } }`;
    const byId = await ask(leads, anybody, { by: { id: `Document:${id}` } });
    expect(byId.data.document).toMatchObject({
      supersededBy: null,
      supersedes: [],
      meetings: [{ heldOn: march, source: { id: `Document:${id}` } }],
    });
    const sha256 = byId.data.document.sha256.toUpperCase();
    expect(await ask(leads, anybody, { by: { sha256 } })).toEqual(byId);
    expect((await ask(leads, anybody, { by: { sha256: "0" } })).data).toEqual({ document: null });
    await sql`update documents.document set access = 'officials' where id = ${id}`.execute(db);
    expect((await ask(leads, anybody, { by: { sha256 } })).data).toEqual({ document: null });
    expect(await names({})).toHaveLength(3);
    expect(await names({}, official)).toHaveLength(4);
    await sql`update documents.document set access = 'public' where id = ${id}`.execute(db);
  });

  const ends = `query ($id: ID!) { node(id: $id) { ... on Meeting { slug
    attendance { meeting { slug } } roles { meeting { slug } } nextMeeting { announcedAt { slug } }
    attendanceSections { meeting { slug } attendance { meeting { slug } } }
    attendanceNotes { kind meeting { slug } }
    papers { meeting { slug } item { meeting { slug } } }
    decisions { kind meeting { slug } item { decisions { kind } } }
    items { id meeting { slug } contributions { meeting { slug } item { id } speakers { contribution { item { id } } } } } } } }`;
  test("everything in the minutes of a meeting leads back to it", async () => {
    const { data, errors } = await ask(ends, anybody, {
      id: `Meeting:${pavements.meetings[0].id}`,
    });
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
    const { slug, items, ...minutes } = data.node;
    const back = { meeting: { slug } };
    expect(minutes.attendance.length).toBeGreaterThan(5);
    for (const each of minutes.attendance) expect(each).toEqual(back);
    for (const each of minutes.roles) expect(each).toEqual(back);
    expect(minutes.nextMeeting).toEqual({ announcedAt: { slug } });
    const listed = minutes.attendanceSections.flatMap(
      ({ meeting, attendance }: { meeting: object; attendance: object[] }) => {
        expect(meeting).toEqual({ slug });
        return attendance;
      },
    );
    expect(listed).toEqual(minutes.attendance);
    expect(minutes.attendanceNotes).toEqual([{ kind: "WELCOME", ...back }]);
    expect(minutes.papers).toEqual([{ ...back, item: back }]);
    expect(minutes.decisions).toEqual([
      { kind: "APPROVED", ...back, item: { decisions: [{ kind: "APPROVED" }] } },
    ]);
    for (const { id, meeting, contributions } of items) {
      expect(meeting).toEqual({ slug });
      for (const { item, speakers, ...said } of contributions) {
        expect(said).toEqual(back);
        expect(item).toEqual({ id });
        for (const speaker of speakers) expect(speaker).toEqual({ contribution: { item: { id } } });
      }
    }
  });

  test("what is public of a meeting that one may not see does not lead to it", async () => {
    const { id } = pavements.meetings[1];
    const { rows } = await sql<{ id: string }>`select id from meetings.contribution
      where meeting_id = ${id} order by id`.execute(db);
    const source = `query ($id: ID!) { node(id: $id) { ... on Contribution { kind meeting { heldOn } item { meeting { heldOn } } } } }`;
    const given = { id: `Contribution:${rows[0]?.id}` };
    const seen = await ask(source, official, given);
    expect(seen.data.node.meeting).toEqual({ heldOn: april });
    expect((await ask(source, anybody, given)).data.node).toEqual({
      kind: seen.data.node.kind,
      meeting: null,
      item: { meeting: null },
    });
  });

  test.each([
    `documents { totalCount } document(by: {id: "Meeting:${dead}"}) { name }`,
    `document(by: {id: "nonsense"}) { name }`,
  ])("an id of another type is refused: %s", async (source) => {
    const { errors } = await ask(`{ ${source} }`);
    expect(errors[0].extensions.code).toBe("BAD_ID");
  });

  test.each([
    ["meeting", "held_on, id"],
    ["document", "imported_at, id"],
  ])("the order of a list of %ss has an index, for both directions", async (table, columns) => {
    const { rows } = await sql<{ indexdef: string }>`select indexdef from pg_indexes
      where tablename = ${table}`.execute(db);
    const kept = rows.map(({ indexdef }) => indexdef).join("\n");
    expect(kept).toContain(`btree (${columns})`);
  });

  test("kinds that are none are refused by the database", async () => {
    for (const table of ["contribution", "decision", "attendance_note"])
      await expect(
        sql`update ${sql.table(`meetings.${table}`)} set kind = 'shouted'`.execute(db),
      ).rejects.toThrow(/kind_check/u);
  });
}, "gateway");
