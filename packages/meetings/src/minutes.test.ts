import { allowedMoves, Refusal, unreachable } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Minutes, MinutesStatus } from "./minutes.ts";
import { actors, facts, june, partFacts, sam } from "./testing.ts";
import { circulate, minutesVerbs } from "./verbs.ts";

const { agree, planPublication, publish, recall, recirculate } = minutesVerbs;
const { requestCorrection, settleCorrection, withdraw } = minutesVerbs;

const group = facts.home.ref.id;
const of = (id: string, label: string, on: string) => ({ type: "Meeting", id, label, on, group });
const july = of("01990000-0000-7000-8000-000000000500", "July", "2026-07-01");
const stamp = { by: sam, on: "2026-07-02" };
const told = {
  ...stamp,
  sitting: { ...partFacts.sitting, status: "held" as const },
  contentHash: "a",
  isThere: false,
  laterStatus: "held" as const,
  isEarlier: false,
  hasLog: false,
  newId: () => "01990000-0000-7000-8000-000000000501",
};
const codeOf = (call: () => unknown): string => {
  try {
    call();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const circulated = circulate({ ...told, meeting: of(june.id, june.title, june.heldOn) });
const asked = requestCorrection(circulated, { ...stamp, text: "It was a gull, not a tern." });
const accepted = settleCorrection(asked, { ...stamp, correction: 1, accept: true });
const corrected = recirculate(accepted, { ...told, contentHash: "b", change: "A gull" });
const inStatus: Readonly<Record<MinutesStatus, Minutes>> = {
  circulated,
  recalled: recall(circulated, stamp),
  agreed: agree(circulated, { ...told, meeting: july }),
  "agreed-with-corrections": agree(corrected, { ...told, meeting: july }),
};

/** What may be done to minutes in each status; publication has guards of its own. */
const possible: Readonly<Record<MinutesStatus, readonly string[]>> = {
  circulated: [
    "recirculate",
    "recall",
    "requestCorrection",
    "settleCorrection",
    "agree",
    "planPublication",
    "publish",
    "withdraw",
    "redact",
    "liftRedaction",
  ],
  recalled: ["recirculate"],
  agreed: [
    "recirculate",
    "requestCorrection",
    "settleCorrection",
    "planPublication",
    "publish",
    "withdraw",
    "redact",
    "liftRedaction",
  ],
  "agreed-with-corrections": [
    "recirculate",
    "requestCorrection",
    "settleCorrection",
    "planPublication",
    "publish",
    "withdraw",
    "redact",
    "liftRedaction",
  ],
};

test.each(MinutesStatus.options)("minutes that are %s can be moved as the table says", (status) => {
  expect(inStatus[status].status).toBe(status);
  expect(allowedMoves(minutesVerbs, status)).toEqual(possible[status]);
});

test("every status is reached from the first", () => {
  expect(unreachable(minutesVerbs, "circulated")).toEqual([]);
});

test("whose each verb is", () => {
  const whose = Object.values(minutesVerbs).map((verb) => [
    verb.title,
    Object.entries(actors).flatMap(([who, actor]) => (verb.allows(actor, circulated) ? [who] : [])),
  ]);
  const keepers = ["chair", "secretary", "administrator"];
  const expected = Object.keys(minutesVerbs).map((verb) => [verb, keepers]);
  expect(Object.fromEntries(whose)).toEqual({
    ...Object.fromEntries(expected),
    requestCorrection: ["member", ...keepers],
  });
});

test("minutes are circulated once the meeting has ended, and once as the first version", () => {
  const meeting = of(june.id, june.title, june.heldOn);
  expect(codeOf(() => circulate({ ...told, meeting, isThere: true }))).toBe("MINUTES_THERE");
  const sitting = { ...told.sitting, status: "in-session" as const };
  expect(codeOf(() => circulate({ ...told, meeting, sitting }))).toBe("NOT_HELD");
  expect(circulated).toMatchObject({
    access: "group",
    versions: [{ number: 1, contentHash: "a" }],
  });
});

test.each([
  { what: "the meeting itself", at: of(june.id, "June", june.heldOn), code: "INV-M19" },
  { what: "an earlier meeting", at: { ...july, on: "2026-05-01" }, code: "INV-M19" },
  { what: "another group's", at: { ...july, group: july.id }, code: "INV-M19" },
  { what: "a meeting to come", at: july, laterStatus: "scheduled" as const, code: "INV-M19" },
  { what: "a later meeting", at: july, code: "done" },
])("INV-M19 minutes are agreed by $what: $code", ({ at, laterStatus = "held" as const, code }) => {
  expect(codeOf(() => agree(circulated, { ...told, laterStatus, meeting: at }))).toBe(code);
});

test("INV-M19 a second agreement is refused", () => {
  expect(codeOf(() => agree(inStatus.agreed, { ...told, meeting: july }))).toBe("MOVE_REFUSED");
});

test("minutes are not agreed while a correction waits to be settled, or to be made", () => {
  for (const minutes of [asked, accepted])
    expect(codeOf(() => agree(minutes, { ...told, meeting: july }))).toBe("CORRECTIONS_OPEN");
  const rejected = settleCorrection(asked, { ...stamp, correction: 1, accept: false });
  expect(agree(rejected, { ...told, meeting: july }).status).toBe("agreed");
  expect(codeOf(() => settleCorrection(rejected, { ...stamp, correction: 1, accept: true }))).toBe(
    "CORRECTION_UNKNOWN",
  );
});

test("INV-M20 agreed minutes change by a correction alone, and get another version to be agreed", () => {
  const { agreed } = inStatus;
  const again = { ...told, contentHash: "c", change: "A tern" };
  expect(codeOf(() => recirculate(agreed, again))).toBe("INV-M20");
  const wrong = requestCorrection(agreed, { ...stamp, text: "It was a tern." });
  const right = settleCorrection(wrong, { ...stamp, correction: 1, accept: true });
  const version = recirculate(right, again);
  expect(version).toMatchObject({
    status: "circulated",
    versions: [
      { number: 1, contentHash: "a", afterAgreement: false },
      { number: 2, contentHash: "c", afterAgreement: true, change: "A tern" },
    ],
    corrections: [{ status: "applied" }],
    agreements: [{ number: 1, meeting: { id: july.id } }],
  });
  expect(codeOf(() => recall(version, stamp))).toBe("MINUTES_OUT");
  expect(codeOf(() => recirculate(circulated, { ...again, contentHash: "a" }))).toBe(
    "NOTHING_CHANGED",
  );
});

test("INV-M27 publication is planned, done and taken back, and each stays", () => {
  const planned = planPublication(inStatus.agreed, { ...stamp, day: "2026-07-10" });
  expect(planned.publication).toMatchObject({ status: "planned", plannedFor: "2026-07-10" });
  const out = publish(planned, { ...stamp, on: "2026-07-12" });
  expect(out).toMatchObject({
    access: "public",
    publication: { status: "published", plannedFor: "2026-07-10", publishedOn: "2026-07-12" },
  });
  expect(codeOf(() => publish(out, stamp))).toBe("PUBLISHED_ALREADY");
  expect(codeOf(() => withdraw(out, { ...stamp, reason: "A name" }))).toBe("TOO_EARLY");
  const gone = { ...stamp, on: "2026-07-13" };
  const back = withdraw(out, { ...gone, reason: "A name" });
  expect(back).toMatchObject({
    access: "public",
    publication: {
      status: "withdrawn",
      publishedOn: "2026-07-12",
      withdrawnOn: "2026-07-13",
      withdrawnReason: "A name",
    },
  });
  expect(codeOf(() => withdraw(back, { ...gone, reason: "x" }))).toBe("NOT_PUBLISHED");
  // A day that is set for the next time takes nothing back of what was said of the last.
  expect(planPublication(back, { ...gone, day: "2026-08-01" }).publication).toEqual({
    ...back.publication,
    plannedFor: "2026-08-01",
  });
  const again = publish(back, gone);
  expect(again.publication).toMatchObject({ status: "published", withdrawnOn: null });
});

test("INV-M21 the actions of a meeting are agreed with its minutes where its log was taken", () => {
  const also = { ...told, meeting: july, alsoActions: true };
  expect(codeOf(() => agree(circulated, also))).toBe("INV-M21");
  expect(agree(circulated, { ...also, hasLog: true }).agreements).toMatchObject([
    { meeting: { id: july.id }, alsoActions: true },
  ]);
});

test("minutes that no meeting has agreed are published as a draft alone", () => {
  expect(codeOf(() => publish(circulated, stamp))).toBe("NOT_AGREED");
  expect(publish(circulated, { ...stamp, asDraft: true }).publication.asDraft).toBe(true);
  expect(publish.asks(actors.secretary, circulated)).toEqual(["asDraft"]);
});

test("INV-M20 whatever is done to minutes, no version, correction or agreement is lost", () => {
  const doing = fc.constantFrom(...Object.values(minutesVerbs));
  fc.assert(
    fc.property(fc.array(fc.tuple(doing, fc.boolean())), (steps) => {
      let minutes: Minutes = circulated;
      for (const [index, [verb, yes]] of steps.entries()) {
        const correction = minutes.corrections.find(({ status }) => status === "requested");
        const said = {
          ...told,
          meeting: july,
          contentHash: `hash ${index}`,
          change: "x",
          text: "x",
          reason: "x",
          day: "2026-08-01",
          asDraft: yes,
          accept: yes,
          correction: correction?.number ?? 1,
          part: { type: "Item", id: june.id, label: "Gulls", within: june.id },
          partTexts: ["Gulls and terns"],
          ground: "other" as const,
          redaction: 1,
        };
        let after = minutes;
        const code = codeOf(() => (after = verb.outcome(minutes, said).subject));
        expect(code === "done").toBe(after !== minutes);
        expect(after.versions.slice(0, minutes.versions.length)).toEqual(minutes.versions);
        expect(after.agreements.slice(0, minutes.agreements.length)).toEqual(minutes.agreements);
        expect(after.redactions.length).toBeGreaterThanOrEqual(minutes.redactions.length);
        expect(after.corrections.length).toBeGreaterThanOrEqual(minutes.corrections.length);
        // What was published once is known to the public for good.
        expect(after.access === "public").toBe(after.publication.publishedOn !== null);
        const { status, withdrawnOn } = after.publication;
        expect(status === "withdrawn").toBe(withdrawnOn !== null);
        expect(after.status === "recalled" && after.publication.status === "published").toBe(false);
        minutes = after;
      }
    }),
    { numRuns: 60 },
  );
});
