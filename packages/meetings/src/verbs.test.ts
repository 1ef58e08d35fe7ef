import { readFileSync } from "node:fs";
import { allowedMoves, instantOf, Refusal, tableOf, unreachable } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Meeting, MeetingStatus } from "./meeting.ts";
import { actors, facts, inStatus, june, sam } from "./testing.ts";
import {
  circulate,
  meetingMoves,
  meetingVerbs,
  minutesVerbs,
  partVerbs,
  recordUndertaking,
  registerDecision,
  registerVerbs,
  schedule,
  undertakingVerbs,
} from "./verbs.ts";

const stamp = { by: sam, on: "2026-06-03" };
const line = { item: june.id, place: 1, number: null, heading: "Kerbs" };
const told = {
  ...stamp,
  ...facts,
  items: [line],
  until: "2027-06-30",
  ordinal: 3,
  newId: () => june.id,
};
const { cancel, close, end, open, postpone, reopen, reschedule } = meetingVerbs;
const refusalOf = (call: () => unknown): string | undefined => {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const squeezed = (table: string) => table.replaceAll(/ +/gu, " ").replaceAll(/-{3,}/gu, "---");
test("the README has every verb, with what it does, and whose it is", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  expect(squeezed(readme)).toContain(tableOf([schedule, ...Object.values(meetingVerbs)]));
  expect(squeezed(readme)).toContain(tableOf(Object.values(partVerbs)));
  expect(squeezed(readme)).toContain(tableOf([circulate, ...Object.values(minutesVerbs)]));
  expect(squeezed(readme)).toContain(tableOf([registerDecision, ...Object.values(registerVerbs)]));
  expect(squeezed(readme)).toContain(
    tableOf([recordUndertaking, ...Object.values(undertakingVerbs)]),
  );
});

/** What may be done to a meeting in each status. */
const possible: Readonly<Record<MeetingStatus, readonly string[]>> = {
  tentative: ["reschedule", "postpone", "cancel", "repeat", "issueAgenda"],
  scheduled: ["postpone", "cancel", "repeat", "issueAgenda", "open", "end"],
  "in-session": ["end", "number"],
  held: ["number", "close"],
  closed: ["reopen"],
  postponed: ["reschedule", "cancel"],
  cancelled: [],
};

test.each(MeetingStatus.options)("what is %s can be moved as the table says", (status) => {
  expect(allowedMoves(meetingMoves, status)).toEqual(possible[status]);
  expect(Meeting.parse(inStatus[status])).toEqual(inStatus[status]);
});

const matrix = MeetingStatus.options.flatMap((status) =>
  Object.values(meetingVerbs).map((verb) => ({ status, move: verb.title, verb })),
);
test.each(matrix)("$move what is $status: as the table says, or refused", ({ status, verb }) => {
  const may = possible[status].includes(verb.title);
  const starts = { local: "2026-07-01T18:00", zone: undefined };
  const said = { ...told, reason: "As agreed", starts };
  expect(refusalOf(() => verb.outcome(inStatus[status], said))).toBe(
    may ? undefined : "MOVE_REFUSED",
  );
});

test("every status is reached from where a meeting begins", () => {
  const ways = { ...meetingMoves, pencil: { from: ["scheduled"], to: "tentative" } } as const;
  expect(unreachable(ways, "scheduled")).toEqual([]);
});

const keepers = ["chair", "secretary", "administrator"];
test.each(Object.values(meetingVerbs))("$title is the keepers'", (verb) => {
  const whom = Object.entries(actors).flatMap(([who, actor]) =>
    verb.allows(actor, june) ? [who] : [],
  );
  expect(whom).toEqual(keepers);
});

const scheduled = (said: object) =>
  schedule({
    ...told,
    until: undefined,
    group: { ...june.group, access: "public" },
    newId: () => june.id,
    ...said,
  });

test.each([
  { local: "2022-03-16T10:00", utc: "2022-03-16T10:00:00Z" },
  { local: "2022-06-15T10:00", utc: "2022-06-15T09:00:00Z" },
])("INV-M29 a meeting at $local in London is at $utc", ({ local, utc }) => {
  const { starts, heldOn } = scheduled({ starts: { local, zone: undefined } });
  expect(starts).toEqual({ local, zone: "Europe/London" });
  expect(heldOn).toBe(local.slice(0, 10));
  expect(starts && instantOf(starts)).toBe(utc);
});

test("a meeting in another zone begins by the clock of that place", () => {
  const { starts } = scheduled({ starts: { local: "2026-06-03T18:00", zone: "Pacific/Auckland" } });
  expect(starts && instantOf(starts)).toBe("2026-06-03T06:00:00Z");
});

test.each([
  { what: "no day", said: {}, code: "DAY_MISSING" },
  { what: "no time", said: { day: "2026-07-01" }, code: "MTG_START_REQUIRED" },
  { what: "no time, pencilled in", said: { day: "2026-07-01", tentative: true }, code: undefined },
  {
    what: "an end before its beginning",
    said: { day: "2026-07-01", until: "2026-06-30", tentative: true },
    code: "DAYS_DIFFER",
  },
])("a meeting of $what: $code", ({ said, code }) => {
  expect(refusalOf(() => scheduled(said))).toBe(code);
});

