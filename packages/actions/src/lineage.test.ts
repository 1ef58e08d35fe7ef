import { type Id, type Ref, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Action, refOf } from "./action.ts";
import { warningOf } from "./dependency.ts";
import { type Edges, reaches } from "./edges.ts";
import { raise } from "./raise.ts";
import { nextNumber } from "./reference.ts";
import {
  ada,
  eight,
  figures,
  figuresRaised,
  june,
  nia,
  pavements,
  september,
  streets,
} from "./testing.ts";
import { addDependency } from "./verbs/add-dependency.ts";
import { complete } from "./verbs/complete.ts";
import { link } from "./verbs/link.ts";
import { merge } from "./verbs/merge.ts";
import { report } from "./verbs/report.ts";
import { review } from "./verbs/review.ts";
import { split } from "./verbs/split.ts";
import { start } from "./verbs/start.ts";
import { supersede } from "./verbs/supersede.ts";
import { receive, transfer } from "./verbs/transfer.ts";

const why = { by: ada, on: "2026-04-01", reason: "They ask for the same" };
const none: Edges = () => [];
const idOf = (number: number) => `01990000-0000-7000-8000-00000000${5000 + number}`;
const town = Array.from({ length: 8 }, (_, number) =>
  raise({
    ...figuresRaised,
    id: idOf(number),
    number: number + 1,
    reference: `HPWG-2026-06-A${number + 1}`,
  }),
);
const edgesOf =
  (actions: ReadonlyMap<Id, Action>, next: (action: Action) => readonly Ref[]): Edges =>
  (id) =>
    next(actions.get(id) ?? figures).map((ref) => ref.id);
const successors = (action: Action) =>
  action.status === "superseded" ? action.closure.successors : [];
const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 40 });

/** Applies a verb to pairs of the town's actions, and passes over what is refused. */
function play(
  all: readonly (readonly [number, number])[],
  verb: (one: Action, other: Action, now: Map<Id, Action>) => Action,
) {
  const now = new Map(town.map((action) => [action.id, action]));
  for (const [one, other] of all) {
    try {
      const changed = verb(now.get(idOf(one))!, now.get(idOf(other))!, now);
      now.set(changed.id, changed);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return now;
}

/** The actions at the end of a lineage. */
function heirsOf(id: Id, supersededBy: Edges): Id[] {
  const visited = new Set([id]);
  for (const one of visited) for (const next of supersededBy(one)) visited.add(next);
  return [...visited].filter((one) => supersededBy(one).length === 0);
}

test("INV-A16 the lineage ends, in actions that nothing supersedes, whatever is superseded by what", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const now = play(all, (one, other, actions) =>
        supersede(one, {
          ...why,
          successors: [refOf(other)],
          supersededBy: edgesOf(actions, successors),
        }),
      );
      const edges = edgesOf(now, successors);
      for (const { id } of town) {
        const heirs = heirsOf(id, edges);
        expect(heirs.length).toBeGreaterThan(0);
        expect(heirs.every((heir) => now.get(heir)?.status === "open")).toBe(true);
      }
    }),
  );
});

test("INV-A16 an action cannot take the place of what took its own, nor its own place", () => {
  const [one, other] = [town[0]!, town[1]!];
  const first = supersede(one, { ...why, successors: [refOf(other)], supersededBy: none });
  const edges = edgesOf(new Map([[one.id, first]]), successors);
  const refused = expect.objectContaining({ code: "INV-A16" });
  const itself = { ...why, successors: [refOf(one)] };
  expect(() => supersede(other, { ...itself, supersededBy: edges })).toThrow(refused);
  expect(() => supersede(one, { ...itself, supersededBy: none })).toThrow(refused);
  expect(() => supersede(one, { ...why, successors: [], supersededBy: none })).toThrow(
    expect.objectContaining({ code: "SUCCESSOR_MISSING" }),
  );
  // Even a lineage that some other program has tied in a knot ends.
  const knot: Edges = (id) => (id === one.id ? [other.id] : [one.id]);
  expect(reaches([one.id], figures.id, knot)).toBe(false);
  const late = { ...why, successors: [refOf(one)], supersededBy: knot };
  expect(supersede(figures, late).status).toBe("superseded");
});

