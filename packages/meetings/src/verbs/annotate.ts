import { annotation, keepers, type OwnFields } from "@remit/kernel";
import { MeetingStatus } from "../meeting.ts";
import { meetingVerb } from "../verb.ts";

/** Writes fields of a directorate's own, whatever the status of the meeting. */
export const annotateMeeting = (fields: OwnFields) =>
  meetingVerb("annotate", {
    ...annotation("a meeting", fields),
    from: MeetingStatus.options,
    to: "same",
    by: keepers,
  });
