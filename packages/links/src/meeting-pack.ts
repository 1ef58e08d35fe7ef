import { type Builder, byAccess, levelsIn, todayIn } from "@remit/graphql";
import { keyOf } from "@remit/pothos-kysely";
import { type Expression, sql } from "kysely";
import { hasSlug } from "./by-slug.ts";
import type { Types } from "./types.ts";
export type {} from "./meeting-views.ts";

/** What goes out before a meeting, and what should have happened by now and did not. */
export function defineMeetingPacks(builder: Builder, types: Types): void {
  definePack(builder, types);
  defineMissed(builder, types);
  defineOverdue(builder, types);
}

function definePack(
  builder: Builder,
  { Action, DeputyNomination, ExpectedAttendance, Item, Meeting, MeetingBy, Paper }: Types,
): void {
  const Pack = builder.table("gateway.meeting_pack", {
    name: "MeetingPack",
    key: "id",
    description: "What whoever comes to a meeting is sent before it.",
    visible: byAccess,
  });
  builder.objectFields(Pack, (t) => ({
    meeting: t.one(Meeting, {
      on: { id: "id" },
      nullable: false,
      description: "The meeting whose pack it is.",
    }),
    items: t.many(Item, {
      on: { meeting_id: "id" },
      order: ["place"],
      description: "The items of the agenda, in its order.",
    }),
    papers: t.many(Paper, {
      on: { meeting_id: "id" },
      order: ["place"],
      size: 4,
      description: "The papers for the meeting, in their order.",
    }),
    previous: t.one(Meeting, {
      on: { id: "previous_id" },
      description: "The meeting of the group that was held before; null without any.",
    }),
    actions: t.page(Action, {
      on: { meeting_id: "previous_id" },
      order: ["number", "id"],
      description: "The actions that the meeting before raised, by number.",
    }),
    expected: t.page(ExpectedAttendance, {
      on: { meeting_id: "id" },
      order: ["membership_id"],
      description: "The members of the group on the day, with what they have said of coming.",
    }),
    deputyNominations: t.page(DeputyNomination, {
      on: { meeting_id: "id" },
      order: ["id"],
      description: "The deputies who are named for this meeting alone.",
    }),
  }));
  builder.objectField(Meeting, "pack", (t) =>
    t.one(Pack, {
      on: { id: "id" },
      description: "What whoever comes to the meeting is sent before it.",
    }),
  );
  builder.queryField("meetingPack", (t) =>
    t.one(Pack, {
      description:
        "What goes out before a meeting: its agenda, papers, the actions of the meeting before and whoever is expected; null where there is no meeting that you may see.",
      args: {
        meeting: t.arg({
          type: MeetingBy,
          required: true,
          description: "The meeting to look up, by one of its names.",
        }),
      },
      where: (_, { meeting: by }, eb, viewer) =>
        eb.exists(Meeting, { id: "id" }, (row) =>
          by.id
            ? eb(row.id, "=", keyOf(Meeting, by.id, "meeting.id"))
            : by.slug && hasSlug(row, by.slug, viewer),
        ),
    }),
  );
}

type Zoned = { readonly id: Expression<string>; readonly zone: Expression<string> };

function defineMissed(builder: Builder, { Group, Meeting, Terms }: Types): void {
  const Missed = builder.table("gateway.missed_meeting", {
    name: "MissedMeeting",
    key: "id",
    description: "A time in which terms of reference expected a meeting and none was held.",
    visible: byAccess,
  });
  builder.objectFields(Missed, (t) => ({
    from: t.expose("from_day", {
      type: "Date",
      description: "The first day on which the meeting could have been held.",
    }),
    until: t.expose("until_day", {
      type: "Date",
      description: "The last day on which the meeting could have been held.",
    }),
    everyMonths: t.exposeInt("every_months", {
      description: "The months from one meeting to the next, as the terms of reference say.",
    }),
    terms: t.one(Terms, {
      on: { id: "terms_id" },
      description: "The terms of reference that expected the meeting.",
    }),
    calledOff: t.many(Meeting, {
      on: { group_id: "group_id" },
      where: ({ held_on, status }, _, eb, _viewer, { from_day, until_day }) =>
        eb.and([
          eb(status, "in", ["cancelled", "postponed"]),
          sql<boolean>`${held_on} between ${from_day} and ${until_day}`,
        ]),
      order: ["held_on", "id"],
      size: 1,
      description: "The meetings of that time that were called off, or put off without a new day.",
    }),
  }));
  builder.objectField(Group, "missedMeetings", (t) =>
    t.page(Missed, {
      args: {
        from: t.arg({ type: "Date", description: "The first day of the period; any if left out." }),
        to: t.arg({ type: "Date", description: "The last day of the period; today if left out." }),
      },
      from: (_row, { from, to }, _eb, viewer, { id, zone }: Zoned) => {
        const today = todayIn(zone, viewer);
        const first = from ? sql`${from}::date` : sql`null::date`;
        const last = to ? sql`least(${to}::date + 1, ${today})` : today;
        return sql`gateway.missed_meetings(${id}, ${first}, ${last}, ${levelsIn(id, viewer)})`;
      },
      order: ["from_day", "id"],
      description:
        "The times in which the terms of reference expected a meeting and none was held that you may see, the first one first.",
    }),
  );
}

function defineOverdue(builder: Builder, { Group, Meeting }: Types): void {
  const Overdue = builder.table("gateway.overdue_publication", {
    name: "OverduePublication",
    key: "id",
    description: "Minutes that should be with the group, or published, and are not.",
    visible: byAccess,
  });
  builder.objectFields(Overdue, (t) => ({
    meeting: t.one(Meeting, {
      on: { id: "id" },
      nullable: false,
      description: "The meeting whose minutes are late.",
    }),
    dueOn: t.expose("due_on", {
      type: "Date",
      description: "The day by which the minutes should have been out.",
    }),
    plannedFor: t.expose("planned_for", {
      type: "Date",
      nullable: true,
      description: "The day that was set for publication; null where none was.",
    }),
    minutesDueOn: t.expose("minutes_due_on", {
      type: "Date",
      nullable: true,
      description:
        "The day by which the terms of reference ask for the minutes, which nobody has circulated; null otherwise.",
    }),
  }));
  builder.queryField("overduePublications", (t) =>
    t.page(Overdue, {
      description:
        "The minutes that are late, for the group to know of: not circulated by the day of the terms of reference, or not published on the day that was set; the latest last.",
      args: {
        group: t.arg.string({
          description:
            "The slug of the group whose minutes to list; those of every group if left out.",
        }),
      },
      where: ({ due_on, zone }, { group }, eb, viewer) =>
        eb.and([
          sql<boolean>`${due_on} < ${todayIn(zone, viewer)}`,
          ...(group
            ? [eb.exists(Group, { id: "group_id" }, (found) => hasSlug(found, group, viewer))]
            : []),
        ]),
      order: ["due_on", "id"],
    }),
  );
}
