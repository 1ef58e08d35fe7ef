import { instantOf } from "@remit/kernel";
import { alwaysAt, type Clock, clocks } from "../vocabulary/clocks.ts";
import { type Lexicon, perLexicon } from "../vocabulary/lexicon.ts";
import { groupOf, Passage } from "../source/passage.ts";
import { sheetOf } from "../source/source.ts";

/** A date as far as it is written: `on` is a day (`2021-12-22`), or a month (`2021-12`) where no day is. */
export interface WrittenDate {
  readonly on: string;
  /** The last day, where the text gives several: "4 & 5 June 2019". */
  readonly until: string | null;
  readonly yearWritten: boolean;
  readonly passage: Passage;
}

export interface WrittenTime {
  /** The wall clock at the start: `14:00`. */
  readonly at: string;
  /** The clock that the text names: `GMT`, `PDT`, `UTC+2`. */
  readonly clock: Clock | null;
  readonly passage: Passage;
}

const datePattern = perLexicon((words) => {
  const month = `(?:${words.months})(?!\\p{L})\\.?`;
  // A scanned "l0th" is the tenth.
  const day = `(?:\\d{1,2}(?:${words.dayEndings})?|[lI]\\d(?:st|nd|rd|th))`;
  const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? {1,3}(?:the )?)?";
  const and = ` {0,3}(?:&|and|to|[-–—]) {0,3}${weekday}`;
  const forms = [
    `(?<iso>\\d{4}-\\d{1,2}-\\d{1,2})`,
    `(?<stamp>20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))`,
    `(?<british>\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2}))`,
    `(?<day>${day})(?: {1,3}(?<month1>${month}))?(?:${and}(?<last>${day}))?(?: {1,3}of)? {1,3}(?<month>${month})(?! {1,3}\\d{1,2}(?:st|nd|rd|th)?,? {1,3}\\d{4})(?:,? {0,3}(?<year>\\d{4}|'\\d{2}(?!\\d)))?`,
    `(?<monthUs>${month}) {1,3}(?<dayUs>${day})(?:${and}(?<lastUs>${day}))?,? {1,3}(?<yearUs>\\d{4})`,
    `(?<monthBare>${month}) {1,3}(?<dayBare>\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?=,? (?:at |@ ?)?\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.?m|[.;)]|$))`,
    `(?<monthOnly>${month}),? {1,3}(?<yearOnly>\\d{4})`,
  ];
  return new RegExp(
    `(?<![\\d/.-])(?:${forms.join("|")})(?![\\d/]|-(?!\\d{4}(?!\\d))|\\.\\d)`,
    "giu",
  );
});

/** Every date of the passage, in order. A missing year is the one that makes it fall nearest on or after `after`, if given. */
export function datesIn(passage: Passage, after: string | null = null): WrittenDate[] {
  const found: WrittenDate[] = [];
  if (!/\d/u.test(passage.plain)) return found;
  for (const match of passage.plain.matchAll(datePattern(passage.sheet.words))) {
    const read = dateOf(spanOf(match), after, passage.sheet.words);
    if (read === null) continue;
    const from = match.index + numberBefore(match[0]);
    found.push({ ...read, passage: passage.part(from, match.index + match[0].length) });
  }
  return found;
}

const spanOf = ({ 0: text, groups = {} }: RegExpExecArray): Record<string, string | undefined> =>
  numberBefore(text) > 0 ? { ...groups, day: groups["last"], last: undefined } : groups;

/** "11 – Thursday 16 May": a number before a day, and no span of days. */
const numberBefore = (text: string): number =>
  /^\d{1,2} ?[-–—] ?(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)/iu.exec(text)?.[0].length ?? 0;

