import { keepers, Note, Refusal } from "@remit/kernel";
import type { Meeting } from "../meeting.ts";
import { assertFree, assertStands, assertStart, plannedFor, retitled, times } from "../planning.ts";
import { meetingVerb } from "../verb.ts";

type Stamped = Pick<Meeting["postponements"][number], "by" | "on" | "reason">;

/** What a meeting keeps of the day that it is taken off. */
const takenOff = (
  { heldOn, starts, postponements }: Pick<Meeting, "heldOn" | "starts" | "postponements">,
  { by, on, reason }: Stamped,
) => [...postponements, { heldOn, starts, by, on, reason }];

/** A meeting is put off: to another time, or until there is one. */
export const postpone = meetingVerb("postpone", {
  says: "Takes a meeting off its day, and gives it another where one is known; the old day stays in its record.",
  from: ["tentative", "scheduled"],
  to: ["postponed", "scheduled"],
  by: keepers,
  input: { reason: Note.describe("The reason for which it is put off."), ...times },
  needs: ["home", "others"],
  refuses: ["DAYS_DIFFER", "GROUP_REPLACED", "MEETING_THERE", "MTG_START_REQUIRED"],
  step: (meeting, { reason, by, on, home, others, ...said }) => {
    const planned = plannedFor(said, home.zone);
    const postponements = takenOff(meeting, { by, on, reason });
    if (planned === null) return { status: "postponed", postponements };
    assertStart(planned);
    assertFree(planned, others);
    assertStands(home, planned);
    return { status: "scheduled", postponements, ...planned, title: retitled(meeting, planned) };
  },
});

/** A meeting that was put off, or pencilled in, gets its day. */
export const reschedule = meetingVerb("reschedule", {
  says: "Gives a meeting that was put off its new day, or confirms one that was pencilled in.",
  from: ["tentative", "postponed"],
  to: "scheduled",
  by: keepers,
  input: times,
  needs: ["home", "others"],
  refuses: ["DAYS_DIFFER", "DAY_MISSING", "GROUP_REPLACED", "MEETING_THERE", "MTG_START_REQUIRED"],
  step: (meeting, { home, others, ...said }) => {
    const planned = plannedFor(said, home.zone);
    if (planned === null && meeting.status === "postponed") {
      const message = "Say when the meeting is to be held now: its old day has gone.";
      throw new Refusal("DAY_MISSING", message, { path: ["starts"] });
    }
    const kept = planned ?? meeting;
    assertStart(kept);
    assertFree(kept, others);
    assertStands(home, kept);
    return planned === null ? {} : { ...planned, title: retitled(meeting, planned) };
  },
});
