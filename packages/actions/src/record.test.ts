import fc from "fast-check";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { assertDeletable, minuteGaps, reviewGaps, wasOpen } from "./minutes.ts";
import { carriedForward, isNeverReviewed } from "./reviews.ts";
import {
  ada,
  figures,
  inStatus,
  june,
  march,
  nia,
  sam,
  september,
  streets,
  survey,
} from "./testing.ts";
import { ReviewOutcome } from "./update.ts";
import { close, reopen } from "./verbs/close.ts";
import { complete } from "./verbs/complete.ts";
import { link } from "./verbs/link.ts";
import { report } from "./verbs/report.ts";
import { review } from "./verbs/review.ts";
import { receive, transfer } from "./verbs/transfer.ts";
import { withdraw } from "./verbs/withdraw.ts";

const carried = { by: ada, ...june, outcome: "carried-forward" } as const;
const kerbs = figures.raisedAt.item!;

test("INV-A2 an action and the item that raised it point at each other, one to one", () => {
  const listed = { item: kerbs, actions: [figures.id] };
  expect(minuteGaps([figures], [listed])).toEqual([]);
  expect(minuteGaps([figures], [])).toMatchObject([{ code: "INV-A2", about: { id: figures.id } }]);
  expect(minuteGaps([figures], [{ ...listed, actions: [] }])).toHaveLength(1);
  expect(minuteGaps([figures], [{ ...listed, item: june.meeting }])).toHaveLength(1);
  expect(minuteGaps([figures], [listed, { ...listed, item: june.meeting }])).toHaveLength(1);
  expect(minuteGaps([], [listed])).toMatchObject([{ code: "INV-A2", about: kerbs }]);
  expect(minuteGaps([survey], [{ item: kerbs, actions: [survey.id] }])).toHaveLength(1);
});

test("INV-A13 carried forward is counted by the meetings that did so, and never falls", () => {
  const outcomes = fc.array(fc.constantFrom(...ReviewOutcome.options), { maxLength: 12 });
  fc.assert(
    fc.property(outcomes, (made) => {
      let action = figures;
      for (const [index, outcome] of made.entries()) {
        const before = carriedForward(action);
        const id = `01990000-0000-7000-8000-0000000003${String(index).padStart(2, "0")}`;
        action = review(action, { ...carried, meeting: { ...june.meeting, id }, outcome });
        expect(carriedForward(action)).toBe(before + (outcome === "carried-forward" ? 1 : 0));
      }
      expect(isNeverReviewed(action)).toBe(made.every((outcome) => outcome === "not-reviewed"));
    }),
  );
});

test.each(ReviewOutcome.options)(
  "INV-A13 the meeting that raised an action does not review it as %s, nor carry it forward",
  (outcome) => {
    expect(() => review(figures, { by: ada, ...march, outcome })).toThrow(
      expect.objectContaining({ code: "REVIEW_TOO_EARLY", path: ["meeting"] }),
    );
    const { meeting, on } = march;
    // As records have it that were written before it was refused.
    const recorded = { ...figures, reviews: [{ meeting, on, outcome, note: null }] };
    expect(carriedForward(recorded)).toBe(0);
    expect(isNeverReviewed(recorded)).toBe(true);
  },
);

test("INV-A14 a meeting reviews an action once", () => {
  const reviewed = review(figures, carried);
  expect(() => review(reviewed, { ...carried, outcome: "closed" })).toThrow(
    expect.objectContaining({ code: "INV-A14" }),
  );
  expect(() => review(figures, { ...carried, on: "2026-01-01" })).toThrow(
    expect.objectContaining({ code: "REVIEW_TOO_EARLY" }),
  );
});

test("INV-A14 every action that was open when a meeting began has one review of it", () => {
  expect(reviewGaps(june, [figures])).toMatchObject([
    { code: "INV-A14", message: "HPWG-2026-03-A2 has 0 reviews of June 2026, not one." },
  ]);
  expect(reviewGaps(june, [review(figures, carried)])).toEqual([]);
  // Raised there, so not open when it began.
  expect(reviewGaps(march, [figures])).toEqual([]);
});

const agreed = { by: ada, agreedIn: june.meeting, on: june.on };
const done = complete(figures, { by: nia, on: "2026-05-01" });
const closed = close(done, agreed);
const reopened = reopen(closed, {
  ...agreed,
  on: september.on,
  reason: "The figures were last year's",
});

test.each<{ what: string; action: Action; open: string[] }>([
  { what: "a draft", action: inStatus.draft, open: [] },
  { what: "an open action", action: figures, open: ["June", "July", "September", "October"] },
  { what: "one that is done", action: done, open: ["June", "July", "September", "October"] },
  { what: "one that was closed in June", action: closed, open: ["June"] },
  { what: "one that was reopened in September", action: reopened, open: ["June", "October"] },
  {
    what: "one that was withdrawn before",
    action: withdraw(figures, { by: ada, on: "2026-05-01", reason: "Twice" }),
    open: [],
  },
  {
    what: "one that came from another group in July",
    action: receive(
      transfer(figures, { by: ada, on: "2026-05-01", reason: "It is theirs", to: streets }),
      { by: sam, on: "2026-07-10", reason: "It is ours", taken: [] },
    ),
    open: ["September", "October"],
  },
])("INV-A14 $what was open at the meetings of $open", ({ action, open }) => {
  const days = {
    March: march.on,
    June: june.on,
    July: "2026-07-01",
    September: september.on,
    October: "2026-10-07",
  };
  const found = Object.entries(days).filter(([, day]) => wasOpen(action, day));
  expect(found.map(([name]) => name)).toEqual(open);
});

test("INV-A21 an action is deleted only until the minutes that raised it are out", () => {
  expect(() => assertDeletable(figures, { circulated: false })).not.toThrow();
  expect(() => assertDeletable(figures, { circulated: true })).toThrow(
    expect.objectContaining({
      code: "INV-A21",
      message: "The minutes that raised HPWG-2026-03-A2 are out: withdraw it instead.",
    }),
  );
});

test("a report is seen by whoever sees the action, unless it says otherwise", () => {
  const update = {
    by: nia,
    on: "2026-04-01",
    text: "Half done",
    newId: () => "01990000-0000-7000-8000-000000000901",
  };
  expect(report(figures, update).updates).toMatchObject([
    { id: update.newId(), access: "public", evidence: [] },
  ]);
  expect(report(figures, { ...update, access: "group" }).updates).toMatchObject([
    { access: "group" },
  ]);
});

test("a link is there once", () => {
  const serves = {
    by: ada,
    on: june.on,
    relation: "contributes-to",
    target: streets,
    reason: "Streets are what it is for",
  } as const;
  expect(link(link(figures, serves), serves).links).toEqual([
    { rel: "contributes-to", target: streets },
  ]);
});
