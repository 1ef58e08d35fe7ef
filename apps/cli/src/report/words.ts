import type { AskedMission, Figure } from "./ask.ts";
import type { Block } from "@remit/documents/write";

/** A title of a part. */
export const heading = (level: 1 | 2 | 3, words: string): Block => ({
  kind: "heading",
  level,
  text: words,
});
/** A paragraph. */
export const text = (words: string): Block => ({ kind: "text", text: words });
/** A place for what only its authors can say. */
export const blank = (words: string): Block => ({ kind: "blank", text: words });

/** A publication as somebody would cite it. */
export const citation = ({ title, publisher, url }: AskedMission["source"]): string =>
  [title, publisher, url].filter((part) => part !== null).join(", ");

/** A time as somebody would say it. */
export const timeOf = ({ start, end, label }: AskedMission["period"]): string => {
  const days =
    start === null && end === null
      ? null
      : start === null
        ? `by ${end}`
        : end === null
          ? `from ${start}`
          : start === end
            ? start
            : `${start} to ${end}`;
  if (label === null) return days ?? "not stated";
  return days === null || days === label ? label : `${label} (${days})`;
};

const hedges: Record<NonNullable<Figure["hedge"]>, string> = {
  ABOUT: "about",
  AT_LEAST: "at least",
  AT_MOST: "at most",
  LESS_THAN: "less than",
  MORE_THAN: "more than",
};

/** A number with its hedge, such as "about 13". */
export const hedged = ({ value, hedge }: Figure): string =>
  hedge === null ? value : `${hedges[hedge]} ${value}`;

/** What a source says of how sure its figure is, after the figure; empty where it says nothing. */
export const suretyOf = ({ interval, secondHand }: Figure): string =>
  [
    ...(interval === null
      ? []
      : [
          `, between ${interval.low} and ${interval.high}${interval.level === null ? "" : ` (${interval.level})`}`,
        ]),
    ...(secondHand ? [", counted by somebody else than its source"] : []),
  ].join("");
