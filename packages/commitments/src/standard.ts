import { AgentRef, Id, PartialDate } from "@remit/kernel";
import * as z from "zod";
import { Citation } from "./citation.ts";
import { Time } from "./kept.ts";
import { Code } from "./mission.ts";
import { partOf } from "./part.ts";

const text = z.string().min(1);

/** What the work of a mission is held against in each area. */
export const Standard = partOf({
  code: Code.describe("The standard's name within its mission, such as mat-1."),
  title: text.describe("What the standard asks for."),
  issuedBy: AgentRef.describe("Whoever issues the standard."),
  issuedOn: PartialDate.nullable().describe(
    "When the standard was issued; null where nobody says.",
  ),
  source: Citation.describe("The publication that issues it."),
});
export type Standard = Readonly<z.infer<typeof Standard>>;

/** How an area meets a standard, in the word of one assessor for one time (INV-C22). */
export const StandardAssessment = partOf({
  standard: Id,
  area: text.describe("The area, by its name."),
  areaScheme: text
    .nullable()
    .describe("What sort of area it is, such as health-board; null where that is not said."),
  period: Time.describe("The time for which it was assessed."),
  scale: text.describe("The id of the rating scale."),
  scaleVersion: text.describe("The version of the rating scale."),
  value: text.describe("The value on the scale."),
  assessor: AgentRef.describe("The person or body who assessed the area."),
  source: Citation.describe("The publication that gives the assessment."),
});
export type StandardAssessment = Readonly<z.infer<typeof StandardAssessment>>;

type Rated = Pick<
  StandardAssessment,
  "standard" | "area" | "scale" | "scaleVersion" | "value" | "status"
>;

/** INV-C22: how many areas have each value, over all standards; the sum is the number of assessments. */
export function totalsByValue(assessments: readonly Rated[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { scale, scaleVersion, value, status } of assessments) {
    if (status === "withdrawn") continue;
    const key = `${scale}/${scaleVersion}/${value}`;
    totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  return totals;
}
