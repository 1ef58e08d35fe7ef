import type { Builder } from "@remit/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

export function linkAttendancePeople(
  builder: Builder,
  { Attendance, MeetingRole, Speaker }: MeetingTypes,
  { Organisation, Person }: GroupTypes,
) {
  const person = {
    on: { id: "person_id" },
    description: "Who it is, where that is known.",
  } as const;
  builder.objectField(Speaker, "person", (t) => t.one(Person, person));
  builder.objectField(MeetingRole, "person", (t) => t.one(Person, person));
  builder.objectFields(Attendance, (t) => ({
    person: t.one(Person, person),
    organisation: t.one(Organisation, {
      on: { id: "organisation_id" },
      description: "Where they come from, where that is known.",
    }),
    principal: t.one(Person, {
      on: { id: "principal_id" },
      description: "For a deputy: who it is in whose place they came.",
    }),
  }));
}
