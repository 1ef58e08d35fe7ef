import { canonicalJson } from "@remit/kernel";
import { compared } from "./decimal.ts";
import { isWithinYear, totalOf } from "./funding.ts";
import type { MissionFormat } from "./mission-format.ts";
import { ratingScales } from "./rating.ts";

type Path = (string | number)[];
/** Something in a file that does not fit the rest of it. */
export interface Contradiction {
  readonly path: Path;
  readonly message: string;
}
interface Named {
  readonly path: Path;
  readonly key: string | null;
}

/** Each source that a part of a file cites, with its place. */
export const sourcesOfParts = (file: MissionFormat): { path: Path; source: string }[] =>
  [
    ...file.funding.flatMap(({ lines, complete }, at) => [
      ...lines.map(({ source }, index) => named(["funding", at, "lines", index, "source"], source)),
      named(["funding", at, "complete"], complete),
    ]),
    ...file.commitments.flatMap(({ milestones }, at) =>
      milestones.map(({ source }, index) =>
        named(["commitments", at, "milestones", index, "source"], source),
      ),
    ),
    ...(["outcomes", "context", "involvement", "reports"] as const).flatMap((list) =>
      file[list].map(({ source }, index) => named([list, index, "source"], source)),
    ),
    ...file.deliverables.flatMap(({ source, produced }, at) => [
      named(["deliverables", at, "source"], source),
      named(["deliverables", at, "produced", "document"], produced?.document ?? null),
    ]),
    ...file.standards.flatMap(({ source, assessments }, at) => [
      named(["standards", at, "source"], source),
      ...assessments.map((it, index) =>
        named(["standards", at, "assessments", index, "source"], it.source),
      ),
    ]),
    ...file.recommendations.flatMap(({ source, answers }, at) => [
      named(["recommendations", at, "source"], source),
      ...answers.map((it, index) =>
        named(["recommendations", at, "answers", index, "source"], it.source),
      ),
    ]),
  ].flatMap(({ path, key }) => (key === null ? [] : { path, source: key }));

const named = (path: Path, key: string | null): Named => ({ path, key });
const each = (path: Path, keys: readonly string[]): Named[] =>
  keys.map((key, index) => named([...path, index], key));

/** What parts of a mission say against each other, or against its promises and money. */
export const contradictionsOfParts = (file: MissionFormat): Contradiction[] => [
  ...unknownCodes(file),
  ...ownAncestors(file),
  ...unlikeStates(file),
  ...brokenMoney(file),
  ...brokenRatings(file),
];

function unknownCodes(file: MissionFormat): Contradiction[] {
  const commitments = file.commitments.map(({ code }) => code);
  const known = {
    commitments,
    outcomes: file.outcomes.map(({ code }) => code),
    series: file.series.map(({ code }) => code),
  };
  const among = (list: keyof typeof known, all: readonly Named[]) =>
    all.flatMap(({ path, key }) =>
      key === null || known[list].includes(key)
        ? []
        : { path, message: `"${key}" is not among the ${list} of this file.` },
    );
  return [
    ...among("commitments", [
      ...file.outcomes.flatMap((it, at) => each(["outcomes", at, "commitments"], it.commitments)),
      ...(["deliverables", "involvement"] as const).flatMap((list) =>
        file[list].map(({ commitment }, at) => named([list, at, "commitment"], commitment)),
      ),
      ...file.recommendations.flatMap(({ answers }, at) =>
        answers.flatMap((it, index) =>
          each(["recommendations", at, "answers", index, "commitments"], it.commitments),
        ),
      ),
    ]),
    ...among(
      "outcomes",
      file.outcomes.map(({ parent }, at) => named(["outcomes", at, "parent"], parent)),
    ),
    ...(["commitments", "series"] as const).flatMap((list) =>
      among(
        list,
        file.reports.flatMap(({ statements }, at) =>
          statements.flatMap((it, index) =>
            each(["reports", at, "statements", index, list], it[list]),
          ),
        ),
      ),
    ),
  ];
}

