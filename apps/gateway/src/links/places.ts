import type { Access, Id } from "@remit/kernel";
import { type RawBuilder, sql } from "kysely";

/** A row at which a record may point: its name, and who may see it. */
export interface Placed {
  readonly label: string;
  readonly access: Access;
  readonly group: Id | null;
  /** Said of actions alone. */
  readonly draft?: boolean;
  /** The day of a meeting. */
  readonly on?: string;
  /** The meeting of an item. */
  readonly within?: Id;
}

/** Where the things are at which a record may point, each with its name and who may see it. */
export const places: Readonly<Record<string, RawBuilder<Placed>>> = {
  Action: sql`select id, reference as label, access, group_id as "group", draft from actions.action`,
  ActionLogSnapshot: sql`select id, 'The log of ' || taken_on as label, access, group_id as "group" from actions.log_snapshot`,
  Commitment: sql`select id, code as label, access, null::uuid as "group" from commitments.commitment`,
  Document: sql`select id, title as label, access, null::uuid as "group" from documents.document`,
  Group: sql`select id, name as label, access, id as "group" from groups.group`,
  Item: sql`select id, coalesce(heading, 'Item ' || place) as label, access, group_id as "group", meeting_id as within from meetings.item`,
  Meeting: sql`select id, title as label, access, group_id as "group", held_on as "on" from meetings.meeting`,
  Organisation: sql`select id, name as label, 'public' as access, null::uuid as "group" from groups.organisation`,
  Person: sql`select id, name as label,
    case public_profile when 'named' then 'public' else 'officials' end as access,
    null::uuid as "group" from groups.person`,
};
