import { migration } from "@remit/database";

/*
 * The latest hits are wanted, but an index of words finds all that ever were, each on a page of its own. So a word is
 * indexed together with its quarter, and quarters are asked one after the other, the latest first, until there are
 * enough (decision 14).
 */
export const searchQuarters = migration(
  `drop function gateway.search(text)`,
  `drop view gateway.search_hit`,
  `drop index meetings.contribution_to_tsvector_idx, meetings.contribution_to_tsvector_idx1,
    actions.action_to_tsvector_idx, actions.action_to_tsvector_idx1`,

  // Quarters are counted from the year 0.
  `create function gateway.quarter(day date) returns int language sql immutable
    return extract(year from day)::int * 4 + extract(quarter from day)::int - 1`,
  // Each by a look into an index, since a mistyped year may lie centuries away. The planner is told of a few rows, or it
  // would expect to read most of the tables and compile the statement for that.
  `create function gateway.quarters_held() returns setof int language plpgsql stable rows 8 as $$
    declare
      day date := 'infinity';
    begin
      loop
        day := greatest((select max(held_on) from meetings.meeting where held_on < day),
          (select max(raised_on) from actions.action where raised_on < day));
        exit when day is null;
        return next gateway.quarter(day);
        day := make_date(extract(year from day)::int, extract(quarter from day)::int * 3 - 2, 1);
      end loop;
    end $$`,

  // A word has room for 2,046 bytes, its quarter among them, and a vector for a megabyte. A word may be longer in small
  // letters than in capitals, and PostgreSQL leaves out what is too long before it writes it small.
  `create function gateway.without_long_words(words tsvector) returns tsvector language sql immutable
    return ts_delete(words, array(select lexeme from unnest(words) where octet_length(lexeme) > 2000))`,
  `create function gateway.words_of(said text) returns tsvector language sql immutable
    return case when octet_length(said) < 1300 then to_tsvector('english', said)
      else gateway.without_long_words(to_tsvector('english', lower(left(said, 100000)))) end`,
  // PostgreSQL writes each word in quotes, after a blank (of a query, also after !s); no word holds a blank. Every text
  // also has its quarter and a blank for a word, for queries that ask only for what is not there.
  `create function gateway.words_said(said text, quarter int) returns tsvector language sql immutable
    return ('''' || quarter::text || ' ''' || replace(' ' || gateway.words_of(said)::text,
      ' ''', ' ''' || quarter::text || ' '))::tsvector`,
  `create function gateway.words_asked(words tsquery, quarter int) returns tsquery language sql immutable
    return case when numnode(words) > 0 then (
      case querytree(words) when 'T' then '''' || quarter::text || ' '' & ' else '' end
      || '(' || regexp_replace(words::text, '(^| )(!*)''', '\\1\\2''' || quarter::text || ' ', 'g') || ')')::tsquery end`,

  // By what the public reads: the words that found a row would tell the rest.
  // Without a list of pending words, which every quarter's turn would read from end to end.
  `create index on meetings.contribution using gin (gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(held_on))) with (fastupdate = off)`,
  `create index on actions.action using gin (gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(raised_on))) with (fastupdate = off)`,

  `create view gateway.search_hit as
    select gateway.quarter(held_on) as quarter, hit.* from (select 'contribution' as kind, id, meeting_id, group_id, held_on as held_on, access, text, for_public
      from meetings.contribution where true
    union all select 'action' as kind, id, meeting_id, group_id, raised_on as held_on, access, text, for_public
      from actions.action where true) hit`,
  // The subselect hides the words from the planner, so that it plans once for all words and not for each anew.
  `create function gateway.search(words text) returns setof gateway.search_hit language sql stable
    begin atomic
      select quarter, hit.* from (select quarter from gateway.quarters_held() quarter order by quarter desc) held,
        lateral (select 'contribution' as kind, id, meeting_id, group_id, held_on as held_on, access, text, for_public
      from meetings.contribution where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(held_on)) @@ gateway.words_asked((select websearch_to_tsquery('english', $1)), quarter)
    union all select 'action' as kind, id, meeting_id, group_id, raised_on as held_on, access, text, for_public
      from actions.action where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(raised_on)) @@ gateway.words_asked((select websearch_to_tsquery('english', $1)), quarter)) hit;
    end`,
);
