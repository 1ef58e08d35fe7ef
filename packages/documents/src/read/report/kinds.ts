import type { ReportSentence } from "../../report-reading.ts";

type Kind = ReportSentence["kind"];

/** Signs of what a sentence does, the surest first. What has none of them tells in what circumstances the work is done. */
const signs: readonly (readonly [Kind, RegExp, number])[] = [
  [
    "commitment-restated",
    /\b(?:continue to work towards|continued commitment|remains? committed|(?:have|has|had) committed|committed (?:an?|to) )/iu,
    0.8,
  ],
  [
    "new-commitment",
    // How something will be done is told of a plan, and promised by nobody.
    /(?<!\bhow )\b(?:we|i|the (?:\p{L}+ ){0,4}?(?:government|council|board|partnership|trust|department)) (?:also )?(?:will|shall|intends? to|plans? to|aims? to|(?:is|are) focuss?ed on|(?:is|are) going to)\b/iu,
    0.9,
  ],
  ["acknowledgement", /\b(?:our work was supported by|thanks? to|grateful)\b/iu, 0.8],
  [
    "trend",
    /\b(?:trends?|long[- ]term|(?:has|have) (?:risen|fallen|grown|doubled)|(?:fewer|more) than (?:last|the) year)\b/iu,
    0.7,
  ],
  [
    "context",
    /\b(?:challenging|(?:will be|was|is) (?:hard|difficult|tough)|crisis|inflation|pressures?|emergency|pandemic|shortages?|cost of living)\b/iu,
    0.7,
  ],
  ["new-commitment", /\b(?:next|coming) year\b.*\b(?:will|focuss?ed|aim)\b/iu, 0.6],
  [
    "achievement",
    /\b(?:(?:was|were|has been|have been) (?:\p{L}+ly )?(?:launched|established|set up|published|opened|appointed|completed|delivered|introduced|built|created|hired|replaced|installed|agreed)|we (?:also )?(?:launched|established|set up|published|opened|completed|delivered|introduced|built|created|hired)|followed)\b/iu,
    0.8,
  ],
  [
    "acknowledgement",
    /\b(?:thank(?:s|ful)?|grateful|gratitude|our work was supported by|tribute|voices? of)\b/iu,
    0.7,
  ],
  [
    "progress",
    /\b(?:progress|started to|has begun|have begun|under ?way|expan(?:sion|ded)|increased|improved|set(?:ting)? (?:of )?an? new|laying of)\b/iu,
    0.7,
  ],
  ["risk", /\b(?:risks?|could (?:delay|hinder|prevent)|may not|uncertain(?:ty)?)\b/iu, 0.7],
  ["new-commitment", /(?<!\bhow \p{L}+ )\bwill\b/iu, 0.5],
];

/** What a sentence does, and how sure that is: no sentence says it of itself. */
export function sentenceKind(plain: string): { kind: Kind; confidence: number } {
  const found = signs.find(([, sign]) => sign.test(plain));
  return found === undefined
    ? { kind: "context", confidence: 0.4 }
    : { kind: found[0], confidence: found[2] };
}
