import { expect, test } from "vitest";
import { Reading } from "../reading.ts";
import { allotments, broadband, examples, ferries, fires } from "../testing.ts";
import { readMinutes } from "./minutes.ts";

const codes = ({ warnings }: Reading) => warnings.map(({ code }) => code);
const sinclairIn = (text: string) =>
  readMinutes(text).attendance.find(({ name }) => name === "Dr Rob Sinclair");
const owners = ({ actions }: Reading) =>
  actions.map((action) => action.owners.map(({ name }) => name));

test.each(Object.entries(examples))("%s gives a reading of the published shape", (_, text) => {
  expect(Reading.parse(readMinutes(text))).toEqual(readMinutes(text));
});

test("the head of the government's layout", () => {
  expect(readMinutes(allotments)).toMatchObject({
    title: "National Allotments Mission Delivery Board minutes: March 2023",
    group: "National Allotments Mission Delivery Board",
    date: "2023-03-22",
    time: null,
    zone: "Europe/London",
    zoneBasis: "inferred",
    ordinal: 2,
    ordinalText: "second",
    location: null,
    chair: "Kirsten Oakley MSP",
    published: null,
  });
});

test.each([
  "Glenmorar Housing Board: agenda for the meeting of 12 January 2027",
  "Agenda for the meeting of the Glenmorar Housing Board on 12 January 2027",
  "Glenmorar Housing Board agenda: 12 January 2027",
])("the title of an agenda names its group: %s", (title) => {
  const reading = readMinutes(`${title}\n\nAgenda\n\n1. Welcome\n2. Damp\n`);
  expect(reading).toMatchObject({ group: "Glenmorar Housing Board", date: "2027-01-12" });
});

test("INV-M10 lists that lost their heading are inferred, never stated", () => {
  const { attendance, sections } = readMinutes(allotments);
  expect(sections.map(({ heading }) => heading)).toEqual(["Board members", null, null, null]);
  expect(
    attendance.map(({ name, category, categoryBasis }) => [name, category, categoryBasis]),
  ).toEqual([
    ["Kirsten Oakley MSP", "member", "stated"],
    ["Prof Alan Dewar", "member", "stated"],
    ["Tess Munro", "member", "stated"],
    ["Tariq Munro", "member", "stated"],
    ["Dr Rob Sinclair", "guest", "inferred"],
    ["Jim Tweedie MSP", "apologies", "inferred"],
    ["Ada Bruce", "apologies", "inferred"],
    ["Pat Lennox", "official", "inferred"],
    ["Moira Hay", "official", "inferred"],
  ]);
  for (const { categoryBasis, confidence } of attendance) {
    expect(confidence === null).toBe(categoryBasis === "stated");
  }
});

test("inferred apologies are not reported as plainly present", () => {
  const sent = readMinutes(allotments).attendance.filter(
    ({ category }) => category === "apologies",
  );
  expect(sent.map(({ status, statusBasis }) => [status, statusBasis])).toEqual([
    ["apologies", "inferred"],
    ["apologies", "inferred"],
  ]);
});

test("a list out of its usual order is less sure", () => {
  const lists = allotments.split("\n\n\n");
  const moved = [
    lists[0],
    lists[3]?.split("\n\n")[0],
    lists[1],
    lists[2],
    lists[3]?.slice(lists[3].indexOf("\n\nItems")),
  ];
  const before = sinclairIn(allotments);
  const after = sinclairIn(moved.join("\n\n\n"));
  expect(after?.categoryBasis).toBe("inferred");
  expect(after?.confidence ?? 1).toBeLessThan(before?.confidence ?? 0);
});

test("items, with papers taken off their headings", () => {
  const { items, papers } = readMinutes(allotments);
  expect(items.map(({ heading, outcome }) => [heading, outcome])).toEqual([
    ["Welcome and introductions", "discussed"],
    ["Update on soil quality", "discussed"],
    ["Any other business and date of next meeting", "nil"],
  ]);
  expect(papers.map(({ number, title }) => [number, title])).toEqual([
    ["1", "Update on soil quality"],
    ["3", null],
  ]);
});

test("contributions have a kind, a speaker and the sentence that introduces them", () => {
  const { contributions } = readMinutes(allotments).items[1]!;
  expect(
    contributions.map(({ kind, speakers }) => [kind, speakers.map(({ name }) => name)]),
  ).toEqual([
    ["key-point", ["Dr Rob Sinclair"]],
    ["key-point", ["Dr Rob Sinclair"]],
    ["statement", ["Kirsten Oakley MSP"]],
    ["statement", ["Dr Rob Sinclair"]],
    ["question", ["Tess Munro"]],
    ["statement", ["Kirsten Oakley MSP"]],
    ["thanks", [null]],
  ]);
  expect(contributions[0]?.lead?.text).toMatch(
    /^Dr Rob Sinclair presented .* The key points were:$/u,
  );
});

