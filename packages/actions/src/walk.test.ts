import { moveNames, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Action } from "./action.ts";
import { refusalOf } from "./move.ts";
import { carriedForward } from "./record.ts";
import { originalDue, originalText } from "./revision.ts";
import { actionMoves } from "./status.ts";
import { actors, inStatus, verbs } from "./testing.ts";
import { movesFor } from "./permission.ts";

const names = moveNames(actionMoves);
const steps = fc.array(fc.nat(100_000), { minLength: 20, maxLength: 60 });
const endings: readonly string[] = ["supersede", "split", "withdraw"];

/** One verb after the other, of those that are possible where the walk has come to. It seldom chooses to end. */
function walk(choices: readonly number[], visit: (before: Action, after: Action) => void) {
  let action = inStatus.draft;
  for (const [step, choice] of choices.entries()) {
    const possible = names
      .filter((name) => refusalOf(action, name) === null)
      .filter((name) => choice % 13 === 0 || !endings.includes(name));
    const name = possible[choice % possible.length]!;
    try {
      const after = verbs[name](action, 3000 + 2 * step);
      visit(action, after);
      action = after;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

test("whatever is done to an action, it is an action, and reads back from JSON as it was", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      walk(choices, (_, after) => {
        expect(Action.parse(after)).toEqual(after);
        expect(Action.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      });
    }),
  );
});

test("INV-K1 each verb that is accepted makes one version more, and changes nothing in place", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      walk(choices, (before, after) => {
        expect(after.version).toBe(before.version + 1);
        expect(Action.parse(before)).toEqual(before);
      });
    }),
  );
});

test("INV-A1, INV-A9, INV-A13, INV-A18 the first text and due, the reference and the count of reviews survive everything", () => {
  const { id, reference, text, due } = inStatus.draft;
  fc.assert(
    fc.property(steps, (choices) => {
      walk(choices, (before, after) => {
        expect({ id: after.id, reference: after.reference }).toEqual({ id, reference });
        expect(originalText(after)).toBe(text);
        expect(originalDue(after)).toEqual(due);
        expect(carriedForward(after)).toBeGreaterThanOrEqual(carriedForward(before));
        expect(after.changes.slice(0, before.changes.length)).toEqual(before.changes);
        expect(after.updates.length).toBeGreaterThanOrEqual(before.updates.length);
      });
    }),
  );
});

test("what movesFor allows an administrator is what no table or guard refuses", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      walk(choices, (_, after) => {
        const allowed = movesFor(actors.administrator, after).filter((one) => one.allowed);
        const possible = names.filter((name) => refusalOf(after, name) === null);
        expect(allowed.map(({ move }) => move)).toEqual(possible);
      });
    }),
  );
});
