import { keepers, Note, type Pointed, refTo, Refusal } from "@remit/kernel";
import * as z from "zod";
import { AttendanceMode, AttendanceStatus, Capacity } from "../attendance.ts";
import { type AttendanceRecord, assertSitting } from "../part.ts";
import { attendanceMaker, attendanceVerb } from "../part-verb.ts";
import { assertAttending, PresenceInput, spanOf } from "../presence.ts";

const Name = Note.max(500);
const described = {
  mode: AttendanceMode.optional().describe("The way in which they take part."),
  position: Name.optional().describe("The position of the person, as it is to be written."),
  organisation: refTo("Organisation")
    .optional()
    .describe("The id of the organisation that the person comes from."),
  note: Note.max(2_000).optional().describe("A remark on the attendance."),
};
const deputising = {
  deputyFor: refTo("Person")
    .optional()
    .describe("The id of the person in whose place a deputy comes."),
  deputyForName: Name.optional().describe(
    "The name of the person in whose place a deputy comes, where they are not in the record.",
  ),
};

interface Deputising {
  readonly deputyFor?: Pointed | undefined;
  readonly deputyForName?: string | undefined;
}

/** Whom a deputy stands in for. INV-M4: only a deputy does. */
function principalOf(
  { deputyFor, deputyForName }: Deputising,
  capacity: Capacity,
  self: string | null | undefined,
) {
  const deputisingFor = deputyFor?.label ?? deputyForName ?? null;
  if (deputisingFor === null) return { deputisingFor, principal: null };
  if (capacity !== "deputy") {
    const message = `Whoever comes in the place of ${deputisingFor} is a deputy: give that capacity.`;
    throw new Refusal("INV-M4", message, { path: ["capacity"] });
  }
  if (deputyFor !== undefined && deputyFor.id === self) {
    const message = "Nobody is a deputy for themselves.";
    throw new Refusal("INV-M4", message, { path: ["deputyFor"] });
  }
  return { deputisingFor, principal: deputyFor?.id ?? null };
}

/** INV-M7: refuses a member's place for whoever is no member on the day. */
function assertCapacity(capacity: Capacity, person: Pointed | undefined, member: boolean): void {
  if ((capacity !== "member" && capacity !== "chair") || person === undefined || member) return;
  const message = `${person.label} is no member of the group on the day of the meeting: record them in another capacity, or add them to the group.`;
  throw new Refusal("INV-M7", message, { path: ["capacity"] });
}