function dateOf(
  groups: Record<string, string | undefined>,
  after: string | null,
  words: Lexicon,
): Omit<WrittenDate, "passage"> | null {
  const { iso, stamp, british, monthOnly, yearOnly } = groups;
  if (stamp !== undefined) {
    const [year, month, day] = [stamp.slice(0, 4), stamp.slice(4, 6), stamp.slice(6)].map(Number);
    return dayOf(year, month, day, null, true);
  }
  if (iso !== undefined) {
    const [year, month, day] = iso.split("-").map(Number);
    return dayOf(year, month, day, null, true);
  }
  if (british !== undefined) {
    const [day, month, year = 0] = british.split(/[/.]/u).map(Number);
    return dayOf(year < 100 ? 2000 + year : year, month, day, null, true);
  }
  if (monthOnly !== undefined) {
    return { on: `${yearOnly}-${two(words.monthOf(monthOnly))}`, until: null, yearWritten: true };
  }
  const first = groups["day"] ?? groups["dayUs"] ?? groups["dayBare"];
  const named = groups["month"] ?? groups["monthUs"] ?? groups["monthBare"];
  if (first === undefined || named === undefined) return null;
  const last = groups["last"] ?? groups["lastUs"];
  const written = groups["year"] ?? groups["yearUs"];
  const month = words.monthOf(groups["month1"] ?? named);
  const dayNumber = Number.parseInt(first.replace(/^[lI]/u, "1"), 10);
  const year = written === undefined ? yearAfter(after, month, dayNumber) : yearOf(written);
  if (year === null) return null;
  const end =
    last === undefined ? null : { month: words.monthOf(named), day: Number.parseInt(last, 10) };
  return dayOf(year, month, dayNumber, end, written !== undefined);
}

/** "'23" is of this century. */
const yearOf = (written: string): number =>
  written.startsWith("'") ? 2000 + Number(written.slice(1)) : Number(written);

function dayOf(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  end: { month: number; day: number } | null,
  yearWritten: boolean,
): Omit<WrittenDate, "passage"> | null {
  const on = iso(year, month, day);
  if (on === null) return null;
  return { on, until: end === null ? null : iso(year, end.month, end.day), yearWritten };
}

function iso(year = 0, month = 0, day = 0): string | null {
  const made = new Date(Date.UTC(year, month - 1, day));
  const real =
    year >= 1000 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day && month > 0;
  return real ? made.toISOString().slice(0, 10) : null;
}

const two = (number: number) => String(number).padStart(2, "0");

function yearAfter(after: string | null, month: number, day: number): number | null {
  if (after === null) return null;
  const year = Number(after.slice(0, 4));
  return `${two(month)}-${two(day)}` >= after.slice(5) ? year : year + 1;
}

const clock =
  "(?:(?<hours>\\d{1,2})(?<minutes>\\d{2}) ?(?:h(?:rs?|ours)?\\b|(?<half2>[ap]\\.?m\\.?))|(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))? ?(?<half>[ap]\\.?m\\.?)?)";
/** The zone of a written time as an IANA name: a place, where its clock shows that on the day; 10:00 GMT in June is not London's. */
export function zoneOf(time: WrittenTime | null, on: string | null): string | null {
  if (time === null || time.clock === null) return null;
  const { ahead, place } = time.clock;
  if (ahead === null || on === null || on.length < 10) return place;
  const local = `${on}T${time.at}`;
  const shown = Date.parse(`${local}Z`) - Date.parse(instantOf({ local, zone: place }));
  return shown === ahead * 3_600_000 ? place : alwaysAt(ahead);
}

const until =
  "(?: ?(?:[-–—]|to|until) ?(?<endHour>\\d{1,2})(?:[:.](?<endMinute>\\d{2}))? ?(?<endHalf>[ap]\\.?m\\.?)?)?";
const times = new RegExp(
  `(?:(?<=\\d{8}-|^-)(?<stamp>(?:[01]\\d|2[0-3])[0-5]\\d)|(?<![\\d.:/-])(?:${clock}${until}|(?<noon>noon|midday)))(?![\\d/:]|\\.\\d)(?: ?\\(?(?:US )?(?:(?:UTC|GMT) ?(?<offset>[+\\-−]\\d{1,2})(?::?00)?|(?<zone>${Object.keys(clocks).join("|")}))(?![\\p{L}\\d]))?`,
  "diu",
);

/** The first time of day in the passage. A bare number is no time: it takes minutes, or `am` or `pm`. */
export function timeIn(passage: Passage): WrittenTime | null {
  const pattern = new RegExp(times.source, "dgiu");
  for (const found of passage.plain.matchAll(pattern)) {
    const groups = found.groups ?? {};
    const at = groups["noon"] === undefined ? clockOf(groups) : "12:00";
    if (at === null) continue;
    return {
      at,
      clock: clockIn(groups),
      passage: passage.part(found.index, found.index + found[0].length),
    };
  }
  return null;
}

/** "UTC+2" hangs nowhere, and "PDT" in one place for half of the year. */
function clockIn({ offset, zone }: Record<string, string | undefined>): Clock | null {
  const ahead = offset === undefined ? null : Number(offset.replace("−", "-"));
  if (ahead !== null && Math.abs(ahead) < 13) return { ahead, place: alwaysAt(ahead) };
  return zone === undefined ? null : (clocks[zone.toUpperCase()] ?? null);
}

