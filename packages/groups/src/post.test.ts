import { type AgentRef, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assertPlaced, type OrganisationPlace } from "./organisation-place.ts";
import { assertHolds, holdersOn, type PostHolding } from "./post.ts";
import { ada, adaDirects, director, robin, sam, streetsInCouncil } from "./testing.ts";
import { abolishPost, appointHolder, dateHolding, endHolding } from "./verbs.ts";

const by: AgentRef = { kind: "person", id: sam.id, label: "Sam Okoro" };
let next = 100;
const newId = () => `01990000-0000-7000-8000-${String((next += 1)).padStart(12, "0")}`;
const pointed = ({ id, name }: { id: string; name: string }) => ({
  type: "Person",
  id,
  label: name,
});
const appoint = (
  person: typeof ada,
  rest: object = {},
  holdings: readonly PostHolding[] = [],
  post = director,
) =>
  appointHolder({
    person: pointed(person),
    post,
    holdings,
    newId,
    by,
    on: "2026-03-04",
    ...rest,
  });

const codeOf = (call: () => unknown): string => {
  try {
    call();
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each([
  { what: "another holder", person: sam, rest: {}, code: "POST_FULL" },
  { what: "somebody who acts", person: sam, rest: { acting: true }, code: "done" },
  { what: "the holder again", person: ada, rest: { acting: true }, code: "HOLDS_ALREADY" },
  { what: "an earlier holder", person: sam, rest: { from: "2025", to: "2025" }, code: "done" },
  { what: "an end before", person: sam, rest: { from: "2026", to: "2025" }, code: "TERM_REVERSED" },
  {
    what: "before there is a post",
    person: sam,
    rest: { from: "2018", to: "2019" },
    code: "POST_ENDED",
  },
])("$what of a post that Ada holds: $code", ({ person, rest, code }) => {
  expect(codeOf(() => appoint(person, rest, [adaDirects]))).toBe(code);
});

test("a post of two places has two holders at a time", () => {
  const two = { ...director, places: 2 };
  const second = appoint(sam, {}, [adaDirects], two);
  expect(codeOf(() => appoint(robin, {}, [adaDirects, second], two))).toBe("POST_FULL");
});

test("nobody comes into a post that has ended", () => {
  expect(codeOf(() => appoint(sam, {}, [], { ...director, to: "2025" }))).toBe("POST_ENDED");
});

test("INV-G4 at a day whoever acts answers before whoever holds the post, and nobody where it is vacant", () => {
  const ended = endHolding(adaDirects, { to: "2026-02-28", by, on: "2026-03-04" });
  const acts = appoint(sam, { acting: true, from: "2026-02-01", to: "2026-03-31" }, [ended]);
  const who = (day: string) => holdersOn(day, [ended, acts]).map(({ person }) => person);
  expect(who("2026-01-04")).toEqual([]);
  expect(who("2026-01-05")).toEqual([ada.id]);
  expect(who("2026-02-01")).toEqual([sam.id, ada.id]);
  expect(who("2026-03-31")).toEqual([sam.id]);
  expect(who("2026-04-01")).toEqual([]);
});

test.each([
  { to: "2026-02-28", holdings: [], code: "done" },
  { to: "2019", holdings: [], code: "TERM_REVERSED" },
  { to: "2026-02-28", holdings: [adaDirects], code: "POST_HELD" },
  { to: "2026-02-28", holdings: [{ ...adaDirects, to: "2026-02-28" }], code: "done" },
])("a post that ends with $to is $code", ({ to, holdings, code }) => {
  expect(codeOf(() => abolishPost(director, { to, holdings, by, on: "2026-03-04" }))).toBe(code);
});

test("whoever has left leaves no more", () => {
  const left = { ...adaDirects, to: "2026-02" };
  expect(codeOf(() => endHolding(left, { by, on: "2026-03-04" }))).toBe("NOT_A_HOLDER");
});

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const step = fc.record({
  verb: fc.constantFrom("appoint", "date", "end"),
  who: fc.constantFrom(ada, sam, robin),
  acting: fc.boolean(),
  from: day,
  to: fc.option(day, { nil: undefined }),
  which: fc.nat(),
});

test("no verbs in whatever order make more holders than a post has places, or anybody twice", () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 14 }),
      fc.constantFrom(1, 2),
      day,
      (steps, places, at) => {
        const post = { ...director, places };
        let holdings: readonly PostHolding[] = [];
        for (const { verb, who, acting, from, to, which } of steps) {
          const held = holdings[which % Math.max(holdings.length, 1)];
          const said = { post, holdings, by, on: from };
          const dates = { from, ...(to === undefined ? {} : { to }) };
          try {
            if (verb === "appoint" || held === undefined) {
              holdings = [...holdings, appoint(who, { acting, ...dates }, holdings, post)];
              continue;
            }
            const after =
              verb === "end" ? endHolding(held, said) : dateHolding(held, { ...said, ...dates });
            holdings = holdings.map((each) => (each.id === after.id ? after : each));
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const then = holdersOn(at, holdings);
        expect(new Set(then.map(({ person }) => person)).size).toBe(then.length);
        for (const acting of [true, false])
          expect(then.filter((each) => each.acting === acting).length).toBeLessThanOrEqual(places);
      },
    ),
  );
});

