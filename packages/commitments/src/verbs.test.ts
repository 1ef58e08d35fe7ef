import { readFileSync } from "node:fs";
import {
  type Actor,
  type AnyVerb,
  madeBy,
  Refusal,
  tableOf,
  toldTo,
  unreachable,
} from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Commitment, CommitmentStatus } from "./commitment.ts";
import { Observation, ObservationStatus } from "./indicator.ts";
import { planMission } from "./mission-plan.ts";
import type { Measured } from "./progress.ts";
import { notComputable } from "./required.ts";
import { effectOf, originalOf } from "./revision.ts";
import type { TargetSpec } from "./spec.ts";
import { Target, TargetStatus } from "./target.ts";
import { harbourside, idsAfter } from "./testing.ts";
import {
  assess,
  assessmentVerbs,
  commitmentVerbs,
  computeAssessment,
  makeCommitment,
  observationVerbs,
  recommendationVerbs,
  recordObservation,
  recordRecommendation,
  setTarget,
  targetVerbs,
} from "./verbs.ts";
import * as done from "./verbs.ts";

const group = "01990000-0000-7000-8000-000000000010";
const other = "01990000-0000-7000-8000-000000000011";
const agentCalled = (label: string) => ({ kind: "group", id: group, label }) as const;
const plan = planMission(harbourside, { newId: idsAfter(0), agentCalled });
const [commitment] = plan.commitments;
const [target] = plan.targets;
const [, , figure] = plan.observations;
const stamp = { by: { kind: "unresolved", label: "Sam" }, on: "2026-03-10" } as const;
const newId = idsAfter(9000);
const place = { position: 3, codes: ["dropped-kerbs"] };
const source = { title: "A year on", publisher: null, url: null };
const reason = "The council said so.";

const verbs = [
  ...Object.values(commitmentVerbs),
  ...Object.values(targetVerbs),
  ...Object.values(observationVerbs),
  ...Object.values(assessmentVerbs),
  ...Object.values(recommendationVerbs),
];
const makers = [
  makeCommitment,
  setTarget,
  recordObservation,
  assess,
  computeAssessment,
  recordRecommendation,
];

test("each verb has a mutation of its own", () => {
  const mutations = [...verbs, ...makers].map(({ mutation }) => mutation);
  expect(mutations.toSorted()).toEqual([
    "answerRecommendation",
    "assess",
    "beginCommitment",
    "computeAssessment",
    "concludeCommitment",
    "makeCommitment",
    "meetTarget",
    "missTarget",
    "recordObservation",
    "recordRecommendation",
    "restateCommitment",
    "reviseObservation",
    "reviseTarget",
    "setTarget",
    "settleRecommendation",
    "supersedeCommitment",
    "withdrawAssessment",
    "withdrawCommitment",
    "withdrawObservation",
    "withdrawRecommendation",
    "withdrawTarget",
  ]);
});

const actor = (facts: Partial<Actor>): Actor => ({
  id: null,
  actsFor: [],
  roles: [],
  official: false,
  administrator: false,
  ...facts,
});
const actors = {
  anybody: actor({}),
  official: actor({ official: true }),
  member: actor({ roles: [{ group, role: "member" }] }),
  secretariat: actor({ roles: [{ group, role: "secretariat" }] }),
  chair: actor({ roles: [{ group, role: "chair" }] }),
  "secretariat of another group": actor({ roles: [{ group: other, role: "secretariat" }] }),
  administrator: actor({ administrator: true }),
};
const may = ["secretariat", "chair", "administrator"];

const things = { Commitment: commitment!, Target: target!, Observation: figure! };
/** Whether a caller may do a verb to a thing of the mission, and to one that no group keeps. */
const mayDo = <Thing extends Commitment | Target | Observation>(
  verbs: Readonly<Record<string, AnyVerb<Thing>>>,
  thing: Thing,
) =>
  Object.values(verbs).map((verb) => ({
    mutation: verb.mutation,
    of: (caller: Actor) => verb.allows(caller, thing),
    ofNobodys: (caller: Actor) => verb.allows(caller, { ...thing, keeper: null }),
  }));

