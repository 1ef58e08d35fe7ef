import { migration } from "@remit/database";

/** The steps by which the tables of documents came to be; one that has landed never changes. */
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
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      version int not null default 1
    )`,
  ),
  "2026-11-26.30 documents: what the public reads instead": migration(
    `alter table documents.document add column for_public jsonb`,
  ),
  "2026-11-26.49 documents: documents that were undone": migration(
    `alter table documents.document add column undone_at timestamptz,
      drop constraint document_sha256_key`,
    // What was undone may be imported again.
    `create unique index on documents.document (sha256) where undone_at is null`,
  ),
  "2026-11-26.52 documents: an index of what took a document's place": migration(
    `create index on documents.document (superseded_by)`,
  ),
  "2026-11-27.61 documents: an index of when documents were imported": migration(
    `create index on documents.document (imported_at, id)`,
  ),
  "2026-11-29.21 documents: reports on missions": migration(
    `alter table documents.document drop constraint document_kind_check,
      add constraint document_kind_check check (kind in ('minutes', 'mission', 'report', 'links'))`,
  ),
  "2026-11-30.70 documents: facts and the answers to them": migration(
    `create table documents.fact (
      id uuid primary key,
      version int not null,
      document_id uuid not null references documents.document,
      group_id uuid not null,
      meeting_id uuid not null,
      access text not null check (access in ('public', 'group', 'officials', 'restricted')),
      kind text not null,
      status text not null check (status in ('stands', 'waiting', 'confirmed', 'corrected', 'rejected')),
      subject_type text not null,
      subject_id uuid not null,
      place int not null,
      record jsonb not null,
      for_public jsonb
    )`,
    `create index on documents.fact (document_id, place, id)`,
    `create index on documents.fact (meeting_id, place, id)`,
    `create index on documents.fact (group_id, id)`,
    `create index on documents.fact (subject_id)`,
    `create index fact_waiting on documents.fact (group_id, id) where status = 'waiting'`,
    `create view documents.journalled_fact as select id, version from documents.fact where version > 0`,
  ),
  "2026-11-30.16 documents: an import is a change of the record": migration(
    `create constraint trigger turn after insert or update on documents.document
      deferrable initially deferred for each row execute function database.take_turn()`,
  ),
  "2026-11-30.95 documents: whether a document stands": migration(
    `create function documents.stands(document uuid) returns boolean language sql stable begin atomic
      select superseded_by is null and undone_at is null from documents.document where id = $1;
    end`,
  ),
};
