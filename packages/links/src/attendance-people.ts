import type { Builder } from "@remit/graphql";
import type { GroupTypes } from "@remit/groups/graphql";
import type { MeetingTypes } from "@remit/meetings/graphql";

const person = (role: string) => ({
  on: { id: "person_id" } as const,
  description: `The person who ${role}; null where it is not known who, or you may not be told.`,
});

/** Links attendance, roles and speakers of meetings with persons and organisations. */
export function linkAttendancePeople(builder: Builder, meetings: MeetingTypes, groups: GroupTypes) {
  const { Attendance, MeetingRole, Speaker } = meetings;
  const { Organisation, Person } = groups;
  builder.objectField(Speaker, "person", (t) => t.one(Person, person("speaks")));
  builder.objectField(MeetingRole, "person", (t) => t.one(Person, person("holds the role")));
  builder.objectFields(Attendance, (t) => ({
    person: t.one(Person, person("is listed")),
    organisation: t.one(Organisation, {
      on: { id: "organisation_id" },
      description: "The organisation that the person comes from; null where it is not known.",
    }),
    principal: t.one(Person, {
      on: { id: "principal_id" },
      description:
        "The person in whose place a deputy came; null for whoever is no deputy, where it is not known who, or where you may not be told.",
    }),
  }));
  linkBack(builder, meetings, groups);
}

/** From people and organisations to what minutes have of them. */
function linkBack(builder: Builder, meetings: MeetingTypes, { Organisation, Person }: GroupTypes) {
  const { Attendance, Contribution, MeetingRole } = meetings;
  builder.objectFields(Person, (t) => ({
    attendance: t.page(Attendance, {
      on: { person_id: "id" },
      order: ["id desc"],
      description: "The person's entries in lists of attendance, the last recorded first.",
    }),
    deputies: t.page(Attendance, {
      on: { principal_id: "id" },
      order: ["id desc"],
      description: "The attendance of deputies in the person's place, the last recorded first.",
    }),
    meetingRoles: t.page(MeetingRole, {
      on: { person_id: "id" },
      order: ["id desc"],
      description: "The person's roles at meetings, such as chair, the last recorded first.",
    }),
    contributions: t.page(Contribution, {
      via: {
        table: "meetings.speaker",
        from: { person_id: "id" },
        to: { contribution_id: "id" },
      },
      order: ["held_on desc", "id desc"],
      description: "What the person said at meetings as minuted, the latest meeting first.",
    }),
  }));
  builder.objectField(Organisation, "attendance", (t) =>
    t.page(Attendance, {
      on: { organisation_id: "id" },
      order: ["id desc"],
      description: "The attendance of people from the organisation, the last recorded first.",
    }),
  );
}
