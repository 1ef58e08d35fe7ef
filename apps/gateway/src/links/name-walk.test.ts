import type { Db } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { anybody, type Caller, viewerOf } from "@remit/graphql";
import type { GroupRole } from "@remit/kernel";
import { graphql } from "graphql";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { importDocument } from "@remit/import";
import { gateway } from "../gateway.ts";
import { kerbLinks } from "@remit/import/testing";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { everyMeeting } from "../testing/every-meeting.ts";
import { everyPost } from "../testing/every-post.ts";
import { everyPromise } from "../testing/every-promise.ts";
import { everyTerms } from "../testing/every-terms.ts";
import { shownAsItIs, textsByField, walk, writeEverywhere, writeInJson } from "../testing/names.ts";
import { importPavements, insertOwned, type Pavements } from "../testing/pavements.ts";

const schema = gateway.schema();
const name = /robin(?:\s|\\n|[._-])*vale/iu;
// As Markdown has it, too.
const withheld = /\[name withheld\\?\]/u;
/** No text may name somebody in these: the days and units of what is counted, and the hash of what was imported. */
const noTexts = [
  ...["mission", "funding_envelope", "commitment", "observation"].flatMap((table) => [
    `commitments.${table}.period_start`,
    `commitments.${table}.period_end`,
  ]),
  ...["by_start", "by_end", "spec_unit", "baseline_unit"].map(
    (each) => `commitments.target.${each}`,
  ),
];

/** What documents say word for word is there for officials, and for those who keep the record. */
const notThere = ["Document.text", "Fact.text", "Fact.value"];
const promises = ["commitment", "target", "observation", "assessment", "recommendation"];
const parts = [
  "report",
  "outcome",
  "milestone",
  "deliverable",
  "funding_line",
  "funding_profile",
  "standard",
  "standard_assessment",
  "context_factor",
  "involvement",
  "mission_relation",
];

const placesOf = (texts: Map<string, string[]>, what: RegExp) =>
  [...texts].filter(([, all]) => all.some((text) => what.test(text))).map(([place]) => place);
const withRole = (role: GroupRole, group: string): Caller => ({
  ...anybody,
  roles: [{ group, role }],
});
/** A group that there is not, of which somebody is the chair all the same. */
const another = "01990000-0000-7000-8000-00000000a000";

