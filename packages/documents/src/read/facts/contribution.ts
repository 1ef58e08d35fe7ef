import type { Contribution, Speaker } from "../../reading.ts";
import type { Directory } from "./names.ts";
import type { Passage } from "../source/passage.ts";
import { sentencesOf } from "./sentence.ts";
import { pronounIn, type Spoken, spokenIn } from "./speaker.ts";

type Kind = Contribution["kind"];

/** What the first verb, or the whole sentence, shows a contribution to be. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  ["question", /^(?:[^.]{0,60}\b(?:asked|queried|questioned|enquired)\b)|\?$/iu],
  ["answer", /^.{0,20}\b(?:replied|responded|answered)\b/iu],
  ["offer", /^.{0,20}\b(?:offered|volunteered)\b/iu],
  ["thanks", /^.{0,20}\bthanked\b/iu],
  ["introduction", /^.{0,20}\b(?:introduced|opened the meeting|welcomed)\b/iu],
  ["summary", /^.{0,20}\b(?:summed up|summarised|summarized|concluded)\b/iu],
  [
    "update",
    /^.{0,40}\b(?:presented|gave an? (?:\p{L}+ )?(?:presentation|update|overview)|provided (?:[\p{L}]+ ){0,4}?(?:an )?update|updated|reported)\b/iu,
  ],
];
const keyPoints = /\bkey points?\b|\bmain points?\b|\bcovered\b|\bhighlights\b/iu;
/** "The key points were:" are those of whoever spoke in the sentence before. */
const pointsMade =
  /^(?:(?:the|his|her|their|its) )?(?:key|main|principal|headline) (?:points?|messages?|findings?|issues?)\b/iu;
const discussion =
  /\bdiscussion\b|\bcomments?\b|\bpoints? (?:were|was)\b|\b(?:following|these) points\b|\braised\b|\bsaid that\b/iu;

/** How sure it is that a speaker goes on: by "She also noted", and by a list under what the speaker said. */
const sameByPronoun = 0.7;
const sameByList = 0.8;

/** Where a contribution stands. */
export interface Setting {
  /** The sentence that introduces its list. */
  readonly lead: Passage | null;
  /** What was said before it in the same item. */
  readonly before: Contribution | null;
  /** Whether it goes on from `before` as a point without a mark. */
  readonly trails: boolean;
}

/** A sentence that introduces a list: it ends in a colon. */
export const isLead = ({ plain }: Passage): boolean => /:[*_]*$/u.test(plain) && plain.length < 600;

/** Reads who says what, and in which way, from one paragraph or point. */
export function contributionOf(
  text: Passage,
  setting: Setting,
  directory: Directory,
  names: readonly string[],
): { contribution: Contribution; doubts: Spoken["doubts"] } {
  const { lead } = setting;
  const own = spokenIn(text, directory, names);
  const led = lead === null ? null : leaderOf(lead, directory, names);
  const given = own.speakers.length > 0 ? [] : inherited(text, setting, led?.speakers ?? []);
  const contribution = {
    kind: kindOf(text, own, setting, given.length > 0),
    text: text.written,
    speakers: [...own.speakers, ...given],
    lead: lead === null ? null : { text: lead.written, span: lead.span },
    span: text.span,
  };
  return { contribution, doubts: [...own.doubts, ...(led?.doubts ?? [])] };
}

/** Who speaks in a lead and so in the list under it; nobody where the list is a discussion. */
function leaderOf(lead: Passage, directory: Directory, names: readonly string[]): Spoken | null {
  const sentences = sentencesOf(lead).toReversed();
  for (const [at, sentence] of sentences.entries()) {
    const spoken = spokenIn(sentence, directory, names);
    if (spoken.speakers.length > 0) return spoken;
    const goesOn = pointsMade.test(sentence.plain) || pronounIn(sentence) !== null;
    if (at === 0 && !goesOn) return null;
  }
  return null;
}

/** The speakers of what a text continues, where it names none itself. */
function inherited(
  text: Passage,
  { lead, before, trails }: Setting,
  leaders: readonly Speaker[],
): Speaker[] {
  const pronoun = pronounIn(text);
  const [only, ...others] = before?.speakers ?? [];
  if (pronoun !== null && only !== undefined && others.length === 0) {
    const { written, span } = pronoun;
    return [{ ...asInferred(only, sameByPronoun), mention: written, span }];
  }
  const from = lead === null && trails ? (before?.speakers ?? []) : leaders;
  return from.map((speaker) => asInferred(speaker, sameByList));
}

const asInferred = (speaker: Speaker, confidence: number): Speaker => ({
  ...speaker,
  basis: "inferred",
  confidence: Math.min(speaker.confidence ?? 1, confidence),
});

function kindOf(
  text: Passage,
  { rest, speakers }: Spoken,
  { lead, before, trails }: Setting,
  given: boolean,
): Kind {
  if (lead !== null && keyPoints.test(lead.plain)) return "key-point";
  if (lead === null && trails && given) return before?.kind ?? "statement";
  const spoken = speakers.length > 0 || given;
  const head = speakers.length > 0 ? rest.plain : text.plain;
  const found = kindIn(head);
  if (found !== undefined && (spoken || found === "question")) return found;
  if (given && lead !== null && kindIn(lead.plain) === "update") return "update";
  if (spoken) return "statement";
  return lead !== null && discussion.test(lead.plain) ? "statement" : "narrative";
}

const kindIn = (text: string): Kind | undefined =>
  kinds.find(([, pattern]) => pattern.test(text.slice(0, 300)))?.[0];
