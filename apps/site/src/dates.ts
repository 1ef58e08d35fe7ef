/** Writes days, times and numbers as readers of a language write them. */
export interface Formats {
  /** Such as `22 December 2021`, `December 2021` or `2021`, as much as is known. */
  day(date: string): string;
  /** A day and a time on the clock of the place, such as `16 March 2022, 10:00`. */
  moment(local: string): string;
  /** Such as `January 2021 to March 2026`. */
  period(period: Period): string;
  /** Such as `£250 million` or `£1,234`. */
  money(amount: string, currency: string): string;
  number(value: string): string;
}

interface Period {
  readonly start: string | null;
  readonly end: string | null;
  readonly label: string | null;
}

/** The formats of a language, by its tag, such as `en-GB`. */
export function formatsOf(language: string): Formats {
  const by = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  const [days, months, years] = [
    by({ day: "numeric", month: "long", year: "numeric" }),
    by({ month: "long", year: "numeric" }),
    by({ year: "numeric" }),
  ];
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });

  // To make one takes longer than all else on a page.
  const monies = new Map<string, Intl.NumberFormat>();
  const moneyIn = (currency: string, isLarge: boolean): Intl.NumberFormat => {
    const key = `${currency} ${isLarge}`;
    const known = monies.get(key);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      notation: isLarge ? "compact" : "standard",
      maximumFractionDigits: 2,
      trailingZeroDisplay: "stripIfInteger",
    });
    monies.set(key, made);
    return made;
  };

  const day = (date: string) => {
    const at = Date.parse(date);
    if (Number.isNaN(at)) return date;
    const parts = date.split("-").length;
    return (parts === 3 ? days : parts === 2 ? months : years).format(at);
  };
  return {
    day,
    moment: (local) => {
      const [date = "", time = ""] = local.split("T");
      return time === "" ? day(date) : `${day(date)}, ${time.slice(0, 5)}`;
    },
    period: ({ start, end, label }) => {
      const [from, to] = [start && day(start), end && day(end)];
      const span =
        from && to
          ? from === to
            ? from
            : `${from} to ${to}`
          : from
            ? `from ${from}`
            : to && `to ${to}`;
      if (label === null || !span) return label ?? span ?? "";
      const isSaid = [from, to].every((end) => end === null || label.includes(end));
      return isSaid ? label : `${label} (${span})`;
    },
    money: (amount, currency) =>
      moneyIn(currency, Number(amount) >= 1_000_000).format(Number(amount)),
    number: (value) => {
      const read = Number(value);
      return Number.isFinite(read) ? numbers.format(read) : value;
    },
  };
}