onOneDatabase((open) => {
  let db: Db;
  let pavements: Pavements;
  let filled: Set<string>;
  let queries: string[];
  beforeAll(async () => {
    ({ db } = open());
    pavements = await importPavements(db);
    const owned = { ...pavements, person: await robin() };
    await insertOwned(db, "blocked", 1, owned);
    await insertOwned(db, "superseded", 1, owned);
    await writeDecision(pavements);
    const { rows } = await sql<{ reference: string }>`select reference from actions.action
      where group_id = ${pavements.group.id} order by raised_on, id`.execute(db);
    const bytes = new TextEncoder().encode(kerbLinks(rows[0]?.reference ?? ""));
    await importDocument(db, { name: "links.json", bytes }, {}, surroundings);
    await ask(
      `mutation { takeActionLog(input: { meeting: "Meeting:${pavements.meetings[1].id}" }) { __typename } }`,
      { ...anybody, administrator: true },
    );
    await giveTokens(db, { secretariat: { role: "secretariat", group: pavements.group.id } });
    const desk = await openDesk(db);
    await everyPromise(db, desk);
    await everyTerms(desk, {
      group: `Group:${pavements.group.id}`,
      meeting: `Meeting:${pavements.meetings[1].id}`,
    });
    await everyPost(db, desk, {
      group: `Group:${pavements.group.id}`,
      person: `Person:${pavements.person.id}`,
      organisation: `Organisation:${pavements.organisation.id}`,
      meeting: `Meeting:${pavements.meetings[1].id}`,
    });
    await everyMeeting(desk, `Group:${pavements.group.id}`);
    await desk.act("secretariat", "replaceGroup", {
      id: `Group:${pavements.group.id}`,
      successors: [`Group:${pavements.neighbours.id}`],
      reason: "Its work is done",
    });
    desk.close();
    // What is worked out has no words of anybody's.
    await sql`delete from commitments.assessment where kind = 'computed'`.execute(db);
    filled = await writeEverywhere(db, "Robin Vale", new Set([...shownAsItIs(schema), ...noTexts]));
    await writeInJson(db, "actions.action", "id", "record", "Robin\nVale");
    await writeInJson(db, "actions.log_snapshot", "id", "record", "Robin\nVale");
    await writeInJson(db, "groups.group", "id", "replaced", "Robin\nVale");
    await writeInJson(db, "documents.fact", "id", "record", "Robin\nVale");
    // Fields of a directorate's own.
    for (const table of ["groups.group", "groups.person"])
      await sql`update ${sql.table(table)} set own = '{"ownWords": "Robin Vale has seen it"}'`.execute(
        db,
      );
    await writeInJson(db, "groups.deputy_nomination", "id", "record", "Robin\nVale");
    await writeInJson(db, "groups.post", "id", "record", "Robin\nVale");
    await writeInJson(db, "groups.seat", "id", "record", "Robin\nVale");
    await writeInJson(db, "groups.terms_of_reference", "id", "record", "Robin\nVale");
    await writeInJson(db, "meetings.meeting", "id", "course", "Robin\nVale");
    await writeInJson(db, "meetings.minutes", "id", "record", "Robin\nVale");
    for (const part of [...promises, ...parts])
      await writeInJson(db, `commitments.${part}`, "id", "record", "Robin\nVale");
    await writeInJson(db, "commitments.indicator", "id", "expected", "Robin\nVale");
    await sql`alter table database.journal disable trigger journal_row`.execute(db);
    await writeInJson(db, "database.journal", "hash", "after", "Robin\nVale");
    await sql`update database.journal set actor = '{"name": "Robin Vale", "person": null}'`.execute(
      db,
    );
    await sql`update groups.person set public_profile = 'role-only' where name = 'Robin Vale'`.execute(
      db,
    );
    const slug = (
      await sql<{ slug: string }>`select slug from groups.group
      where id = ${pavements.group.id}`.execute(db)
    ).rows[0]?.slug;
    queries = walk(schema, { group: slug ?? "", text: "kerb", at: "2999-01-01T00:00:00Z" });
  }, 60_000);

  const writeDecision = async ({ group, meetings: [, { id: meeting }] }: Pavements) => {
    const [decision, note] = [surroundings.newId(), surroundings.newId()];
    await sql`insert into meetings.decision (id, meeting_id, group_id, place, kind, text, wording, access)
      values (${decision}, ${meeting}, ${group.id}, 1, 'agreed', '', 'summary', 'public')`.execute(
      db,
    );
    await sql`insert into meetings.attendance_note (id, meeting_id, place, kind, text)
      values (${note}, ${meeting}, 1, 'deputies-listed', '')`.execute(db);
  };

  const robin = async () => {
    const { rows } = await sql<{ id: string }>`select id from groups.person
      where name = 'Robin Vale'`.execute(db);
    return { type: "Person", id: rows[0]?.id ?? "", label: "Robin Vale" };
  };

  async function ask(source: string, caller: Caller): Promise<unknown> {
    const viewer = viewerOf(caller);
    const contextValue = { ...surroundings, db, viewer, caller, requestId: "walk", key: null };
    const answer = await graphql({ schema, source, contextValue });
    if (answer.errors) throw new Error(`${String(answer.errors[0])} in ${source}`);
    return answer.data;
  }

  const asked = new Map<string, Map<string, string[]>>();
  async function told(caller: Caller): Promise<Map<string, string[]>> {
    const before = asked.get(JSON.stringify(caller));
    if (before !== undefined) return before;
    const texts = new Map<string, string[]>();
    asked.set(JSON.stringify(caller), texts);
    for (const query of queries) textsByField(await ask(query, caller), texts);
    return texts;
  }
  test("the name stands in every text that the database withholds", async () => {
    const { rows } = await sql<{ table: string; texts: string[] }>`
      select n.nspname || '.' || c.relname as "table",
        array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '') as texts
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where t.tgfoid = 'gateway.fill_for_public'::regproc`.execute(db);
    const places = rows.flatMap(({ table, texts }) => texts.map((text) => `${table}.${text}`));
    expect(places.filter((place) => !filled.has(place)).toSorted()).toEqual(
      [
        "actions.action.record",
        "actions.log_snapshot.record",
        "commitments.assessment.record",
        "commitments.commitment.record",
        "commitments.indicator.expected",
        "commitments.observation.record",
        "commitments.recommendation.record",
        // Only targets of other kinds have these.
        "commitments.target.baseline_text",
        "commitments.target.record",
        "commitments.target.spec_text",
        ...parts.map((part) => `commitments.${part}.record`),
        "documents.fact.record",
        "groups.deputy_nomination.record",
        "groups.group.own",
        "groups.group.replaced",
        "groups.person.own",
        "groups.post.record",
        "groups.seat.record",
        "groups.terms_of_reference.record",
        "meetings.meeting.course",
        "meetings.minutes.record",
        "meetings.minutes_text.content",
        "meetings.registered_decision.record",
        "meetings.undertaking.record",
      ].toSorted(),
    );
  });

  test("INV-G12: whoever may not be told reads the name nowhere, in any field of the graph", async () => {
    const official = await told({ ...anybody, official: true });
    const named = placesOf(official, name);
    expect(named.length).toBeGreaterThan(60);
    for (const caller of [
      anybody,
      withRole("member", pavements.group.id),
      withRole("chair", another),
    ]) {
      const texts = await told(caller);
      expect(placesOf(texts, name)).toEqual([]);
      // What is not withheld is a person's own: then the person is not there.
      const silent = named.filter((place) => !placesOf(texts, withheld).includes(place));
      expect(
        silent.filter((place) => !place.startsWith("Person.") && !notThere.includes(place)),
      ).toEqual([]);
    }
  });

  test("INV-G12: the secretariat and the chair read the names in what is their group's, and nowhere else", async () => {
    const anybodyReads = placesOf(await told(anybody), withheld).filter(
      (place) => !place.startsWith("PageInfo."),
    );
    const ofNoGroup =
      /^(?:Organisation|Document|Mission|MissionLink|Party|FundingEnvelope|Commitment|Target|Indicator|Observation|Period|Citation|MissionEdge|Assessment|Recommendation|Ended|Report\w*|Erratum|Foreword|Outcome|Milestone\w*|Deliverable|Funding\w*|Standard\w*|ContextFactor|Involvement|MissionRelation|Reference|FigurePart)\./u;
    for (const role of ["secretariat", "chair"] as const) {
      const texts = await told(withRole(role, pavements.group.id));
      // The info of a page is that of pages of all types.
      const named = placesOf(texts, name).filter((place) => !place.startsWith("PageInfo."));
      expect(
        anybodyReads.filter((place) => !ofNoGroup.test(place) && !named.includes(place)),
      ).toEqual([]);
      expect(named.filter((place) => ofNoGroup.test(place))).toEqual([]);
      expect(named).toContain("Person.name");
    }
  });

  test("INV-G12: a row that is written later is withheld as one that was there before", async () => {
    const { rows } = await sql<{ table: string }>`select t.tgrelid::regclass::text as "table"
      from pg_trigger t where t.tgfoid = 'gateway.fill_for_public'::regproc`.execute(db);
    for (const { table } of rows) {
      const kept = () =>
        sql<{ is: unknown }>`select for_public as is from ${sql.raw(table)} order by id`.execute(
          db,
        );
      const before = await kept();
      await sql`update ${sql.raw(table)} set for_public = null`.execute(db);
      expect((await kept()).rows).toEqual(before.rows);
      expect(before.rows.length).toBeGreaterThan(0);
    }
  });
}, "gateway");
