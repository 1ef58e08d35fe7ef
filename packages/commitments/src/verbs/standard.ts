import {
  AgentInput,
  canonicalJson,
  keepers,
  Note,
  PartialDate,
  refTo,
  Refusal,
  sameAgent,
} from "@remit/kernel";
import { CitationInput, PeriodInput, reason } from "../input.ts";
import { Code } from "../mission.ts";
import { ratingIn } from "../rating.ts";
import { standardAssessments, standards } from "../verb.ts";
import { assertCodeFree, begunIn, ended, missionIn } from "../within.ts";

export const recordStandard = standards.maker("record", {
  says: "Records a standard against which the work of a mission is held.",
  by: keepers,
  within: "mission",
  input: {
    mission: refTo("Mission").describe("The id of the mission whose work is held against it."),
    code: Code.describe("The standard's name within the mission, such as mat-1."),
    title: Note.describe("What the standard asks for."),
    issuedBy: AgentInput.describe("The person or body who issues the standard."),
    issuedOn: PartialDate.optional().describe(
      "When the standard was issued; not stated if left out.",
    ),
    source: CitationInput.describe("The publication that issues it."),
  },
  needs: ["newId", "place"],
  refuses: ["CODE_TAKEN"],
  step: ({ mission, code, title, issuedBy, issuedOn, source, place, ...said }) => {
    assertCodeFree(code, place, "standard");
    return {
      ...begunIn(mission, said),
      mission: mission.id,
      position: place.position,
      code,
      title,
      issuedBy,
      issuedOn: issuedOn ?? null,
      source,
      status: "standing",
    };
  },
});

export const withdrawStandard = standards.verb("withdraw", {
  says: "Records that a standard was taken back; it stays in the record.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});

/** INV-C22: of one standard in one area for one time an assessor says one thing. */
export const assessStandard = standardAssessments.maker("assess", {
  says: "Records how an area meets a standard, in the word of one assessor for one time.",
  mutation: "assessStandard",
  by: keepers,
  within: "standard",
  input: {
    standard: refTo("Standard").describe("The id of the standard."),
    area: Note.describe("The area, by its name."),
    areaScheme: Note.optional().describe("What sort of area it is, such as health-board."),
    period: PeriodInput.describe("The time for which it is assessed."),
    scale: Note.describe("The id of the rating scale, such as mat-rag."),
    scaleVersion: Note.describe("The version of the rating scale, such as 2022."),
    value: Note.describe("The value on the scale, such as green."),
    assessor: AgentInput.describe("The person or body who assesses it."),
    source: CitationInput.describe("The publication that gives the assessment."),
  },
  needs: ["newId", "place", "others"],
  refuses: ["INV-C22", "RATING_UNKNOWN", "SCALE_UNKNOWN"],
  step: (told) => {
    const { standard, area, areaScheme, period, scale, scaleVersion, value, assessor } = told;
    ratingIn({ scale: { id: scale, version: scaleVersion }, value });
    const isSame = (other: (typeof told.others)[number]) =>
      other.area === area &&
      canonicalJson(other.period) === canonicalJson(period) &&
      sameAgent(other.assessor, assessor);
    if (told.others.some(isSame)) {
      const message = `${assessor.label} has assessed ${area} for this time already. Take that back first.`;
      throw new Refusal("INV-C22", message, { path: ["area"] });
    }
    return {
      ...begunIn(standard, told),
      mission: missionIn(standard),
      standard: standard.id,
      position: told.place.position,
      area,
      areaScheme: areaScheme ?? null,
      period,
      scale,
      scaleVersion,
      value,
      assessor,
      source: told.source,
      status: "standing",
    };
  },
});

export const withdrawStandardAssessment = standardAssessments.verb("withdraw", {
  says: "Records that an assessment of a standard was taken back; it stays in the record.",
  from: ["standing"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
