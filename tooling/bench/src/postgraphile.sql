-- What a user of PostGraphile would add for the same pages: computed columns, a search function, the view's keys, and
-- an index for the order of its action log.
create function actions.action_overdue(action actions.action) returns boolean language sql stable
  return action.status = 'open' and coalesce(action.due_on, 'infinity') < (now() at time zone action.zone)::date;

create index on actions.action (group_id, status, due_on, id);

create function commitments.commitment_open_action_count(commitment commitments.commitment) returns bigint language sql stable
  return (select count(*) from gateway.action_commitment link where link.commitment_id = commitment.id and link.status = 'open');

create function gateway.latest(words text) returns setof gateway.search_hit language sql stable
  begin atomic
    select * from gateway.search($1) order by quarter desc, held_on desc, id desc;
  end;
comment on view gateway.search_hit is E'@primaryKey id\n@foreignKey (meeting_id) references meetings.meeting (id)\n@foreignKey (group_id) references groups.group (id)';

comment on function actions.action_overdue is '@behavior +filterBy';
comment on column meetings.attendance.status is '@behavior +filterBy';
comment on column meetings.meeting.status is '@behavior +filterBy';
comment on column commitments.observation.current is '@behavior +filterBy';
