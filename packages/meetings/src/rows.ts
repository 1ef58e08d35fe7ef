import { assertionColumns, sourceColumns } from "@remit/database";
import { instantOf, type ZonedDateTime } from "@remit/kernel";
import type { AgreedMinutes } from "./agreed.ts";
import type { Attendance, AttendanceNote, AttendanceSection } from "./attendance.ts";
import type { Decision } from "./decision.ts";
import type { Contribution, Item, Speaker } from "./item.ts";
import type { Meeting, MeetingRole, NextMeeting } from "./meeting.ts";
import type { Paper } from "./paper.ts";

const startColumns = (starts: ZonedDateTime | null) => ({
  starts_local: starts?.local ?? null,
  starts_zone: starts?.zone ?? null,
  starts_at: starts === null ? null : instantOf(starts),
});

export const meeting = (it: Meeting) => ({
  id: it.id,
  group_id: it.group.id,
  group_label: it.group.label,
  slug: it.slug,
  title: it.title,
  ordinal: it.ordinal,
  ordinal_basis: it.ordinalBasis,
  held_on: it.heldOn,
  ended_on: it.endedOn,
  ...startColumns(it.starts),
  location: it.location,
  status: it.status,
  access: it.access,
  version: it.version,
  course: JSON.stringify(courseOf(it)),
  ...sourceColumns(it.source),
});

/** The facts of a meeting that have columns of their own. */
const inColumns = new Set(
  `id version group slug title ordinal ordinalBasis heldOn endedOn starts location status access
  source`.split(/\s+/u),
);

/** What has happened to a meeting: all of its facts that no list is found or sorted by. */
const courseOf = (it: Meeting): object =>
  Object.fromEntries(Object.entries(it).filter(([name]) => !inColumns.has(name)));

export const role = (it: MeetingRole) => ({
  id: it.id,
  meeting_id: it.meeting,
  role: it.role,
  name: it.name,
  person_id: it.person,
  from_item_id: it.fromItem ?? null,
  ...assertionColumns(it.assertion),
});

export const next = (it: NextMeeting) => ({
  id: it.id,
  meeting_id: it.meeting,
  text: it.text,
  next_on: it.on,
  ...startColumns(it.starts),
  location: it.location,
  ...sourceColumns(it.source),
});

export const section = (it: AttendanceSection) => ({
  id: it.id,
  meeting_id: it.meeting,
  place: it.place,
  heading: it.heading,
  ...sourceColumns(it.source),
});

export const attendance = (it: Attendance) => ({
  id: it.id,
  meeting_id: it.meeting,
  section_id: it.section,
  place: it.place,
  person_id: it.person,
  name: it.name,
  position: it.position,
  organisation_id: it.organisation,
  deputising_for: it.deputisingFor,
  principal_id: it.principal,
  status: it.status,
  status_basis: it.statusBasis,
  capacity: it.capacity,
  mode: it.mode,
  note: it.note,
  presence: JSON.stringify(it.presence ?? []),
  ...assertionColumns(it.assertion),
  ...sourceColumns(it.source),
});

export const note = (it: AttendanceNote) => ({
  id: it.id,
  meeting_id: it.meeting,
  place: it.place,
  kind: it.kind,
  text: it.text,
  ...sourceColumns(it.source),
});

export const agreed = (it: AgreedMinutes, group: string) => ({
  id: it.id,
  meeting_id: it.meeting,
  group_id: group,
  place: it.place,
  text: it.text,
  also_actions: it.alsoActions,
  ...sourceColumns(it.source),
});

export const item = (it: Item, group: string) => ({
  id: it.id,
  meeting_id: it.meeting,
  group_id: group,
  place: it.place,
  level: it.level,
  number: it.number,
  heading: it.heading,
  outcome: it.outcome,
  access: it.access,
  ...sourceColumns(it.source),
});

export const contribution = (
  it: Contribution,
  { group, heldOn }: { readonly group: { readonly id: string }; readonly heldOn: string },
) => ({
  id: it.id,
  meeting_id: it.meeting,
  group_id: group.id,
  held_on: heldOn,
  item_id: it.item,
  place: it.place,
  kind: it.kind,
  lead: it.lead,
  text: it.text,
  reporting: it.reporting,
  access: it.access,
  ...sourceColumns(it.source),
});

export const speaker = (it: Speaker) => ({
  id: it.id,
  contribution_id: it.contribution,
  place: it.place,
  mention: it.mention,
  name: it.name,
  person_id: it.person,
  ...assertionColumns(it.assertion),
});

export const paper = (it: Paper, group: string) => ({
  id: it.id,
  meeting_id: it.meeting,
  group_id: group,
  item_id: it.item,
  place: it.place,
  number: it.number,
  title: it.title,
  access: it.access,
  ...sourceColumns(it.source),
});

export const decision = (it: Decision, group: string) => ({
  id: it.id,
  meeting_id: it.meeting,
  group_id: group,
  item_id: it.item,
  place: it.place,
  kind: it.kind,
  text: it.text,
  wording: it.wording,
  access: it.access,
  ...sourceColumns(it.source),
});
