import { type OwnFields, Refusal, vocabulary } from "@remit/kernel";
import type { Action } from "./action.ts";
import type { ActionStatus } from "./status.ts";

/** A status of a directorate's own: a finer word for actions in one of the states that everybody knows. */
export interface OwnStatus {
  readonly of: ActionStatus;
  /** What the word means, as a sentence. */
  readonly means: string;
}

/** Statuses of a directorate's own, by their words, such as `awaiting-funding`. */
export type OwnStatuses = Readonly<Record<string, OwnStatus>>;

/** Statuses of a directorate's own as the field that holds them; none where it has no such words. */
export function statusField(statuses: OwnStatuses): OwnFields {
  const words = Object.entries(statuses).map(([word, { means }]) => [word, means]);
  if (words.length === 0) return {};
  const description = "The status of the action, in a finer word of the directorate's own.";
  return { ownStatus: vocabulary("ActionOwnStatus", description, Object.fromEntries(words)) };
}

/** Refuses with `STATUS_DIFFERS` a word for actions in another state. */
export function assertStatus(word: unknown, { status }: Action, statuses: OwnStatuses): void {
  const of = typeof word === "string" ? statuses[word]?.of : undefined;
  if (of === undefined || of === status) return;
  const message = `${String(word)} is for what is ${of}, and the action is ${status}.`;
  throw new Refusal("STATUS_DIFFERS", message, { path: ["ownStatus"] });
}

/** What an action no longer says of itself when its status changes. */
export function withoutOwnStatus({ own }: Pick<Action, "own">): Pick<Action, "own"> {
  if (own?.["ownStatus"] === undefined) return {};
  const { ownStatus: _, ...rest } = own;
  return { own: rest };
}
