import { lockLineage } from "@remit/actions/store";
import type { Tx } from "@remit/database";
import { officialRecordOf, type Reading, readMinutes } from "@remit/documents";
import { listGroups } from "@remit/groups/store";
import { Refusal } from "@remit/kernel";
import { findMeeting } from "@remit/meetings/store";
import { type Incoming, type Intake, supersedeWith, type Take } from "./incoming.ts";
import { identify, type MinutesPlan, planMinutes } from "./plan-minutes.ts";
import { known, record } from "./record.ts";
import { earlierMeeting, inherit, without } from "./supersede-meeting.ts";

/** Understands minutes. They are refused where another document of the meeting is recorded, unless they are to supersede it. */
export function takeMinutes(incoming: Incoming): Take {
  const reading = readMinutes(incoming.text);
  // Minutes of no date or no group are none, whatever is recorded.
  identify(reading, [], incoming);
  return (tx) => take(tx, reading, incoming);
}

async function take(tx: Tx, reading: Reading, incoming: Incoming): Promise<Intake> {
  const { text, told, newId } = incoming;
  // As verbs do before they lock or number any action.
  await lockLineage(tx);
  const identity = identify(reading, await listGroups(tx), incoming);
  const before = await known(tx, reading, identity.group.id);
  const there = await findMeeting(tx, identity.group.id, identity.heldOn);
  if (there !== undefined && !told.supersede) {
    throw new Refusal(
      "MEETING_RECORDED",
      `"${there.title}" is recorded already, from another document. To put this one in its place: ${supersedeWith(incoming)}`,
    );
  }
  const earlier = there === undefined ? null : await earlierMeeting(tx, there.id);
  const others = earlier === null ? before : without(before, earlier);
  const planned = planMinutes(reading, identity, there?.id ?? newId(), others, incoming);
  const plan = earlier === null ? planned : inherit(planned, earlier);
  return {
    kind: "minutes",
    title: plan.minutes.meeting.title,
    officialRecord: officialRecordOf(text),
    ...countsOf(plan),
    supersedes: there?.document ?? null,
    write: async () => {
      await earlier?.remove();
      await record(tx, plan, incoming);
    },
  };
}

function countsOf({ minutes, people, bodies, ...plan }: MinutesPlan) {
  return {
    created: {
      group: plan.isNewGroup ? 1 : 0,
      person: people.created.length,
      organisation: bodies.created.length,
      membership: plan.memberships.length,
      meeting: 1,
      attendance: minutes.attendance.length,
      item: minutes.items.length,
      contribution: minutes.contributions.length,
      paper: minutes.papers.length,
      decision: minutes.decisions.length,
      action: plan.actions.length,
    },
    matched: [
      ...(plan.isNewGroup ? [] : [plan.group.name]),
      ...people.matched().map(({ name }) => name),
      ...bodies.matched().map(({ name }) => name),
    ],
    findings: plan.findings,
  };
}
