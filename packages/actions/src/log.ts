import type { Day } from "@remit/kernel";
import { type Action, isDraft } from "./action.ts";
import { isOverdue } from "./lateness.ts";
import { carriedForward } from "./reviews.ts";
import { byReference } from "./snapshot.ts";
import { asWritten, dateInWords, dueInWords, type NameOf, ownersInWords, plain } from "./words.ts";

/** The action log as a Markdown table, as it stands on a day. Drafts are left out. */
export function printLog(
  actions: readonly Action[],
  today: Day,
  nameOf: NameOf = asWritten,
): string {
  const rows = actions
    .filter((action) => !isDraft(action))
    .toSorted(byReference)
    .map((action) => [
      action.reference,
      action.text,
      ownersInWords(action, nameOf),
      dueInWords(action.due),
      statusInWords(action, today),
    ]);
  return [
    "| Reference | Action | Owner | Due | Status |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.map(plain).join(" | ")} |`),
  ].join("\n");
}

function statusInWords(action: Action, today: Day): string {
  const carried = carriedForward(action);
  return [
    action.status.replace("-", " "),
    ...("closure" in action ? [dateInWords(action.closure.on)] : []),
    ...(isOverdue(action, today) ? ["overdue"] : []),
    ...(carried > 0 ? [`carried forward ${carried === 1 ? "once" : `${carried} times`}`] : []),
  ].join(", ");
}
