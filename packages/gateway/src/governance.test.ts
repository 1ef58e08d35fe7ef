import { createGateway } from "@remit/graphql";
import { Day, Refusal, vocabulary } from "@remit/kernel";
import { expect, test } from "vitest";
import * as z from "zod";
import { defineGovernance } from "./gateway.ts";
import type { Governance } from "./governance.ts";

const risk = vocabulary("TownRisk", "How much may go wrong with an action.", {
  low: "Little may go wrong.",
  high: "Much may go wrong.",
});
const words = z.string().describe("Some words that are kept.");
const rule = { says: "The chair has read it.", refuses: () => null };
const fields = (own: object) => ({ actions: { fields: own } });

// What a program in JavaScript, or a file of settings, may hand over.
test.each([
  [{ zone: "Mars/Olympus" }, "governance.zone: "],
  [{ labels: { Gaelic: {} } }, "governance.labels.Gaelic: Write the language as the web does"],
  [
    { labels: { gd: { ActionStatus: { open: "" } } } },
    "governance.labels.gd.ActionStatus.open: Say",
  ],
  [{ zones: "Europe/London" }, "governance: Leave out what is not known here: zones."],
  [{ actions: { closers: "chair" } }, "governance.actions.closers: Give group or secretariat."],
  [{ actions: { kinds: ["Site Visit"] } }, "governance.actions.kinds.0: Small letters and hyph"],
  [
    { actions: { statuses: { stuck: { of: "waiting", means: "It is stuck." } } } },
    "statuses.stuck.of",
  ],
  [{ actions: { statuses: { stuck: { of: "blocked", means: "Stuck" } } } }, "statuses.stuck.means"],
  [{ actions: { statuses: { "Is stuck": { of: "blocked", means: "It is stuck." } } } }, "Is stuck"],
  [fields({ text: words }), "governance.actions.fields.text: An action has a field of this name"],
  [fields({ dueBefore: words }), "governance.actions.fields.dueBefore: An action has a field"],
  [
    { groups: { fields: { zone: words } } },
    "governance.groups.fields.zone: A group has a field of",
  ],
  [
    { persons: { fields: { name: words } } },
    "governance.persons.fields.name: A person has a field",
  ],
  [
    { meetings: { fields: { venue: z.string() } } },
    "governance.meetings.fields.venue: Describe it",
  ],
  [
    { commitments: { fields: { "cost centre": words } } },
    "governance.commitments.fields.cost centre",
  ],
  [
    { actions: { guards: { delete: rule } } },
    "actions.guards: Leave out what is not known here: del",
  ],
  [{ actions: { guards: { close: "chair" } } }, "governance.actions.guards.close: "],
  [
    { meetings: { guards: { close: { ...rule, says: "No" } } } },
    "meetings.guards.close.says: Say wh",
  ],
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

test.each([
  [
    { gd: { ActionStatus: { opne: "Fosgailte" } } },
    "governance.labels.gd.ActionStatus.opne: Give one",
  ],
  [
    { gd: { ActionState: { open: "Fosgailte" } } },
    "governance.labels.gd.ActionState: The graph has no",
  ],
])("labels of what is not there are refused when the graph is made: %o", (labels, message) => {
  const made = createGateway(defineGovernance({ labels }));
  expect(() => made.schema()).toThrow(message);
});

test("a rule stands for a verb that there is", () => {
  // @ts-expect-error -- nothing deletes an action
  expect(() => defineGovernance({ actions: { guards: { delete: rule } } })).toThrow("delete");
  expect(defineGovernance({ actions: { guards: { close: rule } } }).modules).toHaveLength(5);
});

test("a directorate that decides nothing has what everybody has", () => {
  expect(defineGovernance()).toMatchObject({ zone: "Europe/London" });
  expect(defineGovernance({ zone: "Pacific/Auckland" })).toMatchObject({
    zone: "Pacific/Auckland",
  });
});