test("two meetings of a group on one day begin at different times, each with an address", () => {
  const { id, slug, title, status, heldOn, starts } = june;
  const beside = { id, slug, title, status, heldOn, local: starts?.local ?? null };
  const at = (local: string, other = beside) =>
    scheduled({ starts: { local, zone: undefined }, others: [other] });
  expect(refusalOf(() => at("2026-06-03T18:00"))).toBe("MEETING_THERE");
  expect(at("2026-06-03T10:00").slug).toBe(`${slug}-2`);
  expect(at("2026-06-03T18:00", { ...beside, status: "cancelled" }).slug).toBe(`${slug}-2`);
});

test("a group whose place others took meets no more from that day on", () => {
  const of = (heldOn: string, replacedOn: string | null) => () =>
    scheduled({
      starts: { local: `${heldOn}T10:00`, zone: undefined },
      home: { ...told.home, replacedOn },
    });
  expect(refusalOf(of("2026-09-01", "2026-09-01"))).toBe("GROUP_REPLACED");
  expect(refusalOf(of("2026-08-31", "2026-09-01"))).toBeUndefined();
  const later = { starts: { local: "2026-09-02T10:00", zone: undefined } };
  const home = { ...told.home, replacedOn: "2026-09-01" };
  const off = postpone(june, { ...told, reason: "Snow" });
  expect(refusalOf(() => reschedule(off, { ...told, ...later, home }))).toBe("GROUP_REPLACED");
  expect(refusalOf(() => postpone(june, { ...told, reason: "Snow", ...later, home }))).toBe(
    "GROUP_REPLACED",
  );
});

test("INV-M14 an agenda is issued again and again, each version with the items that it had", () => {
  const { issueAgenda } = meetingVerbs;
  const once = issueAgenda(june, told);
  const renamed = { ...line, number: "2", heading: "Dropped kerbs" };
  const twice = issueAgenda(once, { ...told, items: [renamed] });
  expect(twice.agendas).toMatchObject([
    { number: 1, items: [line] },
    { number: 2, items: [renamed] },
  ]);
  expect(refusalOf(() => issueAgenda(june, { ...told, items: [] }))).toBe("AGENDA_EMPTY");
  expect(refusalOf(() => issueAgenda(inStatus.held, told))).toBe("MOVE_REFUSED");
});

test("a meeting that is put off keeps the day that it had, and its address", () => {
  const later = { local: "2026-06-10T18:00", zone: undefined };
  const off = postpone(june, { ...told, reason: "Snow" });
  const moved = reschedule(off, { ...told, starts: later });
  expect(off).toMatchObject({ status: "postponed", heldOn: "2026-06-03", version: 2 });
  const once = postpone(june, { ...told, reason: "Snow", starts: later });
  for (const each of [moved, once])
    expect(each).toMatchObject({
      status: "scheduled",
      slug: june.slug,
      title: "Harbourside Pavements Working Group: 2026-06-10",
      heldOn: "2026-06-10",
      postponements: [{ heldOn: "2026-06-03", starts: june.starts, reason: "Snow", by: sam }],
    });
});

test("a meeting is not opened before its day, and does not end without a word on who attended", () => {
  expect(refusalOf(() => open(june, { ...stamp, on: "2026-06-02" }))).toBe("BEFORE_MEETING");
  const empty = { ...told, present: 0 };
  expect(refusalOf(() => end(june, empty))).toBe("ATTENDANCE_MISSING");
  expect(end(june, { ...empty, attendanceNotStated: true })).toMatchObject({
    status: "held",
    opened: null,
    attendanceNotStated: true,
  });
});

test("INV-M22 a record is closed once nothing is missing, and what is missing is named", () => {
  const unfinished = [
    { code: "MTG_ITEMS_WITHOUT_OUTCOME", message: "Say what came of Kerbs." },
    { code: "MTG_OWNERS_MISSING", message: "Name an owner." },
  ];
  expect(() => close(inStatus.held, { ...told, unfinished })).toThrow(
    "Say what came of Kerbs. Name an owner.",
  );
  const again = reopen(inStatus.closed, { ...stamp, reason: "A name was wrong" });
  expect(again).toMatchObject({ status: "held", reopenings: [{ reason: "A name was wrong" }] });
  expect(again).not.toHaveProperty("closed");
});

test("INV-K1 whatever is done to a meeting, each change raises its version by one and no earlier day is lost", () => {
  const doing = fc.constantFrom(...Object.values(meetingVerbs));
  const day = fc.integer({ min: 1, max: 28 }).map((each) => String(each).padStart(2, "0"));
  fc.assert(
    fc.property(fc.array(fc.tuple(doing, day)), (steps) => {
      let meeting: Meeting = june;
      for (const [verb, each] of steps) {
        const starts = { local: `2026-06-${each}T18:00`, zone: undefined };
        const said = { ...told, on: "2026-06-30", reason: "As agreed", starts };
        if (verb.barrier(meeting) !== null) continue;
        const after = verb.outcome(meeting, said).subject;
        expect(after.version).toBe(meeting.version + 1);
        expect(after.postponements.slice(0, meeting.postponements.length)).toEqual(
          meeting.postponements,
        );
        const isMoved = after.heldOn !== meeting.heldOn && meeting.status === "scheduled";
        const kept = isMoved ? after.postponements.at(-1)?.heldOn : meeting.heldOn;
        expect(kept).toBe(meeting.heldOn);
        expect(after.slug).toBe(june.slug);
        meeting = after;
      }
    }),
    { numRuns: 50 },
  );
});

test("what is cancelled stays so", () => {
  expect(refusalOf(() => cancel(inStatus.cancelled, { ...stamp, reason: "x" }))).toBe(
    "MOVE_REFUSED",
  );
});
