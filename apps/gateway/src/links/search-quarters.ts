import { migration } from "@remit/database";

/*
 * The latest hits are wanted, but an index of words finds all that ever were, each on a page of its own. So a word is
 * indexed together with its quarter, and quarters are asked one after the other, the latest first, until there are
 * enough. Common words take a seventh of the time; words that are nowhere, a third of a millisecond more.
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
        day := date_trunc('quarter', day);
      end loop;
    end $$`,

  // A word of an index has 2,046 bytes and a vector a megabyte at most. What is longer is found by its beginning.
  `create function gateway.searchable(said text) returns text language sql immutable
    return case when octet_length(said) < 2000 then said
      else regexp_replace(left(said, 100000), '(\\S{200})\\S+', '\\1', 'g') end`,
  // PostgreSQL writes each word in quotes, after a blank (of a query, also after !s); no word holds a blank. The quarter
  // by itself is a word of every text, for queries that ask only for what is not there.
  `create function gateway.words_said(said text, quarter int) returns tsvector language sql immutable
    return ('''' || quarter::text || ' ''' || replace(' ' || to_tsvector('english', gateway.searchable(said))::text,
      ' ''', ' ''' || quarter::text || ' '))::tsvector`,
  `create function gateway.words_asked(words tsquery, quarter int) returns tsquery language sql immutable
    return case when numnode(words) > 0 then (
      case querytree(words) when 'T' then '''' || quarter::text || ' '' & ' else '' end
      || '(' || regexp_replace(words::text, '(^| )(!*)''', '\\1\\2''' || quarter::text || ' ', 'g') || ')')::tsquery end`,

  // Without a list of pending words, which every quarter's turn would read from end to end.
  `create index on meetings.contribution using gin (${words("held_on")}) with (fastupdate = off)`,
  `create index on actions.action using gin (${words("raised_on")}) with (fastupdate = off)`,

  `create view gateway.search_hit as
    select gateway.quarter(held_on) as quarter, hit.* from (${hits(() => "true")}) hit`,
  // The subselect hides the words from the planner, so that it plans once for all words and not for each anew.
  `create function gateway.search(words text) returns setof gateway.search_hit language sql stable
    begin atomic
      select quarter, hit.* from (select quarter from gateway.quarters_held() quarter order by quarter desc) held,
        lateral (${hits(
          (day) => `${words(day)} @@ gateway.words_asked(
          (select websearch_to_tsquery('english', gateway.searchable($1))), quarter)`,
        )}) hit;
    end`,
);

/** By what the public reads: the words that found a row would tell the rest. */
function words(day: string): string {
  return `gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(${day}))`;
}

function hits(where: (day: string) => string): string {
  const from = (table: string, kind: string, day: string) =>
    `select '${kind}' as kind, id, meeting_id, group_id, ${day} as held_on, access, text, for_public
      from ${table} where ${where(day)}`;
  return `${from("meetings.contribution", "contribution", "held_on")}
    union all ${from("actions.action", "action", "raised_on")}`;
}
