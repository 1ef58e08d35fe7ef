-- The record of a directorate, written by PostgreSQL itself: the same rows on every run, but for days, which count
-- from today. bench.size(n), which is there before, says how many there are of what there are n at one time the data.
-- What belongs together is inserted together, as an import would.
--
-- The last digit of a group's number says who may see what it does: 0 to 5 everybody ("open"), 6 and 7 everybody one
-- half ("mixed"), 8 and 9 its members ("closed"). Groups 8, 18 and 28 are the member's own. Measured are pages that
-- their viewer may see whole, so that a contestant without rules gives the same answers; the other rows stand beside
-- them in every table and index.

set session_replication_role = replica;

create function bench.id(kind int, n bigint) returns uuid language sql immutable
  return (lpad(to_hex(kind), 8, '0') || '000070008000' || lpad(to_hex(n), 12, '0'))::uuid;

-- A number from 0 to below `most`, always the same for the same seed.
create function bench.pick(seed text, most bigint) returns int language sql immutable
  return (('x' || substr(md5(seed), 1, 8))::bit(32)::bigint % most)::int;

-- Words of made-up English, in sentences. Each class has words of its own, so that what is found for open words may
-- be seen by everybody.
create table bench.class as
  select class, start, size, initial
  from (values ('open', 0, 1000, ''), ('mixed', 1000, 400, 'm'), ('closed', 1400, 400, 'c'), ('own', 1800, 40, 'o')) c(class, start, size, initial);

create table bench.sentence as
  select class, start + n as n, string_agg(word, ' ' order by i) as text,
    (array_agg(word order by length(word) desc, i))[1:2] as longest
  from bench.class, generate_series(0, size - 1) n, generate_series(1, 14) i,
    lateral (select initial || (array['ba','du','fe','gi','ka','lo','mi','nu','po','ra','se','ti','vo'])[1 + bench.pick(class || n || 'a' || i, 13)]
      || (array['bel','dar','fon','gul','ken','lim','mar','nes','pol','ras','sil','tur','vin','wes'])[1 + bench.pick(class || n || 'b' || i, 14)]
      || (array['', '', 'ado', 'ency', 'ible', 'oma', 'ute'])[1 + bench.pick(class || n || 'c' || i, 7)] as word) w
  group by class, start, n;
create unique index on bench.sentence (n);

create table bench.grp as
  select g, class, start, size from generate_series(1, bench.size(300)) g
  join bench.class on class = case when g in (8, 18, 28) then 'own' when g % 10 < 6 then 'open' when g % 10 < 8 then 'mixed' else 'closed' end;

-- Forty meetings of each group: one to come, and one held every thirty days before.
create table bench.meeting as
  select (g - 1) * 40 + k + 1 as m, g, k, class, start, size, current_date + 14 - 30 * k as held_on,
    case class when 'open' then 'public' when 'mixed' then case k % 2 when 0 then 'public' else 'group' end else 'group' end as access
  from bench.grp, generate_series(0, 39) k;

insert into groups.organisation (id, slug, name)
  select bench.id(1, n), 'organisation-' || n, 'Organisation ' || n from generate_series(1, bench.size(400)) n;

insert into groups.group (id, slug, name, code, kind, access)
  select bench.id(2, g), 'group-' || g, 'Group ' || g, 'G' || g, 'implementation',
    case when class in ('open', 'mixed') then 'public' else 'group' end
  from bench.grp;

-- Twenty people around each group; every fifth of a mixed group is named to nobody.
insert into groups.person (id, slug, name, given_name, family_name, public_profile)
  select bench.id(3, (g - 1) * 20 + i), 'person-' || (g - 1) * 20 + i, 'Given' || i || ' Family' || g, 'Given' || i, 'Family' || g,
    case when class = 'mixed' and i % 5 = 0 then 'role-only' else 'named' end
  from bench.grp, generate_series(1, 20) i;

