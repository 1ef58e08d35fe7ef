import { Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { AttendanceRecord } from "./part.ts";
import { facts, june, partFacts, sam } from "./testing.ts";
import { partVerbs } from "./verbs.ts";

const { correctAttendance, recordArrival, recordAttendance, recordContribution } = partVerbs;
const { recordDeparture, takeChair } = partVerbs;

let last = 500;
const newId = () => `01990000-0000-7000-8000-000000000${(last += 1)}`;
const items = [1, 2, 3].map((place) => ({ id: newId(), place }));
const told = { by: sam, on: "2026-06-03", ...partFacts, items, newId };
const group = facts.home.ref.id;
const meeting = { type: "Meeting", id: june.id, label: june.title, group };
const [first, second, third] = items.map(({ id, place }) => ({
  type: "Item",
  id,
  label: `Item ${place}`,
  within: june.id,
  group,
}));
const robin = { type: "Person", id: newId(), label: "Robin Vale" };
const nia = { type: "Person", id: newId(), label: "Nia Frew" };
const attend = (said: object = {}) =>
  recordAttendance({ ...told, meeting, person: robin, ...said });
const listed = ({ presence = [], ...it }: AttendanceRecord) => ({ ...it, presence });

const codeOf = (call: () => unknown): string => {
  try {
    call();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test("INV-M12 whoever comes late, leaves for a while and comes back was there in between", () => {
  const late = recordArrival(attend(), { ...told, item: second, at: "10:20" });
  const away = recordDeparture(late, { ...told, item: second, at: "10:40" });
  const back = recordArrival(away, { ...told, item: third });
  expect(back.presence).toEqual([
    { fromItem: second?.id, toItem: second?.id, arrivedAt: "10:20", leftAt: "10:40" },
    { fromItem: third?.id, toItem: null, arrivedAt: null, leftAt: null },
  ]);
  expect(recordDeparture(attend(), { ...told, at: "11:00" }).presence).toEqual([
    { fromItem: null, toItem: null, arrivedAt: null, leftAt: "11:00" },
  ]);
  expect(correctAttendance(back, { ...told, presence: [] }).presence).toBeUndefined();
});

const here = () => recordArrival(attend(), { ...told, item: second, at: "10:20" });
test.each([
  ["arrives twice", () => recordArrival(here(), { ...told, item: third })],
  [
    "leaves twice",
    () =>
      recordDeparture(recordDeparture(here(), { ...told, item: third }), { ...told, item: third }),
  ],
  ["leaves before they came", () => recordDeparture(here(), { ...told, item: first })],
  ["leaves at an earlier time", () => recordDeparture(here(), { ...told, at: "10:05" })],
  [
    "comes back before they left",
    () =>
      recordArrival(recordDeparture(here(), { ...told, item: third }), { ...told, item: second }),
  ],
  [
    "comes back at nobody knows when",
    () =>
      recordArrival(recordDeparture(here(), { ...told, item: third }), { ...told, at: "11:00" }),
  ],
  [
    "was there twice at once",
    () =>
      correctAttendance(here(), { ...told, presence: [{ fromItem: first }, { toItem: second }] }),
  ],
])("INV-M12 is refused where somebody %s", (_, act) => {
  expect(codeOf(act)).toBe("INV-M12");
});

test("a clock says nothing of the order in a meeting of several days", () => {
  const sitting = { ...partFacts.sitting, endedOn: "2026-06-04" };
  const late = recordArrival(attend(), { ...told, sitting, item: first, at: "16:00" });
  const left = recordDeparture(late, { ...told, sitting, item: third, at: "10:00" });
  expect(left.presence).toHaveLength(1);
});

test("an arrival says when it was, at an item of the meeting", () => {
  expect(codeOf(() => recordArrival(attend(), told))).toBe("TIME_MISSING");
  const other = { ...first, type: "Item", id: newId(), label: "Gulls", within: robin.id };
  expect(codeOf(() => recordArrival(attend(), { ...told, item: other }))).toBe("OTHER_MEETING");
});

test("whoever was not there arrives, and is present then", () => {
  const absent = attend({ status: "absent" });
  expect(recordArrival(absent, { ...told, item: second })).toMatchObject({
    status: "present",
    statusBasis: "edited",
  });
  expect(attend({ arrived: { arrivedAt: "10:20" } }).presence).toHaveLength(1);
});

test("INV-M5 apologies go with no arrival and no words, whichever came first", () => {
  const away = attend({ status: "apologies" });
  expect(codeOf(() => recordArrival(away, { ...told, item: second }))).toBe("INV-M5");
  expect(codeOf(() => recordDeparture(away, { ...told, item: second }))).toBe("INV-M5");
  const status = "apologies" as const;
  expect(codeOf(() => correctAttendance(here(), { ...told, status }))).toBe("INV-M5");
  expect(correctAttendance(here(), { ...told, status, presence: [] }).status).toBe(status);
  const spoke = [robin.id];
  expect(codeOf(() => attend({ status, spoke }))).toBe("INV-M5");
  expect(codeOf(() => correctAttendance(attend(), { ...told, status, spoke }))).toBe("INV-M5");
  expect(attend({ spoke }).status).toBe("present");
});

const deputising = { person: nia, capacity: "deputy" as const, deputyFor: robin };
const upTo = (item: typeof first) => recordDeparture(attend(), { ...told, item });
const from = (item: typeof first) => ({ fromItem: item });

test.each([
  ["the whole meeting", attend(), undefined, "INV-M4"],
  ["the second item too", upTo(second), from(second), "INV-M4"],
  ["what comes after the first item", upTo(first), from(second), "done"],
  ["a meeting that the principal left", upTo(first), undefined, "INV-M4"],
])("INV-M4 a deputy who is there for %s, and the principal", (_, principal, arrived, code) => {
  const others = [listed(principal)];
  expect(codeOf(() => attend({ ...deputising, arrived, listed: others }))).toBe(code);
});

test("INV-M4 a principal comes once their deputy has left", () => {
  const deputy = attend({ ...deputising });
  const absent = attend({ status: "absent" });
  const arriving = (others: AttendanceRecord) =>
    recordArrival(absent, { ...told, item: third, listed: [listed(others)] });
  expect(codeOf(() => arriving(deputy))).toBe("INV-M4");
  expect(codeOf(() => arriving(recordDeparture(deputy, { ...told, item: second })))).toBe("done");
});

test("INV-M31 the Chair is whoever chaired at the item, and not who chaired before", () => {
  const opened = takeChair({ ...told, meeting, person: robin });
  const handed = takeChair({
    ...told,
    meeting,
    person: nia,
    fromItem: second,
    chairs: [{ ...opened, fromItem: null }],
  });
  const chairs = [opened, handed].map((it) => ({ ...it, fromItem: it.fromItem ?? null }));
  const saidBy = (item: typeof first, known: object) =>
    recordContribution({
      ...told,
      item: item ?? meeting,
      text: "That is agreed.",
      speakers: [{ chair: true as const }],
      ...known,
    }).speakers.map(({ mention, name }) => `${mention}: ${name}`);
  expect(items.map((_, index) => saidBy([first, second, third][index], { chairs }))).toEqual([
    ["the Chair: Robin Vale"],
    ["the Chair: Nia Frew"],
    ["the Chair: Nia Frew"],
  ]);
  expect(codeOf(() => saidBy(first, {}))).toBe("CHAIR_MISSING");
  const seen = [listed(attend({ capacity: "chair" }))];
  expect(saidBy(first, { listed: seen })).toEqual(["the Chair: Robin Vale"]);
  expect(codeOf(() => takeChair({ ...told, meeting, person: nia, chairs }))).toBe("CHAIR_THERE");
  const away = [listed(attend({ status: "apologies" }))];
  expect(codeOf(() => takeChair({ ...told, meeting, person: robin, listed: away }))).toBe("INV-M5");
});

test("INV-M12 whatever is recorded of comings and goings, they are in order", () => {
  const moment = fc.record({ come: fc.boolean(), at: fc.integer({ min: 0, max: 2 }) });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 8 }), (moments) => {
      let record = attend();
      for (const { come, at } of moments) {
        const said = { ...told, item: [first, second, third][at] };
        try {
          record = come ? recordArrival(record, said) : recordDeparture(record, said);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      const places = (record.presence ?? []).flatMap(({ fromItem, toItem }) =>
        [fromItem, toItem].flatMap((id) => items.findIndex((each) => each.id === id) + 1 || []),
      );
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }),
    { numRuns: 200 },
  );
});
