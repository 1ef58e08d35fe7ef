import { migration } from "@remit/database";
import { expectedAttendance } from "./attendance-views.ts";
import { carriedState } from "./carried-state.ts";
import { drafts } from "./drafts.ts";
import { hiddenNames } from "./hidden-names.ts";
import { erasing } from "./erasing.ts";
import { knownDeputies, knownHolders, knownMerged, knownNominees } from "./known-holders.ts";
import { listedRoles } from "./listed-roles.ts";
import { journalOldGroups } from "./old-groups.ts";
import { journalOldActions } from "./old-actions.ts";
import { journalOldMeetings } from "./old-meetings.ts";
import { journalOldMemberships } from "./old-memberships.ts";
import { meetingViews } from "./meeting-views.ts";
import { minutesDrafts } from "./minutes-drafts.ts";
import { ownFields } from "./own-fields.ts";
import { redactions } from "./redactions.ts";
import { searchLetters } from "./search-letters.ts";
import { searchQuarters } from "./search-quarters.ts";
import { aroundMeetings } from "./around-meetings.ts";
import { announcedMeetings, upcomingMeetings } from "./upcoming-meetings.ts";
import { withheldNames } from "./withheld-names.ts";
import { withheldTexts } from "./withheld-texts.ts";
import { zones } from "./zones.ts";

