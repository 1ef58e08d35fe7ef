import { addDays, addDuration, type AgentRef, type Day, type Ref } from "@remit/kernel";
import type { Action } from "./action.ts";
import { dueDay } from "./due.ts";
import { refOf } from "./action.ts";
import { isLive } from "./status.ts";

/** When to remind: some days before an action is due, once it is some days late, or when a standing one is to be looked at. */
export interface ReminderRule {
  readonly id: string;
  readonly when: "before-due" | "overdue" | "standing-review";
  readonly days: number;
}

/** That somebody is to be reminded. `key` names the action, the rule and the due: the same key, the same reminder. */
export interface Reminder {
  readonly key: string;
  readonly action: Ref;
  /** The id of the rule: a word. */
  readonly rule: ReminderRule["id"];
  readonly due: Day;
  readonly to: readonly AgentRef[];
}

/** The reminders that fall on a day or have been missed, each once for an action, a rule and a due; `emitted` are the keys of those that went out. */
export function remindersDue(
  actions: readonly Action[],
  rules: readonly ReminderRule[],
  day: Day,
  emitted: ReadonlySet<string>,
): Reminder[] {
  return actions
    .filter(isLive)
    .flatMap((action) => rules.flatMap((rule) => reminderOf(action, rule, day)))
    .filter(({ key }) => !emitted.has(key));
}

function reminderOf(action: Action, rule: ReminderRule, day: Day): Reminder[] {
  const due = rule.when === "standing-review" ? reviewDay(action) : dueDay(action.due);
  if (due === null || !isTime(rule, due, day)) return [];
  const to = action.owners.map(({ agent }) => agent);
  return [{ key: `${action.id} ${rule.id} ${due}`, action: refOf(action), rule: rule.id, due, to }];
}

function isTime({ when, days }: ReminderRule, due: Day, day: Day): boolean {
  if (when === "overdue") return due < day && addDays(due, days) <= day;
  const begins = addDays(due, -days) <= day;
  // What is late is another rule's; a review stays due until it is made.
  return begins && (when === "standing-review" || day <= due);
}

/** When a standing action is to be looked at next. */
function reviewDay({ due, reviews, raisedAt }: Action): Day | null {
  if (due.kind !== "standing" || due.reviewEvery === null) return null;
  const last = reviews.findLast(({ outcome }) => outcome !== "not-reviewed")?.on ?? raisedAt.on;
  return addDuration(last, due.reviewEvery);
}
