import { AgentRef, Day, Id, Ref, vocabulary } from "@remit/kernel";
import * as z from "zod";
import { Ended, Made } from "./kept.ts";
import { MissionAccess } from "./mission.ts";

/** Whose word an assessment is. */
export const AssessmentKind = vocabulary("AssessmentKind", "Whose word an assessment is.", {
  self: "Of those who answer for what is assessed.",
  independent: "Of somebody who does not answer for it.",
  computed: "Of nobody: it was worked out from figures by a rule.",
});
export type AssessmentKind = z.infer<typeof AssessmentKind>;

/** Whether an assessment stands. */
export const AssessmentStatus = vocabulary(
  "AssessmentStatus",
  "Whether an assessment stands, or was taken back.",
  {
    given: "The assessment stands as it was given.",
    withdrawn: "Whoever gave the assessment took it back.",
  },
);

const given = {
  id: Id,
  version: z.int().positive(),
  keeper: Id.nullable(),
  access: MissionAccess,
  made: Made,
  /** The commitment or target that is assessed. */
  subject: Ref,
  scale: z.object({ id: z.string().min(1), version: z.string().min(1) }),
  value: z.string().min(1),
  /** What it rests on. Whoever reads it is told of that as of anything that it points at (INV-C25). */
  evidence: z.array(Ref).default([]),
  asAt: Day,
};
const word = { assessor: AgentRef, rationale: z.string().min(1), method: z.null() };
const standing = { status: AssessmentStatus.extract(["given"]) };
const withdrawn = { status: AssessmentStatus.extract(["withdrawn"]), ended: Ended };
const byWord = { ...given, ...word, kind: AssessmentKind.exclude(["computed"]) };
const byRule = {
  ...given,
  kind: AssessmentKind.extract(["computed"]),
  assessor: z.null(),
  rationale: z.null(),
  method: z.object({ id: z.string().min(1), version: z.string().min(1) }),
};

/**
 * How something was rated, on a scale of which the version is kept. A self or independent one has an assessor and a
 * rationale (INV-C9), a computed one its method; all stand side by side (INV-C8).
 */
export const Assessment = z.union([
  z.object({ ...byWord, ...standing }),
  z.object({ ...byWord, ...withdrawn }),
  z.object({ ...byRule, ...standing }),
  z.object({ ...byRule, ...withdrawn }),
]);
export type Assessment = Readonly<z.infer<typeof Assessment>>;
