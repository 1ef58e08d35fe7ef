import {
  type Action,
  isDraft,
  isUnminuted,
  nextNumber,
  originalText,
  restate,
  type Settled,
  unlisted,
  unminuted,
} from "@remit/actions";
import { type Day, foldReference, importer } from "@remit/kernel";
import type { Raised } from "./actions.ts";
import { commonWords, type Marks, pair, sameWords } from "./pair.ts";
import type { Changed } from "./known.ts";
import type { Finding } from "./report.ts";

/** The actions that a meeting has raised, and to which of them people have done anything. */
export interface EarlierActions {
  readonly actions: readonly Action[];
  readonly touched: ReadonlySet<string>;
}

/** What new minutes of a meeting make of its actions. */
export interface KeptActions {
  readonly raised: readonly Raised[];
  readonly changed: readonly Changed[];
  readonly findings: readonly Finding[];
  /** The id that the record has for an action of the new minutes. */
  readonly idOf: (planned: string) => string;
}

/**
 * An action that the new minutes have, if with other words, is the action that it was, with its reference and whatever
 * was done since. One that they do not have is withdrawn where nobody has done anything to it. Those that were raised by
 * hand are no minutes' to change, and new ones are numbered on.
 */
export function keepActions(
  planned: readonly Raised[],
  { actions, touched }: EarlierActions,
  group: string,
  on: Day,
): KeptActions {
  const known = actions.filter((action) => !isDraft(action)).map(minuted);
  const again = planned.map(asMinuted);
  const same = recognised(known, again);
  const ids = new Map([...same].map(([one, other]) => [one.action.id, other.action.id]));
  const found = new Set([...same.values()].map(({ action }) => action));
  const first = nextNumber(actions);
  const raised = again
    .filter((each) => !same.has(each))
    .map(({ action, quoted }, index) => ({
      action: { ...action, reference: action.reference.replace(/\d+$/u, String(first + index)) },
      quoted,
    }));
  const restated = [...same].map(([{ action }, { action: before }]) => ({
    before,
    ...restate(before, action, touched.has(before.id)),
  }));
  const gone = actions
    .filter((action) => !found.has(action) && action.source !== null)
    .map((before) => ({ before, after: goneOf(before, touched.has(before.id), group, on) }));
  return {
    raised,
    changed: [
      ...restated.map(({ before, action: after }) => ({ before, after })),
      ...gone.filter(({ before, after }) => after !== before),
    ],
    findings: [...restated.flatMap(settledFinding), ...gone.map(goneFinding)],
    idOf: (planned) => ids.get(planned) ?? planned,
  };
}

/** An action as one version of minutes has it. */
interface Minuted {
  readonly action: Action;
  /** The text that minutes gave it last. */
  readonly text: string;
  /** By which minutes may name it. */
  readonly quoted: string | null;
}

const minuted = (action: Action): Minuted => ({
  action,
  text: originalText(action),
  quoted: foldReference(action.reference),
});

const asMinuted = ({ action, quoted }: Raised): Minuted => ({ action, text: action.text, quoted });

const itemOf = ({ action }: Minuted) => action.raisedAt.item?.id ?? "";
const words = commonWords<Minuted>(({ text }) => text);

const marks: Marks<Minuted> = {
  keys: [
    ({ quoted }) => quoted,
    (one) => JSON.stringify([itemOf(one), sameWords(one.text), whose(one)]),
    (one) => JSON.stringify([itemOf(one), sameWords(one.text)]),
    ({ text }) => sameWords(text),
  ],
  within: itemOf,
  // What was raised by hand is the minutes' only where they say the very same.
  likeness: (one, other) =>
    [one, other].some(({ action }) => action.source === null) ? 0 : words(one, other),
};

/** Which action each of the new minutes is. One that minutes had lost may come again anywhere. */
function recognised(known: readonly Minuted[], again: readonly Minuted[]) {
  const same = pair(known, again, marks);
  const taken = new Set(same.values());
  const lost = known.filter((one) => isUnminuted(one.action) && !taken.has(one));
  const unknown = again.filter((one) => !same.has(one));
  return new Map([...same, ...pair(lost, unknown, { keys: [], likeness: words })]);
}

const whose = ({ action }: Minuted) => action.owners.map(({ agent }) => agent.label);

/** What another group has taken on, and what somebody has worked on, is not for minutes to end. */
function goneOf(before: Action, isTouched: boolean, group: string, on: Day): Action {
  if (isUnminuted(before)) return before;
  if (before.group.id !== group) return unlisted(before);
  const by = { kind: "unresolved" as const, label: importer };
  return isTouched ? before : unminuted(before, { by, on });
}

const goneFinding = ({ before: { reference, text }, after }: Changed): Finding => ({
  code: "ACTION_GONE",
  message: `${reference} is not in the new minutes and ${after.status === "withdrawn" ? "was withdrawn" : "stays as it is"}: ${text}`,
});

const nameOf: Record<Settled, string> = {
  text: "words",
  owners: "owners",
  due: "due",
  status: "status",
};

const settledFinding = ({
  before: { reference, text },
  settled,
}: {
  readonly before: Action;
  readonly settled: readonly Settled[];
}): Finding[] =>
  settled.length === 0
    ? []
    : [
        {
          code: "ACTION_SETTLED",
          message: `The new minutes say otherwise, but the ${settled.map((what) => nameOf[what]).join(" and the ")} of ${reference} stay as people have settled them since: ${text}`,
        },
      ];
