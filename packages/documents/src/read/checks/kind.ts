import type { Reading } from "../../reading.ts";
import type { Line } from "../blocks/lines.ts";

/** Signs by which a document shows that it is something else, and what. */
const kinds: readonly (readonly [string, RegExp, number])[] = [
  [
    "a press release",
    /\b(?:for immediate release|press release|news release|notes? to editors|media (?:enquiries|contact)|embargoed until)\b/iu,
    1,
  ],
  [
    "a newsletter",
    /\b(?:newsletter|in this (?:issue|edition)|unsubscribe|view (?:this email )?in (?:your )?browser|editor'?s? (?:note|letter)|what'?s on)\b/iu,
    1,
  ],
  [
    "program code",
    /^\s*(?:import .+ from ["']|#include <|(?:export )?(?:function|class|const|let|var) \w+ ?[=({]|def \w+\(|package \w+;|use [\w:]+;|public (?:static )?\w+)|[{}]$|[\w)\]"'];$|^\s*(?:\/\/|\/\*)/u,
    0.3,
  ],
];
const minutes =
  /\b(?:minutes?|notes? of (?:the |a )?meeting|meeting (?:notes|record)|proceedings|sederunt|matters arising)\b|^\W*(?:in attendance|attending|present|attended by|apologies|attendees|attendance)\b/iu;
/** Without one of these nobody met. */
const meets = /\b(?:meetings?|met|minutes?|call|session|agenda|sederunt|standup|conference)\b/iu;

type Facts = Pick<Reading, "attendance" | "items" | "actions" | "decisions" | "date" | "title">;

/** What a document looks like that does not look like minutes; null where it does. */
export function otherKindOf(lines: readonly Line[], facts: Facts): string | null {
  const told = lines
    .slice(0, 400)
    .map(({ content, marker }) => content.plain.slice(0, 400) + (marker === "bullet" ? " " : ""));
  if (told.slice(0, 40).some((line) => minutes.test(line))) return null;
  if (facts.attendance.some(({ categoryBasis }) => categoryBasis === "stated")) return null;
  for (const [kind, sign, share] of kinds) {
    const found = told.filter((line) => sign.test(line)).length;
    if (share < 1 ? found > told.length * share : found > 0) return kind;
  }
  const { attendance, items, actions, decisions, date, title } = facts;
  if (/\bnewsletter\b/iu.test(title ?? "")) return "a newsletter";
  const business = items.length + actions.length + decisions.length;
  const nothing = attendance.length + business === 0;
  if (nothing && date === null) return "text without a day, people or items";
  const met = [title ?? "", ...told.slice(0, 40)].some((line) => meets.test(line));
  return business === 0 && !met ? "text about no meeting" : null;
}
