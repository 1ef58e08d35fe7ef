/** What iCalendar calls the days of the week. */
const weekdays = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
} as const;

const places: Readonly<Record<string, string>> = {
  "1": "first",
  "2": "second",
  "3": "third",
  "4": "fourth",
  "-1": "last",
};

const spans: Readonly<Record<string, readonly [one: string, many: string]>> = {
  DAILY: ["day", "days"],
  WEEKLY: ["week", "weeks"],
  MONTHLY: ["month", "months"],
  YEARLY: ["year", "years"],
};

/** A rule of iCalendar in plain words, such as "every 3 months on the third Wednesday"; null where it is not so simple. */
export function ruleInWords(rule: string): string | null {
  const { FREQ = "", INTERVAL = "1", BYDAY, ...others } = partsOf(rule);
  const span = spans[FREQ];
  if (span === undefined || !/^[1-9]\d?$/u.test(INTERVAL) || Object.keys(others).length > 0)
    return null;
  const often = INTERVAL === "1" ? `every ${span[0]}` : `every ${INTERVAL} ${span[1]}`;
  if (BYDAY === undefined) return often;
  const days = BYDAY.split(",").map((day) => dayInWords(FREQ, day));
  const last = days.pop();
  if (last == null || days.includes(null)) return null;
  return `${often} on ${days.length === 0 ? last : `${days.join(", ")} and ${last}`}`;
}

const partsOf = (rule: string): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(rule.split(";").map((part) => part.split("=", 2)));

/** A day of a week, or the third Wednesday of a month. */
function dayInWords(frequency: string, day: string): string | null {
  const [, place = "", name = ""] = /^(-?\d+)?([A-Z]{2})$/u.exec(day) ?? [];
  const weekday = Object.entries(weekdays).find(([each]) => each === name)?.[1];
  if (weekday === undefined) return null;
  if (frequency === "WEEKLY") return place === "" ? weekday : null;
  const nth = places[place];
  return frequency === "MONTHLY" && nth !== undefined ? `the ${nth} ${weekday}` : null;
}
