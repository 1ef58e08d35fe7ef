import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { nobody } from "@remit/graphql";
import { graphql } from "graphql";
import type { KyselyPlugin } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { loadExample } from "./example.ts";
import { plainQuery, queries } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import { dashboard } from "./testing/dashboard.ts";

const schema = gateway.schema();

/** A database that calls back at every statement. */
function observed(db: Db, onStatement: () => void): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      onStatement();
      return result;
    },
  };
  return db.withPlugin(plugin);
}

onEachDatabase((open) => {
  beforeAll(async () => {
    await loadExample(open().db, surroundings);
  });

  async function ask(source: string, variableValues: Record<string, string> = {}) {
    const { now } = surroundings;
    let statements = 0;
    const db = observed(open().db, () => (statements += 1));
    const contextValue = { db, viewer: nobody, now };
    const answer = await graphql({ schema, source, variableValues, contextValue });
    return { statements, answer: JSON.parse(JSON.stringify(answer)) };
  }

  test("what is there without the example is asked without errors", async () => {
    const { answer } = await ask(plainQuery);
    expect(answer).not.toHaveProperty("errors");
    expect(answer.data.meetings.totalCount).toBe(1);
  });

  test("who came to the meeting, and what it raised", async () => {
    const { statements, answer } = await ask(queries.meeting);
    expect(statements).toBe(1);
    expect(answer).not.toHaveProperty("errors");
    const { meeting } = answer.data;
    expect(meeting).toMatchObject({
      title: "National Drugs Mission Implementation Group minutes: December 2021",
      ordinal: 3,
      chair: { name: "Angela Constance MSP" },
      nextMeeting: { startsAt: "2022-03-16T10:00:00Z" },
    });
    expect(tally(meeting.attendance, "capacity")).toEqual({
      CHAIR: 1,
      MEMBER: 13,
      GUEST: 2,
      NOT_STATED: 5,
      OFFICIAL: 9,
    });
    expect(tally(meeting.attendance, "status")).toEqual({ PRESENT: 25, APOLOGIES: 5 });
    expect(tally(meeting.attendance, "basis")).toEqual({ STATED: 14, INFERRED: 16 });
    expect(meeting.actions.map(({ reference }: { reference: string }) => reference)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `NDMIG-2021-12-A${number}`),
    );
    const owners = meeting.actions.flatMap((action: { owners: object[] }) => action.owners);
    expect(tally(owners, "kind")).toEqual({ COLLECTIVE: 5, PERSON: 5 });
    expect(meeting.actions[7].owners).toEqual([
      { name: "Michael Kellet", kind: "PERSON" },
      { name: "Alex McMahon", kind: "PERSON" },
    ]);
  });

  test("what was said under each item, and by whom", async () => {
    const { statements, answer } = await ask(queries.minutes);
    expect(statements).toBe(1);
    expect(answer).not.toHaveProperty("errors");
    const { items, decisions } = answer.data.meeting;
    expect(
      items.map((item: Record<string, unknown[]>) => [
        item["papers"]?.length,
        item["contributions"]?.length,
        item["actions"]?.length,
        item["outcome"],
      ]),
    ).toEqual([
      [0, 4, 0, "DISCUSSED"],
      [2, 11, 2, "DISCUSSED"],
      [0, 15, 4, "DISCUSSED"],
      [0, 8, 2, "DISCUSSED"],
      [0, 2, 0, "NIL"],
    ]);
    const said = items.flatMap((item: { contributions: object[] }) => item.contributions);
    expect(said).toContainEqual({
      kind: "STATEMENT",
      text: expect.stringContaining("5 year plan for aftercare"),
      speakers: [
        {
          mention: "Dr McCartney",
          name: "Dr David McCartney",
          person: { slug: "david-mccartney" },
        },
      ],
    });
    expect(decisions).toEqual([
      { text: "Both the minutes and the actions of the previous meeting were agreed." },
    ]);
  });

  test("what the mission has promised, and what would meet its targets", async () => {
    const { statements, answer } = await ask(queries.mission);
    expect(statements).toBe(1);
    expect(answer).not.toHaveProperty("errors");
    const { mission } = answer.data;
    expect(mission).toMatchObject({
      title: "National Mission on Drugs",
      funding: [{ amount: "250000000", currency: "GBP" }],
    });
    expect(mission.commitments).toHaveLength(12);
    const targets = mission.commitments.flatMap((it: { targets: object[] }) => it.targets);
    expect(targets.map(({ required }: { required: object }) => required)).toEqual([
      { reason: "BASELINE_NOT_STATED" },
      { reason: "BASELINE_NOT_STATED" },
      { reason: "NOT_QUANTIFIED" },
    ]);
    expect(mission.series).toMatchObject([
      { latest: { period: { end: "2024" }, value: "1017" } },
      { latest: { period: { end: "2025-03" }, value: "308" } },
      { latest: { period: { end: "2024-03" }, value: "940" } },
    ]);
  });

  test("the dashboard of a mission is one statement", async () => {
    const { statements, answer } = await ask(dashboard, { slug: "national-mission-on-drugs" });
    expect(statements).toBe(1);
    expect(answer).not.toHaveProperty("errors");
    expect(answer.data.mission.commitments).toHaveLength(12);
  });

  test("which actions help to keep which commitments", async () => {
    const { statements, answer } = await ask(queries.trace);
    expect(statements).toBe(1);
    expect(answer).not.toHaveProperty("errors");
    const { totalCount, nodes, pageInfo } = answer.data.actions;
    expect({ totalCount, nodes: nodes.length, pageInfo }).toMatchObject({
      totalCount: 8,
      nodes: 8,
      pageInfo: { hasNextPage: false },
    });
    expect(nodes[0]).toMatchObject({
      owners: [{ name: "Members", agent: null }],
      contributesTo: [{ commitment: { targets: [{}, {}] } }],
    });
    expect(nodes[2].owners).toEqual([
      { name: "Chris Williams", agent: { __typename: "Person", name: "Dr Chris Williams" } },
      { name: "Fiona Duncan", agent: { __typename: "Person", name: "Fiona Duncan" } },
    ]);
    const helpful = nodes.filter(
      ({ contributesTo }: { contributesTo: object[] }) => contributesTo.length > 0,
    );
    expect(helpful).toHaveLength(5);
  });
}, "gateway");

/** How many rows have each value of a field. */
function tally(rows: readonly Record<string, string>[], field: string): Record<string, number> {
  const groups = Map.groupBy(rows, (row) => row[field] ?? "");
  return Object.fromEntries([...groups].map(([value, { length }]) => [value, length]));
}