test("a holding that fits is not refused for itself", () => {
  expect(codeOf(() => assertHolds(adaDirects, director, [adaDirects]))).toBe("done");
});

const bodies = [1, 2, 3, 4].map((number) => `01990000-0000-7000-8000-00000000006${number}`);
const [a = "", b = "", c = ""] = bodies;
const place = (organisation: string, parent: string, rest: object = {}): OrganisationPlace => ({
  ...streetsInCouncil,
  id: newId(),
  organisation,
  parent,
  ...rest,
});

test.each([
  { what: "a part of itself", there: [], made: place(a, a), code: "INV-G6" },
  { what: "a circle of two", there: [place(a, b)], made: place(b, a), code: "INV-G6" },
  {
    what: "a circle of three",
    there: [place(a, b), place(b, c)],
    made: place(c, a),
    code: "INV-G6",
  },
  { what: "a chain", there: [place(a, b)], made: place(b, c), code: "done" },
  { what: "two wholes", there: [place(a, b)], made: place(a, c), code: "PLACED_ALREADY" },
  {
    what: "one whole after another",
    there: [place(a, b, { to: "2025" })],
    made: place(a, c, { from: "2026" }),
    code: "done",
  },
  {
    what: "the other way round, later",
    there: [place(a, b, { to: "2025" })],
    made: place(b, a, { from: "2026" }),
    code: "done",
  },
])("INV-G6 $what: $code", ({ there, made, code }) => {
  expect(codeOf(() => assertPlaced(made, there))).toBe(code);
});

test("INV-G6 whatever is said, at no day is an organisation a part of itself", () => {
  const said = fc.record({
    organisation: fc.constantFrom(...bodies),
    parent: fc.constantFrom(...bodies),
    from: fc.option(day),
    to: fc.option(day),
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), day, (all, at) => {
      let places: readonly OrganisationPlace[] = [];
      for (const { organisation, parent, ...dates } of all) {
        const made = place(organisation, parent, dates);
        if (codeOf(() => assertPlaced(made, places)) === "done") places = [...places, made];
      }
      const now = places.filter(
        ({ from, to }) => (from === null || from <= at) && (to === null || at <= to),
      );
      for (const start of bodies) {
        let above = now.find(({ organisation }) => organisation === start)?.parent;
        for (let step = 0; above !== undefined && step < 9; step += 1) {
          expect(above).not.toBe(start);
          const whole: string = above;
          above = now.find(({ organisation }) => organisation === whole)?.parent;
        }
      }
    }),
  );
});
