import { migration } from "@remit/database";

/** Who may do what by a token. */
export const migrations = {
  "2026-11-24.2 gateway: tokens and what they may do": migration(
    `create table gateway.token (
      id uuid primary key,
      name text not null unique,
      hash text not null unique,
      person_id uuid references groups.person,
      official boolean not null,
      administrator boolean not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      revoked_at timestamptz
    )`,
    `create table gateway.token_role (
      token_id uuid not null references gateway.token,
      group_id uuid not null references groups.group,
      role text not null check (role in ('member', 'secretariat', 'chair')),
      primary key (token_id, group_id, role)
    )`,
  ),
};