test.each(
  [
    ...mayDo<Commitment>(commitmentVerbs, things.Commitment),
    ...mayDo<Target>(targetVerbs, things.Target),
    ...mayDo<Observation>(observationVerbs, things.Observation),
  ].flatMap((each) =>
    Object.entries(actors).map(([who, caller]) => ({
      ...each,
      who,
      caller,
      allowed: may.includes(who),
    })),
  ),
)("may $who $mutation: $allowed", ({ of, ofNobodys, caller, allowed }) => {
  expect(of(caller)).toBe(allowed);
  expect(ofNobodys(caller)).toBe(caller.administrator);
});

test.each(
  makers.flatMap((maker) =>
    Object.entries(actors).map(([who, caller]) => ({
      maker,
      mutation: maker.mutation,
      who,
      caller,
      allowed: may.includes(who),
    })),
  ),
)("may $who $mutation: $allowed", ({ maker, caller, allowed }) => {
  expect(maker.refusal(caller, group) === null).toBe(allowed);
});

test.each([
  { noun: "Commitment", verbs: commitmentVerbs, start: "made", states: CommitmentStatus.options },
  {
    noun: "Target",
    verbs: targetVerbs,
    start: "proposed",
    states: TargetStatus.options,
  },
] as const)(
  "every state of a $noun is reached from where it starts",
  ({ verbs, start, states }) => {
    const moves = Object.fromEntries(
      Object.entries(verbs).map(([name, { from, to }]) => [name, { from, to }]),
    );
    expect(unreachable(moves, start)).toEqual([]);
    const reached = new Set([
      start,
      ...Object.values(moves).flatMap(({ to }) => (to === "same" ? [] : to)),
    ]);
    expect(reached).toEqual(new Set<string>(states));
  },
);

const codeOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test("INV-C1 the statement of a commitment stays, however often it is restated", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (texts) => {
      let now = commitment!;
      for (const statement of texts)
        now = commitmentVerbs.restate(now, { ...stamp, statement: `x${statement}`, source });
      expect(now.statement).toBe(commitment!.statement);
      expect(now.restatements.map(({ statement }) => statement)).toEqual(
        texts.map((text) => `x${text}`.trim()),
      );
      expect(now.version).toBe(commitment!.version + texts.length);
    }),
  );
});

test("a commitment ends with who, when and why, and then no more", () => {
  const outcome = "partly-delivered" as const;
  const ended = commitmentVerbs.conclude(commitment!, { ...stamp, outcome, reason });
  expect(ended).toMatchObject({ status: outcome, ended: { ...stamp, reason }, version: 2 });
  for (const verb of [commitmentVerbs.begin, commitmentVerbs.withdraw])
    expect(codeOf(() => verb(ended, { ...stamp, reason }))).toBe("MOVE_REFUSED");
});

test("a code that the mission has is not given twice", () => {
  const mission = {
    type: "Mission",
    id: plan.mission.id,
    label: "Kerbs",
    group,
    access: "public",
  } as const;
  const said = {
    ...stamp,
    mission,
    statement: "x",
    wording: "summary",
    kind: "output",
    source,
    newId,
    place,
  } as const;
  expect(codeOf(() => makeCommitment({ ...said, code: "dropped-kerbs" }))).toBe("CODE_TAKEN");
  expect(makeCommitment({ ...said, code: "benches" })).toMatchObject({
    keeper: group,
    access: "public",
    position: 3,
    made: stamp,
    period: { start: null, end: null, label: null },
    status: "made",
  });
});

const beds = (value: string): TargetSpec => ({ kind: "absolute", value, unit: "beds" });
const bedTarget = Target.parse({
  ...target,
  spec: beds("650"),
  baseline: { kind: "exact", value: "418", unit: "beds" },
  by: { start: null, end: "2026", label: null },
});

test("INV-C19 a goal that moves from 650 to 700 leaves what it was, why, and which way", () => {
  const revised = targetVerbs.revise(bedTarget, { ...stamp, asks: beds("700"), reason, source });
  expect(revised).toMatchObject({ spec: beds("700"), status: "set", version: 2 });
  const was = { spec: beds("650"), by: bedTarget.by, baseline: bedTarget.baseline };
  expect(revised.revisions).toEqual([{ was, effect: "harder", ...stamp, reason, source }]);
  const again = targetVerbs.revise(revised, { ...stamp, asks: beds("600"), reason, source });
  expect(again.revisions.map(({ effect }) => effect)).toEqual(["harder", "easier"]);
  expect(originalOf(again)).toEqual(was);
  expect(codeOf(() => targetVerbs.revise(again, { ...stamp, asks: beds("600"), reason }))).toBe(
    "NOTHING_CHANGES",
  );
  expect(codeOf(() => targetVerbs.revise(again, { ...stamp, asks: beds("1"), reason: " " }))).toBe(
    "INVALID_INPUT",
  );
});

