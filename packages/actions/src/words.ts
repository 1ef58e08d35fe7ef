import { type AgentRef, lastDay, type PartialDate } from "@remit/kernel";
import type { Action } from "./action.ts";
import type { Due } from "./due.ts";

/** What an agent is called. A group that may not name somebody gives its own. */
export type NameOf = (agent: AgentRef) => string;

export const asWritten: NameOf = ({ label }) => label;

/** The owners as a log has them: lead first. */
export function ownersInWords(
  { owners }: Pick<Action, "owners">,
  nameOf: NameOf = asWritten,
): string {
  if (owners.length === 0) return "nobody named";
  return owners
    .toSorted((one, other) => Number(other.role === "lead") - Number(one.role === "lead"))
    .map(({ agent, role }) => (role === "lead" ? `${nameOf(agent)} (lead)` : nameOf(agent)))
    .join(", ");
}

/** A due as a log has it, such as `by 3 June 2026`. */
export function dueInWords(due: Due): string {
  switch (due.kind) {
    case "date":
      return `by ${dateInWords(due.on)}`;
    case "by-meeting": {
      const meeting = due.meeting === "next" ? "the next meeting" : due.meeting.label;
      return due.on === null ? `by ${meeting}` : `by ${meeting} (${dateInWords(due.on)})`;
    }
    case "within":
      return `within ${durationInWords(due.duration)} of ${dateInWords(due.from)}`;
    case "standing":
      return "standing";
    case "asap":
      return "as soon as possible";
    case "as-written":
      return due.text;
    default:
      return "no date";
  }
}

/** No more precise than it is: `3 June 2026`, `June 2026`, `2026`. */
export function dateInWords(date: PartialDate): string {
  if (date.length === 4) return date;
  const day = date.length === 10 ? { day: "numeric" as const } : {};
  const format = { ...day, month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", format).format(Date.parse(lastDay(date)));
}

const units: Readonly<Record<string, string>> = { Y: "year", M: "month", W: "week", D: "day" };

function durationInWords(duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([YMWD])/gu)].map(([, count = "", unit = ""]) => {
    return `${Number(count)} ${units[unit]}${Number(count) === 1 ? "" : "s"}`;
  });
  return parts.join(" and ");
}

/** Text as Markdown that shows just that text, on one line. */
export const plain = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~]/gu, "\\$&");
