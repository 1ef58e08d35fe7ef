import { migration } from "@remit/database";

/*
 * A dashboard counts the open actions of dozens of commitments. Looked up one by one, each in another place of a large
 * table, they cost more than the rest of the page and grew with the table; a link that carries its action's state is
 * counted from one stretch of one index.
 */
export const carriedState = migration(
  `alter table gateway.action_commitment add column status text, add column access text, add column group_id uuid`,
  `update gateway.action_commitment link set (status, access, group_id) = (a.status, a.access, a.group_id)
    from actions.action a where a.id = link.action_id`,
  `alter table gateway.action_commitment
    alter column status set not null, alter column access set not null, alter column group_id set not null`,

  // The lock makes a link wait for a change of its action that is under way, and such a change for the link.
  `create function gateway.carry_state() returns trigger language plpgsql as $$
    begin
      select status, access, group_id from actions.action where id = new.action_id for share
        into new.status, new.access, new.group_id;
      return new;
    end $$`,
  `create trigger carry_state before insert on gateway.action_commitment
    for each row execute function gateway.carry_state()`,
  `create function gateway.carry_state_on() returns trigger language plpgsql as $$
    begin
      update gateway.action_commitment set (status, access, group_id) = (new.status, new.access, new.group_id)
        where action_id = new.id;
      return null;
    end $$`,
  `create trigger carry_state_on after update on actions.action for each row
    when ((old.status, old.access, old.group_id) is distinct from (new.status, new.access, new.group_id))
    execute function gateway.carry_state_on()`,

  `create index on gateway.action_commitment (commitment_id, id) include (status, access, group_id)`,
  `drop index gateway.action_commitment_commitment_id_id_action_id_idx`,
  `drop index actions.action_id_status_access_group_id_idx`,
);
