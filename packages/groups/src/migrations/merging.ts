import { migration } from "@remit/database";

/** The steps by which records of one person came together; one that has landed never changes. */
export const merging = {
  "2026-11-29.08 groups: records that are of one person": migration(
    `alter table groups.person
      add column merged jsonb,
      add column merged_into uuid references groups.person
        generated always as ((merged ->> 'into')::uuid) stored,
      add column merged_ids uuid[] not null default '{}'`,
    `create index on groups.person (merged_into)`,
    `create index on groups.person using gin (merged_ids)`,
    // Every row of some schemas that speaks of a person, by a key or within JSON, whichever package keeps it. What
    // public reads instead follows from the rest.
    `create function groups.references_in(person uuid, schemas text[], but text[])
      returns table (place text, id uuid, version int) language plpgsql stable as $$
      declare target record;
      begin
        for target in
          select n.nspname || '.' || quote_ident(c.relname) as name, a.attname as part,
            t.typname = 'jsonb' as is_json, exists (select from pg_catalog.pg_attribute v
              where v.attrelid = c.oid and v.attname = 'version' and not v.attisdropped) as has_version
          from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
          where n.nspname = any(schemas) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' and n.nspname || '.' || c.relname <> all(but)
            and n.nspname || '.' || c.relname <> 'groups.person'
            and exists (select from pg_catalog.pg_attribute k
              where k.attrelid = c.oid and k.attname = 'id' and k.atttypid = 'uuid'::regtype)
            and (t.typname = 'jsonb' and a.attname <> 'for_public'
              or t.typname = 'uuid' and (a.attname = 'agent_id' or exists (
                select from pg_catalog.pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
                  and f.confrelid = 'groups.person'::regclass and f.conkey = array[a.attnum])))
          order by 1, 2
        loop
          return query execute format(
            'select %L::text, line.id, %s from %s line where ' || case when target.is_json
              then 'line.%4$I::text like ''%%'' || $1 || ''%%''' else 'line.%4$I = $1::uuid' end || ' order by 2',
            target.name || '.' || target.part,
            case when target.is_json and target.has_version then 'line.version' else 'null::int' end,
            target.name, target.part) using person::text;
        end loop;
      end $$`,
    // A gateway that has other packages puts theirs in.
    `create function groups.references_to(person uuid)
      returns table (place text, id uuid, version int) language sql stable
      as $$ select * from groups.references_in(person, '{groups}', '{}') $$`,
    // Makes rows that speak of one person speak of another; false, and nothing done, where both stand in one list.
    `create function groups.move_references(rows jsonb, before uuid, after uuid) returns boolean
      language plpgsql as $$
      declare
        target record;
      begin
        for target in
          select each ->> 'place' as place, array_agg((each ->> 'id')::uuid) as ids
          from jsonb_array_elements(rows) each group by 1 order by 1
        loop
          execute format(case when (select a.atttypid = 'jsonb'::regtype from pg_catalog.pg_attribute a
              where a.attrelid = regexp_replace(target.place, '\\.[^.]*$', '')::regclass
                and a.attname = substring(target.place from '[^.]*$'))
            then 'update %1$s set %2$I = replace(%2$I::text, $1::text, $2::text)::jsonb where id = any($3)'
            else 'update %1$s set %2$I = $2 where id = any($3) and %2$I = $1' end,
            regexp_replace(target.place, '\\.[^.]*$', ''), substring(target.place from '[^.]*$'))
            using before, after, target.ids;
        end loop;
        return true;
      exception when unique_violation then
        return false;
      end $$`,
  ),
};
