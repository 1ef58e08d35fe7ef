import { keepers, Note, type Pointed, refTo, Refusal } from "@remit/kernel";
import { assertFirst } from "../chair.ts";
import { assertSitting, assertWithin, type MeetingRoleRecord, type PartFacts } from "../part.ts";
import { roleMaker, roleVerb } from "../part-verb.ts";

const whoever = {
  person: refTo("Person").optional().describe("The id of the person."),
  name: Note.max(500)
    .optional()
    .describe("The name of somebody who is not in the record, as it is to be written."),
  fromItem: refTo("Item")
    .optional()
    .describe("The id of the item from which they chair; from the beginning if left out."),
};

/** INV-M5: refuses as a chair whoever is recorded as not there. */
function assertThere(person: Pointed | undefined, listed: PartFacts["listed"]): void {
  const own = listed.find((each) => person !== undefined && each.person === person.id);
  if (own === undefined || own.status === "present" || own.status === "not-stated") return;
  const message = `${own.name} is recorded with ${own.status}: correct their attendance first.`;
  throw new Refusal("INV-M5", message, { path: ["person"] });
}

/** INV-M31: somebody chairs, from the beginning or where another hands the chair over. */
export const takeChair = roleMaker("take", {
  says: "Records who takes the chair of a meeting, from its beginning or from the item at which it is handed over; it is a draft until the minutes are circulated.",
  mutation: "takeChair",
  by: keepers,
  within: "meeting",
  input: { meeting: refTo("Meeting").describe("The id of the meeting."), ...whoever },
  needs: ["sitting", "listed", "chairs", "newId"],
  refuses: [
    "CHAIR_THERE",
    "INV-M5",
    "MINUTES_CIRCULATED",
    "NAME_MISSING",
    "NOT_SITTING",
    "OTHER_MEETING",
  ],
  step: ({ meeting, person, name, fromItem, sitting, listed, chairs, newId, on }) => {
    assertSitting(sitting, on);
    if (fromItem !== undefined) assertWithin(fromItem, sitting, ["fromItem"]);
    const called = name ?? person?.label;
    if (called === undefined) {
      const message = "Say who takes the chair: person, or name where they are not in the record.";
      throw new Refusal("NAME_MISSING", message, { path: ["person"] });
    }
    assertThere(person, listed);
    assertFirst(chairs, fromItem?.id ?? null);
    const record: MeetingRoleRecord = {
      id: newId(),
      version: 1,
      meeting: sitting.id,
      group: meeting.group ?? "",
      access: sitting.access,
      draft: true,
      role: "chair",
      name: called,
      person: person?.id ?? null,
      ...(fromItem === undefined ? {} : { fromItem: fromItem.id }),
      assertion: { basis: "edited" },
    };
    return record;
  },
});

/** Who chaired is put right. */
export const correctChair = roleVerb("correct", {
  says: "Puts right who chaired a meeting, or from which item on; what is left out stays as it is.",
  mutation: "correctChair",
  by: keepers,
  guard: ({ role }) =>
    role === "chair"
      ? null
      : new Refusal("NOT_CHAIR", "This is who took the minutes, and not a chair."),
  input: whoever,
  needs: ["sitting", "listed", "chairs"],
  refuses: [
    "CHAIR_THERE",
    "INV-M5",
    "MINUTES_CIRCULATED",
    "NOT_CHAIR",
    "NOT_SITTING",
    "OTHER_MEETING",
  ],
  step: (before, { person, name, fromItem, sitting, listed, chairs, on }) => {
    assertSitting(sitting, on);
    if (fromItem !== undefined) assertWithin(fromItem, sitting, ["fromItem"]);
    assertThere(person, listed);
    const others = chairs.filter(({ id }) => id !== before.id);
    const from = fromItem?.id ?? before.fromItem;
    assertFirst(others, from ?? null);
    const isNamed = person !== undefined || name !== undefined;
    return {
      fromItem: from,
      ...(isNamed
        ? {
            name: name ?? person?.label ?? before.name,
            person: person?.id ?? null,
            assertion: { basis: "edited" },
          }
        : {}),
    };
  },
});
