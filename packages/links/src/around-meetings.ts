import { migration } from "@remit/database";

/** What verbs of meetings, and whoever reads which of them are allowed, have to know of actions and of groups. */
export const aroundMeetings = migration(
  `create function gateway.ownerless_actions(meeting uuid) returns int language sql stable as $$
    select count(*)::int from actions.action a
      where a.meeting_id = meeting and (a.status = 'draft' or not a.draft)
        and (a.record ->> 'ownerNotStated')::boolean is not true
        and not exists (select from actions.owner o where o.action_id = a.id) $$`,
  `create function gateway.zone_of(asked uuid) returns text language sql stable as $$
    select zone from groups.group where id = asked $$`,
);
