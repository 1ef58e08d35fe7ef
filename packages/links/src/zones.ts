import { migration } from "@remit/database";

/**
 * INV-A10: an action's row knows the time zone of its group, so that a list asks for no group of each action. The
 * database does it, so that no import, verb or hand can forget it; groups are known here and actions in their package.
 */
export const zones = migration(
  `alter table groups.group add unique (id, zone)`,
  `alter table actions.action
    add foreign key (group_id, zone) references groups.group (id, zone) on update cascade`,
  `create function gateway.fill_zone() returns trigger language plpgsql as $$
    begin
      new.zone := (select zone from groups.group where id = new.group_id);
      return new;
    end $$`,
  `create trigger zone before insert or update of group_id on actions.action
    for each row execute function gateway.fill_zone()`,
);