const leaflet = eight[0]!;
const series = { group: pavements, stem: "HPWG-2026-03-A", next: nextNumber(eight) };
const idsFrom = (first: number) => {
  let next = first;
  return () => idOf(next++);
};
const splitInto = (...texts: string[]) =>
  split.outcome(leaflet, {
    ...why,
    parts: texts.map((text) => ({ text })),
    series,
    newId: idsFrom(10),
  });

test("INV-A16 a sentence that asks for two things becomes two actions that take its place", () => {
  const texts = ["Members to show the leaflet", "Members to report what is said"];
  const { subject, made, changed } = splitInto(...texts);
  expect(subject).toMatchObject({
    status: "superseded",
    text: leaflet.text,
    closure: { successors: made.map(refOf) },
  });
  expect(made).toMatchObject(
    texts.map((text, index) => ({
      id: idOf(10 + index),
      reference: `HPWG-2026-03-A${9 + index}`,
      number: 9 + index,
      text,
      status: "open",
      wording: "summary",
      owners: leaflet.owners,
      raisedAt: leaflet.raisedAt,
    })),
  );
  expect(changed).toEqual([]);
});

test("INV-A18 the parts of a split have references of their own", () => {
  const texts = Array.from({ length: 20 }, (_, index) => `Part ${index}`);
  const { made } = splitInto(...texts);
  const references = [...eight, ...made].map(({ reference }) => reference);
  expect(new Set(references).size).toBe(eight.length + texts.length);
  expect(new Set(made.map(({ id }) => id)).size).toBe(texts.length);
  expect(() => splitInto("Members to show the leaflet")).toThrow(
    expect.objectContaining({ code: "PARTS_MISSING" }),
  );
});

test("INV-A18 a reference is given once in a group", () => {
  expect(() => raise(figuresRaised, [figures.reference])).toThrow(
    expect.objectContaining({ code: "INV-A18", path: ["reference"] }),
  );
});

const someRecord = fc.record({
  updates: fc.uniqueArray(fc.nat(9), { maxLength: 5 }),
  reviews: fc.uniqueArray(fc.nat(9), { maxLength: 5 }),
  links: fc.uniqueArray(fc.nat(9), { maxLength: 5 }),
});
const at = (type: string, number: number): Ref => ({
  type,
  id: idOf(20 + number),
  label: `${type} ${number}`,
});

const recorded = (
  action: Action,
  record: { updates: number[]; reviews: number[]; links: number[] },
) => {
  let now = action;
  for (const number of record.updates)
    now = report(now, { by: nia, on: "2026-05-01", text: "So far", newId: idsFrom(40 + number) });
  for (const number of record.reviews)
    now = review(now, {
      ...june,
      by: ada,
      meeting: at("Meeting", number),
      outcome: "carried-forward",
    });
  for (const number of record.links)
    now = link(now, { ...why, relation: "delivers", target: at("Outcome", number) });
  return now;
};

test("INV-A20 a merged action has the links, updates and reviews of all, each once", () => {
  fc.assert(
    fc.property(fc.array(someRecord, { minLength: 2, maxLength: 4 }), (records) => {
      const all = records.map((record, index) => recorded(town[index]!, record));
      const [survivor, others] = [all[0]!, all.slice(1)];
      const facts = { ...why, duplicates: others, supersededBy: none };
      const { subject, changed, made } = merge.outcome(survivor, facts);
      const count = (key: "updates" | "reviews" | "links") =>
        new Set(records.flatMap((record) => record[key])).size;
      expect(subject.updates).toHaveLength(count("updates"));
      expect(subject.reviews).toHaveLength(count("reviews"));
      expect(subject.links).toHaveLength(count("links"));
      expect(subject.reference).toBe(survivor.reference);
      expect(made).toEqual([]);
      expect(changed.map(({ before }) => before)).toEqual(others);
      for (const { after } of changed) {
        expect(after).toMatchObject({
          status: "superseded",
          closure: { successors: [refOf(survivor)] },
        });
      }
    }),
  );
});

