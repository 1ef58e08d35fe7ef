import { migration } from "@remit/database";

/*
 * A question is typed in the letters of a keyboard: Zurich for Zürich. So texts and questions are looked up without the
 * marks of their letters, in whichever of two forms Unicode writes them. PostgreSQL's own way is an extension that not
 * every server has.
 */
export const searchLetters = migration(
  // What is no letter with a mark stands beside what is; letters of other scripts keep their marks, which are vowels.
  `create function gateway.plain_letters(said text) returns text language sql immutable strict parallel safe
    return case when octet_length(said) = length(said) then said else
      replace(replace(replace(replace(replace(replace(replace(replace(translate(
        regexp_replace(normalize(said, NFD), '[\\u0300-\\u036f]+', '', 'g'),
        'øØłŁđĐðÐħĦıŧŦ', 'oOlLdDdDhHitT'),
        'ß', 'ss'), 'ẞ', 'SS'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'), 'Œ', 'OE'), 'þ', 'th'), 'Þ', 'TH') end`,
  `create or replace function gateway.words_of(said text) returns tsvector language sql immutable
    return case when octet_length(said) < 1300 then to_tsvector('english', gateway.plain_letters(said))
      else gateway.without_long_words(
        to_tsvector('english', lower(gateway.plain_letters(left(said, 100000))))) end`,
  `reindex table meetings.contribution`,
  `reindex table actions.action`,

  `create or replace function gateway.search(words text) returns setof gateway.search_hit language sql stable
    begin atomic
      select quarter, hit.* from (select quarter from gateway.quarters_held() quarter order by quarter desc) held,
        lateral (
          select 'contribution' as kind, id, meeting_id, group_id, held_on, access, false as draft, text, for_public
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
  // In PL/pgSQL, whose * is the columns that the table has by then.
  `create function gateway.actions_that_say(words text) returns setof actions.action language plpgsql stable rows 20 as $$
    declare
      asked tsquery := websearch_to_tsquery('english', gateway.plain_letters(words));
    begin
      return query select action.* from gateway.quarters_held() quarter, actions.action
        where gateway.words_said(coalesce(for_public ->> 'text', text), gateway.quarter(raised_on))
          @@ gateway.words_asked(asked, quarter);
    end $$`,
);
