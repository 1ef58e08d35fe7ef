const by = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const formats = [
  by({ year: "numeric" }),
  by({ month: "long", year: "numeric" }),
  by({ day: "numeric", month: "long", year: "numeric" }),
] as const;

/** A day, a month or a year in words, as much as is known: `10 March 2026`, `March 2026`, `2026`. */
export function inWords(date: string): string {
  const format = formats[date.split("-").length - 1];
  const at = Date.parse(date);
  return format === undefined || Number.isNaN(at) ? date : format.format(at);
}

/** The time of day of a wall-clock time such as `2026-03-10T10:00`; null where it has none. */
export const clockOf = (local: string | null): string | null =>
  local?.split("T")[1]?.slice(0, 5) ?? null;
