import type { AskedCommitment, AskedMission, Meaning } from "./ask.ts";
import type { Block } from "@remit/documents/write";
import { type Covered, targetSections } from "./targets.ts";
import { blank, citation, heading, text, timeOf } from "./words.ts";

/** The skeleton of a report: what the record holds is told, and what it cannot is left to be written. */
export function sectionsOf(
  mission: AskedMission,
  covered: Covered,
  { meaning, madeOn }: { readonly meaning: Meaning; readonly madeOn: string },
): Block[] {
  const { from, to } = covered;
  return [
    heading(1, `${mission.title}: report on ${from} to ${to}`),
    text(
      `This is the skeleton of a report, made on ${madeOn} from what is recorded of the mission: states are those of that day, figures those of times that ended by ${to}. What stands in brackets is for its authors to write.`,
    ),
    heading(2, "Foreword"),
    blank(
      "Foreword: what the year was like, in the words of whoever answers for the mission, with name and post.",
    ),
    heading(2, "The mission"),
    { kind: "quote", text: mission.statement, from: citation(mission.source) },
    ...(mission.announcedOn === null ? [] : [text(`Announced: ${mission.announcedOn}.`)]),
    ...promises(mission, meaning),
    ...targetSections(mission, covered, meaning),
    ...money(mission, meaning),
    ...recommendations(mission, meaning),
    ...around(mission),
    ...notComputable(mission, meaning),
    ...sources(mission),
  ];
}

/** Commitments under what they work for; what works for nothing that is recorded comes last. */
function promises({ outcomes, commitments }: AskedMission, meaning: Meaning): Block[] {
  const standing = outcomes.filter(({ status }) => status === "STANDING");
  const of = (codes: readonly string[]) =>
    commitments.filter((commitment) =>
      commitment.outcomes.some(({ code }) => codes.includes(code)),
    );
  const parts = standing
    .map(({ code, title }) => ({ title: `${code}: ${title}`, all: of([code]) }))
    .filter(({ all }) => all.length > 0);
  const others = commitments.filter(
    (commitment) => !of(standing.map(({ code }) => code)).includes(commitment),
  );
  const rest =
    others.length === 0
      ? []
      : [
          {
            title: parts.length === 0 ? "The mission as a whole" : "No outcome of its own",
            all: others,
          },
        ];
  return [
    heading(2, "What was promised, and how it stands"),
    text(`The record has ${commitments.length} commitments, those that ended included.`),
    ...[...parts, ...rest].flatMap(({ title, all }) => [
      heading(3, title),
      {
        kind: "table" as const,
        caption: `Commitments for ${title}`,
        head: ["Commitment", "How it stands", "Steps", "What others say of it"],
        rows: all.map((commitment) => rowOf(commitment, meaning)),
      },
      blank("What was done for these commitments in this time, and what comes next."),
    ]),
  ];
}

const rowOf = (
  { statement, status, milestones, assessments }: AskedCommitment,
  meaning: Meaning,
): string[] => [
  statement,
  meaning("CommitmentStatus", status),
  milestones
    .map((step) => {
      const day = step.actual ?? step.due;
      return `${step.title}${day === null ? "" : ` (${day})`}: ${meaning("MilestoneStatus", step.status)}`;
    })
    .join(" ") || "none recorded",
  assessments
    .filter((each) => each.status === "GIVEN")
    .map(
      ({ says, asAt, assessor }) => `${says}, ${asAt}${assessor === null ? "" : `, ${assessor}`}`,
    )
    .join("; ") || "none recorded",
];

function money({ funding }: AskedMission, meaning: Meaning): Block[] {
  if (funding.length === 0) return [heading(2, "Money"), text("No money is recorded.")];
  const kinds = Map.groupBy(funding, ({ kind }) => kind);
  return [
    heading(2, "Money"),
    text("Kinds of money are different things: they are not added up with each other."),
    ...[...kinds].map(([kind, all]): Block => ({
      kind: "table",
      caption: meaning("FundingKind", kind),
      head: ["What was said", "Amount", "For", "Source"],
      rows: all.map(({ statement, amount, currency, period, source }) => [
        statement,
        `${amount} ${currency}`,
        timeOf(period),
        citation(source),
      ]),
    })),
    blank("What the money was spent on in this time."),
  ];
}

function recommendations({ recommendations: all }: AskedMission, meaning: Meaning): Block[] {
  if (all.length === 0)
    return [heading(2, "Recommendations"), text("No recommendation is recorded.")];
  return [
    heading(2, "Recommendations"),
    {
      kind: "table",
      caption: "Recommendations to the mission, and what was answered",
      head: ["Recommendation", "Made by", "Answer", "How it stands"],
      rows: all.map((each) => [
        `${each.code}: ${each.text}`,
        each.madeBy,
        each.answer === null
          ? each.answerDue === null
            ? "no answer"
            : `no answer; due on ${each.answerDue}`
          : `${each.position === null ? "" : meaning("AnswerPosition", each.position)} ${each.answer} (${each.answeredOn})`,
        meaning("RecommendationStatus", each.status),
      ]),
    },
  ];
}

/** In which circumstances the work is done, and what helps it. */
function around({ contextFactors, links }: AskedMission): Block[] {
  const standing = contextFactors.filter(({ status }) => status === "STANDING");
  return [
    heading(2, "Circumstances and other missions"),
    ...(standing.length + links.length === 0 ? [text("Nothing is recorded.")] : []),
    ...(standing.length === 0
      ? []
      : [
          {
            kind: "list" as const,
            items: standing.map(({ title, statement }) => `${title}: ${statement}`),
          },
        ]),
    ...(links.length === 0
      ? []
      : [
          {
            kind: "list" as const,
            items: links.map(({ title, statement }) => `${title}: ${statement}`),
          },
        ]),
  ];
}

function notComputable({ commitments }: AskedMission, meaning: Meaning): Block[] {
  const all = commitments
    .flatMap((commitment) => commitment.targets)
    .flatMap(({ statement, progress, required }) => {
      const way = progress?.way;
      const reason =
        way?.is === "NotComputable"
          ? way.reason
          : required.is === "NotComputable"
            ? required.reason
            : null;
      return reason === null ? [] : `${statement} ${meaning("NotComputableReason", reason)}`;
    });
  return [
    heading(2, "What cannot be worked out, and why"),
    all.length === 0
      ? text("The progress of every target is worked out.")
      : { kind: "list", items: all },
  ];
}

function sources(mission: AskedMission): Block[] {
  const all = [
    mission.source,
    ...mission.commitments.flatMap(({ source, targets: asked }) => [
      source,
      ...asked.flatMap((target) => [
        target.source,
        ...(target.indicator?.observations.map((figure) => figure.source) ?? []),
      ]),
    ]),
    ...[...mission.funding, ...mission.recommendations, ...mission.contextFactors].map(
      ({ source }) => source,
    ),
  ].map(citation);
  return [heading(2, "Sources"), { kind: "list", items: [...new Set(all)] }];
}