insert into groups.membership (id, group_id, zone, person_id, role, position, from_date, basis)
  select bench.id(4, (g - 1) * 15 + i), bench.id(2, g), 'Europe/London', bench.id(3, (g - 1) * 20 + i),
    case i when 1 then 'chair' when 2 then 'secretariat' else 'member' end, 'Director of work ' || i, '2021-03', 'stated'
  from bench.grp, generate_series(1, 15) i;

insert into meetings.meeting (id, group_id, group_label, slug, title, ordinal, ordinal_basis, held_on, starts_local, starts_zone, starts_at, location, status, access)
  select bench.id(5, m), bench.id(2, g), 'Group ' || g, 'group-' || g || '-' || 40 - k, 'Group ' || g || ', meeting ' || 40 - k, 40 - k, 'stated',
    held_on, held_on || 'T10:00', 'UTC', held_on::timestamp at time zone 'UTC' + interval '10 hours', 'Room ' || k,
    case k when 0 then 'scheduled' else 'held' end, access
  from bench.meeting order by m;

insert into meetings.meeting_role (id, meeting_id, group_id, access, role, name, person_id, basis)
  select bench.id(6, m), bench.id(5, m), bench.id(2, g), access, 'chair', 'Given1 Family' || g, bench.id(3, (g - 1) * 20 + 1), 'stated'
  from bench.meeting where k > 0 order by m;

insert into meetings.attendance (id, meeting_id, group_id, access, place, person_id, name, position, organisation_id, status, status_basis, capacity, basis)
  select bench.id(7, m * 16 + i), bench.id(5, m), bench.id(2, g), access, i, bench.id(3, p), 'Given' || (p - 1) % 20 + 1 || ' Family' || g, 'Director of work ' || i,
    bench.id(1, 1 + p % bench.size(400)), case when i <= 12 then 'present' else 'apologies' end, 'stated', 'member', 'stated'
  from bench.meeting, generate_series(1, 15 + (k <= 15)::int) i, lateral (values ((g - 1) * 20 + (i + m) % 20 + 1)) person(p)
  where k > 0 order by m, i;

create table bench.item as
  select m, g, k, class, start, size, access, held_on, i, m::bigint * 10 + i as n
  from bench.meeting, generate_series(1, 8 + (k <= 21 or (k = 22 and g % 3 = 0))::int) i where k > 0;

insert into meetings.item (id, meeting_id, group_id, place, level, number, heading, outcome, access)
  select bench.id(8, n), bench.id(5, m), bench.id(2, g), i, 1, i::text, 'Matter ' || i || ' of the agenda', 'discussed', access
  from bench.item order by n;

create table bench.contribution as
  select m, g, class, n, c, access, held_on, start + bench.pick(n || 'a' || c, size) as first, start + bench.pick(n || 'b' || c, size) as second
  from bench.item, generate_series(1, 4) c;

create table bench.late_index as select pg_get_indexdef('meetings.contribution_words_said_idx'::regclass) as definition;

drop index meetings.contribution_words_said_idx;

insert into meetings.contribution (id, meeting_id, group_id, held_on, item_id, place, kind, text, reporting, access)
  select bench.id(9, said.n * 4 + c), bench.id(5, m), bench.id(2, g), held_on, bench.id(8, said.n), c, 'statement',
    one.text || '. ' || two.text, 'summary', case when said.class = 'mixed' and c = 4 then 'officials' else access end
  from bench.contribution said join bench.sentence one on one.n = first join bench.sentence two on two.n = second
  order by said.n, c;

do $$ begin execute (select definition from bench.late_index); end $$;

insert into meetings.speaker (id, contribution_id, place, mention, name, person_id, basis)
  select bench.id(10, n * 4 + c), bench.id(9, n * 4 + c), 1, 'The Director', 'Given' || (p - 1) % 20 + 1 || ' Family' || g, bench.id(3, p), 'stated'
  from bench.item, generate_series(1, 4) c, lateral (values ((g - 1) * 20 + (n + c) % 20 + 1)) person(p) order by n, c;

