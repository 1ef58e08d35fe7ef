import { defineModule, type Module } from "@remit/graphql";
import { sql } from "kysely";
import { defineMeetings, type MeetingTypes } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import { meetingCommands, type MeetingPorts } from "./store.ts";

/** What the module of meetings asks of other packages. */
export interface MeetingsGiven {
  readonly ports: MeetingPorts;
}

/** Meetings and everything that their minutes hold. */
export function meetingsModule({ ports }: MeetingsGiven): Module<MeetingTypes> {
  const commands = meetingCommands(ports);
  return defineModule({
    name: "meetings",
    migrations,
    journalled: [{ type: "Meeting", table: "meetings.meeting" }],
    places: {
      Item: sql`select id, coalesce(heading, 'Item ' || place) as label, access, group_id as "group",
        meeting_id as within from meetings.item`,
      Meeting: sql`select id, title as label, access, group_id as "group", held_on as "on", slug as quoted
        from meetings.meeting`,
    },
    commands,
    define: (builder, composed) => defineMeetings(builder, composed, commands),
  });
}
