import type { ReportFinding, ReportSentence } from "../../report-reading.ts";
import type { Unit } from "../facts/sentence.ts";
import type { Passage } from "../source/passage.ts";
import { finding } from "./finding.ts";

/** What the points of a list are, by the line that leads to them. */
const leads: readonly (readonly [
  RegExp,
  Partial<Pick<ReportSentence, "kind">> & { readonly finds?: ReportFinding["kind"] },
])[] = [
  [/\brecommend(?:s|ed|ations?)?\b/iu, { finds: "recommendation" }],
  [/\b(?:outcomes?|objectives|priorities|aims)\b/iu, { finds: "outcome" }],
  [
    /\b(?:will|intends? to|plans? to|aims? to)\b|\bnext (?:year|steps)\b/iu,
    { kind: "new-commitment" },
  ],
  [
    /\b(?:(?:we|has|have) (?:also )?(?:achieved|delivered|completed|done)|achievements)\b/iu,
    { kind: "achievement" },
  ],
];

/** What the line before a list makes of its points: "In the next year we will:" makes each of them a promise. */
export function leadOf(
  units: readonly Unit[],
  index: number,
  heading: Passage | null,
): (sentence: ReportSentence) => ReportSentence {
  if (units[index]?.line.marker !== "bullet") return (sentence) => sentence;
  const lead = units.slice(0, index).findLast(({ line }) => line.marker !== "bullet");
  // A short line before a list may have been taken for the heading over it.
  const plain = (lead?.text ?? heading)?.plain ?? "";
  const means = plain.endsWith(":") ? leads.find(([sign]) => sign.test(plain))?.[1] : undefined;
  return (sentence) => {
    const point = units[index]?.text;
    if (means === undefined || point === undefined) return sentence;
    const { kind, finds } = means;
    return {
      ...sentence,
      ...(kind === undefined ? {} : { kind, confidence: 0.7 }),
      findings: [
        ...(finds === undefined
          ? []
          : [
              finding(finds, point, {
                subject: point.written,
                basis: "inferred" as const,
                confidence: 0.6,
              }),
            ]),
        ...sentence.findings,
      ],
    };
  };
}
