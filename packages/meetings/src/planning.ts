import {
  Day,
  FreeText,
  readInput,
  type Ref,
  Refusal,
  WallTime,
  Zone,
  ZonedDateTime,
} from "@remit/kernel";
import * as z from "zod";
import type { Meeting } from "./meeting.ts";
import type { Beside } from "./verb.ts";

/** When a meeting is to begin, as a caller says it. */
export const StartInput = z
  .strictObject({
    local: FreeText.pipe(WallTime).describe(
      "The time on the wall of the place, such as 2022-03-16T10:00.",
    ),
    zone: FreeText.pipe(Zone)
      .optional()
      .describe("The IANA name of the time zone; that of the group if left out."),
  })
  .meta({ id: "StartInput", description: "The day and the time at which a meeting begins." });

/** The members of an input by which a meeting is given its time. */
export const times = {
  starts: StartInput.optional().describe(
    "The day and the time at which it begins; leave out where only the day is known.",
  ),
  day: Day.optional().describe("The day of the meeting, where no time is known."),
  until: Day.optional().describe("The last day of a meeting of several days."),
};

interface Told {
  readonly starts?: z.output<typeof StartInput> | undefined;
  readonly day?: Day | undefined;
  readonly until?: Day | undefined;
}

/** When a meeting is, as it keeps it. */
export type Planned = Pick<Meeting, "heldOn" | "endedOn" | "starts">;

/** When a meeting is to be, of what a caller says; null where they say nothing. Refuses with `DAYS_DIFFER` days that are not one after the other. */
export function plannedFor({ starts, day, until }: Told, zone: Zone): Planned | null {
  const at =
    starts === undefined
      ? null
      : readInput(ZonedDateTime, { local: starts.local, zone: starts.zone ?? zone });
  const heldOn = at?.local.slice(0, 10) ?? day;
  if (heldOn === undefined) return null;
  if (at !== null && day !== undefined && day !== heldOn) {
    const message = `The meeting begins on ${heldOn}, and not on ${day}: leave the day out.`;
    throw new Refusal("DAYS_DIFFER", message, { path: ["day"] });
  }
  if (until !== undefined && until < heldOn) {
    const message = `The meeting would end on ${until}, before it begins on ${heldOn}.`;
    throw new Refusal("DAYS_DIFFER", message, { path: ["until"] });
  }
  return { heldOn, endedOn: until === undefined || until === heldOn ? null : until, starts: at };
}

/** Refuses with `MTG_START_REQUIRED` a meeting that is to be certain and of which nobody knows when it begins. */
export function assertStart({ starts }: Pick<Planned, "starts">): void {
  if (starts !== null) return;
  const message = "Say at what time the meeting begins, or keep it tentative until that is known.";
  throw new Refusal("MTG_START_REQUIRED", message, { path: ["starts"] });
}

const stands = ({ status }: Beside) => status !== "cancelled" && status !== "postponed";

/** Refuses with `MEETING_THERE` a time at which the group meets already: two meetings of one day begin at different times. */
export function assertFree({ heldOn, starts }: Planned, others: readonly Beside[]): void {
  const same = others.find(
    (other) =>
      stands(other) &&
      other.heldOn === heldOn &&
      (other.local === null || starts === null || other.local === starts.local),
  );
  if (same === undefined) return;
  const { id, title } = same;
  const message = `The group meets on ${heldOn} already${title === null ? "" : `: "${title}"`}. Give the times of both, if there are two meetings on that day.`;
  throw new Refusal("MEETING_THERE", message, {
    path: ["starts"],
    params: title === null ? {} : { meeting: id },
  });
}

/** Refuses with `GROUP_REPLACED` a day on which others have taken the place of the group. */
export function assertStands(
  { ref, replacedOn }: { readonly ref: Ref; readonly replacedOn: Day | null },
  { heldOn }: Pick<Planned, "heldOn">,
): void {
  if (replacedOn === null || heldOn < replacedOn) return;
  const message = `Others took the place of ${ref.label} on ${replacedOn}: put the meeting on the calendar of one of them, or give an earlier day.`;
  throw new Refusal("GROUP_REPLACED", message, { path: ["starts"], params: { group: ref.id } });
}

/** The title of a meeting that nobody gave one. */
export const titleOf = (group: string, day: Day): string => `${group}: ${day}`;

/** A title that was made of the day is made of the new one. */
export const retitled = (
  { title, group, heldOn }: Pick<Meeting, "group" | "heldOn" | "title">,
  planned: Pick<Planned, "heldOn">,
): string =>
  title === titleOf(group.label, heldOn) ? titleOf(group.label, planned.heldOn) : title;
