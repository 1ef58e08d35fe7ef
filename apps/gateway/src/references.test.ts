import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { march } from "@remit/import/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

onEachDatabase((open) => {
  let db: Db;
  let desk: Harbourside;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openHarbourside(db);
  });
  afterAll(() => desk.close());

  const ask = async (id: unknown) => {
    const query = `query ($id: ID!) { action(by: {id: $id}) { id reference status } }`;
    return (await desk.send("secretariat", query, { id })).data["action"];
  };
  const find = async (reference: string) => {
    const query = `query ($reference: String!) { action(by: {reference: $reference}) { id } }`;
    return (await desk.send("secretariat", query, { reference })).data["action"]?.["id"];
  };
  /** The other group takes an action on. */
  const handOver = async (id: unknown) => {
    const to = `Group:${desk.hill}`;
    const reason = "Lamps are theirs";
    for (const answer of [
      await desk.act("secretariat", "transferAction", { id, to, reason }),
      await desk.act("stranger", "receiveAction", { id, reason }),
    ])
      expect(answer).toMatchObject({ __typename: "Action" });
  };

  test("INV-A18 a second meeting of a month does not give the reference of what another group took on", async () => {
    const first = await find("HPWG-2026-03-A1");
    await handOver(first);
    const text = march
      .replaceAll("10 March 2026", "24 March 2026")
      .replaceAll(/\. Action: .*|.*• Action: .*\n/gu, "");
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name: "second.txt", bytes }, {}, surroundings);
    const raised = await desk.act("secretariat", "raiseAction", {
      meeting: await desk.meetingOn("2026-03-24"),
      text: "Sam to light the kerb",
      ownerNotStated: true,
    });
    expect(await ask(raised["id"])).toMatchObject({ reference: "HPWG-2026-03-24-A1" });
    expect(await ask(first)).toMatchObject({ reference: "HPWG-2026-03-A1" });
  });

  test("INV-A18 the parts of a split do not take it either", async () => {
    const [whole, last] = [await desk.raise("Sam to do two things"), await desk.raise("Lamps")];
    const reference = String((await ask(last))?.["reference"]);
    await handOver(last);
    await desk.act("secretariat", "splitAction", {
      id: whole,
      reason: "Two things",
      parts: [{ text: "One thing" }, { text: "The other" }],
    });
    expect(await find(reference)).toBe(last);
  });

  test("minutes that take the place of others leave what another group took on, and do not raise it again", async () => {
    const [kept, gone] = [await find("HPWG-2026-03-A2"), await find("HPWG-2026-03-A3")];
    for (const id of [kept, gone]) await handOver(id);
    const text = march.replace(/ *• Action: Secretariat to publish the count\n/u, "");
    const bytes = new TextEncoder().encode(text);
    await importDocument(db, { name: "again.txt", bytes }, { supersede: true }, surroundings);
    const where = "status group { slug } raisedAt { item { heading } }";
    const { data } = await desk.send(
      "secretariat",
      `query ($kept: ID!, $gone: ID!, $text: String!) {
        kept: action(by: { id: $kept }) { ${where} }
        gone: action(by: { id: $gone }) { ${where} }
        raised: actions(filter: { text: $text }) { totalCount }
      }`,
      { kept, gone, text: "dropped kerb costs" },
    );
    const group = { slug: expect.stringContaining("hill") };
    expect(data).toEqual({
      kept: { status: "OPEN", group, raisedAt: { item: { heading: "Kerbs" } } },
      gone: { status: "OPEN", group, raisedAt: { item: null } },
      // The Hill Lamps have minuted one of their own.
      raised: { totalCount: 2 },
    });
  });

  test("INV-A17 what comes back has the reference that it had", async () => {
    const id = await desk.raise("Sam to count the lamps");
    const before = await ask(id);
    await handOver(id);
    const reason = "Lamps are ours after all";
    const to = `Group:${desk.group}`;
    await desk.act("stranger", "transferAction", { id, to, reason });
    await desk.act("secretariat", "receiveAction", { id, reason });
    expect(await ask(id)).toEqual(before);
  });
}, "gateway");
