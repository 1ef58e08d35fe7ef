import type { Decision } from "../../reading.ts";
import { perLexicon } from "../vocabulary/lexicon.ts";
import { groupOf, type Passage } from "../source/passage.ts";

const label = perLexicon(
  (words) =>
    new RegExp(
      `^[*_~]*(?:and |it was (?:unanimously )?(?=resolved))?(?:(?:${words.wordsFor("decision")}) ?/ ?)?(?:decisions?|resolutions?|resolved|agreed(?= ?:)|agreed decision|${words.wordsFor("decision")})(?: ?#?(?<number>\\d{1,4}(?:[./-]\\d{1,4}){0,2}))?(?: (?:taken|made))?[*_~]*(?: ?:| ?[-–—](?= )|(?<=resolved)(?: unanimously)?,? (?=that\\b))[*_~]* *`,
      "diu",
    ),
);
const agreedMinutes =
  /\b(?:minutes?|note|record|notes)\b(?:(?! (?:should|to be|will)\b)[^.;]){0,100}?\b(?:was|were|are|is)?(?: all)? ?(?:agreed|approved|accepted|confirmed|adopted|ratified|cleared)\b|\b(?:agreed|approved|accepted|confirmed|adopted|ratified) (?:the |its )?(?:draft )?(?:\p{L}+ ){0,2}?(?:minutes?|notes? of)\b/iu;
const previous =
  /\b(?:previous|last|earlier|draft|january|february|march|april|may|june|july|august|september|october|november|december|minutes)\b/iu;

const none = /^(?:none|nil|n\/a|not applicable|no (?:decision|resolution)s?\b[^.]{0,30})\.?$/iu;

export interface FoundDecision {
  readonly text: Passage;
  readonly number: Passage | null;
  readonly agrees: Decision["agrees"];
}

/** A decision with its label in front. The proposal of one is none. */
export function labelledDecision(text: Passage): FoundDecision | null {
  const found = label(text.sheet.words).exec(text.plain);
  if (found === null) return null;
  const rest = text.part(found[0].length).without(/[*_~ ]+$/u);
  return rest.isEmpty || rest.plain.endsWith("?") || none.test(rest.plain)
    ? null
    : { text: rest, number: groupOf(text, found, "number"), agrees: [] };
}

/** "The minutes and the action log were agreed": the actions in one clause with the minutes. */
const withActions =
  /\b(?:minutes?|notes?|record)\b(?:(?! (?:was|were|are|is)\b)[^.;:]){0,80}?(?:,| and| &|, and) (?:the |its |their )?(?:\p{L}+ )?actions?\b|\bactions?\b[^.;:,]{0,40}? (?:and|&) (?:the )?(?:\p{L}+ ){0,2}?minutes?\b/iu;

/** The sentence that agrees the minutes of the last meeting, with or without its actions. */
export function agreedMinutesIn(sentence: Passage): FoundDecision | null {
  const { plain } = sentence;
  if (plain.length > 400 || !agreedMinutes.test(plain) || !previous.test(plain)) return null;
  if (/\b(?:not (?:agreed|approved)|note of decisions)\b/iu.test(plain)) return null;
  const actions = withActions.test(plain);
  return {
    text: sentence,
    number: null,
    agrees: actions ? ["previous-minutes", "previous-actions"] : ["previous-minutes"],
  };
}

const kinds: readonly (readonly [Decision["kind"], RegExp])[] = [
  ["rejected", /\b(?:rejected|not (?:be )?(?:approved|agreed|adopted))\b/iu],
  ["deferred", /\b(?:deferred|postponed|held over|carried over)\b/iu],
  ["approved", /\b(?:approved?|adopt(?:ed)?|accepted|endorsed)\b/iu],
  ["agreed", /\bagree(?:d|s)?\b/iu],
  ["recommended", /\brecommend(?:s|ed)?\b/iu],
  ["noted", /\bnoted\b/iu],
];

export const decisionKind = (text: string): Decision["kind"] =>
  kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? "not-stated";
