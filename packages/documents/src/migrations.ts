import { accessDdl, migration } from "@remit/database";

export const migrations = {
  "2026-11-23.1 documents: documents": migration(
    `create schema documents`,
    `create table documents.document (
      id uuid primary key,
      sha256 text not null unique,
      kind text not null check (kind in ('minutes', 'mission', 'links')),
      name text not null,
      title text not null,
      text text not null,
      official_record text,
      findings jsonb not null,
      imported_at timestamptz not null,
      superseded_by uuid references documents.document,
      ${accessDdl},
      version int not null default 1
    )`,
  ),
  "2026-11-26.52 documents: an index of what took a document's place": migration(
    `create index on documents.document (superseded_by)`,
  ),
};
