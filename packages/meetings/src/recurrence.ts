import { type Day, Refusal } from "@remit/kernel";
import { RRuleTemporal } from "rrule-temporal";

/** The most meetings that one rule puts on the calendar at once. */
export const longestSeries = 60;

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** The rule by which a meeting comes back every so many months on the same weekday of the month, such as the third Wednesday; a fifth one is the last. */
export function everyMonths(months: number, day: Day): string {
  const weekday = weekdays[new Date(`${day}T00:00Z`).getUTCDay()] ?? "MO";
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return `FREQ=MONTHLY;INTERVAL=${months};BYDAY=${nth > 4 ? -1 : nth}${weekday}`;
}

const wrong = (message: string) => new Refusal("RULE_WRONG", message, { path: ["rule"] });

/**
 * The days after a first one, up to a last, on which a rule of iCalendar (RFC 5545, without its end) falls. They are days
 * on the wall of a place: the time of a meeting there stays the same when the clocks change.
 */
export function daysOf(rule: string, first: Day, until: Day): Day[] {
  if (!/^[A-Z0-9=;,+-]{6,200}$/u.test(rule) || /COUNT=|UNTIL=|BYHOUR|BYMINUTE|BYSECOND/u.test(rule))
    throw wrong(
      "Write the rule as iCalendar does, without an end or a time of day, such as FREQ=MONTHLY;BYDAY=3WE.",
    );
  if (!/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/u.test(rule))
    throw wrong("Begin the rule with how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.");
  const [start, end] = [first, until].map((day) => day.replaceAll("-", ""));
  const days = daysIn(
    `DTSTART;TZID=UTC:${start}T000000\nRRULE:${rule};UNTIL=${end}T000000Z`,
  ).filter((day) => day > first);
  if (days.length === 0) throw wrong(`The rule gives no day after ${first} and up to ${until}.`);
  if (days.length > longestSeries) {
    const message = `The rule gives more than ${longestSeries} meetings up to ${until}: give an earlier day.`;
    throw new Refusal("SERIES_TOO_LONG", message, { path: ["until"] });
  }
  return days;
}

function daysIn(rruleString: string): Day[] {
  try {
    const rule = new RRuleTemporal({ rruleString, strict: true, maxIterations: 5_000 });
    // One more than may be, so that too many show; and the first day itself.
    const found = rule.all((_, index) => index < longestSeries + 2);
    return found.map((each) => each.toString().slice(0, 10));
  } catch (error) {
    throw wrong(`This rule cannot be followed: ${error instanceof Error ? error.message : "?"}.`);
  }
}
