import type { For } from "./for.ts";

const actionChange: For<"ActionChangeKind"> = {
  REASSIGN: "Given to other owners",
  RECEIVE: "Taken on by another group",
  REJECT: "Not accepted as done",
  REOPEN: "Taken up again",
  REVISE: "Due changed",
  REWORD: "Reworded",
  UNBLOCK: "No longer blocked",
};

const actionStatus: For<"ActionStatus"> = {
  DRAFT: "Draft",
  OPEN: "Open",
  IN_PROGRESS: "In progress",
  BLOCKED: "Blocked",
  DONE: "Done",
  CLOSED: "Closed",
  TRANSFERRED: "Transferred",
  SUPERSEDED: "Replaced",
  WITHDRAWN: "Withdrawn",
};

const closure: For<"ClosureKind"> = {
  COMPLETED: "Closed as done",
  AGREED_CLOSED: "Closed by agreement",
  NO_LONGER_RELEVANT: "Closed as no longer relevant",
  SUPERSEDED: "Replaced by another action",
  TRANSFERRED: "Transferred to another group",
  WITHDRAWN: "Withdrawn",
};

const ownerRole: For<"OwnerRole"> = {
  LEAD: "Lead",
  CO_OWNER: "Shares it",
  SUPPORT: "Helps",
  NOT_STATED: "Owner",
};

const partStatus: For<"PartStatus"> = {
  PENDING: "No answer yet",
  ACKNOWLEDGED: "Acknowledged",
  DONE: "Says it is done",
  DECLINED: "Declined",
  NOT_APPLICABLE: "Not asked",
};

const reviewOutcome: For<"ReviewOutcome"> = {
  CARRIED_FORWARD: "Carried forward",
  CLOSED: "Closed",
  ESCALATED: "Escalated",
  NOT_REVIEWED: "Not reviewed",
  PROGRESS_NOTED: "Progress noted",
  REVISED: "Revised",
};

/** Words for what actions keep. */
export const actions = {
  actionChange,
  actionStatus,
  closure,
  ownerRole,
  partStatus,
  reviewOutcome,
};