test("inline actions in either spelling of the label, with their owners", () => {
  const reading = readMinutes(allotments);
  expect(reading.actions.map(({ text, contribution }) => [text, contribution])).toEqual([
    ["Members to circulate this letter in their networks, and report back to the Board", 2],
    ["Rob Sinclair and Tess Munro to meet about testing – before the summer", 4],
    ["Board Secretariat to publish the map of plots", null],
  ]);
  expect(
    reading.actions
      .flatMap((action) => action.owners)
      .map(({ name, kind, resolved }) => [name, kind, resolved]),
  ).toEqual([
    ["Members", "collective", null],
    ["Rob Sinclair", "person", "Dr Rob Sinclair"],
    ["Tess Munro", "person", "Tess Munro"],
    ["Board Secretariat", "secretariat", null],
  ]);
});

test("a sentence of intent is no action, and a foot of the page is nothing", () => {
  const reading = readMinutes(allotments);
  expect(JSON.stringify(reading.actions)).not.toContain("keen");
  expect(JSON.stringify(reading)).not.toContain("Back to top");
});

test("INV-M21 the agreement of the minutes and actions of the previous meeting is a decision", () => {
  expect(readMinutes(allotments).decisions).toMatchObject([
    {
      text: "The minutes and actions of the previous meeting were agreed.",
      kind: "agreed",
      agrees: ["previous-minutes", "previous-actions"],
      item: "Welcome and introductions",
    },
  ]);
});

test("INV-M21 the agreement of the minutes alone is kept, and is no decision", () => {
  const { agreements, decisions } = readMinutes(broadband);
  expect(agreements).toMatchObject([
    {
      text: "The minutes of the meeting of 2 December 2020 were approved.",
      agrees: ["previous-minutes"],
      item: "Minutes of last meeting",
    },
  ]);
  expect(decisions.map(({ text }) => text)).toEqual(["the Group will meet every quarter."]);
});

test("deputies who are said to be listed are a note, not people", () => {
  expect(readMinutes(allotments).attendanceNotes).toMatchObject([
    { kind: "deputies-listed", text: "Apologies received and nominated deputies were listed." },
  ]);
});

test("INV-M29 the next meeting has its day, its wall clock and its zone", () => {
  expect(readMinutes(allotments).nextMeeting).toMatchObject({
    date: "2023-06-21",
    time: "10:00",
    zone: "Europe/London",
    location: null,
  });
});

test("what is uncertain is a warning", () => {
  expect(codes(readMinutes(allotments))).toEqual([
    "LIST_WITHOUT_HEADING",
    "LIST_WITHOUT_HEADING",
    "LIST_WITHOUT_HEADING",
    "NAME_AMBIGUOUS",
  ]);
});

test("numbered headings, initials, fields after an action, excused people in a sentence", () => {
  const reading = readMinutes(broadband);
  expect(reading.items.map(({ number, heading }) => [number, heading])).toEqual([
    ["1", "Welcome and apologies"],
    ["2", "Minutes of last meeting"],
    ["3", "Voucher scheme"],
    ["4", "Research"],
    [null, "AOB"],
    [null, "Date of next meeting"],
  ]);
  expect(reading.actions).toMatchObject([
    {
      number: "1",
      text: "FL to circulate the note.",
      due: "19 March 2021",
      owners: [{ resolved: "Fraser Low" }],
    },
    {
      number: "2",
      due: "end of April 2021",
      owners: [{ name: "Highland Connect", kind: "organisation" }, { name: "Telecom Alba" }],
    },
  ]);
  expect(
    reading.attendance.filter(({ category }) => category === "apologies").map(({ name }) => name),
  ).toEqual(["Ken Baird", "Lesley Wark"]);
  expect(reading.attendance.find(({ name }) => name === "Dr Una MacPhail")).toMatchObject({
    category: "guest",
    note: "item 4",
  });
  expect(reading).toMatchObject({
    time: "14:00",
    nextMeeting: { date: "2021-06-02", time: "14:00", location: "Teams" },
  });
  expect(reading.decisions.map(({ text }) => text)).toContain("the Group will meet every quarter.");
  expect(codes(reading)).toContain("PREVIOUS_ACTION");
});

test("Markdown: front matter, tables of people and of actions, labels in bold", () => {
  const reading = readMinutes(fires);
  expect(reading).toMatchObject({
    group: "Moorland Fire Forum",
    date: "2024-05-08",
    chair: "Effie Lamont",
  });
  expect(reading.items.map(({ number, heading }) => [number, heading])).toEqual([
    ["1", "Season review"],
    ["2", "Training"],
    [null, "Next meeting"],
  ]);
  expect(owners(reading)).toEqual([["Gordon Tait"], ["Effie Lamont", "Gordon Tait"]]);
  expect(reading.actions.map(({ number, due, item }) => [number, due, item])).toEqual([
    ["1", "31 May 2024", null],
    ["2", null, null],
  ]);
  expect(reading.items[0]?.contributions[0]?.speakers[0]).toMatchObject({
    mention: "Gordon Tait",
    name: "Gordon Tait",
  });
});