const until = (end: string | null) => ({ start: null, end, label: null });
test.each([
  { what: "a later end", is: { by: until("2027") }, effect: "easier" },
  { what: "an earlier end", is: { by: until("2025-06") }, effect: "harder" },
  { what: "the same end, said as a month", is: { by: until("2026-12") }, effect: "neutral" },
  { what: "no end any more", is: { by: until(null) }, effect: "unclear" },
  { what: "more, and later", is: { spec: beds("700"), by: until("2027") }, effect: "unclear" },
  { what: "less, and later", is: { spec: beds("600"), by: until("2027") }, effect: "easier" },
  {
    what: "another unit",
    is: { spec: { kind: "absolute", value: "700", unit: "places" } },
    effect: "unclear",
  },
  {
    what: "a bound that says the same",
    is: { spec: { kind: "threshold", operator: "at-least", value: "650", unit: "beds" } },
    effect: "neutral",
  },
  {
    what: "words instead of a number",
    is: { spec: { kind: "unspecified", text: "more beds" } },
    effect: "unclear",
  },
  {
    what: "a target in words with more time",
    was: { spec: { kind: "milestone", text: "A guide" } },
    is: { spec: { kind: "milestone", text: "A guide" }, by: until("2027") },
    effect: "easier",
  },
] as { what: string; was?: object; is: object; effect: string }[])(
  "INV-C19 $what is $effect",
  ({ was = {}, is, effect }) => {
    expect(effectOf({ ...bedTarget, ...was }, { ...bedTarget, ...is })).toBe(effect);
  },
);

test("INV-C19 what is harder one way is easier the other way", () => {
  const value = fc.integer({ min: 0, max: 1000 }).map(String);
  fc.assert(
    fc.property(value, value, fc.boolean(), (one, two, grows) => {
      const operator = grows ? "at-least" : "at-most";
      const of = (each: string) => ({
        ...bedTarget,
        spec: { kind: "threshold", operator, value: each, unit: "beds" } as const,
      });
      const opposite = {
        easier: "harder",
        harder: "easier",
        neutral: "neutral",
        unclear: "unclear",
      };
      expect(effectOf(of(one), of(two))).toBe(opposite[effectOf(of(two), of(one))]);
    }),
  );
});

test("INV-C24 a target without a number is a gap until a revision gives it one", () => {
  const vague = Target.parse({ ...bedTarget, spec: { kind: "unspecified", text: "more beds" } });
  const revised = targetVerbs.revise(vague, { ...stamp, asks: beds("700"), reason });
  expect(revised).toMatchObject({ spec: beds("700"), revisions: [{ effect: "unclear" }] });
});

const measured = (value: string) => ({
  ...bedTarget,
  direction: null,
  latest: { kind: "exact", value, unit: "beds" } as const,
});
const meet = (given: Measured) =>
  codeOf(() => targetVerbs.meet(bedTarget, { ...stamp, reason, measured: given }));

test("INV-C26 a target that is a number is met by a figure, and not by a word", () => {
  expect(meet(measured("649"))).toBe("INV-C26");
  expect(meet({ ...measured("650"), latest: notComputable("NO_FIGURE") })).toBe("INV-C26");
  expect(meet(measured("650"))).toBeNull();
  expect(meet({ ...measured("1"), spec: { kind: "milestone", text: "A guide" } })).toBeNull();
});

test("INV-C11 a figure that is replaced stays, as an earlier vintage", () => {
  const revise = (vintages: readonly Observation[]) =>
    observationVerbs.revise.outcome(figure!, {
      ...stamp,
      value: "14",
      source,
      reason,
      vintages,
      newId,
    });
  const { subject, made } = revise([figure!]);
  expect(subject).toMatchObject({ value: "13", status: "superseded", version: 2, reason });
  expect(made).toMatchObject([
    { value: "14", status: "revised", vintage: 2, version: 1, made: stamp },
  ]);
  const later = { ...figure!, vintage: 2, status: "revised" } as const;
  expect(codeOf(() => revise([figure!, later]))).toBe("INV-C11");
  const back = { ...later, status: "withdrawn" } as const;
  expect(revise([figure!, back]).made).toMatchObject([{ vintage: 3 }]);
  expect(codeOf(() => observationVerbs.withdraw(subject, { ...stamp, reason }))).toBe(
    "MOVE_REFUSED",
  );
});

