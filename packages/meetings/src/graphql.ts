import type { Builder, Command, Composed } from "@remit/graphql";
import { defineAttendance } from "./graphql/attendance.ts";
import { defineCourse } from "./graphql/course.ts";
import { defineItems } from "./graphql/item.ts";
import { defineMeeting } from "./graphql/meeting.ts";

/** The types of meetings and of everything that their minutes hold. Links to other packages are the gateway's. */
export function defineMeetings(builder: Builder, composed: Composed, commands: readonly Command[]) {
  const meeting = defineMeeting(builder);
  defineCourse(builder, meeting.Meeting, composed, commands);
  return {
    ...meeting,
    ...defineAttendance(builder, meeting.Meeting),
    ...defineItems(builder, meeting.Meeting),
  };
}

/** The types that `defineMeetings` gives, for whoever links them to others. */
export type MeetingTypes = ReturnType<typeof defineMeetings>;
