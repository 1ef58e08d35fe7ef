import { migration } from "@remit/database";

/** Names in the fields that a directorate keeps of groups and persons are withheld as in every other text. */
export const ownFields = migration(
  `drop trigger for_public on groups.group`,
  `create trigger for_public before insert or update on groups.group
    for each row execute function gateway.fill_for_public('slug', 'name', 'kind', 'replaced', 'own')`,
  `create trigger for_public before insert or update on groups.person
    for each row execute function gateway.fill_for_public('own')`,
  // What the public reads of a person is no change of who they are: to fill it in again must not begin anew.
  `create or replace function gateway.person_changed() returns trigger language plpgsql as $$
    begin
      if exists (select from old_rows o join new_rows n using (id)
          where 'role-only' in (o.public_profile, n.public_profile)
            and to_jsonb(o) - '{version,known_to,found_by,own,for_public}'::text[]
              <> to_jsonb(n) - '{version,known_to,found_by,own,for_public}'::text[])
      then
        perform gateway.know_names(array(select id from new_rows));
        perform gateway.fill_again_for_public(null);
        perform gateway.tell_keepers(array(select id from new_rows));
      end if;
      return null;
    end $$`,
);