/** What holds between packages: foreign keys from one schema to another, and the tables of the links themselves. */
export const migrations = {
  "2026-11-23.2 gateway: references between packages, actions that contribute to commitments":
    migration(
      `create schema gateway`,
      `alter table meetings.meeting add foreign key (group_id) references groups.group`,
      `alter table meetings.meeting add foreign key (document_id) references documents.document`,
      `alter table meetings.attendance add foreign key (person_id) references groups.person`,
      `alter table meetings.attendance add foreign key (principal_id) references groups.person`,
      `alter table meetings.attendance add foreign key (organisation_id) references groups.organisation`,
      `alter table meetings.meeting_role add foreign key (person_id) references groups.person`,
      `alter table meetings.speaker add foreign key (person_id) references groups.person`,
      `alter table actions.action add foreign key (group_id) references groups.group`,
      `alter table actions.action add foreign key (meeting_id) references meetings.meeting`,
      `alter table actions.action add foreign key (item_id) references meetings.item`,
      `alter table groups.membership add foreign key (document_id) references documents.document`,
      `create table gateway.action_commitment (
      id uuid primary key,
      action_id uuid not null references actions.action deferrable,
      commitment_id uuid not null references commitments.commitment deferrable,
      basis text not null check (basis in ('stated', 'inferred', 'edited')),
      reason text not null,
      document_id uuid references documents.document,
      unique (action_id, commitment_id)
    )`,
      `create index on gateway.action_commitment (commitment_id, id)`,
    ),
  "2026-11-24.2 gateway: covering indexes of what commitments count": migration(
    // Hundreds of these are looked up for one dashboard: from the index alone, half the cost.
    `create index on gateway.action_commitment (commitment_id, id) include (action_id)`,
    `drop index gateway.action_commitment_commitment_id_id_idx`,
    `create unique index on actions.action (id) include (status, access, group_id)`,
  ),
  "2026-11-25.4 gateway: first entries of actions that were there before the journal": {
    up: journalOldActions,
  },
  "2026-11-25.5 gateway: links carry the state of their action": carriedState,
  "2026-11-25.2 gateway: minutes may be put in the place of others under their actions": migration(
    `alter table actions.action
      alter constraint action_meeting_id_fkey deferrable,
      alter constraint action_item_id_fkey deferrable`,
  ),
  "2026-11-24.2 gateway: search over contributions and actions": migration(
    // The words are in the indexes only: a column of them would make every page of minutes wider.
    `create index on meetings.contribution using gin (to_tsvector('english', text))`,
    `create index on actions.action using gin (to_tsvector('english', text))`,
    `create view gateway.search_hit as
      select 'contribution' as kind, id, meeting_id, group_id, held_on, access, text, to_tsvector('english', text) as words
      from meetings.contribution
      union all
      select 'action', id, meeting_id, group_id, raised_on, access, text, to_tsvector('english', text)
      from actions.action`,
    // The subselect hides the words from the planner, so that it plans once for all words and not for each anew. The
    // offset keeps the order and the limit outside, for which it would walk an index by day and read every text.
    `create function gateway.search(words text) returns setof gateway.search_hit language sql stable
      begin atomic
        select * from gateway.search_hit hit
          where hit.words @@ (select websearch_to_tsquery('english', $1)) offset 0;
      end`,
  ),
  "2026-11-25.2 gateway: names that the public is not given": withheldNames,
  "2026-11-25.6 gateway: actions keep the time zone of their group": zones,
  "2026-11-25.3 gateway: search by what the public reads": migration(
    `drop function gateway.search(text)`,
    `drop view gateway.search_hit`,
    // Rows that read otherwise are indexed by what the public reads: the words that found them would tell the rest.
    `create index on meetings.contribution using gin (to_tsvector('english', coalesce(for_public ->> 'text', text))) where for_public is not null`,
    `create index on actions.action using gin (to_tsvector('english', coalesce(for_public ->> 'text', text))) where for_public is not null`,
    `create view gateway.search_hit as
      select 'contribution' as kind, id, meeting_id, group_id, held_on, access, text, for_public, to_tsvector('english', text) as words
      from meetings.contribution where for_public is null
      union all
      select 'action', id, meeting_id, group_id, raised_on, access, text, for_public, to_tsvector('english', text) as words
      from actions.action where for_public is null
      union all select 'contribution' as kind, id, meeting_id, group_id, held_on, access, text, for_public, to_tsvector('english', coalesce(for_public ->> 'text', text)) as words
      from meetings.contribution where for_public is not null
      union all
      select 'action', id, meeting_id, group_id, raised_on, access, text, for_public, to_tsvector('english', coalesce(for_public ->> 'text', text)) as words
      from actions.action where for_public is not null`,
    `create function gateway.search(words text) returns setof gateway.search_hit language sql stable
      begin atomic
        select * from gateway.search_hit hit
          where hit.words @@ (select websearch_to_tsquery('english', $1)) offset 0;
      end`,
  ),
  "2026-11-25.7 gateway: search by quarters, the latest first": searchQuarters,
  "2026-11-26.11 gateway: links and search know of drafts": drafts,
  "2026-11-26.31 gateway: names withheld in every text": withheldTexts,
  "2026-11-27.10 gateway: names of whoever is shown by role alone are kept": hiddenNames,
  "2026-11-26.46 gateway: roles that lists of minutes show after the first": listedRoles,
  "2026-11-26.47 gateway: meetings to come": upcomingMeetings,
  "2026-11-26.48 gateway: first entries of groups and persons that were there before":
    journalOldGroups,
  "2026-11-27.77 gateway: first entries of memberships that were there before":
    journalOldMemberships,
  "2026-11-26.17 gateway: search finds letters without their marks": searchLetters,
  "2026-11-26.53 gateway: indexes of foreign keys between packages": migration(
    `create index on meetings.meeting (document_id)`,
    `create index on meetings.meeting_role (person_id)`,
    `create index on meetings.attendance (organisation_id)`,
    `create index on meetings.attendance (principal_id)`,
    `create index on groups.membership (document_id)`,
    `create index on gateway.action_commitment (document_id)`,
    `create index on gateway.token (person_id)`,
    `create index on gateway.token_role (group_id)`,
  ),
  "2026-11-27.87 gateway: names are withheld in what missions keep whole": migration(
    ...Object.entries({
      commitment: `'code', 'statement', 'period_label', 'source_title', 'source_publisher', 'source_url', 'record'`,
      target: `'statement', 'by_label', 'spec_text', 'baseline_text', 'source_title', 'source_publisher', 'source_url', 'record'`,
      observation: `'note', 'period_label', 'source_title', 'source_publisher', 'source_url', 'record'`,
    }).flatMap(([table, columns]) => [
      `drop trigger for_public on commitments.${table}`,
      `create trigger for_public before insert or update on commitments.${table}
        for each row execute function gateway.fill_for_public(${columns})`,
    ]),
    `select gateway.fill_again_for_public(null)`,
  ),
  "2026-11-27.88 gateway: names are withheld in assessments and recommendations": migration(
    `create trigger for_public before insert or update on commitments.assessment
      for each row execute function gateway.fill_for_public('label', 'rationale')`,
    `create trigger for_public before insert or update on commitments.recommendation
      for each row execute function gateway.fill_for_public('code', 'text', 'label', 'answer_text',
        'source_title', 'source_publisher', 'source_url')`,
  ),
  "2026-11-28.03 gateway: names are withheld in terms of reference": migration(
    `create trigger for_public before insert or update on groups.terms_of_reference
      for each row execute function gateway.fill_for_public('record')`,
  ),
  "2026-11-28.05 gateway: names are withheld in why groups gave way": migration(
    `drop trigger for_public on groups.group`,
    `create trigger for_public before insert or update on groups.group
      for each row execute function gateway.fill_for_public('slug', 'name', 'kind', 'replaced')`,
  ),
  "2026-11-28.21 gateway: first entries of meetings that were there before": journalOldMeetings,
  "2026-11-28.23 gateway: links and search know of drafts of minutes": minutesDrafts,
  "2026-11-28.25 gateway: names are withheld in minutes": migration(
    `create trigger for_public before insert or update on meetings.minutes
      for each row execute function gateway.fill_for_public('record')`,
    `create trigger for_public before insert or update on meetings.minutes_text
      for each row execute function gateway.fill_for_public('content')`,
  ),
  "2026-11-28.40 gateway: names are withheld in what assessments and recommendations keep whole":
    migration(
      ...Object.entries({
        assessment: `'label', 'rationale', 'record'`,
        recommendation: `'code', 'text', 'label', 'answer_text', 'source_title', 'source_publisher', 'source_url', 'record'`,
      }).flatMap(([table, columns]) => [
        `drop trigger for_public on commitments.${table}`,
        `create trigger for_public before insert or update on commitments.${table}
          for each row execute function gateway.fill_for_public(${columns})`,
      ]),
      `select gateway.fill_again_for_public(null)`,
    ),
  "2026-11-28.42 gateway: names are withheld in what belongs to missions": migration(
    ...[
      "report",
      "outcome",
      "milestone",
      "deliverable",
      "funding_line",
      "funding_profile",
      "standard",
      "standard_assessment",
      "context_factor",
      "involvement",
      "mission_relation",
    ].map(
      (table) => `create trigger for_public before insert or update on commitments.${table}
        for each row execute function gateway.fill_for_public('record')`,
    ),
  ),
  "2026-11-28.45 gateway: names are withheld in the parts of figures": migration(
    `drop trigger for_public on commitments.indicator`,
    `create trigger for_public before insert or update on commitments.indicator
      for each row execute function gateway.fill_for_public('code', 'title', 'definition', 'publisher', 'note',
        'expected')`,
  ),
  "2026-11-29.41 gateway: an announcement is found by its group": announcedMeetings,
  "2026-11-29.48 gateway: surnames are withheld in versions of minutes": migration(
    `update meetings.minutes_text set for_public = null`,
  ),
  "2026-11-29.50 gateway: other names that became known are withheld in what is there": migration(
    `select gateway.fill_again_for_public(null)`,
  ),
  "2026-11-29.46 gateway: names are withheld where minutes were agreed": migration(
    `create trigger for_public before insert or update on meetings.agreed_minutes
      for each row execute function gateway.fill_for_public('text')`,
  ),
  "2026-11-29.43 gateway: who was expected at meetings, and who came how often": expectedAttendance,
  "2026-11-29.03 gateway: who holds a post is known to keepers": knownHolders,
  "2026-11-29.05 gateway: who is named for a seat is known to keepers": knownNominees,
  "2026-11-29.07 gateway: who is a deputy is known to keepers": knownDeputies,
  "2026-11-29.09 gateway: what speaks of a person in every package": knownMerged,
  "2026-11-30.91 gateway: what meetings have to know of actions and of groups": aroundMeetings,
  "2026-11-30.40 gateway: minutes that were withdrawn leave word of it": migration(
    `update meetings.minutes n set access = n.record ->> 'meetingAccess',
        record = n.record || jsonb_build_object('access', n.record ->> 'meetingAccess',
          'publication', n.record -> 'publication' || jsonb_build_object('withdrawnOn', (
            select (j.at at time zone g.zone)::date from database.journal j join groups.group g on g.id = n.group_id
              where j.subject_type = 'Minutes' and j.subject_id = n.id and j.verb = 'withdrawMinutes'
              order by j.version desc limit 1)))
      where n.record #>> '{publication,status}' = 'withdrawn'`,
  ),
  "2026-11-30.71 gateway: names are withheld in facts and in the texts of documents": migration(
    `create trigger for_public before insert or update on documents.fact
      for each row execute function gateway.fill_for_public('record')`,
    `drop trigger for_public on documents.document`,
    `create trigger for_public before insert or update on documents.document
      for each row execute function gateway.fill_for_public('name', 'title', 'official_record', 'text')`,
    `update documents.document set for_public = null`,
  ),
  "2026-11-30.57 gateway: names are taken out of what every package keeps": erasing,
  "2026-11-30.59 gateway: which groups name a person in their minutes": migration(
    `create or replace function groups.listed_by(person uuid) returns uuid[] language sql stable
      as $$ select array(select distinct held.group_id from gateway.mention m
        join meetings.meeting held on held.id = m.meeting_id where m.person_id = person order by 1) $$`,
  ),
  "2026-11-30.42 gateway: passages that are withheld in every text": redactions,
  "2026-11-30.02 gateway: names are withheld in fields of a directorate's own": ownFields,
  "2026-11-30.29 gateway: names are withheld in the registers of decisions and undertakings":
    migration(
      ...["registered_decision", "undertaking"].map(
        (table) => `create trigger for_public before insert or update on meetings.${table}
          for each row execute function gateway.fill_for_public('record')`,
      ),
    ),
  "2026-11-30.30 gateway: packs of meetings, meetings that were missed, and minutes that are late":
    meetingViews,
  "2026-11-30.94 gateway: whose a document is, also where another has taken its place": migration(
    `create function gateway.group_of_document(document uuid) returns uuid language sql stable begin atomic
      select group_id from meetings.meeting where id = gateway.meeting_of_document($1);
    end`,
    `create or replace function groups.erased_within(subject text, line jsonb, erasing jsonb) returns text[]
      language sql stable as $$
        select array(select held from jsonb_object_keys(erasing -> 'parts') held where strpos(line::text, held) > 0
          union select gateway.meeting_of(subject, line)::text
          union select m.id::text from meetings.meeting m
            where subject = 'documents.document' and m.document_id = (line ->> 'id')::uuid
          union select gateway.meeting_of_document((line ->> 'id')::uuid)::text
            where subject = 'documents.document')
      $$`,
  ),
};
