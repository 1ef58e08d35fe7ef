import { createHash } from "node:crypto";
import { type Asked, insertAll, type Keeping, keptIn, type Tx } from "@remit/database";
import { type Access, canonicalJson, type Id, isFor } from "@remit/kernel";
import { sql } from "kysely";
import { type Minutes, circulatedAccess } from "../minutes.ts";
import { type MinutesFacts, minutesNoun } from "../minutes-verb.ts";
import { findMinutes } from "./minutes.ts";
import { forgetPassage, keepPassage, textsOf } from "./redaction.ts";
import { pointed, sittingOf } from "./sitting.ts";

/** What verbs of minutes ask of whatever other packages keep. */
export interface MinutesPorts {
  /** Whether an action log was taken for a meeting. */
  readonly hasLog: (tx: Tx, meeting: Id) => Promise<boolean>;
  /** The texts that were made of sentences of a meeting elsewhere: its actions. */
  readonly raisedTexts: (tx: Tx, meeting: Id) => Promise<readonly string[]>;
  /** Lets those who see minutes from now on see the actions that were raised at their meeting. */
  readonly opened: (
    asked: Asked<Minutes>,
    out: { readonly minutes: Minutes; readonly access: Access; readonly verb: string },
  ) => Promise<void>;
}

const isDraft = ({ status }: Minutes) => status === "recalled";

/** All that the record of a meeting says, as text of which a hash is made: who may see it is no part of it. */
async function contentOf(tx: Tx, meeting: Id): Promise<string> {
  const { meeting: _, next, agreed, ...others } = await findMinutes(tx, meeting);
  // What was circulated before there was such a list has the same hash.
  const parts = agreed.length === 0 ? others : { ...others, agreed };
  const lists = Object.entries(parts).map(([name, list]) => [
    name,
    list.map((each) => ({ ...each, access: undefined })),
  ]);
  return canonicalJson(JSON.parse(JSON.stringify({ ...Object.fromEntries(lists), next })));
}

const hashOf = (content: string) => createHash("sha256").update(content).digest("hex");

const meetingOf = ({ thing, told }: Asked<Minutes>): Id =>
  thing?.meeting.id ?? pointed(told, "meeting")?.id ?? "";