/** Somebody is there, or sends apologies. */
export const recordAttendance = attendanceMaker("record", {
  says: "Records that somebody attends a meeting or sends apologies, in what capacity and for whom; it is a draft until the minutes are circulated.",
  mutation: "recordAttendance",
  by: keepers,
  within: "meeting",
  input: {
    meeting: refTo("Meeting").describe("The id of the meeting."),
    person: refTo("Person").optional().describe("The id of the person."),
    name: Name.optional().describe(
      "The name as it is to be written; that of the person if left out, and needed for whoever is not in the record.",
    ),
    status: AttendanceStatus.optional().describe(
      "Whether the person attends; present if left out.",
    ),
    capacity: Capacity.optional().describe(
      "The capacity in which they are there; a member where they are one on the day, and else a guest, if left out.",
    ),
    arrived: PresenceInput.optional().describe(
      "The time of their arrival, where they were not there from the beginning, and of their departure.",
    ),
    ...described,
    ...deputising,
  },
  needs: ["sitting", "place", "listed", "items", "spoke", "member", "newId"],
  refuses: [
    "ATT_CONTRADICTION",
    "INV-M12",
    "INV-M4",
    "INV-M5",
    "INV-M7",
    "MINUTES_CIRCULATED",
    "NAME_MISSING",
    "NOT_SITTING",
    "OTHER_MEETING",
    "TIME_MISSING",
  ],
  step: ({
    meeting,
    person,
    status = "present",
    sitting,
    place,
    listed,
    items,
    spoke,
    member,
    newId,
    on,
    arrived,
    ...said
  }) => {
    // Apologies come in before a meeting.
    if (sitting.status !== "scheduled" || status !== "apologies") assertSitting(sitting, on);
    const name = said.name ?? person?.label;
    if (name === undefined) {
      const message =
        "Say who it is: person, or name where they are not in the record, such as A deputy of the harbour master.";
      throw new Refusal("NAME_MISSING", message, { path: ["name"] });
    }
    const same = listed.find((each) => each.person !== null && each.person === person?.id);
    if (same !== undefined) {
      const message = `INV-M3: ${same.name} is in the record of the meeting already, as ${same.status}: correct that.`;
      throw new Refusal("ATT_CONTRADICTION", message, {
        path: ["person"],
        params: { attendance: same.id },
      });
    }
    const { capacity = member ? "member" : "guest" } = said;
    assertCapacity(capacity, person, member);
    const record: AttendanceRecord = {
      id: newId(),
      version: 1,
      meeting: sitting.id,
      group: meeting.group ?? "",
      access: sitting.access,
      draft: true,
      section: null,
      place,
      person: person?.id ?? null,
      name,
      position: said.position ?? null,
      organisation: said.organisation?.id ?? null,
      ...principalOf(said, capacity, person?.id),
      status,
      statusBasis: "edited",
      capacity,
      mode: said.mode ?? "not-stated",
      note: said.note ?? null,
      ...(arrived === undefined ? {} : { presence: [spanOf(arrived, sitting, ["arrived"])] }),
      assertion: { basis: "edited" },
      source: null,
    };
    assertAttending(record, { sitting, listed, items, spoke });
    return record;
  },
});

/** What is recorded of somebody's attendance is put right. */
export const correctAttendance = attendanceVerb("correct", {
  says: "Puts right what is recorded of somebody's attendance; what is left out stays as it is.",
  mutation: "correctAttendance",
  from: AttendanceStatus.options,
  to: AttendanceStatus.options,
  by: keepers,
  input: {
    status: AttendanceStatus.optional().describe("Whether the person attended the meeting."),
    capacity: Capacity.optional().describe("The capacity in which they are there."),
    presence: z
      .array(PresenceInput)
      .max(50)
      .optional()
      .describe("The parts of the meeting at which they were there; an empty list for the whole."),
    ...described,
    ...deputising,
  },
  needs: ["sitting", "listed", "items", "spoke", "member"],
  refuses: [
    "INV-M12",
    "INV-M4",
    "INV-M5",
    "INV-M7",
    "MINUTES_CIRCULATED",
    "NOT_SITTING",
    "OTHER_MEETING",
    "TIME_MISSING",
  ],
  step: (
    before,
    { status = before.status, capacity = before.capacity, member, on, presence, ...said },
  ) => {
    const { sitting, listed, items, spoke } = said;
    assertSitting(sitting, on);
    if (capacity !== before.capacity && before.person !== null)
      assertCapacity(capacity, { type: "Person", id: before.person, label: before.name }, member);
    const isSaid = said.deputyFor !== undefined || said.deputyForName !== undefined;
    const principal =
      isSaid || capacity !== "deputy" ? principalOf(said, capacity, before.person) : {};
    const spans = presence?.map((each) => spanOf(each, sitting, ["presence"])) ?? before.presence;
    const attending = {
      ...principal,
      status,
      presence: spans?.length === 0 ? undefined : spans,
    };
    assertAttending({ ...before, ...attending }, { sitting, listed, items, spoke });
    return {
      ...attending,
      statusBasis: status === before.status ? before.statusBasis : "edited",
      capacity,
      mode: said.mode ?? before.mode,
      position: said.position ?? before.position,
      organisation: said.organisation?.id ?? before.organisation,
      note: said.note ?? before.note,
      // Who somebody is to the group is what the document showed, until somebody says otherwise.
      assertion: capacity === before.capacity ? before.assertion : { basis: "edited" },
    };
  },
});
