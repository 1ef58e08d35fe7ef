import { Day, freeSlug, FreeText, keepers, Refusal, Stepped } from "@remit/kernel";
import type { Meeting } from "../meeting.ts";
import { assertFree, assertStands, retitled } from "../planning.ts";
import { daysOf, everyMonths } from "../recurrence.ts";
import { meetingVerb } from "../verb.ts";

/** A meeting comes back: others like it are put on the calendar. */
export const repeat = meetingVerb("repeat", {
  says: "Puts further meetings like this one on the calendar, at the same time on the wall, by a rule or as often as the terms of reference say.",
  from: ["tentative", "scheduled"],
  to: "same",
  by: keepers,
  input: {
    until: Day.describe("The last day on which one of them may be."),
    rule: FreeText.optional().describe(
      "The rule by which the days follow, as iCalendar writes it, such as FREQ=MONTHLY;BYDAY=3WE for every third Wednesday; the months between meetings that the terms of reference state if left out.",
    ),
  },
  needs: ["home", "others", "cadence", "newId"],
  refuses: ["GROUP_REPLACED", "MEETING_THERE", "RULE_MISSING", "RULE_WRONG", "SERIES_TOO_LONG"],
  step: (meeting, { until, rule = null, home, others, cadence, newId }) => {
    const told = rule ?? (cadence === null ? null : everyMonths(cadence, meeting.heldOn));
    if (told === null) {
      const message =
        "The terms of reference of the day do not say how often the group meets: give a rule, such as FREQ=MONTHLY;BYDAY=3WE.";
      throw new Refusal("RULE_MISSING", message, { path: ["rule"] });
    }
    const first = meeting.series?.first ?? meeting.id;
    const slugs = new Set(others.map(({ slug }) => slug));
    const made = daysOf(told, meeting.heldOn, until).map((day): Meeting => {
      const { starts } = meeting;
      const planned = {
        heldOn: day,
        endedOn: null,
        starts: starts && { ...starts, local: `${day}${starts.local.slice(10)}` },
      };
      assertFree(planned, others);
      assertStands(home, planned);
      const slug = freeSlug(`${home.slug}-${day}`, slugs);
      slugs.add(slug);
      return {
        ...meeting,
        ...planned,
        id: newId(),
        version: 1,
        slug,
        title: retitled(meeting, planned),
        ordinal: null,
        ordinalBasis: null,
        postponements: [],
        agendas: [],
        source: null,
        series: { first, rule: told, plannedFor: day },
      };
    });
    const own = meeting.series ?? { first, rule: told, plannedFor: meeting.heldOn };
    return new Stepped({ series: own }, { made });
  },
});