function clockOf(groups: Record<string, string | undefined>): string | null {
  const stamp = groups["stamp"];
  if (stamp !== undefined) return `${stamp.slice(0, 2)}:${stamp.slice(2)}`;
  const { endMinute, endHalf } = groups;
  const half = groups["half"] ?? groups["half2"];
  const hour = groups["hour"] ?? groups["hours"];
  const minute = groups["minute"] ?? groups["minutes"];
  const marked = half ?? endHalf;
  if (hour === undefined || (minute === undefined && marked === undefined)) return null;
  if (
    minute === undefined &&
    half === undefined &&
    endMinute === undefined &&
    endHalf === undefined
  )
    return null;
  let hours = Number(hour);
  const minutes = Number(minute ?? 0);
  const afternoon = marked?.toLowerCase().startsWith("p") ?? false;
  const borrowed = half === undefined && Number(groups["endHour"] ?? 0) < hours && hours < 12;
  if (afternoon && hours < 12 && !borrowed) hours += 12;
  if (!afternoon && half !== undefined && hours === 12) hours = 0;
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null;
}

const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const tens: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 };
const ordinalOf = new RegExp(
  `\\b(?<word>(?:(?<tens>twenty|thirty|forty|fifty)[- ])?(?<unit>${ordinals.join("|")})|(?<figure>\\d{1,3})(?:st|nd|rd|th)) (?:\\p{L}+ ){0,3}?meeting\\b|\\bmeeting (?:number |no\\.? ?|#)?(?<bare>\\d{1,3})(?= of\\b|\\b(?=[ ,)(]))`,
  "diu",
);

/** "the third meeting": the number, and the words that give it. */
export function ordinalIn(passage: Passage): { value: number; passage: Passage } | null {
  const found = ordinalOf.exec(passage.plain);
  if (found === null) return null;
  const { tens: ten, unit, figure, bare } = found.groups ?? {};
  const value =
    unit === undefined
      ? Number(figure ?? bare)
      : (tens[ten?.toLowerCase() ?? ""] ?? 0) + ordinals.indexOf(unit.toLowerCase()) + 1;
  const words = groupOf(passage, found, "word") ?? groupOf(passage, found, "bare");
  return words === null ? null : { value, passage: words };
}

const monthPattern = perLexicon(
  (words) => new RegExp(`(?<!\\p{L})(?:${words.months})(?!\\p{L})`, "iu"),
);

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
};

/** "within two weeks", "end of the month": counted from the day of the meeting. */
function laterThan(due: string, held: string | null): string | null {
  if (held === null || held.length < 10) return null;
  if (/\b(?:end of (?:the|this) month|this month)\b/iu.test(due)) return held.slice(0, 7);
  const found = /^within (?<count>\d{1,2}|\p{L}+) (?<unit>day|week|month)s?$/iu.exec(due)?.groups;
  const count =
    Number(found?.["count"] ?? 0) || (numbers[found?.["count"]?.toLowerCase() ?? ""] ?? 0);
  if (found === undefined || count === 0) return null;
  const day = new Date(`${held}T00:00:00Z`);
  if (found["unit"]?.toLowerCase() === "month") {
    day.setUTCMonth(day.getUTCMonth() + count, 1);
    return day.toISOString().slice(0, 7);
  }
  const days = found["unit"]?.toLowerCase() === "week" ? 7 * count : count;
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The day that a due means, seen from the day of the meeting: "by 1 February", "the next meeting". */
export function dueOn(due: string | null, held: string | null, next: string | null): string | null {
  if (due === null) return null;
  if (/\bnext (?:\p{L}+ ){0,2}?meeting\b/iu.test(due)) return next;
  const sheet = sheetOf(due);
  const [date] = datesIn(new Passage(sheet, 0, sheet.plain.length), held);
  if (date !== undefined) return date.on;
  const later = laterThan(due, held);
  if (later !== null) return later;
  const name = monthPattern(sheet.words).exec(due)?.[0];
  if (name === undefined || held === null) return null;
  const month = sheet.words.monthOf(name);
  const year = Number(held.slice(0, 4)) + (month >= Number(held.slice(5, 7)) ? 0 : 1);
  return `${year}-${two(month)}`;
}
