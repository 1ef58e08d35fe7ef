import { migration } from "@remit/database";

/** What was said is a draft until the minutes that say so are circulated: so a hit of a search says that it is of one. */
export const minutesDrafts = migration(
  `create or replace view gateway.search_hit as
    select gateway.quarter(held_on) as quarter, hit.* from (
      select 'contribution' as kind, id, meeting_id, group_id, held_on, access, draft, text, for_public
        from meetings.contribution
      union all
      select 'action', id, meeting_id, group_id, raised_on, access, draft, text, for_public
        from actions.action) hit`,
  `create or replace function gateway.search(words text) returns setof gateway.search_hit language sql stable
    begin atomic
      select quarter, hit.* from (select quarter from gateway.quarters_held() quarter order by quarter desc) held,
        lateral (
          select 'contribution' as kind, id, meeting_id, group_id, held_on, access, draft, text, for_public
            from meetings.contribution
            where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(held_on))
              @@ gateway.words_asked(
                (select websearch_to_tsquery('english', gateway.plain_letters($1))), quarter)
          union all
          select 'action' as kind, id, meeting_id, group_id, raised_on as held_on, access, draft, text, for_public
            from actions.action
            where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(raised_on))
              @@ gateway.words_asked(
                (select websearch_to_tsquery('english', gateway.plain_letters($1))), quarter)) hit;
    end`,
);
