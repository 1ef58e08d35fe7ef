import type { ActionTypes } from "@remit/actions/graphql";
import type { CommitmentTypes } from "@remit/commitments/graphql";
import type { DocumentTypes } from "@remit/documents/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";
import type { linkActionCommitments } from "./action-commitments.ts";
import type { linkExpectedAttendance } from "./expected-attendance.ts";

/** The types of every module and link that lists are made of. */
export type Types = GroupTypes &
  MeetingTypes &
  ActionTypes &
  CommitmentTypes &
  DocumentTypes &
  ReturnType<typeof linkActionCommitments> &
  ReturnType<typeof linkExpectedAttendance>;
