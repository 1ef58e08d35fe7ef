import type { Builder, defineHistory } from "@remit/graphql";
import type { ActionTypes } from "@remit/actions/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
import type { DocumentTypes } from "@remit/documents/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

/** From a change back to the record that was changed, whichever package keeps it. */
export function linkHistorySubjects(
  builder: Builder,
  { Entry }: ReturnType<typeof defineHistory>,
  { DeputyNomination, Group, Membership, OrganisationPlace, Person, ...groups }: GroupTypes,
  types: ActionTypes & CommitmentTypes & DocumentTypes & MeetingTypes,
) {
  const { Action, ActionLogSnapshot, Assessment, Commitment, Observation } = types;
  const { ContextFactor, Deliverable, FundingLine, FundingProfile, Involvement } = types;
  const { Milestone, MissionRelation, Outcome, Recommendation, Report } = types;
  const { Standard, StandardAssessment, Target } = types;
  const { Attendance, Contribution, Decision, Item, Meeting, MeetingRole, Minutes, Paper } = types;
  const { RegisteredDecision, Undertaking } = types;
  const { Post, PostHolding, Seat, Terms } = groups;
  const { Fact } = types;
  builder.objectField(Entry, "subject", (t) =>
    t.member(builder.Node, {
      kind: "subject_type",
      id: "subject_id",
      of: {
        Action,
        ActionLogSnapshot,
        Assessment,
        Attendance,
        Commitment,
        ContextFactor,
        Contribution,
        Decision,
        Deliverable,
        DeputyNomination,
        Fact,
        FundingLine,
        FundingProfile,
        Group,
        Involvement,
        Item,
        Meeting,
        MeetingRole,
        Membership,
        Milestone,
        Minutes,
        MissionRelation,
        Observation,
        OrganisationPlace,
        Outcome,
        Paper,
        Person,
        Post,
        PostHolding,
        Recommendation,
        RegisteredDecision,
        Report,
        Seat,
        Standard,
        StandardAssessment,
        Target,
        TermsOfReference: Terms,
        Undertaking,
      },
      description: "The record that was changed, as it stands now; null where you may not see it.",
    }),
  );
}
