import { Day, Refusal, vocabulary } from "@remit/kernel";
import { expect, test } from "vitest";
import * as z from "zod";
import { defineGovernance } from "./gateway.ts";
import type { Governance } from "./governance.ts";

const risk = vocabulary("TownRisk", "How much may go wrong with an action.", {
  low: "Little may go wrong.",
  high: "Much may go wrong.",
});
const fields = (own: object) => ({ actions: { fields: own } });

// What a program in JavaScript, or a file of settings, may hand over.
test.each([
  [{ zone: "Mars/Olympus" }, "governance.zone: "],
  [{ zones: "Europe/London" }, "governance: Leave out what is not known here: zones."],
  [{ actions: { closers: "chair" } }, "governance.actions.closers: Give group or secretariat."],
  [{ actions: { kinds: ["Site Visit"] } }, "governance.actions.kinds.0: Small letters and hyph"],
  [
    { actions: { statuses: { stuck: { of: "waiting", means: "It is stuck." } } } },
    "statuses.stuck.of",
  ],
  [{ actions: { statuses: { stuck: { of: "blocked", means: "Stuck" } } } }, "statuses.stuck.means"],
  [{ actions: { statuses: { "Is stuck": { of: "blocked", means: "It is stuck." } } } }, "Is stuck"],
  [fields({ text: z.string() }), "governance.actions.fields.text: An action has a field of this"],
  [fields({ "risk-rating": risk }), "governance.actions.fields.risk-rating: Write the name with"],
  [fields({ risk: "low" }), "governance.actions.fields.risk: Give a Zod schema."],
  [fields({ risk: z.string() }), "governance.actions.fields.risk: Describe it"],
  [fields({ risk: risk.optional() }), "governance.actions.fields.risk: Leave out optional"],
  [fields({ risk: z.array(z.string()) }), "governance.actions.fields.risk: Give a text, a number"],
])("%o is refused by the name of its key", (given, message) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- wrong on purpose
  const wrong = () => defineGovernance(given as Governance);
  expect(wrong).toThrow(Refusal);
  expect(wrong).toThrow(message);
});

test("what is wrong is no program", () => {
  // @ts-expect-error -- who may close is the group or its secretariat
  expect(() => defineGovernance({ actions: { closers: "nobody" } })).toThrow("closers");
  // @ts-expect-error -- a field holds one value
  expect(() => defineGovernance(fields({ reviewed: z.array(Day) }) satisfies Governance)).toThrow(
    "reviewed",
  );
});

test("a directorate that decides nothing has what everybody has", () => {
  expect(defineGovernance()).toMatchObject({ zone: "Europe/London" });
  expect(defineGovernance({ zone: "Pacific/Auckland" })).toMatchObject({
    zone: "Pacific/Auckland",
  });
});
