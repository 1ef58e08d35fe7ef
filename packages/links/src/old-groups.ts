import { migration } from "@remit/database";

/** Of the kind of subject, a statement that gives `id, access, group_id, at, after` of each that has no entry. */
export const firstEntries = (type: string, rows: string) => `
  with first as (${rows}), fact as (
    select first.*, date_trunc('milliseconds', now()) as recorded_at,
      case when group_id is null then 'null' else '"' || group_id || '"' end as group_json
    from first where not exists (select from database.journal j
      where j.subject_type = '${type}' and j.subject_id = first.id)
  )
  insert into database.journal (subject_type, subject_id, version, verb, actor, request_id, at, recorded_at,
      before, after, group_id, access, previous, hash)
    select '${type}', id, 1, 'import', '{"name":"remit import","person":null}', 'before the journal', at, recorded_at,
      null, after::jsonb, group_id, access, null, encode(sha256(convert_to(
        '{"access":"' || access || '","actor":{"name":"remit import","person":null},"after":' || after
        || ',"at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        || '","before":null,"group_id":' || group_json || ',"previous":null,"recorded_at":"'
        || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        || '","request_id":"before the journal","subject_id":"' || id
        || '","subject_type":"${type}","verb":"import","version":1}', 'UTF8')), 'hex')
    from fact`;

export const text = (column: string) => `coalesce(to_json(${column})::text, 'null')`;

/** Groups and persons that were imported before the journal kept them begin in it, so that verbs can follow. */
export const journalOldGroups = migration(
  firstEntries(
    "Group",
    `select g.id, g.access, g.id as group_id,
      coalesce((select min(held_on) from meetings.meeting m where m.group_id = g.id), '2000-01-01')
        ::timestamp at time zone 'UTC' as at,
      '{"access":' || ${text("g.access")} || ',"code":' || ${text("g.code")} || ',"id":' || ${text("g.id")}
        || ',"kind":' || ${text("g.kind")} || ',"name":' || ${text("g.name")} || ',"slug":' || ${text("g.slug")}
        || ',"version":1,"zone":' || ${text("g.zone")} || '}' as after
    from groups.group g where g.version = 1`,
  ),
  firstEntries(
    "Person",
    `select p.id, 'officials' as access, null::uuid as group_id,
      coalesce((select min(m.held_on) from meetings.attendance a join meetings.meeting m on m.id = a.meeting_id
        where a.person_id = p.id), '2000-01-01')::timestamp at time zone 'UTC' as at,
      '{"familyName":' || ${text("p.family_name")} || ',"givenName":' || ${text("p.given_name")}
        || ',"honorificPrefix":' || ${text("p.honorific_prefix")}
        || ',"honorificSuffix":' || ${text("p.honorific_suffix")}
        || ',"id":' || ${text("p.id")} || ',"name":' || ${text("p.name")}
        || ',"otherNames":[' || coalesce((select string_agg(to_json(other)::text, ',' order by place)
          from unnest(p.other_names) with ordinality as named (other, place)), '') || ']'
        || ',"publicProfile":' || ${text("p.public_profile")} || ',"slug":' || ${text("p.slug")}
        || ',"version":1}' as after
    from groups.person p where p.version = 1`,
  ),
);
