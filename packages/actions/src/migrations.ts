import { accessDdl, addForPublic, migration, sourceDdl } from "@remit/database";

export const migrations = {
  "2026-11-23.1 actions: actions and their owners": migration(
    `create schema actions`,
    `create table actions.action (
      id uuid primary key,
      group_id uuid not null,
      group_label text not null,
      reference text not null,
      number int not null,
      text text not null,
      wording text not null check (wording in ('verbatim', 'summary')),
      due_kind text not null check (due_kind in ('date', 'as-written', 'not-stated')),
      due_on date,
      due_text text,
      status text not null check (status in ('open', 'done')),
      meeting_id uuid not null,
      meeting_label text not null,
      item_id uuid,
      item_label text,
      raised_on date not null,
      ${accessDdl},
      ${sourceDdl},
      version int not null default 1,
      unique (group_id, reference),
      check ((due_kind = 'date') = (due_on is not null) and (due_kind = 'not-stated') = (due_text is null))
    )`,
    `create index on actions.action (reference)`,
    `create index on actions.action (meeting_id, number, id)`,
    `create index on actions.action (item_id, number, id)`,
    `create table actions.owner (
      id uuid primary key,
      action_id uuid not null references actions.action,
      place int not null,
      kind text not null
        check (kind in ('person', 'organisation', 'post', 'group', 'collective', 'unresolved')),
      agent_id uuid,
      label text not null,
      collective_of uuid,
      selector text check (selector in ('members', 'officials', 'attendees', 'secretariat', 'everyone')),
      as_of date,
      unique (action_id, place),
      check ((kind in ('collective', 'unresolved')) = (agent_id is null)),
      check ((kind = 'collective') = (collective_of is not null)
        and (kind = 'collective') = (selector is not null) and (kind = 'collective') = (as_of is not null))
    )`,
    `create index on actions.owner (agent_id, id)`,
  ),
  "2026-11-24.1 actions: indexes of lists": migration(
    `create index on actions.action (group_id, status, (coalesce(due_on, 'infinity')), id)`,
    `create index on actions.action (raised_on, id)`,
  ),
  "2026-11-25.1 actions: what the public reads instead": migration(
    ...addForPublic("actions.action", "actions.owner"),
  ),
};