test("INV-C11 days that have a figure get no second one, unless it was taken back", () => {
  const indicator = {
    type: "Indicator",
    id: plan.indicators[0]!.id,
    label: "kerbs",
    group,
    access: "public",
  } as const;
  const said = {
    ...stamp,
    indicator,
    period: { start: "2025-01", end: "2025-12", label: null },
    value: "14",
    source,
    newId,
    place,
  };
  expect(codeOf(() => recordObservation({ ...said, vintages: [figure!] }))).toBe("INV-C11");
  const back = { ...figure!, status: "withdrawn" } as const;
  expect(recordObservation({ ...said, vintages: [back] })).toMatchObject({
    vintage: 2,
    status: "published",
  });
  expect(recordObservation({ ...said, vintages: [], partial: true })).toMatchObject({
    vintage: 1,
    status: "partial",
  });
});

const ofTarget = {
  type: "Target",
  id: target!.id,
  label: target!.statement,
  group,
  access: "public",
} as const;
const said = {
  ...stamp,
  subject: ofTarget,
  kind: "independent",
  scale: "ogp-completion",
  scaleVersion: "1",
  value: "limited",
  assessor: { kind: "unresolved", label: "Audit Scotland" },
  rationale: "Half of the kerbs are there.",
  newId,
} as const;

test("INV-C9 a word needs an assessor and a rationale, and a value that its scale has", () => {
  expect(assess(said)).toMatchObject({
    kind: "independent",
    scale: { id: "ogp-completion", version: "1" },
    asAt: stamp.on,
    status: "given",
    keeper: group,
  });
  expect(codeOf(() => assess({ ...said, rationale: " " }))).toBe("INVALID_INPUT");
  const nobody = { kind: "unresolved", label: " " } as const;
  expect(codeOf(() => assess({ ...said, assessor: nobody }))).toBe("INVALID_INPUT");
  expect(codeOf(() => assess({ ...said, value: "splendid" }))).toBe("RATING_UNKNOWN");
  expect(codeOf(() => assess({ ...said, scaleVersion: "9" }))).toBe("SCALE_UNKNOWN");
});

test("INV-C8 INV-C6 a rule rates beside the words of others, with its version", () => {
  const growth = {
    kind: "figures",
    base: { year: 2024, value: "10" },
    latest: { year: 2026, value: "13" },
    target: { year: 2028, value: "15" },
    direction: "increase",
  } as const;
  const computed = computeAssessment({ ...stamp, target: ofTarget, growth, newId });
  expect(computed).toMatchObject({
    kind: "computed",
    value: "substantial-progress",
    scale: { id: "open-sdg-progress", version: "2" },
    method: { id: "open-sdg-growth", version: "2" },
    assessor: null,
    rationale: null,
  });
  const none = notComputable("NO_FIGURE");
  expect(codeOf(() => computeAssessment({ ...stamp, target: ofTarget, growth: none, newId }))).toBe(
    "NOT_COMPUTABLE",
  );
  const back = assessmentVerbs.withdraw(computed, { ...stamp, reason });
  expect(back).toMatchObject({ status: "withdrawn", ended: { reason }, value: computed.value });
  expect(codeOf(() => assessmentVerbs.withdraw(back, { ...stamp, reason }))).toBe("MOVE_REFUSED");
});

