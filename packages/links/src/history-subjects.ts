import type { Builder, defineHistory } from "@remit/graphql";
import type { ActionTypes } from "@remit/actions/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

/** From a change back to the record that was changed, whichever package keeps it. */
export function linkHistorySubjects(
  builder: Builder,
  { Entry }: ReturnType<typeof defineHistory>,
  { Group, Membership, Person, Terms }: GroupTypes,
  {
    Action,
    ActionLogSnapshot,
    Assessment,
    Attendance,
    Commitment,
    Contribution,
    Decision,
    Item,
    Meeting,
    Minutes,
    Observation,
    Paper,
    Recommendation,
    Target,
  }: ActionTypes & CommitmentTypes & MeetingTypes,
) {
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
        Contribution,
        Decision,
        Group,
        Item,
        Meeting,
        Membership,
        Minutes,
        Observation,
        Paper,
        Person,
        Recommendation,
        Target,
        TermsOfReference: Terms,
      },
      description: "The record that was changed, as it stands now; null where you may not see it.",
    }),
  );
}
