import { onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const mutation = (verb: string) => `mutation ($input: ${verb}ActionInput!) {
  answer: ${verb.toLowerCase()}Action(input: $input) {
    ... on Refusal { code }
    ... on Action { status warnings { code message waitsFor { id status } } } } }`;

onEachDatabase((open) => {
  let desk: Harbourside;
  beforeAll(async () => {
    desk = await openHarbourside(open().db);
  });
  afterAll(() => desk.close());

  const act = async (verb: string, input: object, headers: object = {}) => {
    const { data } = await desk.send("secretariat", mutation(verb), { input }, headers);
    return data["answer"];
  };
  const warningsOf = async (id: string, caller = "secretariat") => {
    const query = `query ($id: ID!) { action(by: {id: $id}) { warnings { code } } }`;
    const { data } = await desk.send(caller, query, { id });
    return data["action"]?.["warnings"];
  };
  /** An action, and another that waits for it. */
  const pair = async () => {
    const first = await desk.raise("Sam to count");
    const id = await desk.raise("Sam to tell", { dependsOn: [first] });
    return { first, id };
  };
  const owner = { name: "Sam" };

  test("INV-A12 starting or completing before another is done is told, and not stopped", async () => {
    const { first, id } = await pair();
    const warning = (status: string) => ({
      code: "INV-A12",
      message: expect.stringMatching(/^HPWG-.*-A\d+ waits for HPWG-.*-A\d+, which is open\.$/u),
      waitsFor: { id: first, status },
    });
    const key = { "idempotency-key": `start ${id}` };
    const started = await act("Start", { id }, key);
    expect(started).toEqual({ status: "IN_PROGRESS", warnings: [warning("OPEN")] });
    expect(await act("Start", { id }, key)).toEqual(started);
    expect(await act("Complete", { id, owner })).toEqual({
      status: "DONE",
      warnings: [warning("OPEN")],
    });
    expect(await warningsOf(id)).toHaveLength(1);
    expect(await act("Complete", { id: first, owner })).toEqual({ status: "DONE", warnings: [] });
    expect(await warningsOf(id)).toEqual([]);
  });

  test("INV-A12 whoever waited is told nothing", async () => {
    const { first, id } = await pair();
    expect(await warningsOf(id)).toEqual([]);
    await act("Complete", { id: first, owner });
    expect(await act("Start", { id })).toEqual({ status: "IN_PROGRESS", warnings: [] });
  });

  test("a warning speaks of no action that the viewer may not see", async () => {
    const { first, id } = await pair();
    await sql`update actions.action set access = 'group', record = record || '{"access": "group"}'
      where id = ${first.replace("Action:", "")}`.execute(open().db);
    await act("Start", { id });
    expect([await warningsOf(id, "member"), await warningsOf(id, "anybody")]).toEqual([
      [{ code: "INV-A12" }],
      [],
    ]);
  });
}, "gateway");
