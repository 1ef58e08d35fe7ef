import { type Pointed, Refusal } from "@remit/kernel";
import { expect, test } from "vitest";
import { idsAfter } from "./testing.ts";
import {
  deliverableVerbs,
  milestoneVerbs,
  planDeliverable,
  recordContextFactor,
  recordInvolvement,
  setMilestone,
} from "./verbs.ts";

const id = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const by = { kind: "unresolved", label: "Sam" } as const;
const source = { title: "A year on", publisher: null, url: null };
const mission: Pointed = { type: "Mission", id: id(1), label: "Kerbs", access: "public" };
const begun = {
  by,
  on: "2026-03-10",
  newId: idsAfter(9000),
  place: { position: 1, codes: [] },
  source,
};
const commitment = (access: "public" | "officials" | "restricted"): Pointed => ({
  type: "Commitment",
  id: id(2),
  label: "Every kerb",
  within: mission.id,
  access,
});
const told = { ...begun, mission, title: "A map", kind: "plan", producedBy: by } as const;

const codeOf = (call: () => unknown): string | null => {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test.each(["public", "officials", "restricted"] as const)(
  "what tells of a commitment that is %s is seen by nobody else",
  (access) => {
    const about = commitment(access);
    expect(planDeliverable({ ...told, commitment: about })).toMatchObject({ access });
    const involved = { ...begun, mission, who: "Wheelchair users", how: "consulted" } as const;
    expect(recordInvolvement({ ...involved, commitment: about })).toMatchObject({ access });
    const within = { ...mission, access: "officials" as const };
    const narrower = access === "restricted" ? access : "officials";
    expect(planDeliverable({ ...told, mission: within, commitment: about })).toMatchObject({
      access: narrower,
    });
  },
);

test.each([
  ["2026-03-10", true],
  ["2026-03", true],
  ["2026", true],
  ["2026-03-11", false],
  ["2026-04", false],
  ["2031-01", false],
])("what is said to have happened in %s is taken: %s", (date, taken) => {
  const stamp = { by, on: "2026-03-10" };
  const milestone = setMilestone({ ...begun, commitment: commitment("public"), title: "Ten" });
  const deliverable = planDeliverable(told);
  const calls = [
    () => milestoneVerbs.reach(milestone, { ...stamp, actual: date }),
    () => deliverableVerbs.produce(deliverable, { ...stamp, deliveredOn: date }),
  ];
  expect(calls.map(codeOf)).toEqual(taken ? [null, null] : ["IN_FUTURE", "IN_FUTURE"]);
});

test.each([
  ["2025", "2026", true],
  ["2026", "2026", true],
  ["2026-06", "2026", true],
  ["2026", "2025", false],
  ["2026-06-02", "2026-06-01", false],
])("INV-K4 a circumstance from %s until %s is taken: %s", (since, until, taken) => {
  const circumstance = {
    ...begun,
    mission,
    title: "Storms",
    kind: "pressure",
    statement: "They came.",
    wording: "summary",
  } as const;
  const call = () => recordContextFactor({ ...circumstance, since, until });
  expect(codeOf(call)).toBe(taken ? null : "PERIOD_REVERSED");
});
