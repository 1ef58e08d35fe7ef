import type { Reading } from "../../reading.ts";
import type { Line } from "../blocks/lines.ts";
import { isLabelled, keyOf } from "../facts/head.ts";
import { listHeadingOf } from "../sections/list-heading.ts";
import type { Passage } from "../source/passage.ts";
import { boilerplate, opensBusiness, smallWord } from "../vocabulary/english.ts";
import { contributionsOf, coverOf, factsOf, type Cover } from "./cover.ts";
import { isRunOn, looksElse } from "./looks.ts";

type Facts = Omit<Reading, "unread" | "warnings">;

/**
 * What belongs to no fact and is no known ornament: lines, what is left of lines that hold a fact, and what stands among
 * the text of an item and looks like something else.
 */
export function unreadIn(lines: readonly Line[], facts: Facts): Reading["unread"] {
  const known = coverOf(factsOf(facts));
  const told = coverOf(contributionsOf(facts));
  const read = {
    counted: facts.items.some(({ number }) => number !== null),
    dated: facts.nextMeeting !== null,
  };
  const firstItem = facts.items[0]?.span.start ?? Number.POSITIVE_INFINITY;
  return lines
    .flatMap((line, at) => {
      const { span } = line.content;
      if (told.touches(span))
        return known.touches(span) || !looksElse(line, lines[at + 1], read) ? [] : [line.content];
      if (known.touches(span)) return restOf(line, known);
      return isOrnament(line, span.start > firstItem) ? [] : [line.content];
    })
    .map((content) => ({ text: content.written, span: content.span }));
}

/** Longer lines are looked at as a whole. */
const longest = 2000;

/** What is left of a line that holds a fact: "in the Net Loft" after the day. */
function restOf({ content }: Line, known: Cover): Passage[] {
  if (content.end - content.start > longest) return isRunOn(content.plain) ? [content] : [];
  return content
    .split(/[,;()|]+| [-–—] |: |\. /gu)
    .filter((part) => !known.touches(part.span) && saysSomething(part.plain));
}

/** More than words such as "minutes of the meeting held on". */
const saysSomething = (plain: string): boolean =>
  plain
    .split(/[^\p{L}\d]+/u)
    .some((word) => word.length > 2 && /^[\p{Lu}\d]/u.test(word) && !smallWord.test(word));

/** Labels whose value is a fact or of no interest, headings that only hold others, and what a site adds. */
const isOrnament = ({ content, depth }: Line, inBusiness: boolean): boolean => {
  const { plain } = content;
  if (!/\p{L}/u.test(plain)) return true;
  const list = listHeadingOf(content);
  if (list !== null)
    return list.rest === null || /^\W*(?:none|nil|n\/a|x)?\W*$/iu.test(list.rest.plain);
  if (isLabelled(content)) return !isLostValue(content);
  return (
    (!inBusiness && opensBusiness.test(plain.replace(/ ?:$/u, ""))) ||
    (depth === 0 && boilerplate.some((pattern) => pattern.test(plain)))
  );
};

/** "Time: half past six": what a fact was sought in, and not found. */
const isLostValue = ({ plain, sheet }: Passage): boolean => {
  const [, label = "", value = ""] = /^[*_]*([^:]{2,40}):(.*)$/su.exec(plain) ?? [];
  return (
    /[\p{L}\d]/u.test(value) &&
    /^(?:date|time|location|chair|next)$/u.test(keyOf(label, sheet.words) ?? "")
  );
};
