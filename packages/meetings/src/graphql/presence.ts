import type { Builder } from "@remit/graphql";
import { sql } from "kysely";
import type { defineAttendance } from "./attendance.ts";
import type { defineItems } from "./item.ts";
import type { defineMeeting } from "./meeting.ts";

interface SpanRow {
  from_item: string | null;
  to_item: string | null;
  arrived_at: string | null;
  left_at: string | null;
}

/** When whoever attended came and went. */
export function definePresence(
  builder: Builder,
  {
    Attendance,
    Item,
  }: ReturnType<typeof defineAttendance> & Pick<ReturnType<typeof defineItems>, "Item">,
): void {
  const Span = builder.embedded<SpanRow>("PresenceSpan", {
    description: "A part of a meeting at which somebody was there.",
  });
  builder.objectFields(Span, (t) => ({
    fromItem: t.one(Item, {
      on: { id: "from_item" },
      description:
        "The item at which the person arrived; null where nobody says, or you may not see it.",
    }),
    toItem: t.one(Item, {
      on: { id: "to_item" },
      description:
        "The last item for which the person was there; null where nobody says, or they stayed.",
    }),
    arrivedAt: t.word("arrived_at", "clock", {
      nullable: true,
      description: "The time on the wall of the arrival, such as 10:20; null where nobody says.",
    }),
    leftAt: t.word("left_at", "clock", {
      nullable: true,
      description:
        "The time on the wall of the departure, such as 11:45; null where nobody says, or the person stayed.",
    }),
  }));
  builder.objectField(Attendance, "presence", (t) =>
    t.elements(Span, ({ presence }) => sql`${presence}`, {
      size: 1,
      row: ({ element }) => ({
        from_item: sql<string | null>`(${element} ->> 'fromItem')::uuid`,
        to_item: sql<string | null>`(${element} ->> 'toItem')::uuid`,
        arrived_at: sql<string | null>`${element} ->> 'arrivedAt'`,
        left_at: sql<string | null>`${element} ->> 'leftAt'`,
      }),
      description:
        "The parts of the meeting at which the person was there, in their order; none where nobody says that they came late or left early.",
    }),
  );
}

/** INV-M31: who chaired at each item. */
export function defineChairs(
  builder: Builder,
  {
    Item,
    MeetingRole,
  }: Pick<ReturnType<typeof defineItems>, "Item"> &
    Pick<ReturnType<typeof defineMeeting>, "MeetingRole">,
): void {
  builder.objectField(MeetingRole, "fromItem", (t) =>
    t.one(Item, {
      on: { id: "from_item_id" },
      description:
        "The item from which the person had the role; null where it was from the beginning, or you may not see it.",
    }),
  );
  builder.objectField(Item, "chair", (t) =>
    t.one(MeetingRole, {
      on: { meeting_id: "meeting_id" },
      where: ({ role, from_place }, _, eb, _viewer, { place }) =>
        eb.and([eb(role, "=", "chair"), sql<boolean>`${from_place} <= ${place}`]),
      order: ["from_place desc", "id desc"],
      description:
        "The person who chaired the meeting at the item, also where that was not the group's chair; null where the record does not say.",
    }),
  );
}
