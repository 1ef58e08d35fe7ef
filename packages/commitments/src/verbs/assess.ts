import { AgentInput, Day, keepers, Note, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { AssessmentKind } from "../assessment.ts";
import { reason } from "../input.ts";
import { growthOf } from "../method.ts";
import { ratingIn } from "../rating.ts";
import { assessmentMaker, assessmentVerb } from "../verb.ts";
import { begunIn, ended, refOf } from "../within.ts";

/** What somebody says of a commitment or a target. Others stay beside it (INV-C8). */
export const assess = assessmentMaker("assess", {
  says: "Records how somebody rated a commitment or a target; what others say of it stays beside it.",
  mutation: "assess",
  by: keepers,
  within: "subject",
  input: {
    subject: refTo("Commitment", "Target").describe("The id of what is assessed."),
    kind: AssessmentKind.exclude(["computed"])
      .meta({
        id: "AssessmentWord",
        description: "Whose word an assessment is that somebody gives.",
        words: {
          self: "Of those who answer for what is assessed.",
          independent: "Of somebody who does not answer for it.",
        },
      })
      .describe("Whether whoever assesses it answers for it."),
    scale: Note.describe("The id of the rating scale, such as ogp-completion."),
    scaleVersion: Note.describe("The version of the rating scale, such as 1."),
    value: Note.describe("The value on the scale, such as limited."),
    assessor: AgentInput.describe("The person or body who gives the assessment."),
    rationale: Note.describe("The reason for the rating, in a sentence."),
    evidence: z
      .array(refTo("Action", "Contribution", "Deliverable", "Document", "Item", "Observation"))
      .max(50)
      .optional()
      .describe("The ids of what the rating rests on: minutes, actions, documents, figures."),
    asAt: Day.optional().describe("The day on which it stood so; that of the verb if left out."),
  },
  needs: ["newId"],
  refuses: ["RATING_UNKNOWN", "SCALE_UNKNOWN"],
  step: ({
    subject,
    kind,
    scaleVersion,
    value,
    assessor,
    rationale,
    evidence = [],
    asAt,
    ...said
  }) => {
    const scale = { id: said.scale, version: scaleVersion };
    ratingIn({ scale, value });
    return {
      ...begunIn(subject, said),
      subject: refOf(subject),
      kind,
      scale,
      value,
      assessor,
      rationale,
      evidence: evidence.map(refOf),
      method: null,
      asAt: asAt ?? said.on,
      status: "given",
    };
  },
});

/** INV-C6: what the figures of a target say, by the growth rule of Open SDG. */
export const computeAssessment = assessmentMaker("compute", {
  says: "Rates a target from its figures, by the growth rule of Open SDG; refused where they do not suffice.",
  by: keepers,
  within: "target",
  input: { target: refTo("Target").describe("The id of the target whose figures are judged.") },
  needs: ["newId", "growth"],
  refuses: ["NOT_COMPUTABLE"],
  step: ({ target, growth, ...said }) => {
    const judged = growth.kind === "figures" ? growthOf(growth, growth.direction) : growth;
    if (judged.kind === "not-computable") {
      const message = `No rating can be worked out: ${judged.reason}.`;
      throw new Refusal("NOT_COMPUTABLE", message, { params: { reason: judged.reason } });
    }
    return {
      ...begunIn(target, said),
      subject: refOf(target),
      kind: "computed",
      scale: { id: "open-sdg-progress", version: "2" },
      value: judged.rating,
      assessor: null,
      rationale: null,
      evidence: [],
      method: judged.method,
      asAt: said.on,
      status: "given",
    };
  },
});

/** Whoever gave it takes it back. */
export const withdrawAssessment = assessmentVerb("withdraw", {
  says: "Records that an assessment was taken back; it stays in the record.",
  from: ["given"],
  to: "withdrawn",
  by: keepers,
  input: reason,
  step: (_, said) => ended(said),
});
