import { lockLineage } from "@remit/actions/store";
import { lockNames, type Tx } from "@remit/database";
import { officialRecordOf, readMinutes, type Reading } from "@remit/documents";
import { listAnswered, removeUnanswered, saveFacts } from "@remit/documents/store";
import { codeOf, type Group } from "@remit/groups";
import { listGroups } from "@remit/groups/store";
import { freeSlug, homeZone, Refusal, slugify } from "@remit/kernel";
import { sql } from "kysely";
import { listMeetings, type Minutes } from "@remit/meetings/store";
import { unknownReferences } from "./actions.ts";
import { carryAnswers, withAnswers } from "./answers.ts";
import { factsOf } from "./facts.ts";
import { type Incoming, type Intake, supersedeWith, type Take, type Told } from "./incoming.ts";
import { keyOf } from "./keys.ts";
import { identify, type Identity, type MinutesPlan, planMinutes } from "./plan-minutes.ts";
import { known, record } from "./record.ts";
import { quotedActions } from "./quoted.ts";
import {
  clear,
  type EarlierMeeting,
  earlierMeeting,
  inherit,
  without,
} from "./supersede-meeting.ts";

/** Understands minutes. They are refused where another document of the meeting is recorded, unless they are to supersede it. */
export function takeMinutes(incoming: Incoming): Take {
  const reading = readMinutes(incoming.text, incoming.told.zone);
  // Minutes of no date or no group are none, whatever is recorded.
  identify(reading, [], incoming);
  return (tx) => take(tx, incoming);
}

async function take(tx: Tx, incoming: Incoming): Promise<Intake> {
  const { text, told, newId } = incoming;
  const asHome = readMinutes(text, told.zone);
  await lockGroup(tx, identify(asHome, await listGroups(tx), incoming));
  const identity = identify(asHome, await listGroups(tx), incoming);
  // A clock that names no zone hangs on the wall where the group meets.
  const { zone } = identity.group;
  const reading = zone === (told.zone ?? homeZone) ? asHome : readMinutes(text, zone);
  const onDay = await listMeetings(tx, identity.group.id, identity.heldOn);
  const there =
    sameMeeting(reading, identity, onDay, told) ??
    (await sameFile(tx, identity, incoming, reading));
  // As answers to facts do: one that is given meanwhile would be lost.
  if (there !== undefined) await lockNames(tx, "remit meeting records", [there.id]);
  // As verbs do before they lock or number any action.
  await lockLineage(tx, { groups: [identity.group.id], meetings: there ? [there.id] : [] });
  const recordedBefore = await known(tx, reading, identity);
  // Minutes take the place of the agenda by which their meeting was scheduled.
  const isDue = there !== undefined && isYet(there) && identity.heldOn <= identity.today;
  if (there !== undefined && !isDue && !told.supersede)
    throw recorded(there.title, identity, incoming);
  if (there !== undefined) await assertNotCirculated(tx, there);
  const earlier = there === undefined ? null : await earlierMeeting(tx, there.id);
  const quoted = await quotedActions(tx, reading, identity.group.id, identity.heldOn);
  const others = {
    ...(earlier === null ? recordedBefore : without(recordedBefore, earlier)),
    quoted,
  };
  const access = told.access ?? there?.access ?? identity.group.access;
  const before = earlier?.minutes.meeting;
  const { version = 0, postponements = [], agendas = [], series } = before ?? {};
  const taken = new Set(onDay.map(({ slug }) => slug));
  const of = {
    id: there?.id ?? newId(),
    slug: there?.slug ?? freeSlug(`${identity.group.slug}-${identity.heldOn}`, taken),
    version: version + 1,
    postponements,
    agendas,
    ...(series === undefined ? {} : { series }),
    opened: before !== undefined && "opened" in before ? before.opened : null,
    ended: before !== undefined && "ended" in before ? before.ended : null,
    access,
  };
  const planned = planMinutes(reading, identity, of, others, incoming);
  const { plan: inherited, idOf } =
    earlier === null
      ? { plan: planned, idOf: (id: string) => id }
      : await inherit(tx, planned, earlier);
  const superseded = there?.document ?? null;
  const carried = carryAnswers(
    factsOf(planned, reading.warnings, incoming, idOf),
    superseded === null ? [] : await listAnswered(tx, superseded),
  );
  const plan = { ...inherited, minutes: withAnswers(inherited.minutes, carried) };
  return {
    kind: "minutes",
    title: plan.minutes.meeting.title,
    officialRecord: officialRecordOf(text),
    access,
    ...countsOf(plan, earlier, told.supersede === true && there === undefined),
    supersedes: superseded,
    waiting: carried.facts.filter(({ status }) => status === "waiting").length,
    write: async () => {
      if (earlier !== null) await clear(tx, earlier);
      if (superseded !== null) await removeUnanswered(tx, superseded);
      await saveFacts(tx, carried.facts);
      return record(tx, plan, incoming, { journalled: earlier?.journalled ?? [], carried });
    },
  };
}

