import { migration } from "@remit/database";

/** What came to minutes after they were kept by verbs. */
export const ofMinutes = {
  "2026-11-30.41 meetings: words of minutes that are withheld": migration(
    `create table meetings.redaction (
      id uuid primary key,
      minutes_id uuid not null references meetings.minutes,
      meeting_id uuid not null references meetings.meeting deferrable,
      group_id uuid not null,
      number int not null,
      passage text not null,
      wide boolean not null
    )`,
    `create index on meetings.redaction (minutes_id, number)`,
    `create index on meetings.redaction (meeting_id)`,
    `create index on meetings.redaction (group_id)`,
  ),
  "2026-11-30.43 meetings: what came of an item stays told while it is put right": migration(
    `alter table meetings.item add column outcome_out text check (outcome_out in ('discussed', 'agreed', 'noted',
      'deferred', 'not-reached', 'withdrawn', 'nil', 'not-stated'))`,
    `update meetings.item set outcome_out = outcome where outcome_access is not null and not outcome_draft`,
  ),
  "2026-11-30.44 meetings: whether actions were agreed with minutes": migration(
    `create or replace view meetings.minutes_agreement as
      select a.id, a.meeting_id as at_id, a.of_id, a.group_id, m.access, false as draft, a.also_actions, a.text, a.for_public
      from meetings.agreed_minutes a join meetings.meeting m on m.id = a.meeting_id
      union all
      select n.id, (n.record #>> '{agreements,-1,meeting,id}')::uuid, n.meeting_id, n.group_id, n.access, n.draft,
        (n.record #>> '{agreements,-1,alsoActions}')::boolean, null, null
      from meetings.minutes n where n.status in ('agreed', 'agreed-with-corrections')`,
  ),
};
