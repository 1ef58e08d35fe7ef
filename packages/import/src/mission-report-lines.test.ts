import type { Db } from "@remit/database";
import { onEachDatabase } from "@remit/database/testing";
import { lampsReport } from "@remit/documents/testing";
import { surroundings } from "@remit/gateway";
import { giveTokens, openDesk } from "@remit/gateway/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument } from "./import.ts";
import { lampsMinutes, lampsMission } from "./testing/lamps.ts";

// A report is read line by line: what each line says comes back out of the graph, as the keepers of the mission see it.

interface Finding {
  readonly kind: string;
  readonly subject: string | null;
}
interface Statement {
  readonly text: string;
  readonly kind: string;
  readonly findings: readonly Finding[];
}
interface Mission {
  readonly reports: readonly [{ readonly statements: readonly Statement[] }];
}

const selection = `title announcedOn statement
  reports { title series ordinal status contact covers { start end } foreword { by { name kind } text }
    statements { kind text about { label }
      findings { kind subject value unit hedge direction by among funding additional confidence } } }`;

const report = ({ reports: [only] }: Mission) => only;
/** The statement that begins so, with what was found in it. */
const says = (start: string) => (mission: Mission) =>
  report(mission).statements.filter(({ text }) => text.startsWith(start));
const finds =
  (start: string, ...kinds: readonly string[]) =>
  (mission: Mission) =>
    says(start)(mission).flatMap(({ findings }) =>
      findings.filter(({ kind }) => kinds.includes(kind)),
    );
const subjects =
  (start: string, ...kinds: readonly string[]) =>
  (mission: Mission) =>
    finds(start, ...kinds)(mission).map(({ subject }) => subject);