/** Refuses with `MINUTES_CIRCULATED` a document of a meeting whose minutes are kept by verbs: they get another version by those. */
async function assertNotCirculated(tx: Tx, { id, title }: OnDay): Promise<void> {
  const minutes = await tx
    .selectFrom("meetings.minutes")
    .select("status")
    .where("meeting_id", "=", id)
    .executeTakeFirst();
  if (minutes === undefined) return;
  const message = `The minutes of "${title}" were circulated here: correct them, and circulate them again.`;
  throw new Refusal("MINUTES_CIRCULATED", message);
}

type OnDay = Awaited<ReturnType<typeof listMeetings>>[number];

const isYet = ({ status }: OnDay) => status === "tentative" || status === "scheduled";

/** The meeting of the day that a document is of: one that begins at its time, or is yet to be held. Of two that were held at different times each is its own. Refuses with `SEVERAL_MEETINGS` a document of which it is not clear. */
function sameMeeting(
  { time }: Reading,
  { heldOn, group }: Identity,
  onDay: readonly OnDay[],
  { supersede }: Told,
): OnDay | undefined {
  const stand = onDay.filter(({ status }) => status !== "cancelled" && status !== "postponed");
  const local = time === null ? null : `${heldOn}T${time}`;
  const same = stand.find((each) => local !== null && each.local === local);
  if (same !== undefined) return same;
  if (supersede && stand.length === 1) return stand[0];
  const yet = stand.filter(isYet);
  const open = yet.length > 0 ? yet : stand.filter((each) => local === null || each.local === null);
  if (open.length < 2) return open[0];
  const titles = open.map(({ title }) => `"${title}"`).join(" and ");
  const message = `${group.name} has several meetings on ${heldOn}: ${titles}. Say in the document when its meeting began, in a line such as: Time: 10:00`;
  throw new Refusal("SEVERAL_MEETINGS", message);
}

/** The meeting that the earlier version of a file was of, whose day this one puts right: of the same title, and not weeks away, since files of many meetings may share a name. */
async function sameFile(
  tx: Tx,
  { group, heldOn }: Identity,
  { name, told }: Incoming,
  { title }: Reading,
): Promise<OnDay | undefined> {
  if (told.supersede !== true) return undefined;
  const { rows } = await sql<{ day: string }>`select m.held_on as day from meetings.meeting m
      join documents.document d on d.id = m.document_id
    where m.group_id = ${group.id} and d.name = ${name} and m.status in ('scheduled', 'held')
      and m.title = ${title} and abs(m.held_on - ${heldOn}::date) <= 14`.execute(tx);
  const [only, ...more] = rows;
  if (only === undefined || more.length > 0) return undefined;
  const onDay = await listMeetings(tx, group.id, only.day);
  return onDay.length === 1 ? onDay[0] : undefined;
}

const nothingThere = {
  code: "NOTHING_SUPERSEDED",
  message:
    "No document of this meeting was there whose place this one could take: it is recorded as a meeting of its own. If a meeting of another day is meant, undo this import, and give the file the name of the earlier one.",
};

/** Lets one import at a time be of a group. One that is new is locked by what it will be called: another could be called so too. */
async function lockGroup(tx: Tx, { group, isNewGroup }: Identity): Promise<void> {
  await lockNames(tx, "remit groups", [
    `name ${keyOf([group.name])}`,
    ...(isNewGroup ? stemsOf(group) : []),
  ]);
}

const stemsOf = ({ name }: Group) => [`code ${codeOf(name).slice(0, 8)}`, `slug ${slugify(name)}`];

const recorded = (title: string, { group, heldOn }: Identity, incoming: Incoming) =>
  new Refusal(
    "MEETING_RECORDED",
    `A meeting of ${group.name} on ${heldOn} is recorded already: "${title}". A second meeting on that day is recorded where both say when they began. If this document is of that very meeting, and what the other says of it may be gone, put this one in its place: ${supersedeWith(incoming)}`,
  );

function countsOf(
  { minutes, people, bodies, ...plan }: MinutesPlan,
  earlier: EarlierMeeting | null,
  isAlone: boolean,
) {
  const there = new Set(earlier === null ? [] : partsOf(earlier.minutes).map(({ id }) => id));
  const added = (parts: readonly { readonly id: string }[]) =>
    parts.filter(({ id }) => !there.has(id)).length;
  return {
    created: {
      group: plan.isNewGroup ? 1 : 0,
      person: people.created.length,
      organisation: bodies.created.length,
      membership: 0,
      meeting: earlier === null ? 1 : 0,
      attendance: added(minutes.attendance),
      item: added(minutes.items),
      contribution: added(minutes.contributions),
      paper: added(minutes.papers),
      decision: added(minutes.decisions),
      action: plan.raised.length,
    },
    matched: [
      ...(plan.isNewGroup ? [] : [plan.group.name]),
      ...people.matched().map(({ name }) => name),
      ...bodies.matched().map(({ name }) => name),
    ],
    findings: [
      ...(isAlone ? [nothingThere] : []),
      ...plan.findings,
      ...unknownReferences(plan.raised),
    ],
  };
}

const partsOf = ({ attendance, items, contributions, papers, decisions }: Minutes) =>
  [attendance, items, contributions, papers, decisions].flat();
