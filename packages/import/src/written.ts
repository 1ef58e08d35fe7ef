import type { Reading } from "@remit/documents";
import { type Day, foldReference } from "@remit/kernel";

type Written = Reading["actions"][number];

const reference = "[\\p{L}\\d]{1,12}(?:-[\\p{L}\\d]{1,12})*-\\d{4}-\\d{2}(?:-\\d{2})?-A\\d{1,4}";
const asNumber = new RegExp(`^\\W*(?<ref>${reference})\\W*$`, "iu");
const inText = new RegExp(`^\\W*(?<ref>${reference})\\b|\\((?<last>${reference})\\)\\W*$`, "iu");

/** The reference by which minutes name an action: in the place of its number, before its text, or in brackets after it. */
export function referenceIn({ number, text }: Pick<Written, "number" | "text">): string | null {
  const found = asNumber.exec(number ?? "")?.groups ?? inText.exec(text)?.groups;
  const quoted = found?.["ref"] ?? found?.["last"];
  return quoted === undefined ? null : foldReference(quoted);
}

/** What is recorded of an action that minutes call done, or null where their word says something else. Who said so, or when, they seldom tell. */
export const completionOf = (
  status: string,
  on: Day,
): { readonly on: Day; readonly override: string } | null =>
  /^(achieved|closed|complete|completed|discharged|done)\b/iu.test(status)
    ? { on, override: `Recorded in the minutes as "${status}"` }
    : null;
