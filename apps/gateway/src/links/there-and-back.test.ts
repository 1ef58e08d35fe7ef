import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { anybody, type Caller } from "@remit/graphql";
import { getNamedType, isObjectType } from "graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "../gateway.ts";
import { kerbLinks } from "@remit/import/testing";
import { isPage } from "../testing/asking.ts";
import { importPavements, insertOwned, type Pavements } from "../testing/pavements.ts";
import { answerTo } from "@remit/gateway/testing";

const schema = gateway.schema();
const administrator: Caller = { ...anybody, administrator: true };

const owner = "owners { agent { ... on Node { id } } }";
const agent = "agent { ... on Node { id } }";
/** A list of the root, an edge of its rows, and how the other end leads back. */
const trips = [
  ["persons", "attendance", "person { id }"],
  ["persons", "deputies", "principal { id }"],
  ["persons", "meetingRoles", "person { id }"],
  ["persons", "contributions", "speakers { person { id } }"],
  ["persons", "actions", owner],
  ["persons", "memberships", "person { id }"],
  ["persons", "missionRoles", agent],
  ["persons", "history", "subject { id }"],
  ["organisations", "attendance", "organisation { id }"],
  ["organisations", "actions", owner],
  ["organisations", "missionRoles", agent],
  ["groups", "ownedActions", owner],
  ["groups", "missionRoles", agent],
  ["groups", "history", "subject { id }"],
  ["actions", "history", "subject { id }"],
  ["missions", "parties", "mission { id }"],
  ["missions", "funding", "mission { id }"],
  ["missions", "links", "mission { id }"],
  ["missions", "commitments", "mission { id }"],
  ["missions", "series", "mission { id }"],
  ["commitments", "targets", "commitment { id }"],
  ["commitments", "contributions", "commitment { id }"],
  ["indicators", "targets", "indicator { id }"],
  ["indicators", "observations", "indicator { id }"],
] as const;
const people = trips.filter(([list]) => list === "persons").map(([, edge]) => edge);

/** What an edge of a list of the root gives: its rows, whether in pages or not. */
const rowsOf = (list: string, edge: string, selection: string) => {
  const connection = getNamedType(schema.getQueryType()?.getFields()[list]?.type);
  const node = isObjectType(connection) && getNamedType(connection.getFields()["nodes"]?.type);
  const type = isObjectType(node) && getNamedType(node.getFields()[edge]?.type);
  if (!type) throw new Error(`There is no edge ${edge} of ${list}.`);
  return `${edge} { ${isPage(type) ? `nodes { ${selection} }` : selection} }`;
};

const Rows = z.union([
  z.array(z.unknown()),
  z.object({ nodes: z.array(z.unknown()) }).transform(({ nodes }) => nodes),
]);
/** Every id in an answer, however deep. */
const idsIn = (answer: unknown): string[] =>
  typeof answer !== "object" || answer === null
    ? []
    : Object.entries(answer).flatMap(([key, value]) =>
        key === "id" ? [String(value)] : idsIn(value),
      );

