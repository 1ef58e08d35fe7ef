import { isDeepStrictEqual } from "node:util";
import { actionMoves, actionVerbs, type ActionStatus } from "@remit/actions";
import { type Db, verifyJournal } from "@remit/database";
import { onOneDatabase } from "@remit/database/testing";
import { moveNames, type Ref } from "@remit/kernel";
import { type GraphQLField, type GraphQLInputType, isObjectType } from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings } from "@remit/gateway";
import { gateway } from "./gateway.ts";
import {
  filled,
  type Leaf,
  leavesOf,
  sampleOf,
  type Samples,
  selectionOf,
} from "./testing/asking.ts";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { everySign, hostileTo, long } from "./testing/hostile.ts";
import { openPromises, promises } from "./testing/promise-samples.ts";
import { newPerson } from "./testing/new-person.ts";
import { importPavements, insertOwned, type Pavements } from "./testing/pavements.ts";

type Field = GraphQLField<unknown, unknown>;

const schema = gateway.schema();

/** These look at all actions of the group, so they come while there are few. */
const early = ["takeActionLog", "agreeActionLog", "raiseAction", "splitAction", "receiveAction"];
const rank = ({ name }: Field) => (early.includes(name) ? early.indexOf(name) : early.length);
const nounOf = new Map(gateway.commands.map(({ noun, mutation }) => [mutation, noun]));
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
  .filter(({ name }) => nounOf.has(name))
  .toSorted((one, other) => rank(one) - rank(other));

/** Places where what is right is refused all the same: only a crowd is fanned out, a quorum needs a number, and actions are agreed where a log was taken. */
const refusedAnyway = [
  "agreeMinutes alsoActions",
  ...["group", "name", "organisation", "person"].map((kind) => `shareOutAction owner.${kind}`),
  ...["amend", "draft"].map((verb) => `${verb}TermsOfReference quorum.countsDeputies`),
];

/** Places that the changed thing itself does not show: the journal does, and what took its place. */
const notShown = [
  "supersedeCommitment statement",
  "supersedeCommitment period.label",
  "supersedeCommitment source.title",
  "supersedeCommitment source.publisher",
  "reviseObservation note",
  "reviseObservation interval.level",
  "reviseObservation source.title",
  "reviseObservation source.publisher",
  "raiseAction beneficiaries.name",
  "raiseAction beneficiaries.collective.label",
  "mergeAction reason",
  "mergePersons reason",
  "changeRole position",
];

/** What is made of something in a report stands in its own record; the report has its name. */
const isShownBy = (name: string) =>
  !notShown.includes(name) && !name.startsWith("confirmFinding as.");

/** Words that say whose part is meant, or what is erased: they find it, and are not written. */
const finds = ({ path }: Leaf) => path[0] === "owner" || path[0] === "texts";

const nameOf = ({ name }: Field, { path }: Leaf) => `${name} ${path.join(".")}`;

/** Verbs of what stands in the record of a meeting. */
const ofRecords = gateway.commands.flatMap(({ noun, mutation }) =>
  ["Attendance", "Contribution", "Decision", "Item", "MeetingRole", "Paper"].includes(noun)
    ? [mutation]
    : [],
);

const ofMinutes = gateway.commands.flatMap(({ noun, mutation }) =>
  noun === "Minutes" ? [mutation] : [],
);

const dayOf = (count: number) => new Date(86_400_000 * count).toISOString().slice(0, 10);

const idOf = ({ type, id }: Ref) => `${type}:${id}`;

const isCode = (code: unknown) =>
  typeof code === "string" && code !== "" && code !== "INTERNAL_SERVER_ERROR";

const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

onOneDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let pavements: Pavements;
  let promised: Awaited<ReturnType<typeof openPromises>>;
  let tables: unknown;
  beforeAll(async () => {
    ({ db } = open());
    pavements = await importPavements(db);
    const keeper = { role: "secretariat", group: pavements.group.id } as const;
    await giveTokens(db, { secretariat: keeper, administrator: keeper });
    await sql`update gateway.token set administrator = true where name = 'administrator'`.execute(
      db,
    );
    desk = await openDesk(db);
    promised = await openPromises(db, desk);
    tables = await tablesThere();
  });
  afterAll(() => desk.close());

  const tablesThere = async () => {
    const { rows } = await sql`select schemaname, tablename from pg_catalog.pg_tables
      order by 1, 2`.execute(db);
    return rows;
  };

  /** A person who is no member of anything yet. */
  const freshPerson = () => newPerson(db, "Ny Comer");

  /** An organisation that is a part of nothing yet. */
  const freshBody = async () => {
    const id = surroundings.newId();
    await sql`insert into groups.organisation (id, slug, name) values (${id}, ${id}, 'Kerbs Ltd')`.execute(
      db,
    );
    return `Organisation:${id}`;
  };

  const waiting = new Map<ActionStatus, string[]>();
  /** An action in a status that no verb has touched. */
  const fresh = async (status: ActionStatus): Promise<string> => {
    const ids = waiting.get(status) ?? [];
    waiting.set(status, ids);
    if (ids.length === 0) ids.push(...(await insertOwned(db, status, 20, pavements)));
    return ids.pop() ?? "";
  };

  const act = async (verb: string, input: object) =>
    (await desk.act("secretariat", verb, input))["id"];
  /** Minutes of a meeting that a later one, on a day, has agreed. */
  const agreed = async (meeting: string, day: string) => {
    const later = await heldOn(day);
    const id = await act("circulateMinutes", { meeting });
    await act("agreeMinutes", { id, meeting: later });
    return id;
  };
  /** A meeting that was held on a day. */
  const heldOn = async (day: string) => {
    const group = idOf(pavements.group);
    const id = await act("scheduleMeeting", { group, starts: { local: `${day}T08:00` } });
    return act("endMeeting", { id, on: day, attendanceNotStated: true });
  };
  /** Minutes to which a verb can be done. */
  async function minutesFor(mutation: string): Promise<Samples> {
    const { id: scheduled, on } = await meetingFor("endMeeting");
    const meeting = await act("endMeeting", { id: scheduled, on, attendanceNotStated: true });
    const later = await heldOn(dayOf((days += 1)));
    days += 1;
    const day = dayOf(days);
    const samples = { on: day, day, correction: 1, accept: true, asDraft: true };
    if (mutation === "circulateMinutes") return { ...samples, meeting };
    const passage = "A damp kerb";
    const part = await act("addItem", { meeting, heading: passage });
    const id = await act("circulateMinutes", { meeting, on: day });
    const told = { id, on: day };
    if (mutation === "settleCorrection")
      await act("requestCorrection", { ...told, text: "A gull" });
    if (mutation === "withdrawMinutes") await act("publishMinutes", { ...told, asDraft: true });
    if (mutation === "liftRedaction")
      await act("redactMinutes", { ...told, part, ground: "OTHER", reason: "A gull" });
    if (mutation === "recirculateMinutes") await act("recallMinutes", told);
    const isFirst = ["agree", "plan", "publish", "recall", "redact", "requestC"].some((each) =>
      mutation.startsWith(each),
    );
    const redacting = { part, passage, redaction: 1, reviewOn: day };
    return { ...samples, ...redacting, id, meeting: later, expectedVersion: isFirst ? 1 : 2 };
  }

  let years = 0;
  let days = 0;
  /** A meeting to which a verb can be done, on a day of its own; what is scheduled is given another. */
  async function meetingFor(mutation: string): Promise<Samples> {
    const day = dayOf((days += 2));
    const next = dayOf(days + 1);
    let made = await desk.act("secretariat", "scheduleMeeting", {
      group: idOf(pavements.group),
      starts: { local: `${day}T10:00` },
    });
    const move = async (verb: string, input: object = {}) => {
      const { id } = made;
      made = await desk.act("secretariat", `${verb}Meeting`, { id, on: day, ...input });
    };
    if (mutation === "issueAgenda") {
      const heading = "Kerbs";
      await desk.act("secretariat", "addItem", { meeting: made["id"], heading });
    }
    // Numbers grow from one meeting to the next: those of documents leave room for one alone.
    if (mutation === "numberMeeting")
      await sql`update meetings.meeting set ordinal = null, ordinal_basis = null`.execute(db);
    if (mutation === "rescheduleMeeting") await move("postpone", { reason: "Snow" });
    if (/^(?:close|number|reopen)/u.test(mutation))
      await move("end", { attendanceNotStated: true });
    if (/^(?:close|reopen)/u.test(mutation)) await agreed(String(made["id"]), next);
    if (mutation === "reopenMeeting") await move("close");
    const { id, version: expectedVersion } = made;
    return {
      id,
      expectedVersion,
      on: day,
      local: `${next}T10:00`,
      day: next,
      until: next,
      rule: "FREQ=DAILY",
      ordinal: days,
    };
  }

  /** A meeting whose record is kept, and a part of it to which a verb can be done. */
  async function partFor(mutation: string): Promise<Samples> {
    const of = await meetingFor(mutation);
    const meeting = of["id"];
    const item = await act("addItem", { meeting, heading: "Kerbs" });
    if (mutation !== "addPaper") await act("openMeeting", { id: meeting, on: of["on"] });
    const id = ["correctAttendance", "recordArrival", "recordDeparture"].includes(mutation)
      ? await act("recordAttendance", { meeting, name: "Sam" })
      : mutation === "correctChair"
        ? await act("takeChair", { meeting, name: "Sam" })
        : item;
    if (mutation === "recordContribution") await act("takeChair", { meeting, name: "Ada" });
    const person = await freshPerson();
    const span = { fromItem: item, toItem: item, arrivedAt: "10:05", leftAt: "10:05" };
    return {
      ...span,
      ...of,
      meeting,
      item,
      id,
      person,
      deputyFor: person,
      expectedVersion: 1,
    };
  }

  /** Something that is followed after a meeting, to which a verb can be done. */
  async function followedFor(mutation: string): Promise<Samples> {
    const of = await partFor("recordContribution");
    const { item, day, on } = of;
    const through = await fresh("open");
    const samples = {
      ...of,
      through,
      due: day,
      reviewOn: "2099-01-01",
      how: "By hand",
      where: "A letter",
    };
    if (nounOf.get(mutation) === "Undertaking") {
      const speakers = [{ name: "Sam" }];
      const said = { item, text: "Sam offered to count.", speakers, on };
      const contribution = await act("recordContribution", said);
      if (mutation === "recordUndertaking") return { ...samples, contribution };
      const id = await act("recordUndertaking", { contribution, text: "To count", on });
      return { ...samples, id };
    }
    const decision = await act("recordDecision", { item, text: "Kerbs come first.", on });
    if (mutation === "registerDecision") return { ...samples, decision };
    return { ...samples, id: await act("registerDecision", { decision, on }) };
  }

  /** A post, somebody who holds it, or the place of an organisation, to which a verb can be done; null for other verbs. */
  async function postFor(mutation: string): Promise<Samples | null> {
    const group = idOf(pavements.group);
    const title = "Keeper of kerbs";
    const [organisation, parent] = await Promise.all([freshBody(), freshBody()]);
    const samples = { title, organisation, parent, places: 2, from: "2026", to: "2027" };
    if (mutation === "createPost") return samples;
    if (mutation === "placeOrganisation") return samples;
    if (mutation === "endOrganisationPlace")
      return { ...samples, id: await act("placeOrganisation", { group, organisation, parent }) };
    const person = await freshPerson();
    if (/Deputy/u.test(mutation)) return { ...samples, ...(await deputyFor(mutation, person)) };
    if (/Seat$|nominate/u.test(mutation))
      return { ...samples, ...(await seatFor(mutation, person)) };
    if (!/Post|Holder|ExOfficio/u.test(mutation)) return null;
    const post = await act("createPost", { group, title });
    if (mutation.endsWith("Post")) return { ...samples, id: post };
    if (mutation.endsWith("PostHolding"))
      return { ...samples, id: await act("appointHolder", { post, person, from: "2020" }) };
    return { ...samples, post, person };
  }

  /** A seat, or a membership of one, to which a verb can be done. */
  async function seatFor(mutation: string, person: string): Promise<Samples> {
    const seat = await act("createSeat", { group: idOf(pavements.group), name: "Residents" });
    const samples = { seat, id: seat, person, alternate: person, termMonths: 24 };
    if (mutation !== "nominate") return samples;
    const id = await act("fillSeat", { seat, role: "OBSERVER", from: "2020" });
    return { ...samples, id };
  }

  /** A membership, or the nomination of a deputy in whose place somebody comes, to which a verb can be done. */
  async function deputyFor(mutation: string, person: string): Promise<Samples> {
    const group = idOf(pavements.group);
    const member = { group, person: await freshPerson(), from: "2020" };
    const membership = await act("addMember", member);
    const post = await act("createPost", { group, title: "Keeper of kerbs" });
    const samples = { membership, post, person, notStated: true };
    if (mutation === "nominateDeputy") return samples;
    return {
      ...samples,
      id: await act("nominateDeputy", { membership, person, on: "2026-03-01" }),
    };
  }

  /** A fact to which nobody has answered, of something that the record does not have. */
  async function freshFact(): Promise<string> {
    const id = surroundings.newId();
    await sql`insert into documents.fact (id, version, document_id, group_id, meeting_id, access, kind, status,
        subject_type, subject_id, place, record)
      select ${id}, 0, document_id, group_id, meeting_id, access, kind, 'stands', subject_type, ${id}, place,
        record || jsonb_build_object('id', ${id}::text, 'version', 0, 'status', 'stands',
          'subject', jsonb_build_object('type', subject_type, 'id', ${id}::text))
      from documents.fact where kind = 'contribution' and version = 0 limit 1`.execute(db);
    return `Fact:${id}`;
  }

  /** What is right in each place of a mutation's input; what a verb uses up is made for it. */
  async function samplesFor(mutation: string): Promise<Samples> {
    const { group, neighbours, item, person, organisation, commitment, document } = pavements;
    const [raisedAt, later] = pavements.meetings.map(idOf);
    const samples = {
      meeting: raisedAt,
      agreedIn: later,
      byMeeting: later,
      item: idOf(item),
      person: idOf(person),
      organisation: idOf(organisation),
      group: idOf(group),
      to: idOf(neighbours),
      target: idOf(commitment),
      evidence: idOf(document),
      on: "2026-04-15",
      from: "2026-04-15",
      date: "2026-12",
      duration: "P14D",
      reviewEvery: "P3M",
      kind: "task",
      text: "To be done",
      reason: "As agreed",
      note: "As said",
      override: "As seen",
      unit: "crossings",
      value: "1",
      qualitative: "most of them",
      asWritten: "soon",
      name: "Sam",
      label: "Members",
      idempotencyKey: surroundings.newId(),
      zone: "Europe/London",
      position: "Keeper of kerbs",
      profile: "NAMED",
      local: `2026-01-01T10:00`,
      day: "2026-01-01",
      until: "2026-01-01",
      at: "10:05",
      title: "A meeting",
      heading: "Kerbs",
      change: "A gull",
      number: "3a",
      deputyForName: "The harbour master",
      verbatim: true,
      location: "Town Hall",
      tentative: true,
      attendanceNotStated: true,
      // Members own each action already; others are new to it.
      selector: mutation === "reassignAction" ? "OFFICIALS" : "MEMBERS",
      ownerNotStated: false,
    };
    if (mutation === "agreeActionLog") {
      const taken = { meeting: raisedAt, on: "2026-03-10" };
      const { id } = await desk.act("secretariat", "takeActionLog", taken);
      return { ...samples, meeting: later, id };
    }
    if (mutation.endsWith("TermsOfReference")) {
      // What was agreed for the last of all days leaves no room.
      await sql`delete from groups.terms_of_reference`.execute(db);
      const words = { purpose: "To mend kerbs", appointedBy: "The council", group: idOf(group) };
      const { id } = await desk.act("secretariat", "draftTermsOfReference", {
        group: words.group,
        purpose: words.purpose,
        on: "2026-03-01",
      });
      return { ...samples, ...words, id, meeting: later, reviewOn: "2027-01-01" };
    }
    if (mutation === "setGroupZone" || mutation === "replaceGroup") {
      await sql`update groups.group set replaced = null`.execute(db);
      const { version: expectedVersion } = await db
        .selectFrom("groups.group")
        .select("version")
        .where("id", "=", group.id)
        .executeTakeFirstOrThrow();
      return { ...samples, id: idOf(group), successors: idOf(neighbours), expectedVersion };
    }
    if (/merge/iu.test(mutation) && nounOf.get(mutation) === "Person") {
      const known = async () => {
        const year = String(1900 + (years += 1));
        const member = { group: idOf(group), person: await freshPerson(), from: year, to: year };
        await act("addMember", member);
        return member.person;
      };
      const [one, duplicate] = [await known(), await known()];
      if (mutation === "mergePersons") return { ...samples, id: one, duplicate };
      await act("mergePersons", { id: one, duplicate, on: "2026-03-01" });
      return { ...samples, id: duplicate, expectedVersion: 2 };
    }
    if (mutation === "erasePerson")
      return {
        ...samples,
        texts: "the kerb poet",
        id: await newPerson(db, `Ny Leaver${(years += 1)}`),
      };
    if (nounOf.get(mutation) === "Person") {
      const { version: expectedVersion } = await db
        .selectFrom("groups.person")
        .select("version")
        .where("id", "=", person.id)
        .executeTakeFirstOrThrow();
      const names = { givenName: "Sam", familyName: "Okoro", to: "2027" };
      const letters = { honorificPrefix: "Dr", honorificSuffix: "MSP" };
      return { ...samples, ...names, ...letters, id: idOf(person), expectedVersion };
    }
    if (mutation === "addMember")
      return { ...samples, person: await freshPerson(), to: "2027", role: "MEMBER" };
    if (["changeRole", "dateMembership", "endMembership"].includes(mutation)) {
      const { id } = await desk.act("secretariat", "addMember", {
        group: idOf(group),
        person: await freshPerson(),
        from: "2020",
      });
      return { ...samples, id, role: "OBSERVER", from: "2019", to: "2029" };
    }
    if (nounOf.get(mutation) === "Fact")
      return { ...samples, id: await freshFact(), expectedVersion: 0 };
    const posted = await postFor(mutation);
    if (posted !== null) return { ...samples, ...posted };
    if (ofMinutes.includes(mutation)) return { ...samples, ...(await minutesFor(mutation)) };
    if (["RegisteredDecision", "Undertaking"].includes(nounOf.get(mutation) ?? ""))
      return { ...samples, ...(await followedFor(mutation)) };
    if (ofRecords.includes(mutation)) return { ...samples, ...(await partFor(mutation)) };
    if (mutation.endsWith("Meeting") || mutation === "issueAgenda")
      return { ...samples, ...(await meetingFor(mutation)) };
    if (mutation === "reviewAction") samples.meeting = later;
    if (mutation === "raiseAction") return { ...samples, dependsOn: await fresh("open") };
    const noun = nounOf.get(mutation) ?? "";
    if (promises.includes(noun)) return { ...samples, ...(await promised(noun, mutation)) };
    const move = moveNames(actionMoves).find((name) => mutation === actionVerbs[name].mutation);
    if (move === undefined) return samples;
    const [status = "open"] = actionMoves[move].from;
    return {
      ...samples,
      id: await fresh(move === "close" ? "done" : status),
      ...(move === "addDependency" ? { after: await fresh("open") } : {}),
      ...(move === "merge" ? { duplicates: await fresh("open") } : {}),
      ...(move === "supersede" ? { successors: await fresh("open") } : {}),
    };
  }

  /** Sends one value in one place, with the rest as it should be. */
  function send({ name, args }: Field, { path }: Leaf, value: unknown, samples: Samples) {
    const type = inputOf(args);
    const beside: Record<string, object> = {
      raiseAction: { owners: [{ agent: { name: "Sam" } }] },
      closeAction: { agreedIn: samples["agreedIn"] },
      endMeeting: { attendanceNotStated: true },
      repeatMeeting: { rule: "FREQ=DAILY" },
      publishMinutes: { asDraft: true },
      reviseReportStatement: { kind: "RISK" },
      confirmFinding: { finding: 1 },
      recordAttendance: { name: "Sam", capacity: "DEPUTY" },
      correctAttendance: { capacity: "DEPUTY" },
      recordArrival: { at: "10:05" },
      recordDeparture: { at: "10:05" },
      takeChair: { name: "Sam" },
      numberMeeting: { reason: "As counted" },
      ...Object.fromEntries(
        ["schedule", "postpone", "reschedule"].map((verb) => [
          `${verb}Meeting`,
          { starts: { local: samples["local"] } },
        ]),
      ),
      reviseTarget: { asks: { qualitative: "More" } },
    };
    const given: unknown = filled(type, "input", samples, { path, value });
    const query = `mutation ($input: ${String(type)}) { done: ${name}(input: $input) {
      __typename ... on Node { id } ... on Refusal { code message } } }`;
    const caller = name === "erasePerson" ? "administrator" : "secretariat";
    return desk.send(caller, query, { input: { ...beside[name], ...Object(given) } });
  }

  /** The texts of whatever the last change wrote. */
  const lastWritten = async () => {
    const { rows } = await sql`select after from database.journal
      where recorded_at = (select max(recorded_at) from database.journal)`.execute(db);
    return textsIn(rows);
  };

  /** The texts of a node, as a query gives them. */
  async function textsOf(id: unknown) {
    const query = `query ($id: ID!) { node(id: $id) ${selectionOfNode(String(id))} }`;
    const { data, errors } = await desk.send("secretariat", query, { id });
    expect(errors).toBeUndefined();
    return textsIn(data);
  }

  /** What became of a text: whether it was written, and what is wrong with that, if anything is. */
  async function outcome(field: Field, leaf: Leaf, text: string, samples: Samples) {
    const answer = await send(field, leaf, text, samples);
    const done = answer.data?.["done"];
    if (done === undefined || done === null) {
      const codes = answer.errors?.map((error) => Object(error).extensions?.code) ?? [];
      const isRefused = codes.length > 0 && codes.every(isCode);
      // A refusal that repeats what was sent would be as long.
      const isShort = JSON.stringify(answer).length < 1_000;
      return { isDone: false, fault: isRefused && isShort ? null : answer };
    }
    if ("code" in done) return { isDone: false, fault: isCode(done["code"]) ? null : answer };
    if (finds(leaf)) return { isDone: true, fault: null };
    if (leaf.path[0] === "idempotencyKey") {
      const again = await send(field, leaf, text, samples);
      return { isDone: true, fault: isDeepStrictEqual(again, answer) ? null : { answer, again } };
    }
    const isKept = (texts: string[]) => texts.includes(text) || texts.includes(text.trim());
    const isShown = text === everySign && isShownBy(nameOf(field, leaf));
    const isInJournal = !isShown && isKept(await lastWritten());
    const kept = isInJournal || isKept(await textsOf(done["id"]));
    return { isDone: true, fault: kept ? null : { lost: done } };
  }

  test.each(mutations)("every text in $name is kept as it is, or refused", async (field) => {
    for (const leaf of leavesOf(inputOf(field.args))) {
      const where = nameOf(field, leaf);
      let samples = await samplesFor(field.name);
      const sample = sampleOf(leaf.type, leaf.path.at(-1) ?? "", samples);
      const right = await send(field, leaf, sample, samples);
      const isDone = right.data?.["done"]?.["id"] !== undefined;
      expect({ where, isDone, right }).toMatchObject({ isDone: !refusedAnyway.includes(where) });
      samples = await samplesFor(field.name);
      for (const text of hostileTo(leaf.type.name, sample)) {
        const { isDone, fault } = await outcome(field, leaf, text, samples);
        const said = `${where}: ${JSON.stringify(text.slice(0, 60))}`;
        expect.soft(fault, said).toBeNull();
        expect.soft(isDone && text.length > 10_000, said).toBe(false);
        if (isDone) samples = await samplesFor(field.name);
      }
    }
  });

  test.each([
    { what: "signs", key: String.raw`'"\' $1; -- {"a":[1]} é`, code: undefined },
    { what: "200 letters", key: long(200), code: undefined },
    { what: "201 letters", key: long(201), code: "INVALID_INPUT" },
    { what: "8,000 letters", key: long(8_000), code: "INVALID_INPUT" },
    { what: "nothing", key: "", code: "INVALID_INPUT" },
  ])(
    "a key of $what in the header is the same request twice, or refused",
    async ({ key, code }) => {
      const headers = { "idempotency-key": key };
      const id = await fresh("open");
      const [one, two] = [
        await desk.act("secretariat", "startAction", { id }, headers),
        await desk.act("secretariat", "startAction", { id }, headers),
      ];
      expect(one["code"] ?? undefined).toBe(code);
      expect(two).toEqual(one);
    },
  );

  test("afterwards every table is there, and the journal is whole", async () => {
    expect(await tablesThere()).toEqual(tables);
    const journalled = [
      { type: "Action", table: "actions.action" },
      { type: "ActionLogSnapshot", table: "actions.log_snapshot" },
    ];
    expect(await verifyJournal(db, journalled)).toEqual([]);
  });
}, "gateway");

/** The one argument of a mutation. */
function inputOf([arg, ...others]: Field["args"]): GraphQLInputType {
  if (arg === undefined || others.length > 0) throw new Error("A mutation takes one input.");
  return arg.type;
}

/** All that a node of the type that an id names has to say. */
function selectionOfNode(id: string): string {
  const type = schema.getType(id.split(":")[0] ?? "");
  if (!isObjectType(type)) throw new Error(`${id} is no id.`);
  // What an action gave way to may hold texts that it was told.
  const successors = "... on Action { successors { text due { text } owners { name } } }";
  return `{ ... on ${type.name} ${selectionOf(schema, type, 4)} ${successors} }`;
}
