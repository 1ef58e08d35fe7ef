import type { Day, Ref } from "@remit/kernel";
import type { Action } from "./action.ts";
import { dueDay } from "./due.ts";
import { isDueSoon, isOverdue } from "./lateness.ts";
import { carriedForward } from "./reviews.ts";
import { byReference } from "./snapshot.ts";
import { isLive } from "./status.ts";
import { asWritten, dateInWords, dueInWords, type NameOf, ownersInWords, plain } from "./words.ts";

const headings = {
  overdue: "Overdue",
  soon: "Due soon",
  agreement: "Awaiting the group's agreement",
  standing: "Standing",
  open: "Open",
} as const;
type Heading = keyof typeof headings;

/** What a group has to chase on a day, in Markdown. A group that must not name somebody gives `nameOf`. */
export function digest(
  group: Ref,
  actions: readonly Action[],
  day: Day,
  nameOf: NameOf = asWritten,
): string {
  const listed = actions
    .filter((action) => action.group.id === group.id)
    .toSorted((one, other) => compare(orderOf(one), orderOf(other)) || byReference(one, other))
    .flatMap((action) => {
      const heading = headingOf(action, day);
      return heading === null ? [] : [{ heading, line: lineOf(action, nameOf) }];
    });
  const sections = Object.entries(headings).flatMap(([key, title]) => {
    const lines = listed.filter(({ heading }) => heading === key).map(({ line }) => line);
    return lines.length === 0 ? [] : [`## ${title} (${lines.length})\n\n${lines.join("\n")}`];
  });
  const title = `# ${plain(group.label)}: actions on ${dateInWords(day)}`;
  return `${[title, ...(sections.length === 0 ? ["No action is open."] : sections)].join("\n\n")}\n`;
}

/** Earliest due first, and those without a day last. */
const orderOf = ({ due }: Action) => dueDay(due) ?? "9999-12-31~";

// By their characters: a language would put the ~ before every digit.
const compare = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

function headingOf(action: Action, day: Day): Heading | null {
  if (action.status === "done") return "agreement";
  if (!isLive(action)) return null;
  if (isOverdue(action, day)) return "overdue";
  if (isDueSoon(action, day)) return "soon";
  return action.due.kind === "standing" ? "standing" : "open";
}

function lineOf(action: Action, nameOf: NameOf): string {
  const carried = carriedForward(action);
  const facts = [
    plain(ownersInWords(action, nameOf)),
    plain(dueInWords(action.due)),
    ...(action.status === "blocked" ? [`blocked: ${plain(action.block.reason)}`] : []),
    ...(carried === 0 ? [] : [`carried forward ${carried === 1 ? "once" : `${carried} times`}`]),
  ];
  return `- **${plain(action.reference)}** ${plain(action.text)} (${facts.join("; ")})`;
}
