import type { Db } from "@remit/database";
import { forgetEntries, onOneDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { surroundings, verified } from "@remit/gateway";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { importDocument } from "./import.ts";
import { undoImport } from "./undo.ts";

/** Minutes of a forum that list its members, the first of them in the chair. */
const minutes = (day: string, ...names: string[]) => `Quay Forum minutes: ${day}

Minutes from the meeting of the group on ${day} 2026.

Attendees and apologies

Group members:

${names.map((name, index) => `  • ${name}${index === 0 ? " (Chair)" : ""}, Lamp Trust`).join("\n")}

Items and actions

Lamps

The forum spoke of lamps. Action: Members to read the paper
`;

const names = (...all: string[]) => ({
  owners: [{ parts: all.map((name) => ({ agent: { name } })) }],
});

const january = minutes("5 January", "Max Tarn", "Nia Frew");
const march = minutes("2 March", "Max Tarn", "Sam Okoro");
const july = minutes("7 July", "Nia Frew", "Max Tarn");
const october = minutes("6 October", "Max Tarn", "Sam Okoro");

onOneDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
  });
  beforeEach(async () => {
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, documents.document, gateway.token cascade`.execute(db);
    await forgetEntries(db, sql`true`);
  });
  afterAll(() => desk.close());

  const take = (text: string, told = {}) =>
    importDocument(
      db,
      { name: "minutes.txt", bytes: new TextEncoder().encode(text) },
      told,
      surroundings,
    );
  const group = async () => {
    const { data } = await desk.send(
      "anybody",
      `{ group(by: {name: "Quay Forum"}) { chair { asOf person { name } }
        members { nodes { role asOf person { name memberships { role asOf } } } } } }`,
    );
    return data["group"];
  };
  const fanned = async (day: string) => {
    const { id } = await db
      .selectFrom("actions.action")
      .select("id")
      .where("raised_on", "=", day)
      .executeTakeFirstOrThrow();
    const { data } = await desk.send(
      "keeper",
      `mutation ($input: ShareOutActionInput!) { shareOutAction(input: $input) {
        ... on Action { owners { parts { agent { name } } } }
        ... on Refusal { code message } } }`,
      {
        input: {
          id: `Action:${id}`,
          owner: { collective: { selector: "MEMBERS", label: "Members" } },
        },
      },
    );
    return data["shareOutAction"];
  };

  test("INV-A5 a crowd of a day are those whom minutes had listed by then", async () => {
    await take(march);
    await take(january);
    const { id } = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { keeper: { role: "secretariat", group: id } });
    expect(await fanned("2026-01-05")).toEqual(names("Max Tarn", "Nia Frew"));
    // Nobody said that she left.
    expect(await fanned("2026-03-02")).toEqual(names("Max Tarn", "Nia Frew", "Sam Okoro"));
  });

  const orders = [
    [january, march, july],
    [january, july, march],
    [march, january, july],
    [march, july, january],
    [july, january, march],
    [july, march, january],
  ];
  test.each(orders.map((order, index) => ({ index, order })))(
    "INV-G1 the chair is whoever chaired last, in whatever order minutes come ($index)",
    async ({ order }) => {
      for (const text of order) await take(text);
      expect(await group()).toMatchObject({
        chair: { asOf: "2026-07-07", person: { name: "Nia Frew" } },
      });
      const { rows } = await sql<object>`select p.name, s.role, s.as_of, s.shown_until
        from groups.membership s join groups.person p on p.id = s.person_id
        order by s.as_of, p.name`.execute(db);
      expect(rows).toEqual([
        { name: "Max Tarn", role: "chair", as_of: "2026-01-05", shown_until: "2026-07-07" },
        { name: "Nia Frew", role: "member", as_of: "2026-01-05", shown_until: "2026-07-07" },
        { name: "Sam Okoro", role: "member", as_of: "2026-03-02", shown_until: null },
        { name: "Max Tarn", role: "member", as_of: "2026-07-07", shown_until: null },
        { name: "Nia Frew", role: "chair", as_of: "2026-07-07", shown_until: null },
      ]);
    },
  );

  test("a chair for one day does not stay it, and members are listed once", async () => {
    for (const text of [october, july, january]) await take(text);
    const found = await group();
    expect(found).toMatchObject({ chair: { asOf: "2026-10-06", person: { name: "Max Tarn" } } });
    const any: unknown = expect.anything();
    expect(found).toMatchObject({ members: { nodes: [any, any, any] } });
  });

  test("an import tells how many roles it showed for the first time", async () => {
    expect((await take(january)).created).toMatchObject({ membership: 2 });
    expect((await take(july)).created).toMatchObject({ membership: 2 });
    expect((await take(minutes("4 August", "Nia Frew"))).created).toMatchObject({ membership: 0 });
  });

  const asked = `group(by: {name: "Quay Forum"}) {
    early: chair(on: "2026-02-01") { person { name } } chair(on: "2026-08-01") { person { name } }
    members(on: "2026-08-01") { nodes { id role from to person { name } } } }`;
  const inAugust = async () => {
    const { data } = await desk.send("anybody", `{ ${asked} }`);
    const { members, ...chairs } = z
      .object({
        early: z.unknown(),
        chair: z.unknown(),
        members: z.object({
          nodes: z.array(z.looseObject({ id: z.string(), person: z.object({ name: z.string() }) })),
        }),
      })
      .parse(data["group"]);
    const of = (name: string) => members.nodes.filter(({ person }) => person.name === name);
    return { ...chairs, of, nodes: members.nodes };
  };
  const act = (verb: string, input: object) =>
    desk.act("keeper", verb, input).then((done) => expect(done).toMatchObject({ version: 2 }));
  const keeper = async () => {
    const { id } = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { keeper: { role: "secretariat", group: id } });
  };
  const problems = async () => (await verified(db)).problems;

  test("what somebody settled stays, whatever minutes come after", async () => {
    await take(january);
    await keeper();
    const [nia] = (await inAugust()).of("Nia Frew");
    const [max] = (await inAugust()).of("Max Tarn");
    await act("changeRole", { id: max?.id, role: "MEMBER", on: "2026-06-01" });
    await act("changeRole", { id: nia?.id, role: "CHAIR", on: "2026-06-01" });
    for (const text of [march, july, october]) await take(text);
    const then = await inAugust();
    expect(then).toMatchObject({
      early: { person: { name: "Max Tarn" } },
      chair: { person: { name: "Nia Frew" } },
    });
    expect(then.of("Nia Frew")).toMatchObject([{ role: "CHAIR", from: "2026-06-01", to: null }]);
    expect(then.of("Max Tarn")).toMatchObject([{ role: "MEMBER", from: "2026-06-01", to: null }]);
    expect(then.of("Sam Okoro")).toMatchObject([{ role: "MEMBER", from: null }]);
    expect(await problems()).toEqual([]);
  });

  test("whoever left is no member, although later minutes list them; what is no list's is not theirs to end", async () => {
    await take(january);
    await keeper();
    const [nia] = (await inAugust()).of("Nia Frew");
    await act("endMembership", { id: nia?.id, to: "2026-06-30", reason: "Moved away" });
    await take(july);
    expect((await inAugust()).of("Nia Frew")).toEqual([]);
    const { rows } = await sql<{ id: string }>`select id from documents.document
      order by imported_at desc limit 1`.execute(db);
    await undoImport(db, String(rows[0]?.id), surroundings);
    expect((await inAugust()).nodes).toMatchObject([{ person: { name: "Max Tarn" } }]);
    expect(await problems()).toEqual([]);
  });

  test("every list and every document that goes again leaves the journal in order", async () => {
    await take(july);
    await take(january);
    expect(await problems()).toEqual([]);
    const { rows } = await sql<{ id: string }>`select id from documents.document
      order by imported_at desc`.execute(db);
    for (const { id } of rows) {
      await undoImport(db, id, surroundings);
      expect(await problems()).toEqual([]);
    }
  });
}, "gateway");
