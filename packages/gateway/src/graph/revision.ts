import { type Db, presentState } from "@remit/database";

/** Where the record stands: as long as it stands there, whoever asks the same thing again is told the same. */
export interface Revision {
  /** A text for the present state. It is known for a second; what this process writes is seen at once. */
  readonly read: () => Promise<string>;
  /** To be told after a write. */
  readonly forget: () => void;
}

/** Milliseconds for which it is not asked again. */
const lasting = 1_000;
/** Days begin and meetings come due at quarters of an hour, in every time zone that there is. */
const quarter = 15 * 60_000;

/** Reads where a record stands: two rows, whatever is asked. Part of it is the time, to the quarter of an hour, because what is overdue and what comes next changes by itself. */
export function revisionOf(db: Db, now: () => Date): Revision {
  let known: { readonly until: number; readonly text: Promise<string> } | undefined;
  const forget = () => {
    known = undefined;
  };
  const look = async (at: number) => {
    return `${await presentState(db)}:${Math.floor(at / quarter)}`;
  };
  const read = () => {
    const at = now().getTime();
    if (known !== undefined && at < known.until) return known.text;
    const text = look(at);
    // One that could not be read is asked for again.
    text.catch(forget);
    known = { until: Math.min(at + lasting, (Math.floor(at / quarter) + 1) * quarter), text };
    return text;
  };
  return { read, forget };
}
