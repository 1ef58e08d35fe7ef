import { assertHeld, keepers, Note, refTo, Refusal } from "@remit/kernel";
import { ReviewOutcome } from "../update.ts";
import { actionVerb } from "../verb.ts";

/** A meeting goes through the log and comes to this action, once. */
export const review = actionVerb("review", {
  says: "Records what a meeting made of an action when it went through the log; it is a draft until the minutes of the meeting are circulated.",
  from: [
    "open",
    "in-progress",
    "blocked",
    "done",
    "closed",
    "superseded",
    "withdrawn",
    "transferred",
  ],
  to: "same",
  by: keepers,
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting."),
    outcome: ReviewOutcome.describe("What the meeting made of the action."),
    note: Note.optional().describe("What was said at the meeting."),
  },
  refuses: ["INV-A14", "REVIEW_TOO_EARLY"],
  step: ({ reviews, raisedAt, group }, { meeting, outcome, note = null, on }) => {
    assertHeld(meeting, group.id, ["meeting"], on);
    const day = meeting.on ?? on;
    if (reviews.some((made) => made.meeting.id === meeting.id)) {
      const message = `${meeting.label} has reviewed it already.`;
      throw new Refusal("INV-A14", message, { path: ["meeting"] });
    }
    if (day < raisedAt.on) {
      const message = `It was raised on ${raisedAt.on}, after that meeting.`;
      throw new Refusal("REVIEW_TOO_EARLY", message, { path: ["on"] });
    }
    if (meeting.id === raisedAt.meeting.id) {
      const message = `${meeting.label} raised it: a later meeting reviews it.`;
      throw new Refusal("REVIEW_TOO_EARLY", message, { path: ["meeting"] });
    }
    const { drafting, recordAccess } = meeting;
    const made = {
      meeting,
      on: day,
      outcome,
      note,
      ...(drafting === true ? { draft: true } : {}),
      ...(recordAccess == null ? {} : { access: recordAccess }),
    };
    return { reviews: [...reviews, made] };
  },
});