const lines: readonly {
  readonly line: string;
  readonly tells: string;
  readonly read: (mission: Mission) => unknown;
  readonly as: object;
}[] = [
  {
    line: "title",
    tells: "the report, its series and its mission",
    read: (mission) => ({ mission, report: report(mission) }),
    as: {
      mission: { title: "Light in every street" },
      report: { title: "Light in Every Street: annual report 2025 to 2026", series: "annual" },
    },
  },
  {
    line: "summary",
    tells: "the time that it covers, from a month to a day, in more than a year",
    read: report,
    as: { covers: { start: "2025-03", end: "2026-03-31" } },
  },
  {
    line: "foreword",
    tells: "whoever signs it, who is the person of the minutes",
    read: report,
    as: { foreword: { by: { kind: "PERSON", name: "Ada Quill" } } },
  },
  {
    line: "emergency",
    tells: "the circumstance that has to be met",
    read: subjects("In recognition of this road", "CIRCUMSTANCE"),
    as: ["road safety emergency"],
  },
  {
    line: "announcement",
    tells: "the words of whoever announced the mission",
    read: says("In recognition of this road"),
    as: [{ text: expect.stringContaining("the Lamps Board in May 2024 announced a new mission") }],
  },
  {
    line: "core element",
    tells: "what the mission wants to come about",
    read: finds("A core element", "OUTCOME"),
    as: [{ subject: "light the way to every door", confidence: 0.7 }],
  },
  {
    line: "money",
    tells: "how much is promised, how firmly, on top of what was there, and for which time",
    read: finds("The council committed", "MONEY"),
    as: [
      {
        value: "1200000",
        unit: "GBP",
        funding: "COMMITTED",
        additional: true,
        by: "over the lifetime of this council",
      },
    ],
  },
  {
    line: "appointment",
    tells: "an achievement",
    read: says("I was appointed"),
    as: [{ kind: "ACHIEVEMENT" }],
  },
  {
    line: "which report it is",
    tells: "its number in the series",
    read: report,
    as: { ordinal: 2 },
  },
  {
    line: "the promises of a year",
    tells: "the time that they are for",
    read: finds("This is the second", "PERIOD"),
    as: [{ by: "year two" }],
  },
  {
    line: "reports to come",
    tells: "a new promise",
    read: says("We intend to publish"),
    as: [{ kind: "NEW_COMMITMENT" }],
  },
  {
    line: "breadth",
    tells: "a statement of its own",
    read: says("It shows the breadth"),
    as: [{ kind: "CONTEXT", findings: [] }],
  },
  {
    line: "more of a thing",
    tells: "progress with a commitment",
    read: says("the replacement of lamps"),
    as: [{ kind: "PROGRESS" }],
  },
  {
    line: "a number with a hedge",
    tells: "that it is more",
    read: finds("more money for crews", "QUANTITY"),
    as: [{ value: "90", unit: "streets", hedge: "MORE_THAN" }],
  },
  {
    line: "standards begun with",
    tells: "progress without a number",
    read: says("crews have started"),
    as: [{ kind: "PROGRESS", findings: [] }],
  },
  {
    line: "a target without a number",
    tells: "the target and no number",
    read: finds("the setting of a new", "TARGET"),
    as: [{ value: null, unit: null }],
  },
  {
    line: "ground work",
    tells: "what is being prepared",
    read: subjects("the laying of ground work", "DELIVERABLE"),
    as: ["Night Ferries", "Lit Steps"],
  },
  {
    line: "campaigns",
    tells: "both, in their order",
    read: (mission) => [
      ...subjects("We also launched", "DELIVERABLE")(mission),
      ...subjects("This followed", "DELIVERABLE")(mission),
    ],
    as: ["the Dark Lanes campaign", "the Mind the Step campaign"],
  },
  {
    line: "voices",
    tells: "the priority, the body and the part that people have in both",
    read: (mission) => [
      ...finds("Our continued commitment", "INVOLVEMENT")(mission),
      ...finds("The Night Walks Panel was", "DELIVERABLE", "INVOLVEMENT")(mission),
    ],
    as: [
      { kind: "INVOLVEMENT" },
      { kind: "DELIVERABLE", subject: "The Night Walks Panel" },
      { kind: "INVOLVEMENT" },
    ],
  },
  {
    line: "trends",
    tells: "the body that advised, and which figures grow among whom",
    read: finds("Our work was supported", "GROUP", "TREND"),
    as: [
      { kind: "GROUP", subject: "Harbour Watch" },
      { kind: "TREND", direction: "INCREASE", subject: "falls", among: "walkers" },
      { kind: "TREND", direction: "INCREASE", subject: "dark lanes", among: null },
    ],
  },
  {
    line: "other missions",
    tells: "the three that help",
    read: subjects("The aims of our mission", "LINK"),
    as: ["Safer Crossings", "Warm Halls", "The Plan for the Quay"],
  },
  {
    line: "next year",
    tells: "a promise, and its time",
    read: says("For the next year"),
    as: [{ kind: "NEW_COMMITMENT", findings: [{ by: "the next year, 2026-27" }] }],
  },
  {
    line: "the first of several promises",
    tells: "a promise of its own",
    read: says("In the coming year we will"),
    as: [{ kind: "NEW_COMMITMENT", text: "In the coming year we will replace the oldest lamps" }],
  },
  {
    line: "a promise through a group",
    tells: "the promise and the group",
    read: says("train the crews"),
    as: [{ kind: "NEW_COMMITMENT", findings: [{ subject: "a lamp crews group" }] }],
  },
  {
    line: "a promise without a number",
    tells: "a promise of its own",
    read: says("increase our work"),
    as: [{ kind: "NEW_COMMITMENT", findings: [] }],
  },
  {
    line: "a charter begun",
    tells: "the charter, and that work goes on",
    read: says("The Night Walks Panel has begun"),
    as: [
      { kind: "PROGRESS", findings: [{ kind: "DELIVERABLE", subject: "the Charter of Light" }] },
    ],
  },
  {
    line: "partners",
    tells: "a promise of a way to work",
    read: says("We will continue to work with"),
    as: [{ kind: "NEW_COMMITMENT" }],
  },
  {
    line: "a report that is answered",
    tells: "the report, whose it is, both plans and the fields that they lead to",
    read: finds("In response to", "RECOMMENDATION", "GROUP", "DELIVERABLE", "LINK"),
    as: [
      { kind: "RECOMMENDATION", subject: "the Night Walks Panel report" },
      { kind: "GROUP", subject: "Night Walks Panel" },
      { kind: "DELIVERABLE", subject: "a repair plan" },
      { kind: "DELIVERABLE", subject: "a lanes plan" },
      { kind: "LINK", subject: "transport" },
      { kind: "LINK", subject: "housing" },
    ],
  },
  {
    line: "two targets",
    tells: "by how much each is to grow, by when, and the commitment that they are of",
    read: says("We continue to work towards"),
    as: [
      {
        about: [{ label: "back-lanes" }],
        findings: [
          { value: "200", unit: "%", direction: "INCREASE", by: "by the end of this council" },
          { value: "40", unit: "%", direction: "INCREASE", by: "by the end of this council" },
        ],
      },
    ],
  },
  {
    line: "pressures",
    tells: "the three circumstances",
    read: subjects("The next year will be hard", "CIRCUMSTANCE"),
    as: ["dear copper", "long frost", "winter storms"],
  },
  {
    line: "resolve",
    tells: "a statement of its own",
    read: says("We must remain alert"),
    as: [{ kind: "CONTEXT" }],
  },
  { line: "contact", tells: "a mailbox", read: report, as: { contact: "lamps@mirebank.example" } },
  {
    line: "what a site adds",
    tells: "nothing",
    read: (mission) =>
      report(mission).statements.filter(({ text }) => /Information|Back to top/u.test(text)),
    as: [],
  },
];

onEachDatabase((open) => {
  let db: Db;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let mission: Mission;
  beforeAll(async () => {
    ({ db } = open());
    desk = await openDesk(db);
    const take = (text: string, name: string) =>
      importDocument(db, { name, bytes: new TextEncoder().encode(text) }, {}, surroundings);
    await take(lampsMinutes, "minutes.txt");
    const group = await db.selectFrom("groups.group").select("id").executeTakeFirstOrThrow();
    await giveTokens(db, { keeper: { role: "secretariat", group: group.id } });
    await take(JSON.stringify(lampsMission), "lamps.json");
    await take(lampsReport, "report.txt");
    const { data } = await desk.send("keeper", `{ mission(by: {slug: "lamps"}) { ${selection} } }`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the graph answers, looked at by each test
    mission = data["mission"] as unknown as Mission;
  });
  afterAll(() => desk.close());

  test.each(lines)("$line: $tells", ({ read, as }) => {
    expect(read(mission)).toMatchObject(as);
  });
}, "gateway");
