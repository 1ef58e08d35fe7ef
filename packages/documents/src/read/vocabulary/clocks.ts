/** What a clock shows. */
export interface Clock {
  /** Hours ahead of UTC, null where it changes with the season. */
  readonly ahead: number | null;
  /** Where it hangs for a part of the year, or all year. */
  readonly place: string;
}

const hangs = (ahead: number | null, place: string): Clock => ({ ahead, place });

/** The clocks that minutes name, by their letters. */
export const clocks: Readonly<Record<string, Clock>> = {
  GMT: hangs(0, "Europe/London"),
  BST: hangs(1, "Europe/London"),
  UTC: hangs(0, "UTC"),
  WET: hangs(0, "Europe/Lisbon"),
  CET: hangs(1, "Europe/Berlin"),
  CEST: hangs(2, "Europe/Berlin"),
  EET: hangs(2, "Europe/Helsinki"),
  EST: hangs(-5, "America/New_York"),
  EDT: hangs(-4, "America/New_York"),
  ET: hangs(null, "America/New_York"),
  CST: hangs(-6, "America/Chicago"),
  CDT: hangs(-5, "America/Chicago"),
  CT: hangs(null, "America/Chicago"),
  MST: hangs(-7, "America/Denver"),
  MDT: hangs(-6, "America/Denver"),
  MT: hangs(null, "America/Denver"),
  PST: hangs(-8, "America/Los_Angeles"),
  PDT: hangs(-7, "America/Los_Angeles"),
  PT: hangs(null, "America/Los_Angeles"),
  JST: hangs(9, "Asia/Tokyo"),
  AEST: hangs(10, "Australia/Brisbane"),
  AEDT: hangs(11, "Australia/Sydney"),
  AWST: hangs(8, "Australia/Perth"),
  NZST: hangs(12, "Pacific/Auckland"),
  NZDT: hangs(13, "Pacific/Auckland"),
};

/** The zone that shows such a clock all year. */
export const alwaysAt = (ahead: number): string =>
  ahead === 0 ? "UTC" : `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
