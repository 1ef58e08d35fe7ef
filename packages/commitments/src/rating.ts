import { Refusal } from "@remit/kernel";

/** What a rating says of its subject, so that two scales can be told apart in colour and in words. */
export type Polarity = "good" | "middling" | "bad" | "none";

/** A scale of ratings, which never changes: another set of words is another version. */
export interface RatingScale {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** From the best to the worst. */
  readonly values: readonly {
    readonly notation: string;
    readonly label: string;
    readonly polarity: Polarity;
  }[];
  /** What its values are on other scales. */
  readonly mappings?: readonly RatingMapping[];
}

/** What values of a scale are on another; `lossy` where the other has fewer words. */
export interface RatingMapping {
  readonly to: Scale;
  readonly lossy: boolean;
  readonly values: Readonly<Record<string, string>>;
}

type Scale = Pick<RatingScale, "id" | "version">;

/** A value of a scale, in one of its versions. */
export interface Rating {
  readonly scale: Scale;
  readonly value: string;
}

const scale = (
  id: string,
  version: string,
  title: string,
  values: Readonly<Record<string, readonly [string, Polarity]>>,
  mappings: readonly RatingMapping[] = [],
): RatingScale => ({
  id,
  version,
  title,
  values: Object.entries(values).map(([notation, [label, polarity]]) => ({
    notation,
    label,
    polarity,
  })),
  mappings,
});

const ragb = { id: "mat-ragb", version: "2024" };

/** The scales that everybody knows. A directorate's own stand beside them. */
export const ratingScales: readonly RatingScale[] = [
  scale("ogp-completion", "1", "Completion, Open Government Partnership", {
    complete: ["Complete", "good"],
    substantial: ["Substantial", "good"],
    limited: ["Limited", "middling"],
    "not-started": ["Not started", "bad"],
    "no-evidence": ["No evidence available", "none"],
  }),
  scale(
    "gmpp-confidence",
    "5",
    "Delivery confidence in five steps, Government Major Projects Portfolio",
    {
      green: ["Green", "good"],
      "amber-green": ["Amber/green", "good"],
      amber: ["Amber", "middling"],
      "amber-red": ["Amber/red", "bad"],
      red: ["Red", "bad"],
    },
    [
      {
        to: { id: "gmpp-confidence", version: "3" },
        lossy: true,
        values: {
          green: "green",
          "amber-green": "amber",
          amber: "amber",
          "amber-red": "amber",
          red: "red",
        },
      },
    ],
  ),
  scale(
    "gmpp-confidence",
    "3",
    "Delivery confidence in three steps, Government Major Projects Portfolio",
    { green: ["Green", "good"], amber: ["Amber", "middling"], red: ["Red", "bad"] },
  ),
  scale(
    "mat-rag",
    "2022",
    "Implementation of medication-assisted treatment standards, first benchmarking",
    { green: ["Green", "good"], amber: ["Amber", "middling"], red: ["Red", "bad"] },
    [{ to: ragb, lossy: false, values: { green: "green", amber: "amber", red: "red" } }],
  ),
  scale(
    ragb.id,
    ragb.version,
    "Implementation of medication-assisted treatment standards, with sustained ones in blue",
    {
      blue: ["Blue", "good"],
      green: ["Green", "good"],
      "provisional-green": ["Provisional green", "good"],
      amber: ["Amber", "middling"],
      "provisional-amber": ["Provisional amber", "middling"],
      red: ["Red", "bad"],
    },
  ),
  scale("npf-trend", "1", "Performance, National Performance Framework", {
    improving: ["Improving", "good"],
    maintaining: ["Maintaining", "middling"],
    worsening: ["Worsening", "bad"],
  }),
  scale("open-sdg-progress", "2", "Progress towards a target, Open SDG", {
    "target-achieved": ["Target achieved", "good"],
    "substantial-progress": ["Substantial progress", "good"],
    "moderate-progress": ["Moderate progress", "middling"],
    "limited-progress": ["Limited progress", "middling"],
    deterioration: ["Deterioration", "bad"],
  }),
  scale("pledge", "1", "Whether a pledge was kept", {
    kept: ["Kept", "good"],
    "in-part": ["Kept in part", "middling"],
    broken: ["Broken", "bad"],
    "not-yet-rated": ["Not yet rated", "none"],
  }),
];

/** The scale of an id and a version. Refuses with `SCALE_UNKNOWN`. */
export function scaleOf({ id, version }: Scale, scales = ratingScales): RatingScale {
  const found = scales.find((each) => each.id === id && each.version === version);
  if (found !== undefined) return found;
  const known = scales.map((each) => `${each.id} ${each.version}`).join(", ");
  const message = `There is no scale ${id} in version ${version}. Known: ${known}.`;
  throw new Refusal("SCALE_UNKNOWN", message, { path: ["scale"] });
}

/** What a rating says. Refuses with `RATING_UNKNOWN` what its scale does not have. */
export function ratingIn(rating: Rating, scales = ratingScales) {
  const { values } = scaleOf(rating.scale, scales);
  const found = values.find(({ notation }) => notation === rating.value);
  if (found !== undefined) return found;
  const known = values.map(({ notation }) => notation).join(", ");
  const message = `The scale has no value ${rating.value}. Give one of these: ${known}.`;
  throw new Refusal("RATING_UNKNOWN", message, { path: ["value"] });
}

/** INV-C10: below 0 where the first is better, above 0 where it is worse. Refuses with `INV-C10` ratings of two scales or versions. */
export function comparedRatings(one: Rating, other: Rating, scales = ratingScales): number {
  if (one.scale.id !== other.scale.id || one.scale.version !== other.scale.version) {
    const message = "Ratings are compared within one version of one scale: convert one of them.";
    throw new Refusal("INV-C10", message);
  }
  const { values } = scaleOf(one.scale, scales);
  const placeOf = (rating: Rating) => values.indexOf(ratingIn(rating, scales));
  return Math.sign(placeOf(one) - placeOf(other));
}

/** INV-C10: a rating on another scale, as that one declares it. Refuses with `INV-C10` where nothing is declared. */
export function convertedRating(
  { scale: from, value }: Rating,
  to: Scale,
  scales = ratingScales,
): { readonly rating: Rating; readonly lossy: boolean } {
  if (from.id === to.id && from.version === to.version)
    return { rating: { scale: to, value }, lossy: false };
  const mapping = scaleOf(from, scales).mappings?.find(
    (each) => each.to.id === to.id && each.to.version === to.version,
  );
  const mapped = mapping?.values[value];
  if (mapping === undefined || mapped === undefined) {
    const message = `Nobody has said what ${value} of ${from.id} ${from.version} is on ${to.id} ${to.version}.`;
    throw new Refusal("INV-C10", message);
  }
  return { rating: { scale: to, value: mapped }, lossy: mapping.lossy };
}
