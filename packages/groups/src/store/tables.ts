import type { AssertionColumns, ForPublicColumn, Json, SourceColumns } from "@remit/database";
import type { Own } from "@remit/kernel";
import type { Generated, GeneratedAlways } from "kysely";
import type { DeputyNomination } from "../deputy.ts";
import type { Group, Replacement } from "../group.ts";
import type { Membership } from "../membership.ts";
import type { Erasure, Merging, Person } from "../person.ts";
import type { TermsOfReference } from "../terms.ts";

declare module "@remit/database" {
  interface Database {
    "groups.person": PersonTable;
    "groups.organisation": OrganisationTable;
    "groups.group": GroupTable;
    "groups.membership": MembershipTable;
    "groups.terms_of_reference": TermsTable;
    "groups.succession": SuccessionTable;
    "groups.deputy_nomination": DeputyNominationTable;
    "groups.seat": SeatTable;
    "groups.vacancy": VacancyRow;
    "groups.post": PostTable;
    "groups.post_holding": PostHoldingTable;
    "groups.organisation_place": OrganisationPlaceTable;
  }
}

/** A person, with what the database makes of the record. */
export interface PersonTable extends ForPublicColumn {
  id: string;
  slug: string;
  name: string;
  given_name: string | null;
  family_name: string | null;
  honorific_prefix: string | null;
  honorific_suffix: string | null;
  names: Json<Person["otherNames"]>;
  /** The names of `names`, which the database fills in. */
  other_names: GeneratedAlways<string[]>;
  public_profile: Person["publicProfile"];
  /** Ids of the groups whose secretariat and chair know who it is, although the public does not. */
  known_to: Generated<string[]>;
  /** The names by whose keys it is found. */
  found_by: Generated<string[] | null>;
  version: Generated<number>;
  /** That it was merged into another, which the database knows by its id; null while it was not. */
  merged: Json<Merging> | null;
  own: Json<Own> | null;
  merged_into: GeneratedAlways<string | null>;
  /** That their names were taken out; null while nobody asked for that. */
  erased: Json<Erasure> | null;
  /** Ids of those that were merged into it, and into those. */
  merged_ids: Generated<string[]>;
}

interface OrganisationTable extends ForPublicColumn {
  id: string;
  slug: string;
  name: string;
  other_names: string[];
  /** The document that was the first to name it. */
  document_id: string | null;
  /** The names by whose keys it is found. */
  found_by: Generated<string[] | null>;
  version: Generated<number>;
}

interface GroupTable extends ForPublicColumn {
  id: string;
  slug: string;
  name: string;
  code: string;
  kind: string | null;
  zone: Generated<string>;
  access: Group["access"];
  version: Generated<number>;
  replaced: Json<Replacement> | null;
  own: Json<Own> | null;
}

/** Kept by the database, of what each group's record says. */
interface SuccessionTable {
  group_id: string;
  successor_id: string;
}

interface TermsTable extends ForPublicColumn {
  id: string;
  version: number;
  group_id: string;
  access: TermsOfReference["access"];
  status: TermsOfReference["status"];
  /** Of its status, by the database: what was never agreed is for whoever keeps the group's record. */
  draft: GeneratedAlways<boolean>;
  number: number;
  effective_from: string | null;
  effective_until: string | null;
  record: Json<TermsOfReference>;
}

interface MembershipTable extends SourceColumns, AssertionColumns, ForPublicColumn {
  id: string;
  group_id: string;
  /** Null where a post is the member. */
  person_id: string | null;
  post_id: string | null;
  seat_id: string | null;
  /** Whoever was named for the seat; null where there is none. */
  nominees: Json<NonNullable<Membership["nominees"]>> | null;
  term_ends: string | null;
  role: Membership["role"];
  position: string | null;
  from_date: string | null;
  to_date: string | null;
  as_of: string | null;
  end_reason: string | null;
  /** For what a list of minutes shows: the day from which a later list shows the person otherwise. */
  shown_until: Generated<string | null>;
  /** For a chair: the day on which somebody came into the chair after them. */
  chair_until: Generated<string | null>;
  /** That of its group, which the database fills in. */
  zone: Generated<string>;
  /** The first day on which it may have gone on, before all others where nobody knows; of its dates, by the database. */
  first_day: GeneratedAlways<string>;
  /** The last day on which it may have gone on, of its dates, by the database. */
  last_day: GeneratedAlways<string | null>;
  version: Generated<number>;
}

/** What a group's secretariat keeps whole by verbs alone. */
interface KeptTable {
  id: string;
  version: number;
  group_id: string;
  access: Group["access"];
  record: Json<object>;
}

interface PostTable extends KeptTable, ForPublicColumn {
  organisation_id: string | null;
  /** That of its group, which the database fills in. */
  zone: Generated<string>;
}

/** Something that goes on for a time, with the days that its dates may mean, of which the first is before all others where nobody knows. */
interface DatedTable extends KeptTable {
  from_date: string | null;
  to_date: string | null;
  first_day: GeneratedAlways<string>;
  last_day: GeneratedAlways<string | null>;
}

interface PostHoldingTable extends DatedTable {
  post_id: string;
  person_id: string;
  acting: boolean;
}

interface OrganisationPlaceTable extends DatedTable {
  organisation_id: string;
  parent_id: string;
  /** That of its group, which the database fills in. */
  zone: Generated<string>;
}

interface DeputyNominationTable extends DatedTable, ForPublicColumn {
  membership_id: string;
  person_id: string | null;
  post_id: string | null;
  meeting_id: string | null;
  status: DeputyNomination["status"];
  scope: DeputyNomination["scope"];
  powers: DeputyNomination["powers"];
}

interface SeatTable extends DatedTable, ForPublicColumn {
  organisation_id: string | null;
  alternate_id: string | null;
}

/** How many of the places that a group's terms of reference name are vacant at a day, as `groups.vacancies` makes it. */
interface VacancyRow {
  group_id: string;
  access: Group["access"];
  places: number;
  members: number;
  vacant: number;
}
