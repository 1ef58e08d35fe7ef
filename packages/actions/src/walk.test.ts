import { addDays, moveNames, Refusal } from "@remit/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Action } from "./action.ts";
import { movesFor } from "./permission.ts";
import { carriedForward } from "./reviews.ts";
import { originalDue, originalText } from "./revision.ts";
import { actors, inStatus, june, nia, streets, verbs } from "./testing.ts";
import { actionMoves, actionVerbs } from "./verbs.ts";
import { answer } from "./verbs/answer.ts";
import { block } from "./verbs/block.ts";
import { close, reopen } from "./verbs/close.ts";
import { complete } from "./verbs/complete.ts";
import { start } from "./verbs/start.ts";
import { transfer } from "./verbs/transfer.ts";
import { withdraw } from "./verbs/withdraw.ts";

const names = moveNames(actionMoves);
const steps = fc.array(fc.nat(100_000), { minLength: 20, maxLength: 60 });
const endings: readonly string[] = ["supersede", "split", "withdraw"];

/** One verb after the other, of those that are possible where the walk has come to. It seldom chooses to end. */
function walk(choices: readonly number[], visit: (before: Action, after: Action) => void) {
  let action = inStatus.draft;
  for (const [step, choice] of choices.entries()) {
    const possible = names
      .filter((name) => actionVerbs[name].barrier(action) === null)
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
        const possible = names.filter((name) => actionVerbs[name].barrier(after) === null);
        expect(allowed.map(({ move }) => move)).toEqual(possible);
      });
    }),
  );
});

/** Every text, name and day in a record, wherever it stands. */
function said(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(said);
}

/** What each verb says that no other step says: words and a day of its own. */
const told = (step: number) => ({
  by: nia,
  on: addDays("2026-04-01", step),
  reason: `Reason ${step}`,
  note: `Note ${step}`,
});

const talkative: Partial<typeof verbs> = {
  start: (action, step) => start(action, { by: nia, on: told(step).on }),
  block: (action, step) => block(action, told(step)),
  complete: (action, step) => complete(action, { ...told(step), owner: nia }),
  close: (action, step) => close(action, { ...told(step), agreedIn: june.meeting }),
  reopen: (action, step) => reopen(action, { ...told(step), agreedIn: june.meeting }),
  transfer: (action, step) => transfer(action, { ...told(step), to: streets }),
  withdraw: (action, step) => withdraw(action, told(step)),
  answer: (action, step) => answer(action, { ...told(step), status: "acknowledged" }),
};

/** What is not said but counted, or is where an action stands now. */
const standing = new Set<string>([...Object.keys(inStatus), "pending", "acknowledged", "summary"]);

test("INV-K1 no verb drops what was said: every text, name and day once in the record is still in it", () => {
  fc.assert(
    fc.property(steps, (choices) => {
      let action = inStatus.draft;
      const heard = new Set<string>();
      for (const [step, choice] of choices.entries()) {
        const possible = names
          .filter((name) => actionVerbs[name].barrier(action) === null)
          .filter((name) => choice % 13 === 0 || !endings.includes(name));
        const name = possible[choice % possible.length]!;
        try {
          action = (talkative[name] ?? verbs[name])(action, 3000 + 2 * step);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        const now = new Set(said(action));
        for (const word of heard) expect(now).toContain(word);
        for (const word of now) if (!standing.has(word)) heard.add(word);
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  {
    what: "reopening keeps that it was done, and who took it up",
    after: reopen(
      close(complete(inStatus["in-progress"], { by: nia, on: "2026-04-02", note: "All of it" }), {
        by: nia,
        on: "2026-04-03",
        agreedIn: june.meeting,
      }),
      { by: nia, on: "2026-04-04", reason: "Not all of it", agreedIn: june.meeting },
    ),
    kept: { changes: [{ was: { done: { note: "All of it" }, started: { on: "2026-04-01" } } }] },
  },
  {
    what: "a transfer keeps who took it up",
    after: verbs.transfer(inStatus["in-progress"], 1),
    kept: { started: { on: "2026-04-01" } },
  },
  {
    what: "the group that takes it on keeps who took it up",
    after: verbs.receive(verbs.transfer(inStatus["in-progress"], 1), 1),
    kept: { changes: [{ was: { started: { on: "2026-04-01" } } }] },
  },
  {
    what: "superseding keeps who took it up",
    after: verbs.supersede(inStatus["in-progress"], 1),
    kept: { started: { on: "2026-04-01" } },
  },
  {
    what: "withdrawing keeps who took it up",
    after: verbs.withdraw(inStatus["in-progress"], 1),
    kept: { started: { on: "2026-04-01" } },
  },
  {
    what: "another answer keeps the first",
    after: [1, 2].reduce((action, step) => talkative.answer!(action, step), inStatus.open),
    kept: { owners: [{ note: "Note 2", earlier: [{ note: "Note 1", on: "2026-04-02" }] }] },
  },
])("$what", ({ after, kept }) => expect(after).toMatchObject(kept));
