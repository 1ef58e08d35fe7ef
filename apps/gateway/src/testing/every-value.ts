import type { Db } from "@remit/database";
import { MembershipRole, OtherNameKind } from "@remit/groups";
import { surroundings } from "@remit/gateway";
import { importDocument, type Told } from "@remit/import";
import { kerbLinks } from "@remit/import/testing";
import { bareLists, everyCommitment, everyFinding, everyWord } from "./every-document.ts";
import { everyMeeting } from "./every-meeting.ts";
import { everyPost } from "./every-post.ts";
import { everyPromise } from "./every-promise.ts";
import { everyQuorum } from "./every-quorum.ts";
import { everyTerms } from "./every-terms.ts";
import { type Harbourside, openHarbourside } from "./harbourside.ts";

// A record in which every value of every closed set stands, written by nothing but imports and verbs.

/** Fills an empty database with every value of every closed set. */
export async function fillWithEveryValue(db: Db): Promise<void> {
  const desk = await openHarbourside(db);
  const take = (name: string, text: string, told: Told = {}) =>
    importDocument(db, { name, bytes: new TextEncoder().encode(text) }, told, surroundings);
  await take("every-kind.json", JSON.stringify(everyCommitment));
  await take("report.txt", everyFinding);
  await take("may.txt", everyWord);
  await take("june.txt", bareLists);
  for (const access of ["group", "officials", "restricted"] as const) {
    const name = `${access} Lamps`;
    await take(`${access}.txt`, everyWord.replaceAll("Harbourside Pavements", name), { access });
  }
  await take(
    "agenda.txt",
    `Harbourside Pavements Working Group minutes: January 2099

Date of meeting: 12 January 2099
Time: 10:00

Agenda

1. Welcome and apologies
2. Damp kerbs (paper 7)
`,
  );
  try {
    await actions(desk);
    await answers(db, desk);
    await everyPromise(db, desk);
    const terms = { group: `Group:${desk.group}`, meeting: await desk.meetingOn("2026-04-14") };
    await everyTerms(desk, terms);
    await everyPost(db, desk, {
      group: `Group:${desk.group}`,
      person: `Person:${desk.pavements.person.id}`,
      organisation: `Organisation:${desk.pavements.organisation.id}`,
      meeting: terms.meeting,
    });
    await everyMeeting(desk, `Group:${desk.group}`);
    await everyQuorum(desk);
    await take("links.json", kerbLinks("HPWG-2026-03-A1"));
    const person = `Person:${desk.pavements.person.id}`;
    const group = `Group:${desk.hill}`;
    for (const each of MembershipRole.options) {
      const role = each.replace("-", "_").toUpperCase();
      const days = { from: "2025-05-01", to: "2025-05-01" };
      await accepted(desk.act("stranger", "addMember", { group, person, role, ...days }));
    }
    const otherNames = OtherNameKind.options.map((kind) => ({
      name: `Called ${kind}`,
      kind: kind.toUpperCase(),
    }));
    await accepted(desk.act("secretariat", "correctName", { id: person, otherNames }));
    await accepted(
      desk.act("secretariat", "setPublicProfile", { id: person, profile: "ROLE_ONLY" }),
    );
  } finally {
    desk.close();
  }
}

/** Throws what was refused. */
async function accepted(acting: Promise<Record<string, unknown>>): Promise<void> {
  const answer = await acting;
  if (answer["code"] !== undefined) throw new Error(JSON.stringify(answer));
}

