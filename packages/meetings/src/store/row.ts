import type { AssertionColumns, Database, SourceColumns } from "@remit/database";
import type { Assertion, Id, SourceRef, ZonedDateTime } from "@remit/kernel";
import type { Selectable } from "kysely";
import type { Attendance } from "../attendance.ts";
import type { Decision } from "../decision.ts";
import type { Contribution, Item, Speaker } from "../item.ts";
import { Meeting, type MeetingRole } from "../meeting.ts";
import type { Paper } from "../paper.ts";

/** A meeting of its row. */
export const meetingOf = (
  it: Omit<Selectable<Database["meetings.meeting"]>, "series_id">,
): Meeting =>
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

type Row<Table extends keyof Database> = Selectable<Database[Table]>;

/** What every part of a meeting's record has. */
const part = (
  it: SourceColumns & { readonly id: Id; readonly meeting_id: Id; readonly place: number },
) => ({ id: it.id, meeting: it.meeting_id, place: it.place, source: sourceOf(it) });

export const assertionOf = ({ basis, confidence }: AssertionColumns): Assertion =>
  basis === "inferred" ? { basis, confidence: confidence ?? 0.5 } : { basis };

export const attendanceOf = (it: Row<"meetings.attendance">): Attendance => ({
  ...part(it),
  section: it.section_id,
  person: it.person_id,
  name: it.name,
  position: it.position,
  organisation: it.organisation_id,
  deputisingFor: it.deputising_for,
  principal: it.principal_id,
  status: it.status,
  statusBasis: it.status_basis,
  capacity: it.capacity,
  mode: it.mode,
  note: it.note,
  ...(it.presence.length === 0 ? {} : { presence: it.presence }),
  assertion: assertionOf(it),
});

export const roleOf = (it: Row<"meetings.meeting_role">): MeetingRole => ({
  id: it.id,
  meeting: it.meeting_id,
  role: it.role,
  name: it.name,
  person: it.person_id,
  ...(it.from_item_id === null ? {} : { fromItem: it.from_item_id }),
  assertion: assertionOf(it),
});

export const itemOf = (it: Row<"meetings.item">): Item => ({
  ...part(it),
  level: it.level,
  number: it.number,
  heading: it.heading,
  outcome: it.outcome,
  access: it.access,
});

export const contributionOf = (it: Row<"meetings.contribution">): Contribution => ({
  ...part(it),
  item: it.item_id,
  kind: it.kind,
  lead: it.lead,
  text: it.text,
  reporting: it.reporting,
  access: it.access,
});

export const speakerOf = (it: Row<"meetings.speaker">): Speaker => ({
  id: it.id,
  contribution: it.contribution_id,
  place: it.place,
  mention: it.mention,
  name: it.name,
  person: it.person_id,
  assertion: assertionOf(it),
});

export const paperOf = (it: Row<"meetings.paper">): Paper => ({
  ...part(it),
  item: it.item_id,
  number: it.number,
  title: it.title,
  access: it.access,
});

export const decisionOf = (it: Row<"meetings.decision">): Decision => ({
  ...part(it),
  item: it.item_id,
  kind: it.kind,
  text: it.text,
  wording: it.wording,
  access: it.access,
});