test("INV-C18 a recommendation has one answer that stands, and keeps those before it", () => {
  const mission = { type: "Mission", id: plan.mission.id, label: "Kerbs", group } as const;
  const made = recordRecommendation({
    ...stamp,
    mission,
    code: "panel-7",
    text: "Count the kerbs every year.",
    wording: "verbatim",
    madeBy: { kind: "unresolved", label: "The People's Panel" },
    source,
    newId,
    place,
  });
  expect(made).toMatchObject({ status: "awaiting", answers: [], answerDue: null });
  const follows = { type: "Commitment", id: commitment!.id, label: "kerbs", within: mission.id };
  const answer = (position: "noted" | "accepted") => ({
    ...stamp,
    position,
    text: "We will.",
    commitments: [follows],
  });
  const noted = recommendationVerbs.answer(made, answer("noted"));
  const accepted = recommendationVerbs.answer(noted, answer("accepted"));
  expect(accepted.answers.map(({ position }) => position)).toEqual(["noted", "accepted"]);
  expect(accepted).toMatchObject({ status: "answered", version: 3 });
  const elsewhere = [{ ...follows, within: other }];
  const foreign = { ...answer("accepted"), commitments: elsewhere };
  expect(codeOf(() => recommendationVerbs.answer(made, foreign))).toBe("OTHER_MISSION");
  expect(
    codeOf(() => recommendationVerbs.settle(made, { ...stamp, outcome: "implemented", reason })),
  ).toBe("MOVE_REFUSED");
  expect(
    recommendationVerbs.settle(accepted, { ...stamp, outcome: "implemented", reason }),
  ).toMatchObject({ status: "implemented", ended: { reason } });
});

const ended = { ...stamp, reason };
const successor = { type: "Commitment", id: commitment!.id, label: "dropped-kerbs-2" };
test.each([
  ...CommitmentStatus.options.map((status) => ({
    schema: Commitment,
    thing: { ...things.Commitment, status, ended, successor },
  })),
  ...TargetStatus.options.map((status) => ({
    schema: Target,
    thing: { ...things.Target, status, ended },
  })),
  ...ObservationStatus.options.map((status) => ({
    schema: Observation,
    thing: { ...things.Observation, status },
  })),
])("what is $thing.status is read as it is kept", ({ schema, thing }) => {
  const read = schema.parse(thing);
  expect(read.status).toBe(thing.status);
  expect(schema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
});

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const squeezed = readme.replaceAll(/ +/gu, " ").replaceAll(/-{3,}/gu, "---");

test("the README has every verb, with what it does, when, and whose it is", () => {
  for (const table of [
    tableOf(Object.values(commitmentVerbs)),
    tableOf(Object.values(targetVerbs)),
    tableOf(Object.values(observationVerbs)),
    tableOf(Object.values(assessmentVerbs)),
    tableOf(Object.values(recommendationVerbs)),
    tableOf(Object.values(done.reportVerbs)),
    tableOf(Object.values(done.outcomeVerbs)),
    tableOf(Object.values(done.milestoneVerbs)),
    tableOf(Object.values(done.deliverableVerbs)),
    tableOf(Object.values(done.fundingVerbs)),
    tableOf(Object.values(done.profileVerbs)),
    tableOf(Object.values(done.standardVerbs)),
    tableOf(Object.values(done.standardAssessmentVerbs)),
    tableOf(Object.values(done.contextVerbs)),
    tableOf(Object.values(done.involvementVerbs)),
    tableOf(Object.values(done.relationVerbs)),
  ])
    expect(squeezed).toContain(table);
});

const readers = [
  ...verbs.map(({ mutation, input }) => ({
    mutation,
    read: (given: unknown) => toldTo("Target", input.shape, given),
    shape: input.shape,
  })),
  ...makers.map(({ mutation, input }) => ({
    mutation,
    read: (given: unknown) => madeBy(input.shape, given),
    shape: input.shape,
  })),
];
test.each(readers)("whatever is told to $mutation is read, or refused", ({ shape, read }) => {
  const member = fc.constantFrom(
    ...Object.keys(shape),
    "id",
    "value",
    "unit",
    "absolute",
    "exact",
    "start",
    "end",
    "__proto__",
  );
  const leaf = fc.oneof(
    fc.anything(),
    fc.constantFrom("2026", "1e9", "-0.5", "Mission:x", `Indicator:${group}`, "at-least"),
  );
  const { given } = fc.letrec<{ given: unknown }>((tie) => ({
    given: fc.dictionary(member, fc.oneof({ depthSize: "small" }, leaf, tie("given")), {
      maxKeys: 6,
      noNullPrototype: false,
    }),
  }));
  fc.assert(
    fc.property(given, (told) => {
      expect([null, "INVALID_INPUT"]).toContain(codeOf(() => read(told)));
    }),
  );
});