-- Three in five are open; one in ten has no day, and one in five has a day to come.
create table bench.action as
  select m, g, k, class, access, held_on, a, m::bigint * 6 + a as n, bench.pick('action' || m || '-' || a, 100) as luck,
    start + bench.pick(m || '-' || a, size) as sentence
  from bench.meeting, generate_series(1, 5 + (k <= 5)::int) a where k > 0;

insert into actions.action (id, group_id, group_label, reference, number, text, wording, due_kind, due_on, due_text, status, meeting_id, meeting_label, item_id, item_label, raised_on, access, record)
  select bench.id(11, a.n), bench.id(2, g), 'Group ' || g, 'G' || g || '-' || 40 - k || '-A' || a, a, text, 'summary',
    case when luck % 10 = 0 then 'not-stated' else 'date' end,
    case when luck % 10 = 0 then null when luck % 10 < 3 then current_date + luck else least(held_on + luck, current_date - luck % 7 - 1) end,
    case when luck % 10 > 0 then 'by the day' end, case when luck < 60 then 'open' else 'done' end,
    bench.id(5, m), 'Meeting ' || 40 - k, bench.id(8, m::bigint * 10 + a), 'Matter ' || a, held_on, access,
    -- As wide as a real one; no question reads it.
    jsonb_build_object('id', bench.id(11, a.n), 'version', 1, 'number', a, 'text', text, 'wording', 'summary', 'access', access,
      'group', jsonb_build_object('type', 'Group', 'id', bench.id(2, g), 'label', 'Group ' || g),
      'reference', 'G' || g || '-' || 40 - k || '-A' || a, 'status', case when luck < 60 then 'open' else 'done' end,
      'owners', jsonb_build_array(jsonb_build_object('agent', jsonb_build_object('kind', 'unresolved', 'label', 'The working group'),
        'role', 'not-stated', 'status', 'pending', 'on', null, 'note', null, 'assignments', null)),
      'raisedAt', jsonb_build_object('meeting', jsonb_build_object('type', 'Meeting', 'id', bench.id(5, m), 'label', 'Meeting ' || 40 - k),
        'item', jsonb_build_object('type', 'Item', 'id', bench.id(8, m::bigint * 10 + a), 'label', 'Matter ' || a), 'on', held_on),
      'ownerNotStated', false, 'kind', null, 'source', null, 'completion', null, 'due', jsonb_build_object('kind', 'not-stated'),
      'beneficiaries', '[]'::jsonb, 'dependsOn', '[]'::jsonb, 'links', '[]'::jsonb, 'followUps', '[]'::jsonb,
      'updates', '[]'::jsonb, 'reviews', '[]'::jsonb, 'changes', '[]'::jsonb)
  from bench.action a join bench.sentence s on s.n = a.sentence order by a.n;

insert into actions.owner (id, action_id, place, kind, agent_id, label)
  select bench.id(12, n * 3 + o), bench.id(11, n), o, (array['person', 'organisation', 'unresolved'])[o],
    case o when 1 then bench.id(3, (g - 1) * 20 + 1 + n % 20) when 2 then bench.id(1, 1 + n % bench.size(400)) end,
    (array['Given' || 1 + n % 20, 'Organisation', 'The working group'])[o]
  from bench.action, generate_series(1, 1 + (n % 3)::int) o order by n, o;

-- What a thing kept whole is to the journal, as wide as a real one; no question reads it.
create function bench.record(kind int, n bigint, text text) returns jsonb language sql immutable
  return jsonb_build_object('id', bench.id(kind, n), 'version', 1, 'keeper', null, 'position', n, 'made', null, 'statement', text,
    'wording', 'summary', 'period', jsonb_build_object('start', '2021', 'end', '2026', 'label', 'to 2026'),
    'source', jsonb_build_object('title', 'Statement', 'publisher', null, 'url', null), 'restatements', '[]'::jsonb);

create function bench.promise(seed text) returns text language sql stable
  return (select text from bench.sentence where n = bench.pick(seed, 1000));

