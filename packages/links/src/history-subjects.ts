import type { Builder, defineHistory } from "@remit/graphql";
import type { ActionTypes } from "@remit/actions/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
import type { GroupTypes } from "@remit/groups/graphql";

/** From a change back to the record that was changed, whichever package keeps it. */
export function linkHistorySubjects(
  builder: Builder,
  { Entry }: ReturnType<typeof defineHistory>,
  { Group, Membership, Person, Terms }: GroupTypes,
  types: ActionTypes & CommitmentTypes,
) {
  const { Action, ActionLogSnapshot, Assessment, Commitment, Observation } = types;
  const { ContextFactor, Deliverable, FundingLine, FundingProfile, Involvement } = types;
  const { Milestone, MissionRelation, Outcome, Recommendation, Report } = types;
  const { Standard, StandardAssessment, Target } = types;
  builder.objectField(Entry, "subject", (t) =>
    t.member(builder.Node, {
      kind: "subject_type",
      id: "subject_id",
      of: {
        Action,
        ActionLogSnapshot,
        Assessment,
        Commitment,
        ContextFactor,
        Deliverable,
        FundingLine,
        FundingProfile,
        Group,
        Involvement,
        Membership,
        Milestone,
        MissionRelation,
        Observation,
        Outcome,
        Person,
        Recommendation,
        Report,
        Standard,
        StandardAssessment,
        Target,
        TermsOfReference: Terms,
      },
      description: "The record that was changed, as it stands now; null where you may not see it.",
    }),
  );
}