test("metadata in lines, bodies before their people, deputies", () => {
  const reading = readMinutes(ferries);
  expect(reading).toMatchObject({
    date: "2022-06-14",
    published: "2022-08-01",
    location: "Oban",
    chair: "Jenny Galt MSP",
  });
  expect(reading.attendance.map(({ name, role, deputyFor }) => [name, role, deputyFor])).toEqual([
    ["Jenny Galt MSP", "Minister for Transport", null],
    ["Robbie Morrison", "Hebridean Lines", null],
    ["Sheila Kerr", "Hebridean Lines", null],
    ["Cllr Iain Robertson", "Isles Council", null],
    ["Lorna MacKay", "Arran Ferry Action", "Sam Bourne"],
    ["Sam Bourne", "Arran Ferry Action", null],
  ]);
  expect(owners(reading)).toEqual([["Hebridean Lines"], ["Isles Council"]]);
  expect(reading.actions.map(({ item }) => item)).toEqual(["Timetables", "Timetables"]);
  expect(reading.nextMeeting).toMatchObject({
    date: "2022-09-20",
    time: "11:00",
    location: "Stornoway",
  });
});

test.each([
  {
    text: "Moss Forum minutes\n\nAttendees\n\n• Ann Bell, Chair\n• Cal Dunn\n",
    code: "MEETING_DATE_MISSING",
  },
  { text: `${allotments}\n${ferries}`, code: "SEVERAL_MEETINGS" },
  {
    text: allotments
      .replace("on 22 March 2023", "on 23 March 2023")
      .replace(": March 2023", ": 22 March 2023"),
    code: "DATES_DIFFER",
  },
  { text: ferries, code: "YEAR_INFERRED" },
  { text: allotments.replace("on 22 March 2023", "on 22 March"), code: "YEAR_INFERRED" },
  { text: "Moss Forum minutes: 4 May 2020\n", code: "ATTENDANCE_MISSING" },
  { text: allotments.replace(" (Chair)", ""), code: "CHAIR_NOT_NAMED" },
  { text: allotments.replace("Tariq Munro", "Tess Munro"), code: "PERSON_LISTED_TWICE" },
  { text: allotments.replace("Welcome and introductions\n", ""), code: "ITEM_HEADING_LOST" },
  { text: allotments.replace("Tess asked", "Xavier Quist asked"), code: "SPEAKER_NOT_LISTED" },
  {
    text: allotments.replace("Tess asked", "Ada Bruce asked"),
    code: "SPEAKER_SENT_APOLOGIES",
    apologies: true,
  },
  {
    text: allotments.replace("Members to circulate", "Letter to be circulated"),
    code: "ACTION_WITHOUT_OWNER",
  },
  {
    text: broadband
      .replaceAll(/^Action .*$/gmu, "")
      .replace("AOB", "Fraser Low to draft a note.\n\nAOB"),
    code: "ACTION_WITHOUT_LABEL",
  },
  {
    text: allotments.replace("In discussion, the", "An action was taken by Tess to write. The"),
    code: "ACTION_IN_PROSE",
  },
  {
    text: allotments.replace("on 21 June 2023 at 10:00", "in due course"),
    code: "NEXT_MEETING_NOT_DATED",
  },
  {
    text: allotments
      .replace("Growers Network\u00a0\n  • Tariq", "Growers OfficerTariq")
      .replace("Munro, Lived", "Munro, Lived"),
    code: "ENTRY_SPLIT",
  },
])("$code", ({ text, code, apologies }) => {
  const listed =
    apologies === true ? text.replace("\n\n  • Jim", "\n\nApologies\n\n  • Jim") : text;
  expect(codes(readMinutes(listed))).toContain(code);
});

test("one set of minutes is not taken for two", () => {
  for (const text of Object.values(examples))
    expect(codes(readMinutes(text))).not.toContain("SEVERAL_MEETINGS");
});

const forum = `Minutes of the Island Housing Forum held on Tuesday 14 May 2024 at 10am

Attending: Ros Kerr, chair; Neil Dow.
Not attending: Pat Lunn.

Item 1: Matters arising
Action: TBC to write the report.

Next meeting: 11 June 2024, tbc.
`;

test("the day of the week is no part of a group's name", () => {
  expect(readMinutes(forum)).toMatchObject({ group: "Island Housing Forum", date: "2024-05-14" });
});

test("who is listed as not attending was not there", () => {
  const pat = readMinutes(forum).attendance.find(({ name }) => name === "Pat Lunn");
  expect(pat).toMatchObject({ category: "apologies", status: "apologies", role: null });
});

test("an owner who is to be confirmed is nobody yet", () => {
  expect(readMinutes(forum).actions[0]?.owners).toMatchObject([
    { name: "TBC", kind: "unresolved", resolved: null },
  ]);
});

test("a next meeting that is to be confirmed is a warning", () => {
  const reading = readMinutes(forum);
  expect(reading.nextMeeting?.date).toBe("2024-06-11");
  expect(codes(reading)).toContain("NEXT_MEETING_UNCONFIRMED");
});