/** How minutes are kept, for `perform` of `@remit/database`. */
export function minutesKeeping(ports: MinutesPorts): Keeping<Minutes, MinutesFacts> {
  const kept = keptIn<Minutes, MinutesFacts>("meetings.minutes", {
    noun: minutesNoun,
    standing: ({ group, access, versions }) => ({ group, access, since: versions[0]?.on ?? null }),
    columns: (it) => ({ meeting_id: it.meeting.id, status: it.status, draft: isDraft(it) }),
    facts: {
      sitting: (asked) => sittingOf(asked.tx, meetingOf(asked)),
      contentHash: async (asked) => hashOf(await contentOf(asked.tx, meetingOf(asked))),
      isThere: async (asked) => {
        const { rows } = await sql`select from meetings.minutes
          where meeting_id = ${meetingOf(asked)}`.execute(asked.tx);
        return rows.length > 0;
      },
      hasLog: (asked) => ports.hasLog(asked.tx, meetingOf(asked)),
      partTexts: async ({ tx, told }) => {
        const part = pointed(told, "part");
        return part === undefined ? [] : textsOf(tx, part);
      },
      isEarlier: async (asked) => {
        const { rows } = await sql`select from meetings.meeting own, meetings.meeting other
          where own.id = ${meetingOf(asked)} and other.id = ${pointed(asked.told, "meeting")?.id}
            and other.starts_at < own.starts_at`.execute(asked.tx);
        return rows.length > 0;
      },
      laterStatus: async ({ tx, told }) =>
        (
          await tx
            .selectFrom("meetings.meeting")
            .select("status")
            .where("id", "=", pointed(told, "meeting")?.id ?? "")
            .executeTakeFirstOrThrow()
        ).status,
    },
  });
  return {
    ...kept,
    sees: (caller, minutes) => isFor(caller, { ...minutes, draft: isDraft(minutes) }),
    kept: (minutes) => (isDraft(minutes) ? { ...minutes, draft: true } : minutes),
    done: async (verb, asked, { subject }) => {
      const { tx, newId } = asked;
      const meeting = subject.meeting.id;
      const circulated = circulatedAccess(subject.meetingAccess);
      if (verb === "circulate" || verb === "recirculate") {
        const { number = 1, contentHash = "" } = subject.versions.at(-1) ?? {};
        const content = await contentOf(tx, meeting);
        await sql`update meetings.minutes_text set draft = false
          where minutes_id = ${subject.id} and draft`.execute(tx);
        const place = {
          minutes_id: subject.id,
          meeting_id: meeting,
          group_id: subject.group,
          access: circulated,
        };
        const text = { ...place, id: newId(), draft: false, number, content };
        await insertAll(tx, "meetings.minutes_text", [{ ...text, content_hash: contentHash }]);
        await openDrafts(tx, meeting, circulated);
        await ports.opened(asked, { minutes: subject, access: circulated, verb: `${verb}Minutes` });
      }
      if (verb === "publish") {
        const access = subject.meetingAccess;
        await sql`update meetings.minutes_text set access = ${access}
          where minutes_id = ${subject.id} and number = ${subject.publication.number}`.execute(tx);
        await showTo(tx, meeting, circulated, access);
        // Papers that came after the last agenda went to the group with the minutes.
        await sql`update meetings.paper set access = ${access}
          where meeting_id = ${meeting} and access = ${circulated} and not draft`.execute(tx);
        await ports.opened(asked, { minutes: subject, access, verb: "publishMinutes" });
      }
      const part = pointed(asked.told, "part");
      if (verb === "redact" && part !== undefined) {
        const made = await ports.raisedTexts(tx, meeting);
        const { passage } = asked.told;
        const words = typeof passage === "string" ? passage : undefined;
        await keepPassage(tx, subject, { part, passage: words, made, newId });
      }
      if (verb === "liftRedaction")
        await forgetPassage(tx, subject.id, Number(asked.told["redaction"]));
      if (verb === "withdraw") {
        await sql`update meetings.minutes_text set access = ${circulated}
          where minutes_id = ${subject.id}`.execute(tx);
        await showTo(tx, meeting, subject.meetingAccess, circulated);
      }
      if (verb === "recall") {
        await sql`update meetings.minutes_text set draft = true
          where minutes_id = ${subject.id}`.execute(tx);
        await draftAgain(tx, meeting);
      }
    },
  };
}

const said = ["attendance", "contribution", "decision", "meeting_role"] as const;

/** What was a draft is seen by the group. */
async function openDrafts(tx: Tx, meeting: Id, access: Access): Promise<void> {
  for (const part of [...said, "item", "paper"])
    await sql`update ${sql.table(`meetings.${part}`)} set draft = false, access = ${access}
      where meeting_id = ${meeting} and draft`.execute(tx);
  await sql`update meetings.item set outcome_draft = false, outcome_access = ${access}, outcome_out = outcome
    where meeting_id = ${meeting} and outcome_draft`.execute(tx);
}

/** What minutes say is seen by others from now on. What stood in the agenda stays as it was. */
async function showTo(tx: Tx, meeting: Id, from: Access, to: Access): Promise<void> {
  for (const part of said)
    await sql`update ${sql.table(`meetings.${part}`)} set access = ${to}
      where meeting_id = ${meeting} and access = ${from} and not draft`.execute(tx);
  await sql`update meetings.item set outcome_access = ${to}
    where meeting_id = ${meeting} and not outcome_draft`.execute(tx);
  await sql`update meetings.item set access = ${to}
    where meeting_id = ${meeting} and access = ${from} and not ${inAgenda}`.execute(tx);
}

/** What a document says is out, whatever verbs take back: it is at version 0. */
async function draftAgain(tx: Tx, meeting: Id): Promise<void> {
  for (const part of said)
    await sql`update ${sql.table(`meetings.${part}`)} set draft = true
      where meeting_id = ${meeting} and version > 0`.execute(tx);
  await sql`update meetings.item set outcome_draft = true, outcome_out = null, draft = draft or not ${inAgenda}
    where meeting_id = ${meeting} and version > 0`.execute(tx);
}

/** Whether an item stood in an agenda that was issued. */
const inAgenda = sql`exists (select from meetings.meeting m,
  jsonb_path_query(m.course, '$.agendas[*].items[*].item') listed
  where m.id = item.meeting_id and listed #>> '{}' = item.id::text)`;
