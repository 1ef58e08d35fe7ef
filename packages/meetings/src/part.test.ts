import { Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { MeetingStatus } from "./meeting.ts";
import { seesPart } from "./part.ts";
import { actors, facts, june, partFacts, sam } from "./testing.ts";
import { partVerbs } from "./verbs.ts";

const { addItem, addPaper, correctAttendance, minuteItem } = partVerbs;
const { recordArrival, recordAttendance, recordContribution, recordDecision } = partVerbs;
const { correctChair, recordDeparture, takeChair } = partVerbs;

let last = 400;
const newId = () => `01990000-0000-7000-8000-000000000${(last += 1)}`;
const told = { by: sam, on: "2026-06-03", ...partFacts, newId };
const meeting = { type: "Meeting", id: june.id, label: june.title, group: facts.home.ref.id };
const robin = { type: "Person", id: newId(), label: "Robin Vale" };
const ada = { type: "Person", id: newId(), label: "Ada Quill" };

const codeOf = (call: () => unknown): string => {
  try {
    call();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const kerbs = addItem({ ...told, meeting, heading: "Kerbs" });
const item = { type: "Item", id: kerbs.id, label: "Kerbs", within: june.id, group: kerbs.group };
const present = recordAttendance({ ...told, meeting, person: robin });
const own = {
  id: present.id,
  person: robin.id,
  name: robin.label,
  status: present.status,
  capacity: present.capacity,
  principal: null,
  presence: [],
};
const listed = [own];
const chair = takeChair({ ...told, meeting, person: robin });

const sitting = (status: MeetingStatus, rest: object = {}) => ({
  ...told,
  sitting: { ...partFacts.sitting, status, ...rest },
});

/** Verbs of a meeting's record, with what each is told. */
const doing = {
  addItem: (said: typeof told) => addItem({ ...said, meeting, heading: "Benches" }),
  addPaper: (said: typeof told) => addPaper({ ...said, meeting, title: "A count of kerbs" }),
  minuteItem: (said: typeof told) => minuteItem(kerbs, { ...said, outcome: "agreed" }),
  recordAttendance: (said: typeof told) => recordAttendance({ ...said, meeting, person: ada }),
  correctAttendance: (said: typeof told) => correctAttendance(present, { ...said, mode: "remote" }),
  recordArrival: (said: typeof told) => recordArrival(present, { ...said, at: "10:20" }),
  recordDeparture: (said: typeof told) => recordDeparture(present, { ...said, at: "11:00" }),
  takeChair: (said: typeof told) => takeChair({ ...said, meeting, person: ada }),
  correctChair: (said: typeof told) => correctChair(chair, { ...said, person: ada }),
  recordContribution: (said: typeof told) =>
    recordContribution({ ...said, item, text: "Dropped kerbs come first." }),
  recordDecision: (said: typeof told) =>
    recordDecision({ ...said, item, text: "Dropped kerbs come first." }),
};
const before: readonly string[] = ["tentative", "scheduled", "postponed"];
const during: readonly string[] = ["in-session", "held"];
const matrix = MeetingStatus.options.flatMap((status) =>
  Object.entries(doing).map(([verb, act]) => ({ status, verb, act })),
);

test.each(matrix)("$verb while the meeting is $status", ({ status, verb, act }) => {
  const plans = verb.startsWith("add");
  const records = verb !== "addPaper";
  const may = (plans && before.includes(status)) || (records && during.includes(status));
  const refused = verb === "addPaper" ? "AGENDA_FROZEN" : "NOT_SITTING";
  expect(codeOf(() => act(sitting(status)))).toBe(may ? "done" : refused);
});

test.each(Object.entries(doing).filter(([verb]) => verb !== "addPaper"))(
  "INV-M18 %s changes no minutes that are circulated",
  (_, act) => {
    expect(codeOf(() => act(sitting("held", { circulated: true })))).toBe("MINUTES_CIRCULATED");
  },
);

test("apologies come in before the meeting, and nothing else does", () => {
  const said = { ...sitting("scheduled"), meeting, person: ada };
  expect(recordAttendance({ ...said, status: "apologies" })).toMatchObject({ draft: true });
  expect(codeOf(() => recordAttendance(said))).toBe("NOT_SITTING");
});

test("INV-M3 a person has one record at a meeting, and is not both there and away", () => {
  const again = { ...told, meeting, person: robin, listed, status: "apologies" as const };
  expect(codeOf(() => recordAttendance(again))).toBe("ATT_CONTRADICTION");
});

test("INV-M4 a deputy stands in for whoever is not there, and is a deputy", () => {
  const said = { ...told, meeting, name: "A deputy of Robin Vale", deputyFor: robin };
  const deputy = { ...said, capacity: "deputy" as const };
  expect(recordAttendance(deputy)).toMatchObject({
    person: null,
    deputisingFor: "Robin Vale",
    principal: robin.id,
    capacity: "deputy",
  });
  expect(codeOf(() => recordAttendance({ ...said, capacity: "guest" }))).toBe("INV-M4");
  expect(codeOf(() => recordAttendance({ ...deputy, listed }))).toBe("INV-M4");
  const away = { ...own, status: "apologies" as const };
  expect(codeOf(() => recordAttendance({ ...deputy, listed: [away] }))).toBe("done");
});

test("INV-M7 a member's place is for members of the day", () => {
  const said = { ...told, meeting, person: ada, member: false };
  expect(recordAttendance(said).capacity).toBe("guest");
  expect(recordAttendance({ ...said, member: true }).capacity).toBe("member");
  for (const capacity of ["member", "chair"] as const)
    expect(codeOf(() => recordAttendance({ ...said, capacity }))).toBe("INV-M7");
});

test("INV-M5 whoever sent apologies says nothing at the meeting", () => {
  const away = { ...own, status: "apologies" as const };
  const said = { ...told, item, text: "Kerbs come first.", speakers: [{ person: robin }] };
  expect(codeOf(() => recordContribution({ ...said, listed: [away] }))).toBe("INV-M5");
  expect(recordContribution({ ...said, listed })).toMatchObject({
    kind: "statement",
    speakers: [{ name: "Robin Vale", person: robin.id, place: 1 }],
  });
});

test("INV-M16 papers have numbers of their own, with gaps", () => {
  const said = { ...sitting("scheduled"), meeting, title: "A map", numbers: ["1", "4", "Annex"] };
  expect(addPaper(said).number).toBe("5");
  expect(addPaper({ ...said, number: "2" }).number).toBe("2");
  expect(codeOf(() => addPaper({ ...said, number: "4" }))).toBe("INV-M16");
  const other = { ...item, within: robin.id };
  expect(codeOf(() => addPaper({ ...said, item: other }))).toBe("OTHER_MEETING");
});

test("INV-M23 that there was none is another thing than that nothing was minuted", () => {
  expect(kerbs.outcome).toBe("not-stated");
  const nil = minuteItem(kerbs, { ...told, outcome: "nil" });
  expect(nil).toMatchObject({ outcome: "nil", outcomeDraft: true, version: 2 });
});

test("what is left out of a correction stays, and who somebody is to the group is edited with their capacity", () => {
  const read = { ...present, version: 0, assertion: { basis: "stated" as const }, note: "late" };
  expect(correctAttendance(read, { ...told, mode: "hybrid" })).toMatchObject({
    version: 1,
    mode: "hybrid",
    note: "late",
    status: "present",
    assertion: { basis: "stated" },
  });
  expect(correctAttendance(read, { ...told, capacity: "official" })).toMatchObject({
    capacity: "official",
    assertion: { basis: "edited" },
  });
});

test("a draft is its keepers', and what is not is everybody's", () => {
  const whom = (part: typeof present) =>
    Object.entries(actors).flatMap(([who, actor]) => (seesPart(actor, part) ? [who] : []));
  expect(whom(present)).toEqual(["chair", "secretary", "administrator"]);
  expect(whom({ ...present, draft: false })).toEqual(Object.keys(actors));
});