/** Nothing is a part of itself, however far around. */
function ownAncestors({ outcomes }: MissionFormat): Contradiction[] {
  const parents = new Map(outcomes.map(({ code, parent }) => [code, parent]));
  return outcomes.flatMap(({ code }, at) => {
    const seen = new Set<string>();
    let above = parents.get(code) ?? null;
    while (above !== null && above !== code && !seen.has(above)) {
      seen.add(above);
      above = parents.get(above) ?? null;
    }
    return above === code
      ? { path: ["outcomes", at, "parent"], message: "An outcome is not a part of itself." }
      : [];
  });
}

/** What has a day says so, and what ended says why. */
const unlikeStates = ({ commitments, recommendations }: MissionFormat): Contradiction[] => [
  ...commitments.flatMap(({ milestones }, at) =>
    milestones.flatMap(({ status, actual, ended }, index) => {
      const path = (key: string) => ["commitments", at, "milestones", index, key];
      const isOver = status === "missed" || status === "withdrawn";
      return [
        ...(status === "achieved" && actual === null
          ? [{ path: path("actual"), message: "Say when the milestone was reached." }]
          : []),
        ...(status !== "achieved" && actual !== null
          ? [{ path: path("actual"), message: 'Only an "achieved" milestone has a day.' }]
          : []),
        ...(isOver && ended === null
          ? [{ path: path("ended"), message: "Say who ended the milestone, when and why." }]
          : []),
        ...(!isOver && ended !== null
          ? [{ path: path("ended"), message: `A milestone that is "${status}" has not ended.` }]
          : []),
      ];
    }),
  ),
  ...recommendations.flatMap(({ answers, outcome }, at) =>
    outcome !== null && outcome.status !== "withdrawn" && answers.length === 0
      ? [
          {
            path: ["recommendations", at, "outcome"],
            message: "Nothing is carried out that was not answered: give the answer, too.",
          },
        ]
      : [],
  ),
];

function brokenMoney({ funding }: MissionFormat): Contradiction[] {
  return funding.flatMap(({ lines, complete, amount: { amount, currency } }, at) => {
    const tooLong = lines.flatMap(({ period }, index) =>
      isWithinYear(period)
        ? []
        : {
            path: ["funding", at, "lines", index, "period"],
            message: "INV-C15: a line is for a year at most. Write one for each year.",
          },
    );
    const own = lines.map((line) => ({ ...line, currency, status: "standing" as const }));
    const sum = totalOf(own, "budget", currency);
    if (complete === null || compared(sum, amount) === 0) return tooLong;
    const message = `INV-C13: the budget lines come to ${sum} ${currency}, and the envelope to ${amount}. Add what is missing, or leave "complete" out.`;
    return [...tooLong, { path: ["funding", at, "complete"], message }];
  });
}

function brokenRatings({ standards }: MissionFormat): Contradiction[] {
  return standards.flatMap(({ assessments }, at) => {
    const seen = new Set<string>();
    return assessments.flatMap(({ area, period, assessor, scale, scaleVersion, value }, index) => {
      const path = (key: string) => ["standards", at, "assessments", index, key];
      const known = ratingScales.find(
        ({ id, version }) => id === scale && version === scaleVersion,
      );
      const key = canonicalJson([area, period, assessor]);
      const isAgain = seen.has(key);
      seen.add(key);
      return [
        ...(known === undefined
          ? [{ path: path("scale"), message: `There is no scale ${scale} ${scaleVersion}.` }]
          : known.values.some(({ notation }) => notation === value)
            ? []
            : [{ path: path("value"), message: `The scale ${scale} has no value "${value}".` }]),
        ...(isAgain
          ? [
              {
                path: path("area"),
                message: `INV-C22: ${assessor} has assessed ${area} for this time already.`,
              },
            ]
          : []),
      ];
    });
  });
}