async function actions(desk: Awaited<ReturnType<typeof openHarbourside>>): Promise<void> {
  const next = await desk.meetingOn("2026-04-14");
  const { pavements } = desk;
  const act = (move: string, input: object) =>
    accepted(desk.act("secretariat", `${move}Action`, input));
  const raise = (facts: object) => desk.raise("Sam to paint the kerb", facts);
  const sam = { agent: { name: "Sam" } };
  const reason = "The group said so";
  const begun = async (facts: object = {}) => {
    const id = await raise(facts);
    await act("start", { id });
    return id;
  };

  for (const completion of [
    { all: true },
    { any: true },
    { atLeast: 1 },
    { byGroup: true },
    { lead: true },
  ])
    await raise({ completion, owners: [{ ...sam, role: "LEAD" }] });
  for (const role of ["LEAD", "CO_OWNER", "SUPPORT", "NOT_STATED"])
    await raise({
      owners: [
        { ...sam, role },
        { agent: { name: "Robin" }, role: "CO_OWNER" },
      ],
    });
  for (const due of [
    { asap: true },
    { asWritten: "soon" },
    { byMeeting: next },
    { date: "2026-05" },
    { standing: {} },
    { within: { duration: "P1M", from: "2026-03-10" } },
  ])
    await raise({ due });
  const followUps = ["AGENDA_ITEM", "REPORT_BACK"].map((kind) => ({ kind, text: "Kerbs" }));
  await raise({ followUps, draft: true });
  const agents = [
    { person: `Person:${pavements.person.id}` },
    { organisation: `Organisation:${pavements.organisation.id}` },
    { group: `Group:${pavements.group.id}` },
  ];
  for (const agent of agents) await raise({ owners: [{ agent }] });
  for (const selector of ["ATTENDEES", "EVERYONE", "MEMBERS", "OFFICIALS", "SECRETARIAT"]) {
    const agent = { collective: { selector, label: selector.toLowerCase() } };
    const id = await raise({ owners: [{ agent }] });
    if (selector === "MEMBERS") await act("shareOut", { id, owner: agent });
  }
  for (const status of ["ACKNOWLEDGED", "DECLINED", "DONE", "NOT_APPLICABLE"])
    await act("answer", { id: await raise({}), owner: sam.agent, status });
  for (const outcome of [
    "CARRIED_FORWARD",
    "ESCALATED",
    "NOT_REVIEWED",
    "PROGRESS_NOTED",
    "REVISED",
    "CLOSED",
  ])
    await act("review", { id: await raise({}), meeting: next, outcome });
  for (const progress of [
    { exact: { value: "3", unit: "kerbs" } },
    { notStated: true },
    { qualitative: "half" },
  ])
    await act("report", { id: await raise({}), text: "Under way", progress });
  for (const relation of ["CONTRIBUTES_TO", "DELIVERS", "EVIDENCE_FOR", "RESPONDS_TO"])
    await act("link", {
      id: await raise({}),
      relation,
      target: `Commitment:${pavements.commitment.id}`,
      reason,
    });
  for (const kind of ["AGREED_CLOSED", "COMPLETED", "NO_LONGER_RELEVANT"]) {
    const id = await begun();
    await act("complete", { id, override: reason });
    await act("close", { id, kind, agreedIn: next });
  }
  await act("block", { id: await begun(), reason });
  const blocked = await begun();
  await act("block", { id: blocked, reason });
  await act("unblock", { id: blocked, reason });
  const done = await begun();
  await act("complete", { id: done, override: reason });
  await act("reject", { id: done, reason });
  await act("complete", { id: done, override: reason });
  await act("close", { id: done, kind: "COMPLETED", agreedIn: next });
  await act("reopen", { id: done, reason, agreedIn: next });
  await act("reassign", { id: done, reason, owners: [{ agent: { name: "Robin" } }] });
  await act("reschedule", { id: done, reason, due: { asap: true } });
  await act("supersede", { id: await raise({}), successors: [done], reason });
  await act("withdraw", { id: await raise({}), reason });
  await act("complete", { id: await begun(), override: reason });
  const reworded = await raise({});
  await act("reword", { id: reworded, text: "Sam to paint each kerb", reason });
  const transferred = await raise({});
  await act("transfer", { id: transferred, to: `Group:${pavements.neighbours.id}`, reason });
  const given = await raise({});
  await act("transfer", { id: given, to: `Group:${pavements.neighbours.id}`, reason });
  await desk.act("stranger", "receiveAction", { id: given, reason });
}

/** Every answer to what a document says. */
async function answers(db: Db, { act, group }: Pick<Harbourside, "act" | "group">): Promise<void> {
  const facts = await db
    .selectFrom("documents.fact")
    .select("id")
    .where("group_id", "=", group)
    .where("kind", "=", "item")
    .orderBy("id")
    .limit(3)
    .execute();
  const [right, other, none] = facts.map(({ id }) => `Fact:${id}`);
  await accepted(act("secretariat", "confirmFact", { id: right }));
  await accepted(act("secretariat", "correctFact", { id: other, value: "Kerbs, again" }));
  await accepted(act("secretariat", "rejectFact", { id: none }));
}