-- Every tenth mission keeps half of what it promises to officials.
create table bench.commitment as
  select (mission - 1) * 75 + c as n, mission, c, case when mission % 10 = 0 and c % 2 = 0 then 'officials' else 'public' end as access
  from generate_series(1, bench.size(40)) mission, generate_series(1, 75) c;

insert into commitments.mission (id, slug, title, statement, wording, announced_on, period_start, period_end, period_label, source_title, source_url, access)
  select bench.id(13, n), 'mission-' || n, 'Mission ' || n, bench.promise('mission' || n), 'summary', '2021-01-20', '2021', '2026', 'to 2026',
    'Statement ' || n, 'https://example.org/' || n, 'public'
  from generate_series(1, bench.size(40)) n;

insert into commitments.commitment (id, mission_id, position, code, statement, wording, kind, period_label, source_title, status, access, record)
  select bench.id(14, n), bench.id(13, mission), c, 'C' || c, bench.promise('commitment' || n), 'summary', 'output', 'to 2026', 'Statement ' || mission,
    'made', access, bench.record(14, n, bench.promise('commitment' || n))
  from bench.commitment order by n;

insert into commitments.indicator (id, mission_id, position, code, title, definition, unit, measure, publisher, access)
  select bench.id(15, n * 2 + t), bench.id(13, mission), c * 2 + t, 'I' || c * 2 + t, 'Indicator ' || n * 2 + t, bench.promise('indicator' || n * 2 + t), 'persons', 'count', 'Publisher', access
  from bench.commitment, generate_series(0, 1) t order by n, t;

insert into commitments.target (id, commitment_id, position, statement, wording, spec_kind, spec_value, spec_unit, by_end, by_label, baseline_kind, indicator_id, source_title, status, access, record)
  select bench.id(16, n * 2 + t), bench.id(14, n), t, bench.promise('target' || n * 2 + t), 'summary', 'absolute', '1000', 'persons', '2026', 'to 2026', 'not-stated', bench.id(15, n * 2 + t), 'Statement ' || mission,
    'set', access, bench.record(16, n * 2 + t, bench.promise('target' || n * 2 + t))
  from bench.commitment, generate_series(0, 1) t order by n, t;

-- Sixteen years of figures; those of the last four replaced an earlier figure each.
insert into commitments.observation (id, indicator_id, position, period_start, period_end, period_label, value, status, vintage, current, derived, source_title, access, record)
  select bench.id(17, (n * 2 + t)::bigint * 20 + j), bench.id(15, n * 2 + t), j, year || '-01-01', year || '-12-31', year::text,
    bench.pick('value' || n * 2 + t || '-' || j, 2000)::text, case when j > 16 then 'superseded' else 'published' end,
    case when j between 13 and 16 then 2 else 1 end, j <= 16, false, 'Figures of ' || year, access,
    bench.record(17, (n * 2 + t)::bigint * 20 + j, null)
  from bench.commitment, generate_series(0, 1) t, generate_series(1, 20) j, lateral (values (2009 + case when j > 16 then j - 4 else j end)) y(year)
  order by n, t, j;

-- Four in five actions help to keep a promise: those of open groups one of an open mission, the mixed one of the rest.
insert into gateway.action_commitment (id, action_id, commitment_id, basis, reason, status, access, group_id, draft)
  select bench.id(18, n), bench.id(11, n), bench.id(14, (mission - 1) * 75 + 1 + bench.pick('promise' || n, 75)), 'edited', 'It does what was promised.',
    case when action.luck < 60 then 'open' else 'done' end, access, bench.id(2, g), false
  from bench.action, lateral (values (bench.size(40) / 10)) tenth(missions),
    lateral (values (bench.pick('open' || n, bench.size(40) - missions), bench.pick('mixed' || n, missions))) luck(open, mixed),
    lateral (values (case class when 'open' then open + open / 9 + 1 else mixed * 10 + 10 end)) m(mission)
  where class in ('open', 'mixed') and a <> 1 order by n;

set session_replication_role = default;
