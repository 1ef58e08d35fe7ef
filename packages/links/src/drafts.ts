import { migration } from "@remit/database";

/** A draft is for whoever keeps its group's record: so a link to it and a hit of a search say that they are of one. */
export const drafts = migration(
  `alter table gateway.action_commitment add column draft boolean`,
  `update gateway.action_commitment link set draft = a.draft from actions.action a where a.id = link.action_id`,
  `alter table gateway.action_commitment alter column draft set not null`,
  `create or replace function gateway.carry_state() returns trigger language plpgsql as $$
    begin
      select status, access, group_id, draft from actions.action where id = new.action_id for share
        into new.status, new.access, new.group_id, new.draft;
      return new;
    end $$`,
  `create or replace function gateway.carry_state_on() returns trigger language plpgsql as $$
    begin
      update gateway.action_commitment set (status, access, group_id, draft)
          = (new.status, new.access, new.group_id, new.draft)
        where action_id = new.id;
      return null;
    end $$`,
  `create index contribution_of_commitment on gateway.action_commitment (commitment_id, id)
    include (status, access, group_id, draft)`,
  `drop index gateway.action_commitment_commitment_id_id_status_access_group_id_idx`,

  `drop function gateway.search(text)`,
  `drop view gateway.search_hit`,
  `create view gateway.search_hit as
    select gateway.quarter(held_on) as quarter, hit.* from (
      select 'contribution' as kind, id, meeting_id, group_id, held_on, access, false as draft, text, for_public
        from meetings.contribution
      union all
      select 'action', id, meeting_id, group_id, raised_on, access, draft, text, for_public
        from actions.action) hit`,
  // The subselect hides the words from the planner, so that it plans once for all words and not for each anew.
  `create function gateway.search(words text) returns setof gateway.search_hit language sql stable
    begin atomic
      select quarter, hit.* from (select quarter from gateway.quarters_held() quarter order by quarter desc) held,
        lateral (
          select 'contribution' as kind, id, meeting_id, group_id, held_on, access, false as draft, text, for_public
            from meetings.contribution
            where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(held_on))
              @@ gateway.words_asked((select websearch_to_tsquery('english', $1)), quarter)
          union all
          select 'action', id, meeting_id, group_id, raised_on, access, draft, text, for_public
            from actions.action
            where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(raised_on))
              @@ gateway.words_asked((select websearch_to_tsquery('english', $1)), quarter)) hit;
    end`,
);
