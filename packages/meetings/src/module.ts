import { defineModule, type Module } from "@remit/graphql";
import { sql } from "kysely";
import { defineMeetings, type MeetingTypes } from "./graphql.ts";
import { migrations } from "./migrations.ts";
import type { MeetingOptions } from "./options.ts";
import { meetingCommands, type Ports } from "./store.ts";

export type { MeetingOptions } from "./options.ts";

/** What the module of meetings asks of other packages, and a directorate's own options. */
export interface MeetingsGiven extends MeetingOptions {
  readonly ports: Ports;
}

/** Meetings and everything that their minutes hold. */
export function meetingsModule({ ports, ...options }: MeetingsGiven): Module<MeetingTypes> {
  const commands = meetingCommands(ports, options);
  return defineModule({
    name: "meetings",
    migrations,
    journalled: [
      { type: "Meeting", table: "meetings.meeting" },
      { type: "Minutes", table: "meetings.journalled_minutes" },
      ...["Attendance", "Contribution", "Decision", "Item", "Paper"].map((type) => ({
        type,
        table: `meetings.journalled_${type.toLowerCase()}`,
      })),
      { type: "MeetingRole", table: "meetings.journalled_meeting_role" },
      { type: "RegisteredDecision", table: "meetings.registered_decision" },
      { type: "Undertaking", table: "meetings.undertaking" },
    ],
    places: {
      Attendance: sql`select id, name as label, access, group_id as "group", draft, meeting_id as within
        from meetings.attendance`,
      Contribution: sql`select id, 'What was said' as label, access, group_id as "group", draft,
        meeting_id as within from meetings.contribution`,
      Decision: sql`select id, 'A decision' as label, access, group_id as "group", draft,
        meeting_id as within from meetings.decision`,
      Item: sql`select id, coalesce(heading, 'Item ' || place) as label, access, group_id as "group", draft,
        meeting_id as within from meetings.item`,
      Paper: sql`select id, coalesce(title, 'Paper ' || number) as label, access, group_id as "group", draft,
        meeting_id as within from meetings.paper`,
      MeetingRole: sql`select id, name as label, access, group_id as "group", draft, meeting_id as within
        from meetings.meeting_role`,
      RegisteredDecision: sql`select id, 'A decision in the register' as label, access, group_id as "group", draft,
        meeting_id as within from meetings.registered_decision`,
      Undertaking: sql`select id, 'An undertaking' as label, access, group_id as "group", draft,
        meeting_id as within from meetings.undertaking`,
      Minutes: sql`select n.id, 'The minutes of ' || m.title as label, n.access, n.group_id as "group", n.draft,
        m.id as within, m.slug as quoted
        from meetings.minutes n join meetings.meeting m on m.id = n.meeting_id`,
      Meeting: sql`select id, title as label, access, group_id as "group", held_on as "on", slug as quoted,
        status in ('in-session', 'held') and document_id is null and not exists (
          select from meetings.minutes n where n.meeting_id = meeting.id and n.status <> 'recalled'
            and not n.record @? '$.corrections[*] ? (@.status == "accepted")') as drafting,
        (select case when n.record #>> '{publication,status}' <> 'withdrawn' then n.access
            when n.record ->> 'meetingAccess' = 'public' then 'group' else n.record ->> 'meetingAccess' end
          from meetings.minutes n where n.meeting_id = meeting.id) as "recordAccess"
        from meetings.meeting`,
    },
    commands: Object.values(commands).flat(),
    define: (builder, composed) =>
      defineMeetings(builder, composed, commands, { ports, ...options }),
  });
}
