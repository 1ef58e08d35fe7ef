import type { ForPublicColumn, Json } from "@remit/database";
import type { Access } from "@remit/kernel";
import type { Minutes } from "../minutes.ts";

/** The minutes of a meeting, with their versions in the record. */
export interface MinutesTable extends ForPublicColumn {
  id: string;
  meeting_id: string;
  group_id: string;
  access: Access;
  status: Minutes["status"];
  draft: boolean;
  version: number;
  record: Json<Minutes>;
}

/** What a version of minutes holds, as it was circulated. */
export interface MinutesTextTable extends ForPublicColumn {
  id: string;
  minutes_id: string;
  meeting_id: string;
  group_id: string;
  access: Access;
  draft: boolean;
  number: number;
  content: string;
  content_hash: string;
}

/** Words that are withheld, and how they are found in a text and in JSON. No surface shows a row. */
export interface RedactionTable {
  id: string;
  minutes_id: string;
  meeting_id: string;
  group_id: string;
  number: number;
  passage: string;
  /** Whether it is long enough to mean the same in whatever else the group has on record. */
  wide: boolean;
}
