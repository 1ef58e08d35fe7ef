import { type Id, type Ref, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Action } from "./action.ts";
import { depend, dependencyWarnings } from "./dependency.ts";
import { complete } from "./lifecycle.ts";
import { type Edges, heirsOf, merge, refOf, split, supersede } from "./lineage.ts";
import { raise } from "./raise.ts";
import { link, report, review } from "./record.ts";
import { receive, transfer } from "./transfer.ts";
import {
  ada,
  eight,
  figures,
  figuresRaised,
  june,
  nia,
  pavements,
  sam,
  september,
  streets,
} from "./testing.ts";

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

test("INV-A16 the lineage ends, in actions that nothing supersedes, whatever is superseded by what", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const now = play(all, (one, other, actions) =>
        supersede(one, { ...why, successors: [refOf(other)] }, edgesOf(actions, successors)),
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
  const first = supersede(one, { ...why, successors: [refOf(other)] }, none);
  const edges = edgesOf(new Map([[one.id, first]]), successors);
  const refused = expect.objectContaining({ code: "INV-A16" });
  expect(() => supersede(other, { ...why, successors: [refOf(one)] }, edges)).toThrow(refused);
  expect(() => supersede(one, { ...why, successors: [refOf(one)] }, none)).toThrow(refused);
  expect(() => supersede(one, { ...why, successors: [] }, none)).toThrow(
    expect.objectContaining({ code: "SUCCESSOR_MISSING" }),
  );
  // Even a lineage that some other program has tied in a knot ends.
  expect(heirsOf(one.id, (id) => (id === one.id ? [other.id] : [one.id]))).toEqual([]);
});

const leaflet = eight[0]!;
const halves = [
  { id: idOf(10), reference: "HPWG-2026-03-A9", number: 9, text: "Members to show the leaflet" },
  {
    id: idOf(11),
    reference: "HPWG-2026-03-A10",
    number: 10,
    text: "Members to report what is said",
  },
];

test("INV-A16 a sentence that asks for two things becomes two actions that take its place", () => {
  const { action, parts } = split(leaflet, { ...why, parts: halves }, [leaflet.reference]);
  expect(action).toMatchObject({
    status: "superseded",
    text: leaflet.text,
    closure: { successors: parts.map(refOf) },
  });
  expect(parts).toMatchObject(
    halves.map((half) => ({
      ...half,
      status: "open",
      wording: "summary",
      owners: leaflet.owners,
      raisedAt: leaflet.raisedAt,
    })),
  );
});

test("INV-A18 the parts of a split have references of their own", () => {
  const [first, second] = [halves[0]!, halves[1]!];
  const refused = expect.objectContaining({ code: "INV-A18" });
  const twice = [first, { ...second, reference: first.reference }];
  expect(() => split(leaflet, { ...why, parts: twice }, [])).toThrow(refused);
  expect(() => split(leaflet, { ...why, parts: halves }, [first.reference])).toThrow(refused);
  expect(() => split(leaflet, { ...why, parts: [first] }, [])).toThrow(
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
    now = report(now, { id: idOf(40 + number), by: nia, on: "2026-05-01", text: "So far" });
  for (const number of record.reviews)
    now = review(now, { ...june, meeting: at("Meeting", number), outcome: "carried-forward" });
  for (const number of record.links)
    now = link(now, { rel: "delivers", target: at("Outcome", number) });
  return now;
};

test("INV-A20 a merged action has the links, updates and reviews of all, each once", () => {
  fc.assert(
    fc.property(fc.array(someRecord, { minLength: 2, maxLength: 4 }), (records) => {
      const all = records.map((record, index) => recorded(town[index]!, record));
      const [survivor, others] = [all[0]!, all.slice(1)];
      const { action, duplicates } = merge(survivor, others, why, none);
      const count = (key: "updates" | "reviews" | "links") =>
        new Set(records.flatMap((record) => record[key])).size;
      expect(action.updates).toHaveLength(count("updates"));
      expect(action.reviews).toHaveLength(count("reviews"));
      expect(action.links).toHaveLength(count("links"));
      expect(action.reference).toBe(survivor.reference);
      for (const duplicate of duplicates) {
        expect(duplicate).toMatchObject({
          status: "superseded",
          closure: { successors: [refOf(survivor)] },
        });
      }
    }),
  );
});

test("INV-A20 what another group has is transferred before it is merged", () => {
  const theirs = { ...town[0]!, group: streets };
  expect(() => merge(figures, [theirs], why, none)).toThrow(
    expect.objectContaining({ code: "INV-A20" }),
  );
  const ours = receive(transfer(theirs, { ...why, to: pavements }), why, []);
  expect(merge(figures, [ours], why, none).duplicates).toMatchObject([{ status: "superseded" }]);
});

test("INV-A17 a transferred action keeps its id, its reference and its history", () => {
  const past = recorded(figures, { updates: [1], reviews: [2], links: [3] });
  const moved = receive(transfer(past, { ...why, to: streets }), { ...why, on: september.on }, []);
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
  expect(() => receive(sent, why, [figures.reference])).toThrow(
    expect.objectContaining({ code: "INV-A18" }),
  );
});

test("INV-A12 what depends on what never runs in a circle", () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const now = play(all, (one, other, actions) =>
        depend(
          one,
          refOf(other),
          edgesOf(actions, ({ dependsOn }) => dependsOn),
        ),
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
  const waiting = depend(second, refOf(first), none);
  expect(dependencyWarnings(waiting, "start", [first])).toMatchObject([
    { code: "INV-A12", message: "HPWG-2026-06-A2 waits for HPWG-2026-06-A1, which is open." },
  ]);
  expect(dependencyWarnings(waiting, "revise", [first])).toEqual([]);
  const done = complete(first, { by: sam, owner: nia, on: june.on });
  expect(dependencyWarnings(waiting, "complete", [done])).toEqual([]);
  expect(complete(waiting, { by: nia, on: june.on }).status).toBe("done");
});
