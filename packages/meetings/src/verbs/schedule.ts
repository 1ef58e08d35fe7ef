import { freeSlug, keepers, Note, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import type { Meeting } from "../meeting.ts";
import { assertFree, assertStands, assertStart, plannedFor, times, titleOf } from "../planning.ts";
import { meetingMaker } from "../verb.ts";

/** A group is to meet. */
export const schedule = meetingMaker("schedule", {
  says: "Puts a meeting of a group on the calendar, or pencils it in.",
  by: keepers,
  within: "group",
  input: {
    group: refTo("Group").describe("The id of the group."),
    ...times,
    title: Note.max(500)
      .optional()
      .describe("The title of the meeting; its group and day if left out."),
    location: Note.max(1_000).optional().describe("The place where the meeting is to be held."),
    tentative: z
      .boolean()
      .optional()
      .describe("True: the day is pencilled in, and somebody is to confirm it."),
  },
  needs: ["home", "others", "newId"],
  refuses: ["DAYS_DIFFER", "DAY_MISSING", "GROUP_REPLACED", "MEETING_THERE", "MTG_START_REQUIRED"],
  step: ({ group, tentative = false, title, location = null, home, others, newId, ...said }) => {
    const planned = plannedFor(said, home.zone);
    if (planned === null) {
      const message = "Say when the group is to meet: starts, or day where no time is known.";
      throw new Refusal("DAY_MISSING", message, { path: ["starts"] });
    }
    if (!tentative) assertStart(planned);
    assertStands(home, planned);
    assertFree(planned, others);
    const taken = new Set(others.map(({ slug }) => slug));
    const meeting: Meeting = {
      id: newId(),
      version: 1,
      group: home.ref,
      slug: freeSlug(`${home.slug}-${planned.heldOn}`, taken),
      title: title ?? titleOf(home.ref.label, planned.heldOn),
      ordinal: null,
      ordinalBasis: null,
      ...planned,
      location,
      postponements: [],
      agendas: [],
      status: tentative ? "tentative" : "scheduled",
      access: group.access ?? "restricted",
      source: null,
    };
    return meeting;
  },
});