test("INV-A20 what another group has is transferred before it is merged", () => {
  const theirs = { ...town[0]!, group: streets };
  const of = (duplicate: Action) => ({ ...why, duplicates: [duplicate], supersededBy: none });
  expect(() => merge(figures, of(theirs))).toThrow(expect.objectContaining({ code: "INV-A20" }));
  const ours = receive(transfer(theirs, { ...why, to: pavements }), { ...why, taken: [] });
  expect(merge.outcome(figures, of(ours)).changed).toMatchObject([
    { before: ours, after: { status: "superseded" } },
  ]);
});

test("INV-A17 a transferred action keeps its id, its reference and its history", () => {
  const past = recorded(figures, { updates: [1], reviews: [2], links: [3] });
  const moved = receive(transfer(past, { ...why, to: streets }), {
    ...why,
    on: september.on,
    taken: [],
  });
  const { group, version, changes, ...same } = moved;
  expect(past).toMatchObject(same);
  expect(group).toEqual(streets);
  expect(version).toBe(past.version + 2);
  expect(changes).toMatchObject([
    {
      verb: "receive",
      on: september.on,
      was: { group: pavements, transfer: { to: streets, on: why.on } },
    },
  ]);
});

test("INV-A17 a transfer is to another group, which has no such reference yet", () => {
  expect(() => transfer(figures, { ...why, to: pavements })).toThrow(
    expect.objectContaining({ code: "SAME_GROUP" }),
  );
  const sent = transfer(figures, { ...why, to: streets });
  expect(() => receive(sent, { ...why, taken: [figures.reference] })).toThrow(
    expect.objectContaining({ code: "INV-A18" }),
  );
});

test("INV-A12 what depends on what never runs in a circle", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const now = play(all, (one, other, actions) =>
        addDependency(one, {
          ...why,
          after: refOf(other),
          dependencies: edgesOf(actions, ({ dependsOn }) => dependsOn),
        }),
      );
      const edges = edgesOf(now, ({ dependsOn }) => dependsOn);
      // Taking away what depends on nothing that is left takes away everything.
      let left = town.map(({ id }) => id);
      for (let size = -1; size !== left.length;) {
        size = left.length;
        left = left.filter((id) => edges(id).some((next) => left.includes(next)));
      }
      expect(left).toEqual([]);
    }),
  );
});

const on = (...dependsOn: Ref[]) =>
  raise({ ...figuresRaised, reference: "HPWG-2026-06-A9", dependsOn });

test("INV-A12 a new action waits for each other once, and never for itself", () => {
  expect(() => on(refOf(figures))).toThrow(expect.objectContaining({ code: "INV-A12" }));
  const other = refOf(town[0]!);
  expect(() => on(other, other)).toThrow(expect.objectContaining({ code: "DEPENDS_ALREADY" }));
  expect(on(other).dependsOn).toEqual([other]);
});

test("INV-A12 starting or completing before another is done is told, and not stopped", () => {
  const [first, second] = [town[0]!, town[1]!];
  const waiting = addDependency(second, { ...why, after: refOf(first), dependencies: none });
  expect(warningOf(waiting, first)).toEqual({
    code: "INV-A12",
    message: "HPWG-2026-06-A2 waits for HPWG-2026-06-A1, which is open.",
    about: refOf(first),
  });
  expect(start(waiting, { by: nia, on: june.on }).status).toBe("in-progress");
  expect(complete(waiting, { by: nia, on: june.on }).status).toBe("done");
});
