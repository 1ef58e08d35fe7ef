import { readFileSync } from "node:fs";
import { harboursideJson } from "@remit/commitments/testing";
import { type Db, verifyJournal } from "@remit/database";
import { forgetEntries, onEachDatabase } from "@remit/database/testing";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { april, kerbLinks, march } from "./testing.ts";
import { importDocument } from "./import.ts";
import type { Told } from "./incoming.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const example = readFileSync(
  new URL("../../../apps/gateway/example/minutes-2021-12-22.txt", import.meta.url),
  "utf8",
);

onEachDatabase((open) => {
  let db: Db;
  beforeEach(async () => {
    ({ db } = open());
    await forgetEntries(db);
    await sql`truncate groups.person, groups.group, groups.organisation, meetings.meeting,
      actions.action, commitments.mission, documents.document cascade`.execute(db);
  });
  const take = (text: string, told: Told = {}, name = "minutes.txt") =>
    importDocument(db, { name, bytes: bytesOf(text) }, told, surroundings);
  const names = async () => {
    const persons = await db.selectFrom("groups.person").select("name").orderBy("name").execute();
    return persons.map(({ name }) => name);
  };
  const actions = () =>
    db
      .selectFrom("actions.action")
      .select(["id", "reference", "number", "text"])
      .orderBy("reference")
      .execute();
  const speakers = async () => {
    const rows = await sql<{ mention: string; person: string | null }>`
      select distinct s.mention, p.name as person
      from meetings.speaker s left join groups.person p on p.id = s.person_id order by 1`.execute(
      db,
    );
    return rows.rows;
  };
  const owners = async (reference: string) => {
    const rows = await sql<{ label: string; kind: string; person: string | null }>`
      select o.label, o.kind, p.name as person
      from actions.owner o join actions.action a on a.id = o.action_id
      left join groups.person p on p.id = o.agent_id
      where a.reference = ${reference} order by o.place`.execute(db);
    return rows.rows;
  };

  test("minutes go in whole", async () => {
    expect(await take(march)).toEqual({
      outcome: "created",
      access: "public",
      title: "Harbourside Pavements Working Group minutes: March 2026",
      created: {
        group: 1,
        person: 6,
        organisation: 1,
        membership: 4,
        meeting: 1,
        attendance: 6,
        item: 3,
        contribution: 8,
        paper: 1,
        decision: 0,
        action: 3,
      },
      matched: [],
      waiting: 0,
      findings: [],
    });
    expect(await actions()).toMatchObject([
      { reference: "HPWG-2026-03-A1", number: 1 },
      { reference: "HPWG-2026-03-A2", number: 2 },
      { reference: "HPWG-2026-03-A3", number: 3 },
    ]);
  });

  test("the Chair, a title with a surname, and a first name are people of the meeting's lists", async () => {
    await take(march);
    expect(await speakers()).toEqual([
      { mention: "Dr Farrow", person: "Dr Mo Farrow" },
      { mention: "Dr Mo Farrow", person: "Dr Mo Farrow" },
      { mention: "Sam", person: "Sam Okoro" },
      { mention: "The Chair", person: "Ada Quill" },
      { mention: "the Chair", person: "Ada Quill" },
    ]);
    expect(await owners("HPWG-2026-03-A1")).toEqual([
      { label: "Mo Farrow", kind: "person", person: "Dr Mo Farrow" },
    ]);
    expect(await owners("HPWG-2026-03-A3")).toEqual([
      { label: "Secretariat", kind: "collective", person: null },
    ]);
  });

  test("a first name means nobody of another meeting", async () => {
    await take(march);
    await take(april.replace("Robin Vale said", "Iris said"));
    const iris = (await speakers()).find(({ mention }) => mention === "Iris");
    expect(iris?.person ?? null).toBeNull();
  });

  test("whoever comes to a second meeting is one person", async () => {
    await take(march);
    const { created, matched } = await take(april);
    expect(created).toMatchObject({ group: 0, person: 2, attendance: 6, meeting: 1 });
    expect(matched).toEqual([
      "Harbourside Pavements Working Group",
      "Ada Quill",
      "Dr Mo Farrow",
      "Robin Vale",
      "Bela Novak",
      "Town Council",
    ]);
    expect(await names()).toEqual([
      "Ada Quill",
      "Bela Novak",
      "Chidi Stone",
      "Dr Mo Farrow",
      "Iris Lund",
      "Robin Vale",
      "Sam Okoro",
      "Samuel Okoro",
    ]);
  });

  test("a doubtful match stays apart, and is said", async () => {
    await take(march);
    const { findings } = await take(april);
    expect(findings).toEqual([
      {
        code: "PERSON_IN_DOUBT",
        message: "Samuel Okoro may be Sam Okoro (similar name), and was kept apart.",
      },
    ]);
  });

  test.each([
    { line: "Nia Marsh (née Frew), Tram Users", like: "Nia Frew", why: "a name that they say" },
    { line: "Nia Marsh (formerly Frew), Tram Users", like: "Nia Frew", why: "a name that they" },
    { line: "Nia Freu, Tram Users", like: "Nia Frew", why: "similar name" },
  ])("$line may be $like, and is no stranger", async ({ line, like, why }) => {
    await take(march.replace("Dr Mo Farrow, Tram Users", "Nia Frew, Tram Users"));
    const { findings } = await take(april.replace("Mo Farrow, Tram Users", line));
    const told = findings.map(({ message }) => message);
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`may be ${like} \\(${why}`, "u")));
  });

  test("a name that lost its accents, and a group that has an article, are the same", async () => {
    await take(march.replace("Bela Novak", "Béla Nováková"));
    await take(
      april
        .replace("Bela Novak", "Bela Novakova")
        .replace("Harbourside Pavements", "The Harbourside Pavements"),
    );
    expect((await names()).filter((name) => name.startsWith("B"))).toEqual(["Béla Nováková"]);
    const groups = await db.selectFrom("groups.group").select("name").execute();
    expect(groups).toHaveLength(1);
  });

  test("a second meeting in one month counts its actions by the day", async () => {
    await take(march);
    await take(april.replaceAll("April", "March").replace("14 March", "24 March"));
    expect((await actions()).map(({ reference }) => reference)).toEqual([
      "HPWG-2026-03-24-A1",
      "HPWG-2026-03-A1",
      "HPWG-2026-03-A2",
      "HPWG-2026-03-A3",
    ]);
  });

  test("what is said before the first heading is kept", async () => {
    const { created } = await take(
      march.replace(
        "Welcome and introductions\n\nThe Chair opened the first meeting of the Group.",
        "The Chair opened the first meeting of the Group.",
      ),
    );
    expect(created).toMatchObject({ item: 3, contribution: 8 });
    const items = await sql<{ heading: string | null; said: number }>`
      select i.heading, count(c.id)::int as said from meetings.item i
      left join meetings.contribution c on c.item_id = i.id
      group by i.id order by i.place`.execute(db);
    expect(items.rows).toMatchObject([
      { heading: null, said: 1 },
      { heading: "Kerbs" },
      { heading: "Any other business and date of next meeting" },
    ]);
    const raised = await sql<{ item: string | null }>`
      select item_label as item from actions.action order by number`.execute(db);
    expect(raised.rows).toEqual([{ item: "Kerbs" }, { item: "Kerbs" }, { item: "Kerbs" }]);
  });

  test("the same bytes twice change nothing", async () => {
    const first = await take(march);
    const before = await everyRow(db);
    expect(await take(march, { supersede: true }, "again.txt")).toEqual({
      ...first,
      outcome: "unchanged",
      access: null,
      created: {},
    });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a changed document of a meeting is refused, and the refusal says what to do", async () => {
    await take(march);
    const before = await everyRow(db);
    await expect(take(march.replace("half", "a third"), {}, "march-2.txt")).rejects.toMatchObject({
      code: "MEETING_RECORDED",
      message: expect.stringContaining("remit import --supersede march-2.txt"),
    });
    expect(await everyRow(db)).toEqual(before);
  });

  const link = (text: string, told?: Told) => take(text, told, "links.json");
  const linked = async () => {
    const rows = await sql<{ reference: string; reason: string }>`
      select a.reference, l.reason from gateway.action_commitment l
      join actions.action a on a.id = l.action_id order by 1`.execute(db);
    return rows.rows;
  };
  const corrected = march
    .replace("half of", "a third of")
    .replace("Action: Mo Farrow to send members the map of crossings", "Action: Iris Lund to rest")
    .replace("  • Bela Novak, Shopkeepers of the Quay\n", "");

  test("a superseding document leaves what it does not change", async () => {
    await take(march);
    await take(JSON.stringify(harboursideJson), {}, "mission.json");
    await link(kerbLinks("HPWG-2026-03-A1", "HPWG-2026-03-A2"));
    const [first, ...others] = await actions();
    const meeting = () => db.selectFrom("meetings.meeting").select(["id", "slug"]).execute();
    const before = { meeting: await meeting(), names: await names() };

    const report = await take(corrected, { supersede: true });
    expect(report).toMatchObject({
      outcome: "superseded",
      created: { group: 0, person: 0, membership: 0, meeting: 0, attendance: 0, action: 1 },
      findings: [{ code: "ACTION_GONE", message: expect.stringContaining("HPWG-2026-03-A1") }],
    });
    expect({ meeting: await meeting(), names: await names() }).toEqual(before);
    const after = await actions();
    expect(after).toHaveLength(4);
    expect(after).toEqual(
      expect.arrayContaining([
        first,
        { ...others[0], number: 2 },
        { ...others[1], number: 3 },
        {
          ...first,
          id: expect.any(String),
          reference: "HPWG-2026-03-A4",
          text: "Iris Lund to rest",
        },
      ]),
    );
    const withdrawn = await sql<{ reference: string }>`
      select reference from actions.action where status = 'withdrawn'`.execute(db);
    expect(withdrawn.rows).toEqual([{ reference: "HPWG-2026-03-A1" }]);
    expect(await verifyJournal(db, [{ type: "Action", table: "actions.action" }])).toEqual([]);
    expect(await linked()).toMatchObject([
      { reference: "HPWG-2026-03-A1" },
      { reference: "HPWG-2026-03-A2" },
    ]);
    const documents = await sql<{ stands: boolean; access: string }>`
      select superseded_by is null as stands from documents.document where kind = 'minutes'
      order by imported_at`.execute(db);
    expect(documents.rows).toEqual([{ stands: false }, { stands: true }]);
    await expect(take(march, { supersede: true })).rejects.toMatchObject({
      code: "DOCUMENT_SUPERSEDED",
    });
  });

  test("who is a member by another meeting stays one when the first is superseded", async () => {
    await take(march);
    await take(april.replace("Apologies:", "Members:"));
    await take(corrected, { supersede: true });
    const members = await sql<{ name: string }>`
      select p.name from groups.membership m join groups.person p on p.id = m.person_id
      order by 1`.execute(db);
    expect(members.rows.map(({ name }) => name)).toEqual(
      (await names()).filter((name) => name !== "Iris Lund"),
    );
  });

  test("a write that fails leaves nothing", async () => {
    await sql`alter table actions.owner add constraint nobody check (kind <> 'collective')`.execute(
      db,
    );
    try {
      const before = await everyRow(db);
      await expect(take(march)).rejects.toThrow("nobody");
      expect(await everyRow(db)).toEqual(before);
    } finally {
      await sql`alter table actions.owner drop constraint nobody`.execute(db);
    }
  });

  test("two imports at once make one person of one name", async () => {
    const reports = await Promise.all([take(march), take(april)]);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["created", "created"]);
    expect((await names()).filter((name) => /Farrow|Quill/iu.test(name))).toHaveLength(2);
    const twice = await Promise.all([take(example), take(example)]);
    expect(twice.map(({ outcome }) => outcome).toSorted()).toEqual(["created", "unchanged"]);
  });
}, "gateway");
