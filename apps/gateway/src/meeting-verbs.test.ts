import { type Db, entriesOf } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { surroundings, verified } from "@remit/gateway";
import { everyRow } from "@remit/gateway/testing";
import { importDocument } from "@remit/import";
import { april } from "@remit/import/testing";
import { type Harbourside, openHarbourside } from "./testing/harbourside.ts";

const hashes = (each: readonly { readonly contentHash: string }[]) =>
  each.map(({ contentHash }) => contentHash);

const whole = `query ($id: ID!) { node(id: $id) { ... on Meeting { slug title heldOn startsAt local zone status version
  opened { on at by { name } } ended { at } cancelled { reason } closed { on } reopenings { reason }
  postponements { heldOn reason by { name } } moves { move allowed code needs }
  history { nodes { verb version by subject { ... on Meeting { slug } } } } } } }`;

onEachDatabase((open) => {
  let db: Db;
  let town: Harbourside;
  let group = "";
  beforeAll(async () => {
    ({ db } = open());
    town = await openHarbourside(db);
    group = `Group:${town.group}`;
  });
  afterAll(() => town.close());

  const read = async (caller: string, query: string, variables: object) => {
    const { data, errors } = await town.send(caller, query, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const act = (verb: string, input: object, caller = "secretariat") =>
    town.act(caller, `${verb}Meeting`, input);
  const schedule = async (local: string, rest: object = {}) => {
    const made = await act("schedule", { group, starts: { local }, ...rest });
    expect(made).toMatchObject({ __typename: "Meeting", version: 1 });
    return String(made["id"]);
  };
  const made = async (verb: string, input: object) => {
    const answer = await town.act("secretariat", verb, input);
    expect(answer).toMatchObject({ version: 1 });
    return String(answer["id"]);
  };
  const next = async () =>
    (
      await read(
        "anybody",
        `query ($id: ID!) { group(by: {id: $id}) { nextMeeting { on local zone text meeting { id } } } }`,
        { id: group },
      )
    )["group"]?.["nextMeeting"];
  const verbs = async (id: string) =>
    (await entriesOf(db, { type: "Meeting", id: id.slice("Meeting:".length) })).map(
      ({ verb, version }) => `${version} ${verb}`,
    );

  test("INV-A11 a meeting is scheduled, put off and set anew, and what is due by it follows", async () => {
    // The minutes of April are recorded, and announce no meeting.
    expect(await next()).toBeNull();
    const id = await schedule("2099-06-10T10:00");
    expect(await next()).toMatchObject({
      on: "2099-06-10",
      zone: "Europe/London",
      meeting: { id },
    });
    const due = await town.raise("Sam to bring the map", { due: { byMeeting: id } });
    const dueOf = async () => {
      const query = `query ($id: ID!) { action(by: {id: $id}) { version due { on } history { nodes { verb } } } }`;
      return (await read("anybody", query, { id: due }))["action"];
    };
    expect(await dueOf()).toMatchObject({ version: 1, due: { on: "2099-06-10" } });
    expect(await act("postpone", { id, reason: "Snow" })).toMatchObject({ status: "POSTPONED" });
    expect(await next()).toBeNull();
    const starts = { local: "2099-06-17T10:00" };
    expect(await act("reschedule", { id, starts }, "chair")).toMatchObject({ status: "SCHEDULED" });
    expect(await next()).toMatchObject({ local: "2099-06-17T10:00", meeting: { id } });
    expect(await dueOf()).toMatchObject({
      version: 3,
      due: { on: "2099-06-17" },
      history: {
        nodes: [{ verb: "raiseAction" }, { verb: "followMeeting" }, { verb: "followMeeting" }],
      },
    });
    expect((await read("anybody", whole, { id }))["node"]).toMatchObject({
      slug: "harbourside-pavements-working-group-2099-06-10",
      startsAt: "2099-06-17T09:00:00Z",
      postponements: [{ heldOn: "2099-06-10", reason: "Snow", by: { name: "secretariat" } }],
      history: {
        nodes: [
          { verb: "scheduleMeeting", version: 1, by: "secretariat" },
          { verb: "postponeMeeting", version: 2 },
          { verb: "rescheduleMeeting", version: 3, by: "chair" },
        ],
      },
      moves: expect.arrayContaining([
        { move: "rescheduleMeeting", allowed: false, code: "NOT_PERMITTED", needs: [] },
      ]),
    });
    expect(await act("cancel", { id, reason: "The hall burnt down" })).toMatchObject({
      status: "CANCELLED",
    });
    expect(await next()).toBeNull();
    expect((await verified(db)).problems).toEqual([]);
  });

  test("a meeting is opened, ended, closed and opened again, and `moves` tells what is next", async () => {
    const id = await schedule("2026-05-12T10:00", { location: "Town Hall" });
    expect(await act("open", { id, on: "2026-05-11" })).toMatchObject({ code: "BEFORE_FIRST" });
    expect(await act("open", { id, on: "2026-05-12", at: "10:05" })).toMatchObject({
      status: "IN_SESSION",
    });
    expect(await act("end", { id, on: "2026-05-12" })).toMatchObject({
      code: "ATTENDANCE_MISSING",
    });
    const ended = { id, on: "2026-05-12", at: "12:00", attendanceNotStated: true };
    expect(await act("end", ended)).toMatchObject({ status: "HELD" });
    expect(await act("close", { id })).toMatchObject({ code: "MTG_MINUTES_NOT_AGREED" });
    const later = await schedule("2026-05-19T10:00");
    const minutes = await made("circulateMinutes", { meeting: id });
    const agreeing = { id: minutes, meeting: later };
    expect(await town.act("secretariat", "agreeMinutes", agreeing)).toMatchObject({
      code: "INV-M19",
    });
    await act("end", { id: later, on: "2026-05-19", attendanceNotStated: true });
    expect(await town.act("secretariat", "agreeMinutes", agreeing)).toMatchObject({
      status: "AGREED",
    });
    expect(await town.act("secretariat", "agreeMinutes", agreeing)).toMatchObject({
      code: "MOVE_REFUSED",
    });
    expect(await act("close", { id })).toMatchObject({ status: "CLOSED", version: 4 });
    expect(await act("cancel", { id, reason: "x" })).toMatchObject({ code: "MOVE_REFUSED" });
    const node = (await read("secretariat", whole, { id }))["node"];
    expect(node).toMatchObject({
      opened: { on: "2026-05-12", at: "10:05", by: { name: "secretariat" } },
      ended: { at: "12:00" },
    });
    expect(Object(node?.["moves"]).filter((each: { allowed: boolean }) => each.allowed)).toEqual([
      { move: "reopenMeeting", allowed: true, code: null, needs: ["reason"] },
    ]);
    expect(await act("reopen", { id, reason: "A name was wrong" })).toMatchObject({
      status: "HELD",
    });
  });

  test("two meetings of one day stand beside each other, and minutes find theirs", async () => {
    const early = await schedule("2026-07-07T10:00");
    const late = await schedule("2026-07-07T16:00");
    expect(await act("schedule", { group, starts: { local: "2026-07-07T16:00" } })).toMatchObject({
      code: "MEETING_THERE",
      path: ["starts"],
    });
    const minutes = april.replaceAll("14 April", "7 July").replaceAll("April 2026", "July 2026");
    const take = (text: string) =>
      importDocument(
        db,
        { name: "july.txt", bytes: new TextEncoder().encode(text) },
        {},
        surroundings,
      );
    await expect(take(minutes)).rejects.toMatchObject({ code: "SEVERAL_MEETINGS" });
    await take(minutes.replace("Attendees and", "Time: 16:00\n\nAttendees and"));
    expect(await verbs(late)).toEqual(["1 scheduleMeeting", "2 import"]);
    expect(await verbs(early)).toEqual(["1 scheduleMeeting"]);
    expect((await read("anybody", whole, { id: late }))["node"]).toMatchObject({
      status: "HELD",
      version: 2,
    });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("INV-M28 what was announced stays, and leads to the meeting that it came to be", async () => {
    const notice = `query ($id: ID!) { node(id: $id) { ... on Meeting { nextMeeting { on text became { heldOn } } } } }`;
    const march = await town.meetingOn("2026-03-10");
    expect((await read("anybody", notice, { id: march }))["node"]).toMatchObject({
      nextMeeting: { on: "2026-04-14", became: { heldOn: "2026-04-14" } },
    });
  });

  const record = `query ($id: ID!, $item: ID!) { node(id: $id) { ... on Meeting {
      agendas { number items { heading place } }
      items { heading outcome draft contributions { text speakers { name person { name } } } decisions { text } }
      papers { number title item { heading } }
      attendance { name status mode capacity deputisingFor principal { name } }
      attendanceCount } }
    node2: node(id: $item) { id }
    search(text: "gull") { totalCount nodes { text } } }`;

  test("a record is drafted by its keepers, and is there for nobody else", async () => {
    const id = await schedule("2026-08-04T10:00");
    const heading = "Kerbs";
    const item = await made("addItem", { meeting: id, heading, number: "1" });
    const paper = { meeting: id, title: "A count of kerbs", item };
    await made("addPaper", paper);
    expect(await town.act("secretariat", "addPaper", { ...paper, number: "1" })).toMatchObject({
      code: "INV-M16",
    });
    const seen = async (caller: string) => await read(caller, record, { id, item });
    expect((await seen("member"))["node"]).toMatchObject({ agendas: [], items: [], papers: [] });
    expect((await seen("member"))["node2"]).toBeNull();
    expect(await town.act("secretariat", "issueAgenda", { id })).toMatchObject({ version: 2 });
    for (const caller of ["anybody", "member"])
      expect((await seen(caller))["node"]).toMatchObject({
        agendas: [{ number: 1, items: [{ heading, place: 1 }] }],
        items: [{ heading, outcome: "NOT_STATED", draft: false }],
        papers: [{ number: "1", title: "A count of kerbs", item: { heading } }],
      });

    const on = "2026-08-04";
    await act("open", { id, on });
    expect(await town.act("secretariat", "addPaper", paper)).toMatchObject({
      code: "AGENDA_FROZEN",
    });
    const { id: robin } = await db
      .selectFrom("groups.person")
      .select("id")
      .where("name", "=", "Robin Vale")
      .executeTakeFirstOrThrow();
    const person = `Person:${robin}`;
    const there = await made("recordAttendance", { meeting: id, person, mode: "REMOTE" });
    expect(
      await town.act("secretariat", "recordAttendance", {
        meeting: id,
        person,
        status: "APOLOGIES",
      }),
    ).toMatchObject({ code: "ATT_CONTRADICTION", path: ["person"] });
    await made("recordAttendance", {
      meeting: id,
      name: "A deputy of the harbour master",
      capacity: "DEPUTY",
      deputyForName: "The harbour master",
    });
    await made("recordContribution", {
      item,
      text: "A gull sat on the kerb.",
      speakers: [{ person }],
    });
    await made("recordDecision", { item, text: "Gulls are welcome." });
    expect(
      await town.act("secretariat", "minuteItem", { id: item, outcome: "AGREED" }),
    ).toMatchObject({ version: 2 });
    await town.act("secretariat", "correctAttendance", { id: there, note: "by video" });

    const text = "A gull sat on the kerb.";
    for (const caller of ["secretariat", "chair"])
      expect(await seen(caller)).toMatchObject({
        node: {
          items: [
            {
              outcome: "AGREED",
              contributions: [
                { text, speakers: [{ name: "Robin Vale", person: { name: "Robin Vale" } }] },
              ],
              decisions: [{ text: "Gulls are welcome." }],
            },
          ],
          attendance: [
            { name: "Robin Vale", status: "PRESENT", mode: "REMOTE", capacity: "MEMBER" },
            { capacity: "DEPUTY", deputisingFor: "The harbour master" },
          ],
          attendanceCount: 2,
        },
        search: { totalCount: 1, nodes: [{ text }] },
      });
    for (const caller of ["anybody", "member", "stranger"])
      expect(await seen(caller)).toMatchObject({
        node: {
          items: [{ outcome: "NOT_STATED", contributions: [], decisions: [] }],
          attendance: [],
          attendanceCount: 0,
        },
        search: { totalCount: 0 },
      });
    // A verb of whoever may not see the draft finds nothing there.
    const missing = "Attendance:01990000-0000-7000-8000-00000000dead";
    expect(await town.act("member", "correctAttendance", { id: there, note: "x" })).toEqual(
      await town.act("member", "correctAttendance", { id: missing, note: "x" }),
    );
    const history = `query ($id: ID!) { node(id: $id) { ... on Item { history { nodes { verb version } } } } }`;
    expect((await read("chair", history, { id: item }))["node"]).toEqual({
      history: {
        nodes: [
          { verb: "addItem", version: 1 },
          { verb: "minuteItem", version: 2 },
        ],
      },
    });
    expect((await read("member", history, { id: item }))["node"]).toEqual({
      history: { nodes: [] },
    });
    expect(await act("end", { id, on })).toMatchObject({ status: "HELD" });
    const other = await made("addItem", { meeting: id, heading: "Any other business" });
    expect(await act("close", { id })).toMatchObject({
      code: "MTG_ITEMS_WITHOUT_OUTCOME",
      message: expect.stringContaining("Any other business"),
    });
    await town.act("secretariat", "minuteItem", { id: other, outcome: "NIL" });
    expect((await verified(db)).problems).toEqual([]);

    const raised = await town.act("secretariat", "raiseAction", {
      meeting: id,
      item,
      text: "Sam to feed the gull",
      owners: [{ agent: { name: "Sam" } }],
    });
    expect(raised).toMatchObject({ status: "DRAFT" });
    const of = `query ($id: ID!, $action: ID!) { node(id: $id) { ... on Meeting {
      items { heading outcome contributions { text } decisions { text } } attendance { name } actions { text status }
      minutes { status version publication { status asDraft } versions { number contentHash } texts { number contentHash content }
        corrections { text status } agreements { meeting { id } } history { nodes { verb } } } } }
      action(by: {id: $action}) { status access history { nodes { verb } } }
      search(text: "gull") { totalCount } }`;
    const out = async (caller: string) => read(caller, of, { id, action: raised["id"] });
    const nothing = { outcome: "NOT_STATED", contributions: [], decisions: [] };
    const hidden = {
      node: { items: [{ heading, ...nothing }], attendance: [], actions: [], minutes: null },
      action: null,
      search: { totalCount: 0 },
    };
    const told = {
      items: [
        { heading, outcome: "AGREED", contributions: [{ text }], decisions: [{}] },
        { heading: "Any other business", outcome: "NIL" },
      ],
      attendance: [{ name: "Robin Vale" }, {}],
      actions: [{ text: "Sam to feed the gull", status: "OPEN" }],
    };
    for (const caller of ["anybody", "member", "stranger"])
      expect(await out(caller)).toMatchObject(hidden);

    const minutes = await made("circulateMinutes", { meeting: id });
    expect(await out("member")).toMatchObject({
      node: { ...told, minutes: { status: "CIRCULATED", publication: { status: "UNPUBLISHED" } } },
      action: { status: "OPEN", access: "GROUP" },
      search: { totalCount: 2 },
    });
    for (const caller of ["anybody", "stranger"]) expect(await out(caller)).toMatchObject(hidden);
    // The draft stays its keepers', also when it has become the group's.
    expect((await read("member", history, { id: item }))["node"]).toEqual({
      history: { nodes: [] },
    });
    for (const [verb, input] of [
      ["recordContribution", { item, text: "Another gull came." }],
      ["minuteItem", { id: item, outcome: "NOTED" }],
    ] as const)
      expect(await town.act("secretariat", verb, input)).toMatchObject({
        code: "MINUTES_CIRCULATED",
      });
    const correction = { id: minutes, text: "It was two gulls." };
    expect(await town.act("stranger", "requestCorrection", correction)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await town.act("member", "requestCorrection", correction)).toMatchObject({ version: 2 });
    const settled = { id: minutes, correction: 1, accept: true };
    expect(await town.act("member", "settleCorrection", settled)).toMatchObject({
      code: "NOT_PERMITTED",
    });
    expect(await town.act("chair", "settleCorrection", settled)).toMatchObject({ version: 3 });
    await made("recordContribution", { item, text: "Another gull came." });
    const again = { id: minutes, change: "A second gull" };
    expect(await town.act("secretariat", "recirculateMinutes", again)).toMatchObject({
      version: 4,
    });
    const later = await schedule("2026-08-11T10:00");
    await act("end", { id: later, on: "2026-08-11", attendanceNotStated: true });
    expect(
      await town.act("secretariat", "agreeMinutes", { id: minutes, meeting: later }),
    ).toMatchObject({ status: "AGREED_WITH_CORRECTIONS" });
    expect(await out("anybody")).toMatchObject(hidden);
    expect(await town.act("secretariat", "publishMinutes", { id: minutes })).toMatchObject({
      version: 6,
    });
    const everybody = await out("anybody");
    expect(everybody).toMatchObject({
      node: {
        ...told,
        items: [
          { contributions: [{ text }, { text: "Another gull came." }] },
          { heading: "Any other business" },
        ],
        minutes: {
          status: "AGREED_WITH_CORRECTIONS",
          publication: { status: "PUBLISHED", asDraft: false },
          corrections: [{ text: "It was two gulls.", status: "APPLIED" }],
          agreements: [{ meeting: { id: later } }],
          // The version before was the group's alone.
          texts: [{ number: 2, content: expect.stringContaining("Another gull") }],
        },
      },
      action: { status: "OPEN", access: "PUBLIC" },
      search: { totalCount: 3 },
    });
    const { versions = [], texts = [] } = Object(everybody["node"]?.["minutes"]);
    expect(hashes(versions.slice(-1))).toEqual(hashes(texts));
    // INV-G12: what was circulated is kept as it was, and read as the viewer may.
    await town.act("chair", "setPublicProfile", { id: person, profile: "ROLE_ONLY" });
    expect(JSON.stringify(everybody)).toContain("Robin Vale");
    expect(JSON.stringify(await out("anybody"))).not.toContain("Robin Vale");
    expect(JSON.stringify(await out("chair"))).toContain("Robin Vale");
    await town.act("chair", "setPublicProfile", { id: person, profile: "NAMED" });
    expect(
      await town.act("secretariat", "withdrawMinutes", { id: minutes, reason: "A name" }),
    ).toMatchObject({ version: 7 });
    expect(await out("anybody")).toMatchObject({ node: { attendance: [] } });
    expect((await verified(db)).problems).toEqual([]);
  });

  test("what a document said is put right by hand, and stays so in the journal when another document comes", async () => {
    const march = await town.meetingOn("2026-03-10");
    const { id: first } = await db
      .selectFrom("meetings.attendance")
      .select("id")
      .where("meeting_id", "=", march.slice("Meeting:".length))
      .where("name", "=", "Ada Quill")
      .executeTakeFirstOrThrow();
    const id = `Attendance:${first}`;
    expect(
      await town.act("secretariat", "correctAttendance", { id, mode: "IN_PERSON" }),
    ).toMatchObject({ version: 1 });
    const text = (await import("@remit/import/testing")).march.replace(
      "half of the",
      "most of the",
    );
    await importDocument(
      db,
      { name: "again.txt", bytes: new TextEncoder().encode(text) },
      { supersede: true },
      surroundings,
    );
    const entries = await entriesOf(db, { type: "Attendance", id: first });
    expect(entries.map(({ verb, version }) => `${version} ${verb}`)).toEqual([
      "1 correctAttendance",
      "2 import",
    ]);
    expect(entries[0]?.before).toMatchObject({ version: 0, mode: "not-stated" });
    expect((await verified(db)).problems).toEqual([]);
  });

  test.each(["anybody", "member", "stranger"])("%s does nothing to a meeting", async (caller) => {
    const id = await town.meetingOn("2026-04-14");
    const before = await everyRow(db);
    for (const [verb, input] of [
      ["schedule", { group, starts: { local: "2099-01-01T10:00" } }],
      ["close", { id }],
    ] as const)
      expect(await act(verb, input, caller)).toMatchObject({ code: "NOT_PERMITTED" });
    expect(await everyRow(db)).toEqual(before);
  });

  test("a meeting that is not for the caller is not there", async () => {
    const id = await schedule("2099-09-01T10:00");
    await db
      .updateTable("meetings.meeting")
      .set({ access: "group" })
      .where("id", "=", id.slice(8))
      .execute();
    const missing = "Meeting:01990000-0000-7000-8000-00000000dead";
    for (const caller of ["anybody", "stranger"])
      expect(await act("cancel", { id, reason: "x" }, caller)).toEqual(
        await act("cancel", { id: missing, reason: "x" }, caller),
      );
  });
}, "gateway");
