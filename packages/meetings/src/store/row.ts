import type { Database, SourceColumns } from "@remit/database";
import type { SourceRef, ZonedDateTime } from "@remit/kernel";
import type { Selectable } from "kysely";
import { Meeting } from "../meeting.ts";

/** A meeting of its row. */
export const meetingOf = (it: Selectable<Database["meetings.meeting"]>): Meeting =>
  Meeting.parse({
    ...it.course,
    id: it.id,
    version: it.version,
    group: { type: "Group", id: it.group_id, label: it.group_label },
    slug: it.slug,
    title: it.title,
    ordinal: it.ordinal,
    ordinalBasis: it.ordinal_basis,
    heldOn: it.held_on,
    endedOn: it.ended_on,
    starts: startOf(it),
    location: it.location,
    status: it.status,
    access: it.access,
    source: sourceOf(it),
  });

export const sourceOf = ({ document_id, span_start, span_end }: SourceColumns): SourceRef | null =>
  document_id === null
    ? null
    : {
        document: document_id,
        span:
          span_start === null || span_end === null ? null : { start: span_start, end: span_end },
      };

export const startOf = (it: {
  readonly starts_local: string | null;
  readonly starts_zone: string | null;
}): ZonedDateTime | null =>
  it.starts_local === null || it.starts_zone === null
    ? null
    : { local: it.starts_local, zone: it.starts_zone };
