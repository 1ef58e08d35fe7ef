import type { Decimal } from "@remit/kernel";
import { compared, times } from "./decimal.ts";
import { figureKey } from "./indicator.ts";
import { isPercent, isSameUnit, measureOf } from "./measure.ts";
import type { MissionFormat } from "./mission-format.ts";
import { required } from "./required.ts";

/** Something in a mission file that can be true and is more often a slip: it is kept as written, and said. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
}

type Commitment = MissionFormat["commitments"][number];
type Target = Commitment["targets"][number];
type Series = MissionFormat["series"][number];

/** Everything in a mission file that a person should look at. */
export const doubtsIn = (file: MissionFormat): Doubt[] => [
  ...file.commitments.flatMap(({ code, targets }) =>
    targets.flatMap((target) => [
      ...unlikeSeries(target, file.series, code),
      ...withoutValue(target, code),
      ...partOfPart(target, code),
    ]),
  ),
  ...implausible(file.funding),
  ...secondHand(file.series),
];

const of = (code: string, { statement }: Target) => `The target "${statement}" of ${code}`;

/** A target is measured by what its series counts. */
function unlikeSeries(target: Target, series: readonly Series[], code: string): Doubt[] {
  const measuredBy = series.find((each) => each.code === target.series);
  if (measuredBy === undefined) return [];
  const units = [...new Set(unitsOf(target))].filter((unit) => !isSameUnit(unit, measuredBy.unit));
  const said = units.map((unit) => ({
    code: "UNIT_DIFFERS",
    message: `${of(code, target)} is in ${unit}, and its series ${measuredBy.code} is in ${measuredBy.unit}: progress cannot be worked out.`,
  }));
  const measure = measureOf(target.measure, unitsOf(target)[0] ?? "");
  if (units.length > 0 || measure === null || measure === measuredBy.measure) return said;
  return [
    {
      code: "MEASURE_DIFFERS",
      message: `${of(code, target)} is a ${measure}, and its series ${measuredBy.code} a ${measuredBy.measure}.`,
    },
  ];
}

const unitsOf = ({ spec, baseline }: Target): string[] => [
  ...("unit" in spec ? [spec.unit] : []),
  ...(baseline.kind === "exact" ? [baseline.unit] : []),
];

const reasons: Readonly<Record<string, string>> = {
  BASELINE_IS_ZERO: "starts from 0, of which no part can be taken",
  BASELINE_NEGATIVE: "starts below 0, of which no part can be taken",
  OUT_OF_RANGE: "asks for a value that its measure cannot have",
  UNIT_DIFFERS: "asks for a change in another unit than that of its baseline",
};

/** What is not said is no slip; what is said and cannot be worked out may be one. */
function withoutValue(target: Target, code: string): Doubt[] {
  const value = required(target);
  const reason = value.kind === "not-computable" ? reasons[value.reason] : undefined;
  if (value.kind !== "not-computable" || reason === undefined) return [];
  return [
    { code: value.reason, message: `${of(code, target)} ${reason}: no value can be worked out.` },
  ];
}

/** "50 per cent more" of 10 per cent is 15 per cent, and is often said where 60 per cent is meant. */
function partOfPart(target: Target, code: string): Doubt[] {
  const { spec, baseline } = target;
  if (spec.kind !== "relative-change") return [];
  const isShare =
    target.measure === "percentage" || (baseline.kind === "exact" && isPercent(baseline.unit));
  if (!isShare) return [];
  return [
    {
      code: "CHANGE_OF_PERCENTAGE",
      message: `${of(code, target)} changes a percentage by a part of itself. If percentage points are meant, say the value to be reached.`,
    },
  ];
}

/** So many times every other amount of a currency, and it is more likely to be a misprint. */
const implausibly: Decimal = "100";

/** An amount that dwarfs every other one. It is kept as written. */
function implausible(funding: MissionFormat["funding"]): Doubt[] {
  return funding.flatMap(({ statement, amount: { amount, currency } }, index) => {
    const others = funding.filter(
      (other, at) =>
        at !== index && other.amount.currency === currency && other.amount.amount !== "0",
    );
    const dwarfs = others.every(
      (other) => compared(amount, times(other.amount.amount, implausibly)) > 0,
    );
    if (others.length === 0 || !dwarfs) return [];
    return [
      {
        code: "AMOUNT_IMPLAUSIBLE",
        message: `"${statement}" gives ${amount} ${currency}, more than ${implausibly} times any other amount of the file. It is kept as written.`,
      },
    ];
  });
}

/** What repeats a count is not better than the count itself. */
function secondHand(series: readonly Series[]): Doubt[] {
  return series.flatMap(({ code, observations }) =>
    observations.flatMap((figure, at) => {
      const before = observations
        .slice(0, at)
        .findLast(
          (other) => figureKey(other) === figureKey(figure) && other.status === "superseded",
        );
      if (figure.secondHand === undefined || before === undefined || before.secondHand) return [];
      return [
        {
          code: "SECOND_HAND_STANDS",
          message: `The figure ${figure.value} of ${code} for ${figure.period.end} is second-hand and stands in the place of ${before.value}, which is not.`,
        },
      ];
    }),
  );
}
