import { type Db, verifyJournal } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { gateway, surroundings } from "@remit/gateway";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import type { Access } from "@remit/kernel";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "./import.ts";
import { may, mayAgain } from "./testing/may.ts";
import { undoImport } from "./undo.ts";

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly text: string;
  readonly value: string;
  readonly correction: string | null;
  readonly basis: string;
  readonly confidence: number | null;
  readonly start: number;
  readonly end: number;
  readonly doubt: string | null;
  readonly version: number;
  readonly document: { readonly name: string; readonly text: string } | null;
  readonly subject: Readonly<Record<string, string>> | null;
}

const question = `query ($status: FactStatus) { facts(first: 100, filter: {status: $status}) { nodes {
  id kind status text value correction basis confidence start end doubt version document { name text }
  subject { ... on Attendance { name capacity basis } ... on Action { reference status text } ... on Contribution { id } ... on Decision { id } } } } }`;

/** What waits, as the guide shows it. */
const asTable = (shown: readonly Shown[]) => [
  "```text",
  "| Kind | The document says | Read as | Doubt |",
  "| --- | --- | --- | --- |",
  ...shown.map(({ kind, text, value, doubt }) => `| ${kind} | ${text} | ${value} | ${doubt} |`),
  "```",
];

/** What was answered, as the guide shows it. */
const asAnswers = (shown: readonly Shown[]) => [
  "```text",
  "| The document says | Status | Basis | The record says |",
  "| --- | --- | --- | --- |",
  ...shown
    .filter(({ version }) => version > 0)
    .map(({ text, status, basis, subject }) => {
      const { name, capacity, reference, status: then } = { ...subject };
      return `| ${text} | ${status} | ${basis} | ${name ?? reference}: ${capacity ?? then} |`;
    }),
  "```",
];

