import type { Contribution } from "../reading.ts";
import type { Directory } from "./names.ts";
import type { Passage } from "./passage.ts";
import { type Spoken, spokenIn } from "./speaker.ts";

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
const discussion =
  /\bdiscussion\b|\bcomments?\b|\bpoints? (?:were|was)\b|\b(?:following|these) points\b|\braised\b|\bsaid that\b/iu;

/** A sentence that introduces a list: it ends in a colon. */
export const isLead = ({ plain }: Passage): boolean => /:[*_]*$/u.test(plain) && plain.length < 600;

/** Reads who says what, and in which way, from one paragraph or point. */
export function contributionOf(
  text: Passage,
  lead: Passage | null,
  directory: Directory,
  names: readonly string[],
): { contribution: Contribution; doubts: Spoken["doubts"] } {
  const { speakers, rest, doubts } = spokenIn(text, directory, names);
  const contribution = {
    kind: kindOf(text, rest, lead, speakers.length > 0),
    text: text.written,
    speakers: [...speakers],
    lead: lead === null ? null : { text: lead.written, span: lead.span },
    span: text.span,
  };
  return { contribution, doubts };
}

function kindOf(text: Passage, rest: Passage, lead: Passage | null, spoken: boolean): Kind {
  if (lead !== null && keyPoints.test(lead.plain)) return "key-point";
  const head = spoken ? rest.plain : text.plain;
  const found = kinds.find(([, pattern]) => pattern.test(head.slice(0, 300)))?.[0];
  if (found !== undefined && (spoken || found === "question")) return found;
  if (spoken) return "statement";
  return lead !== null && discussion.test(lead.plain) ? "statement" : "narrative";
}