onEachDatabase((open) => {
  let db: Db;
  let pavements: Pavements;
  beforeAll(async () => {
    ({ db } = open());
    pavements = await importPavements(db);
    const { person, organisation, group, meetings } = pavements;
    const ada = await personCalled("Ada Quill");
    await insertOwned(db, "open", 2, { ...pavements, person: { ...person, id: ada } });
    await sql`update meetings.attendance set principal_id = ${ada}
      where name = 'Chidi Stone'`.execute(db);
    await sql`update meetings.attendance set organisation_id = ${organisation.id}
      where name = 'Sam Okoro'`.execute(db);
    for (const [kind, id] of [
      ["person", ada],
      ["organisation", organisation.id],
    ] as const)
      await sql`insert into commitments.party (id, mission_id, role, position, kind, agent_id, label, access)
        select ${surroundings.newId()}, id, 'governance', 9, ${kind}, ${id}::uuid, ${kind}, 'public'
        from commitments.mission`.execute(db);
    const { rows } = await sql<{ reference: string }>`select reference from actions.action
      where meeting_id = ${meetings[0].id} and group_id = ${group.id} order by id limit 1`.execute(
      db,
    );
    const bytes = new TextEncoder().encode(kerbLinks(rows[0]?.reference ?? ""));
    await importDocument(db, { name: "links.json", bytes }, {}, surroundings);
    await sql`insert into groups.person (id, slug, name, public_profile)
      values ('01990000-0000-7000-8000-00000000c000', 'newcomer', 'Ny Comer', 'named')`.execute(db);
    await ask(
      `mutation { setPublicProfile(input: { id: "Person:${await personCalled("Iris Lund")}", profile: ROLE_ONLY }) { __typename } }`,
      administrator,
    );
    await ask(
      `mutation { setGroupZone(input: { id: "Group:${group.id}", zone: "Europe/Dublin" }) { __typename } }`,
      administrator,
    );
  });

  const personCalled = async (name: string) => {
    const { rows } = await sql<{ id: string }>`select id from groups.person
      where name = ${name}`.execute(db);
    return rows[0]?.id ?? "";
  };
  const ask = async (source: string, caller: Caller) => {
    const { data, errors } = await answerTo(schema, db, source, { caller });
    if (errors) throw new Error(`${String(errors[0])} in ${source}`);
    return data;
  };

  test.each(trips)(
    "%s lead through %s back to where one came from: %s",
    async (list, edge, back) => {
      const source = `{ ${list} { nodes { id ${rowsOf(list, edge, back)} } } }`;
      const { nodes } = (await ask(source, administrator))[list];
      let seen = 0;
      for (const { id, [edge]: there } of nodes)
        for (const row of Rows.parse(there)) {
          seen += 1;
          expect(idsIn(row)).toContain(id);
        }
      expect(seen).toBeGreaterThan(0);
    },
  );

  test("a target leads to the mission of its commitment", async () => {
    const source = `{ commitments { nodes { mission { id } targets { mission { id } } } } }`;
    const { nodes } = (await ask(source, administrator)).commitments;
    const targets = nodes.flatMap(
      ({ mission, targets: all }: { mission: object; targets: object[] }) =>
        all.map((target) => ({ mission, target })),
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const { mission, target } of targets) expect(target).toEqual({ mission });
  });

  test.each([
    ["persons", "actions"],
    ["organisations", "actions"],
    ["groups", "ownedActions"],
  ])("%s have %s of the status that is asked for", async (list, edge) => {
    const count = async (status: string) => {
      const { nodes } = (
        await ask(`{ ${list} { nodes { ${edge}(status: ${status}) { totalCount } } } }`, anybody)
      )[list];
      return Math.max(
        ...nodes.map((node: Record<string, { totalCount: number }>) => node[edge]?.totalCount),
      );
    };
    expect(await count("OPEN")).toBeGreaterThan(0);
    expect(await count("WITHDRAWN")).toBe(0);
  });

  test("whoever has done nothing has empty lists", async () => {
    const edges = people.map((edge) => rowsOf("persons", edge, "__typename"));
    const { person } = await ask(
      `{ person(by: { slug: "newcomer" }) { ${edges.join(" ")} } }`,
      anybody,
    );
    for (const edge of people) expect(Rows.parse(person[edge])).toEqual([]);
  });

  test.each(["actions", "attendance", "contributions"])(
    "the %s of a person come page by page",
    async (edge) => {
      const pages: string[] = [];
      let after = "";
      for (let more = true; more;) {
        const given = after && `, after: "${after}"`;
        const { person } = await ask(
          `{ person(by: { slug: "ada-quill" }) { ${edge}(first: 1${given}) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
          administrator,
        );
        const { nodes, pageInfo } = person[edge];
        pages.push(...idsIn(nodes));
        [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor];
      }
      const whole = await ask(
        `{ person(by: { slug: "ada-quill" }) { ${edge} { totalCount nodes { id } } } }`,
        administrator,
      );
      expect(pages.length).toBeGreaterThan(1);
      expect(pages).toEqual(idsIn(whole));
      expect(whole.person[edge].totalCount).toBe(pages.length);
    },
  );

  test.each([
    ["actions.action", "persons", "actions { nodes { seen: id } }"],
    ["actions.action", "organisations", "actions { nodes { seen: id } }"],
    ["actions.action", "groups", "ownedActions { nodes { seen: id } }"],
    ["meetings.meeting", "persons", "attendance { nodes { seen: id } }"],
    ["meetings.meeting", "persons", "meetingRoles { nodes { seen: __typename } }"],
    ["meetings.meeting", "organisations", "attendance { nodes { seen: id } }"],
    ["meetings.contribution", "persons", "contributions { nodes { seen: id } }"],
    ["commitments.party", "groups", "missionRoles { seen: __typename }"],
    ["commitments.mission", "groups", "missionRoles { mission { seen: id } }"],
    ["commitments.mission", "commitments", "mission { seen: id }"],
    ["commitments.mission", "commitments", "targets { mission { seen: id } }"],
    ["commitments.mission", "indicators", "mission { seen: id }"],
    ["commitments.target", "indicators", "targets { seen: id }"],
    ["commitments.commitment", "indicators", "targets { commitment { seen: id } }"],
  ])("while rows of %s are for officials, %s show nobody else %s", async (table, list, edge) => {
    const seenBy = async (caller: Caller) =>
      JSON.stringify(await ask(`{ ${list} { nodes { ${edge} } } }`, caller)).split(`"seen":`)
        .length - 1;
    const rows = sql.table(table);
    const kept = await sql<{ id: string; access: string }>`select id, access from ${rows}`.execute(
      db,
    );
    expect(await seenBy(anybody)).toBeGreaterThan(0);
    await sql`update ${rows} set access = 'officials'`.execute(db);
    expect(await seenBy(anybody)).toBe(0);
    expect(await seenBy({ ...anybody, official: true })).toBeGreaterThan(0);
    for (const { id, access } of kept.rows)
      await sql`update ${rows} set access = ${access} where id = ${id}`.execute(db);
  });
}, "gateway");
