import * as z from "zod";
import { Day } from "./day.ts";
import { firstDay, lastDay, PartialDate } from "./partial-date.ts";

/** From the first day of `start` to the last day of `end`; null where nothing was said. `label` is the period's name, if it has one. */
export const Period = z
  .object({
    start: PartialDate.nullable(),
    end: PartialDate.nullable(),
    label: z.string().min(1).nullable(),
  })
  .refine(({ start, end }) => start === null || end === null || firstDay(start) <= lastDay(end), {
    message: "INV-K4: a period ends on or after the day it starts.",
    path: ["end"],
  });
export type Period = Readonly<z.infer<typeof Period>>;

/** A time zone by its IANA name, `Europe/London`: the calendar and the clock of a place. */
export const Zone = z
  .string()
  .refine(isZone, "Give a time zone by its IANA name, such as Europe/London.");
export type Zone = z.infer<typeof Zone>;

// Zod's own accepts a Z at the end, which a wall does not show.
/** A day and a time on the wall of a place, without the place: `2022-03-16T10:00`. */
export const WallTime = z
  .string()
  .regex(/^[\d-]{10}T(?:[01]\d|2[0-3]):[0-5]\d$/u, {
    error: "Give the time on the wall, without an offset: 2022-03-16T10:00.",
    abort: true,
  })
  .refine((local) => Day.safeParse(local.slice(0, 10)).success, {
    error: "Give a day of the calendar before the T: 2022-03-16T10:00.",
    abort: true,
  });

const wallClock = { local: WallTime, zone: Zone };
type WallClock = Readonly<{ [Part in keyof typeof wallClock]: z.infer<(typeof wallClock)[Part]> }>;

/** The time zone where nobody says another. */
export const homeZone: Zone = "Europe/London";

/** A time on the wall of a place: `2022-03-16T10:00` in `Europe/London`. The clock's change cannot move it. */
export const ZonedDateTime = z
  .object(wallClock)
  .refine((time) => /^(?!0000)\d{4}-/u.test(instantOf(time)), {
    message: "Give a time that is in the years 1 to 9999 in UTC too.",
    path: ["local"],
  });
export type ZonedDateTime = Readonly<z.infer<typeof ZonedDateTime>>;

/** The moment itself, in ISO 8601 with `Z`. In the hour that a clock repeats it is the earlier one, in the hour it skips the later. */
export function instantOf({ local, zone }: WallClock): string {
  const asIfUtc = Date.parse(`${local}Z`);
  const day = 86_400_000;
  for (const near of [asIfUtc - day, asIfUtc + day]) {
    const instant = asIfUtc - offset(near, zone);
    if (offset(instant, zone) === asIfUtc - instant) return iso(instant);
  }
  return iso(asIfUtc - offset(asIfUtc - day, zone));
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.000Z$/u, "Z");

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offset(at: number, zone: string): number {
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  // Seconds are those of a town's own sun, before there were zones.
  const [, sign, hours = "0", minutes = "0", seconds = "0"] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/u.exec(name ?? "") ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === "-" ? -1 : 1) * ahead * 1000;
}

function isZone(zone: string): boolean {
  // What PostgreSQL reads otherwise: there, +01:00 is west of Greenwich, and IST is Israel's.
  if (zone !== "UTC" && !/^[A-Z]\w*\//u.test(zone)) return false;
  try {
    return Intl.DateTimeFormat("en-GB", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
