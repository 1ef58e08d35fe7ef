import { type Action, reword, withdraw } from "@remit/actions";
import { entryOf, lockActions, lockLineage, saveActions } from "@remit/actions/store";
import { actorOf, type Asked, type Entry, writeEntries } from "@remit/database";
import type { AnsweredFact, Fact } from "@remit/documents";
import type { Ports } from "@remit/documents/store";
import { Refusal } from "@remit/kernel";
import {
  attendanceForm,
  contributionForm,
  decisionForm,
  itemForm,
  paperForm,
  settlePart,
} from "@remit/meetings/store";
import { sql } from "kysely";
import {
  attendanceAfter,
  contributionAfter,
  decisionAfter,
  itemAfter,
  paperAfter,
  speakerAfter,
} from "./answered.ts";
import { dependentsOf } from "./dependents.ts";

type Told = Omit<Entry, "actor" | "requestId" | "verb"> | null;

/** What answers to facts ask of meetings and actions. */
export const documentPorts: Ports = {
  answered: async (asked, fact) => {
    const { tx, caller, requestId, now } = asked;
    await assertNotCirculated(asked, fact);
    if (fact.status === "rejected") await assertUnused(asked, fact);
    const entry = await settled(asked, fact);
    if (entry === null) return;
    const by = { verb: `${verbs[fact.status]}Fact`, actor: actorOf(caller), requestId };
    await writeEntries(tx, [{ ...entry, ...by }], now.toISOString());
  },
};

const verbs = { confirmed: "confirm", corrected: "correct", rejected: "reject" } as const;

async function assertNotCirculated({ tx }: Asked<Fact>, { meeting }: Fact): Promise<void> {
  const { rows } = await sql`select from meetings.minutes
    where meeting_id = ${meeting} and status <> 'recalled'`.execute(tx);
  if (rows.length === 0) return;
  const message =
    "The minutes of the meeting were circulated here: ask for a correction and accept it, or recall them, and then answer.";
  throw new Refusal("MINUTES_CIRCULATED", message);
}

/** Refuses with `FACT_IN_USE` to take out what something else speaks of. */
async function assertUnused({ tx }: Asked<Fact>, { subject, kind, ...of }: Fact): Promise<void> {
  if (!["attendee", "contribution", "decision", "paper"].includes(kind)) return;
  const [by] = (await dependentsOf(tx, [subject.id], of, [])).get(subject.id) ?? [];
  if (by === undefined) return;
  const message = `What this fact has made is spoken of by ${by}: correct the fact, or withdraw that first.`;
  throw new Refusal("FACT_IN_USE", message);
}

/** The part of the record that says it, as somebody answered. */
async function settled(asked: Asked<Fact>, fact: AnsweredFact): Promise<Told> {
  const { tx, at } = asked;
  const { id } = fact.subject;
  switch (fact.kind) {
    case "attendee":
    case "capacity":
      return settlePart(tx, attendanceForm, { id, at, step: (it) => attendanceAfter(fact, it) });
    case "item":
      return settlePart(tx, itemForm, { id, at, step: (it) => itemAfter(fact, it) });
    case "contribution":
      return settlePart(tx, contributionForm, {
        id,
        at,
        step: (it) => contributionAfter(fact, it),
      });
    case "speaker":
      return settledSpeaker(asked, fact);
    case "decision":
      return settlePart(tx, decisionForm, { id, at, step: (it) => decisionAfter(fact, it) });
    case "paper":
      return settlePart(tx, paperForm, { id, at, step: (it) => paperAfter(fact, it) });
    default:
      return settledAction(asked, fact);
  }
}

async function settledSpeaker({ tx, at }: Asked<Fact>, fact: AnsweredFact): Promise<Told> {
  const listed = await tx
    .selectFrom("meetings.attendance")
    .select(["name", "person_id as person"])
    .where("meeting_id", "=", fact.meeting)
    .execute();
  return settlePart(tx, contributionForm, {
    id: fact.subject.id,
    at,
    step: (it) => {
      const speakers = it.speakers.map((speaker) =>
        speaker.mention === fact.text ? speakerAfter(fact, speaker, listed) : speaker,
      );
      const isSame = speakers.every((speaker, index) => speaker === it.speakers[index]);
      return isSame ? it : { ...it, speakers };
    },
  });
}

/** An action gets other words, or is withdrawn, as by its own verbs: so its minutes do not take that back. */
async function settledAction(asked: Asked<Fact>, fact: AnsweredFact): Promise<Told> {
  if (fact.status === "confirmed") return null;
  const { tx, at, newId } = asked;
  await lockLineage(tx, { groups: [fact.group] });
  const [before] = await lockActions(tx, [fact.subject.id]);
  if (before === undefined) return null;
  const after = actionAfter(before, fact, asked.told);
  await saveActions(tx, [after], newId);
  return entryOf(before, after, at);
}

function actionAfter(before: Action, fact: AnsweredFact, { by, on }: Asked<Fact>["told"]): Action {
  const reason = fact.note ?? "The document was read wrongly.";
  return fact.status === "corrected"
    ? reword(before, { text: fact.correction, reason, by, on })
    : withdraw(before, { reason, by, on });
}