/** The same minutes of another month of the year. */
const inMonth = (month: string) =>
  may.replaceAll(/12 May|May 2026/gu, (day) => day.replace("May", month));

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db, () => new Date("2026-05-20T12:00:00Z"));
  });
  afterAll(() => desk.close());

  const take = (name: string, text: string, supersede = false, access?: Access) =>
    importDocument(
      db,
      { name, bytes: new TextEncoder().encode(text) },
      { supersede, ...(access && { access }) },
      surroundings,
    );
  const facts = async (status: string | null = null) => {
    const { data, errors } = await desk.send("desk", question, { status });
    expect(errors).toBeUndefined();
    const nodes: readonly Shown[] = Object(data["facts"])["nodes"];
    return nodes.toSorted((one, other) => one.start - other.start);
  };
  const answer = async (caller: string, verb: string, id: string, input: object = {}) =>
    desk.act(caller, `${verb}Fact`, { id, ...input });
  const answered = async () =>
    (await facts())
      .filter(({ version }) => version > 0)
      .map(({ id, status, subject }) => ({ id, status, subject }));

  test("what is doubtful is answered, and the answers stay when the document is superseded", async () => {
    expect(await take("may.txt", may)).toMatchObject({ waiting: 3 });
    const { id: group } = await db
      .selectFrom("groups.group")
      .select("id")
      .executeTakeFirstOrThrow();
    await giveTokens(db, {
      desk: { role: "secretariat", group },
      member: { role: "member", group },
    });
    const waiting = await facts("WAITING");
    for (const { document, start, end, text } of waiting)
      expect(document?.text.slice(start, end).trim()).toBe(text);
    const [chidi, nia, counted] = waiting;
    if (!chidi || !nia || !counted) throw new Error("Three facts wait.");
    expect(await answer("member", "confirm", chidi.id)).toMatchObject({ code: "NOT_FOUND" });
    expect(await answer("desk", "correct", nia.id, { value: "lamplighter" })).toMatchObject({
      code: "CAPACITY_UNKNOWN",
    });
    expect(await answer("desk", "correct", nia.id, { value: "guest" })).toMatchObject({
      code: "CORRECTION_SAME",
    });
    expect(await answered()).toEqual([]);

    await answer("desk", "confirm", chidi.id);
    await answer("desk", "correct", nia.id, {
      value: "official",
      note: "She came for the council.",
    });
    await answer("desk", "reject", counted.id);
    const before = await answered();
    expect(before).toEqual([
      {
        id: chidi.id,
        status: "CONFIRMED",
        subject: { name: "Chidi Stone", capacity: "GUEST", basis: "EDITED" },
      },
      {
        id: nia.id,
        status: "CORRECTED",
        subject: { name: "Nia Frew", capacity: "OFFICIAL", basis: "EDITED" },
      },
      {
        id: counted.id,
        status: "REJECTED",
        subject: { reference: "HPWG-2026-05-A1", status: "WITHDRAWN", text: counted.text },
      },
    ]);
    expect(await facts("WAITING")).toEqual([]);
    const shownBefore = await facts();

    expect(await take("may.txt", mayAgain, true)).toMatchObject({
      outcome: "superseded",
      waiting: 0,
    });
    expect(await answered()).toEqual(before);
    const again = (await facts()).filter(({ version }) => version > 0);
    expect(
      again.map(({ document, start, end }) => document?.text.slice(start, end).trim()),
    ).toEqual(waiting.map(({ text }) => text));
    expect(await verifyJournal(db, gateway.journalled)).toEqual([]);
    const page = [
      "# A reviewed import",
      "",
      "An import takes in what a document says, and leaves to a person what its reader was not sure of. This page is written by a",
      "test that imports the minutes of a meeting in Harbourside, a town of our tests, answers to what waits, and imports the minutes",
      "again when they have changed.",
      "",
      "## What waits",
      "",
      "`remit import may.txt` ends with how many facts wait, and `remit review` lists them, each with the words of the document. The",
      "graph has them as `facts(filter: {status: WAITING})`, with `start` and `end` in `document { text }`:",
      "",
      ...asTable(waiting),
      "",
      "## Three answers",
      "",
      "Whoever keeps the record of the group answers: by a mutation, with `remit do`, or one after the other with",
      "`remit review --answer --as desk`. Here are the three answers that there are:",
      "",
      "```text",
      `confirmFact  Chidi Stone came as a guest.`,
      `correctFact  Nia Frew came as an official: {"value": "official", "note": "She came for the council."}`,
      `rejectFact   That the benches were counted last year is no action.`,
      "```",
      "",
      "Each goes into the record at once, and into the journal: what was confirmed or corrected is there on somebody's word, which",
      "is the basis EDITED, and an action that is none is withdrawn.",
      "",
      ...asAnswers(shownBefore),
      "",
      "## Another version",
      "",
      "A week later the minutes have two sentences more. `remit import --supersede may.txt` puts them in the place of the first, and",
      "nothing waits: a fact that the new version says again is the fact that was answered, at its place in the new text.",
      "",
      ...asAnswers(again),
    ];
    await expect(`${page.join("\n")}\n`).toMatchFileSnapshot("../../../docs/guide/review.md");
  });

  const held = async () => {
    const { data } = await desk.send(
      "anybody",
      `{ meeting(by: {slug: "harbourside-pavements-working-group-2026-06-12"}) {
        attendance { name } items { heading contributions { text speakers { name basis } } } actions { text } } }`,
    );
    return JSON.stringify(data["meeting"]);
  };

  test("an answer of any kind goes into the record, and into the next version of the document", async () => {
    await take("june.txt", inMonth("June"));
    const read = (await facts()).filter(({ document }) => document?.name === "june.txt");
    const answers = [
      { kind: "ATTENDEE", text: "Sam Okoro", verb: "correct", value: "Samuel Okoro" },
      { kind: "ITEM", text: "Benches", verb: "correct", value: "Benches by the quay" },
      { kind: "ITEM", text: "Welcome", verb: "reject" },
      { kind: "SPEAKER", text: "Sam", verb: "correct", value: "Chidi Stone" },
      { kind: "SPEAKER", text: "The Chair", verb: "confirm" },
      {
        kind: "CONTRIBUTION",
        text: "The Chair asked for any other business; there was none.",
        verb: "reject",
      },
      {
        kind: "ACTION",
        text: "Mo Farrow to count the benches again",
        verb: "correct",
        value: "Mo Farrow to count all benches",
      },
    ];
    for (const { kind, text, verb, value } of answers) {
      const fact = read.find((each) => each.kind === kind && each.text === text);
      expect(fact, `${kind} ${text}`).toBeDefined();
      const input = value === undefined ? {} : { value };
      expect(await answer("desk", verb, fact?.id ?? "", input)).not.toHaveProperty("code");
    }
    const record = await held();
    for (const said of [
      "Samuel Okoro",
      "Benches by the quay",
      "Chidi Stone",
      "to count all benches",
    ])
      expect(record).toContain(said);
    for (const gone of ["Welcome", "any other business; there was none", "the benches again"])
      expect(record).not.toContain(`"${gone}`);
    await take(
      "june.txt",
      inMonth("June").replace("the benches were counted", "benches had been counted"),
      true,
    );
    expect(await held()).toBe(
      record.replace("the benches were counted", "benches had been counted"),
    );
    expect(await verifyJournal(db, gateway.journalled)).toEqual([]);
  });

  test("an import to which somebody has answered is not undone, and what is superseded is not answered", async () => {
    const july = inMonth("July");
    await take("july.txt", july);
    const read = (await facts()).filter(({ document }) => document?.name === "july.txt");
    const [first, second] = read.filter(({ kind }) => kind === "ATTENDEE");
    await answer("desk", "confirm", first?.id ?? "");
    await expect(undoImport(db, "july.txt", surroundings)).rejects.toThrow(
      "a fact of the document was answered",
    );
    await answer("desk", "confirm", second?.id ?? "");
    await take("july.txt", july.replace("  • Sam Okoro, Town Council\n", ""), true);
    const { code } = await answer("desk", "correct", second?.id ?? "", { value: "Sam Oker" });
    expect(code).toBe("FACT_SUPERSEDED");
    const { data } = await desk.send("desk", lists, {});
    const held = JSON.stringify(data);
    expect(held).toContain("Fact:");
    expect(held).not.toContain(second?.id);
  });

  const lists = `{ facts(first: 100) { nodes { id } } groups { nodes { facts(first: 100) { nodes { id } }
    meetings(first: 9) { nodes { facts(first: 100) { nodes { id } } } } } } }`;

  /** Every way to what documents say, and to their texts. */
  const everyWay = `query ($node: ID!) { node(id: $node) { id }
    facts(first: 9) { totalCount nodes { id } }
    groups(first: 2) { nodes { facts(first: 9) { totalCount nodes { id } }
      meetings(first: 5) { nodes { facts(first: 9) { totalCount nodes { id } }
        attendance { facts { id } } items { facts { id } contributions { facts { id } } } actions { facts { id } } } } } }
    documents(first: 9) { nodes { text facts(first: 9) { totalCount nodes { id } } } } }`;

  test("what documents say, and their texts, are for whoever keeps the record of the group", async () => {
    const [fact] = await facts();
    const told = async (caller: string) => {
      const { data, errors } = await desk.send(caller, everyWay, { node: fact?.id });
      expect(errors).toBeUndefined();
      return data;
    };
    await take("hill.txt", may.replaceAll("Harbourside Pavements", "Hill Lamps"));
    const { id: group } = await db
      .selectFrom("groups.group")
      .select("id")
      .where("name", "like", "Hill Lamps%")
      .executeTakeFirstOrThrow();
    await giveTokens(db, {
      official: { role: "member", group, official: true },
      elsewhere: { role: "secretariat", group },
    });
    for (const caller of ["desk", "official"]) {
      const data = await told(caller);
      expect(data["node"]).toEqual({ id: fact?.id });
      expect(JSON.stringify(data)).toContain("Harbourside Pavements Working Group minutes");
    }
    for (const caller of ["anybody", "member", "elsewhere"]) {
      const data = await told(caller);
      expect(data["node"]).toBeNull();
      const all = JSON.stringify(data);
      expect(all).not.toContain(fact?.id);
      expect(all).not.toContain("Harbourside Pavements Working Group minutes");
      expect(all.includes("Fact:")).toBe(caller === "elsewhere");
      expect(/"totalCount":[1-9]/u.test(all)).toBe(caller === "elsewhere");
    }
  });

  test("what waits in minutes that are the group's alone is listed for its secretariat", async () => {
    await take("august.txt", inMonth("August"), false, "group");
    const listed = await facts("WAITING");
    const { rows } = await sql<{ id: string }>`select 'Fact:' || f.id as id from documents.fact f
      where f.status = 'waiting' and f.access = 'group'`.execute(db);
    expect(rows).toHaveLength(3);
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
  });

  test("what somebody undertook, or is in the register, is not rejected away", async () => {
    await take(
      "february.txt",
      inMonth("February").replace(
        "  • Action: the",
        "Decision: the group will buy a bench.\n\n  • Action: the",
      ),
    );
    const read = (await facts()).filter(({ document }) => document?.name === "february.txt");
    const of = (kind: string) => read.find((fact) => fact.kind === kind);
    const contribution = Object(of("CONTRIBUTION")?.subject)["id"];
    const decision = Object(of("DECISION")?.subject)["id"];
    const built = { on: "2026-02-12" };
    for (const [verb, input] of [
      ["recordUndertaking", { contribution, text: "To count", ...built }],
      ["registerDecision", { decision, ...built }],
    ] as const)
      expect(await desk.act("desk", verb, input)).not.toHaveProperty("code");
    for (const kind of ["CONTRIBUTION", "DECISION"]) {
      expect(await answer("desk", "reject", of(kind)?.id ?? "")).toMatchObject({
        code: "FACT_IN_USE",
      });
    }
  });

  test("an answer that is given while another version comes is in it, or is refused", async () => {
    const october = inMonth("October");
    await take("october.txt", october);
    const waiting = (await facts("WAITING")).filter(
      ({ document }) => document?.name === "october.txt",
    );
    const [answers] = await Promise.all([
      Promise.all(waiting.map(({ id }) => answer("desk", "reject", id))),
      take("october.txt", october.replace("there was none.", "there was nothing."), true),
    ]);
    const after = (await facts()).filter(({ document }) => document?.name === "october.txt");
    const given = answers.flatMap(({ id, code }) => (code === undefined ? [id] : []));
    const kept = after.flatMap(({ id, status }) => (status === "REJECTED" ? [id] : []));
    expect(kept).toEqual(expect.arrayContaining(given));
    expect(await verifyJournal(db, gateway.journalled)).toEqual([]);
  });

  test("what a document has given up waits for nobody", async () => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from documents.fact f
      join documents.document d on d.id = f.document_id where d.superseded_by is not null and f.version = 0`.execute(
      db,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
}, "gateway");
