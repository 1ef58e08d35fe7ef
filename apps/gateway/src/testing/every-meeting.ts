import type { Harbourside } from "./harbourside.ts";

// A meeting of the pavements group in every status that only verbs lead to.

/** Puts meetings on the calendar, and does to each what can be done. */
export async function everyMeeting(
  { act }: Pick<Harbourside, "act">,
  group: string,
): Promise<void> {
  const accepted = async (verb: string, input: object) => {
    const answer = await act("secretariat", `${verb}Meeting`, input);
    if (answer["code"] !== undefined) throw new Error(JSON.stringify(answer));
    return String(answer["id"]);
  };
  const schedule = (day: string, rest: object = {}) =>
    accepted("schedule", { group, starts: { local: `${day}T09:00` }, ...rest });
  const reason = "The group said so";
  await schedule("2098-01-05", { tentative: true });
  await accepted("postpone", { id: await schedule("2098-02-02"), reason });
  await accepted("cancel", { id: await schedule("2098-03-02"), reason });
  const sitting = await schedule("2026-09-01");
  await accepted("open", { id: sitting, on: "2026-09-01" });
  await everyPart(act, sitting);
  const held = async (day: string) => {
    const id = await schedule(day);
    await accepted("end", { id, on: day, attendanceNotStated: true });
    return id;
  };
  const later = await held("2026-09-22");
  const done = async (verb: string, input: object) => {
    const answer = await act("secretariat", verb, input);
    if (answer["code"] !== undefined) throw new Error(JSON.stringify(answer));
    return String(answer["id"]);
  };
  // A meeting that is recorded late moves the number of the one after it.
  await accepted("number", { id: later, ordinal: 1_000, reason });
  await accepted("number", { id: await held("2026-09-25"), ordinal: 1_001 });
  await held("2026-09-24");
  const circulated = async (day: string) => {
    const meeting = await held(day);
    return { meeting, id: await done("circulateMinutes", { meeting }) };
  };
  const closed = await circulated("2026-09-15");
  await done("agreeMinutes", { id: closed.id, meeting: later });
  await accepted("close", { id: closed.meeting });
  await accepted("reopen", { id: closed.meeting, reason });
  await accepted("close", { id: closed.meeting });
  await done("publishMinutes", { id: closed.id });
  await done("withdrawMinutes", { id: closed.id, reason });

  const { id, meeting } = await circulated("2026-09-16");
  const ask = () => done("requestCorrection", { id, text: "It was another kerb" });
  const settle = (correction: number, accept: boolean) =>
    done("settleCorrection", { id, correction, accept, reason });
  await ask();
  await ask();
  await settle(1, false);
  await settle(2, true);
  const item = await done("addItem", { meeting, heading: "Another kerb" });
  await done("minuteItem", { id: item, outcome: "NIL" });
  await done("recirculateMinutes", { id, change: "Another kerb" });
  const grounds = ["PERSONAL_DATA", "CONFIDENCE", "LEGAL_PRIVILEGE", "COMMERCIAL_INTERESTS"];
  for (const ground of [...grounds, "SECURITY", "OTHER"])
    await done("redactMinutes", { id, part: item, ground, reason });
  for (const redaction of [1, 2, 3, 4, 5, 6])
    await done("liftRedaction", { id, redaction, reason });
  await done("agreeMinutes", { id, meeting: later });
  await ask();
  await ask();
  await settle(3, true);
  await done("publishMinutes", { id });
  const planned = (await circulated("2026-09-19")).id;
  await done("planPublication", { id: planned, day: "2098-01-01" });
  await done("recallMinutes", { id: (await circulated("2026-09-17")).id });
  await done("publishMinutes", { id: (await circulated("2026-09-18")).id, asDraft: true });
}

/** Writes every sort of thing into the record of a meeting that has been opened. */
async function everyPart(act: Harbourside["act"], meeting: string): Promise<void> {
  const made = async (verb: string, input: object) => {
    const answer = await act("secretariat", verb, input);
    if (answer["code"] !== undefined) throw new Error(JSON.stringify(answer));
    return String(answer["id"]);
  };
  for (const outcome of ["AGREED", "DEFERRED", "NOT_REACHED", "WITHDRAWN"]) {
    const item = await made("addItem", { meeting, heading: `What was ${outcome.toLowerCase()}` });
    await made("recordContribution", {
      item,
      text: "The kerb is damp.",
      speakers: [{ name: "Sam" }],
    });
    await made("recordDecision", { item, text: "The kerb is to be dry." });
    await made("minuteItem", { id: item, outcome });
  }
  await everyFollowed(made, meeting);
  for (const mode of ["IN_PERSON", "REMOTE", "HYBRID", "NOT_STATED"])
    await made("recordAttendance", { meeting, name: `Somebody ${mode.toLowerCase()}`, mode });
}

/** Follows what was decided and undertaken to each end, and leaves what does not fit in the record. */
async function everyFollowed(
  made: (verb: string, input: object) => Promise<string>,
  meeting: string,
): Promise<void> {
  const item = await made("addItem", { meeting, heading: "What is followed" });
  const how = "By hand";
  for (const end of ["OPEN", "IMPLEMENTED", "SET_ASIDE"]) {
    const decision = await made("recordDecision", { item, text: `It is to be ${end}.` });
    const id = await made("registerDecision", { decision });
    await made("quoteDecision", { id, where: "A letter", text: "It is to be otherwise." });
    if (end === "IMPLEMENTED") await made("implementDecision", { id, how });
    if (end === "SET_ASIDE") await made("setDecisionAside", { id, reason: how });
  }
  for (const end of ["OPEN", "KEPT", "RELEASED"]) {
    const said = { item, text: "Nia offered to count.", speakers: [{ name: "Nia" }] };
    const contribution = await made("recordContribution", said);
    const id = await made("recordUndertaking", { contribution, text: "To count" });
    if (end === "KEPT") await made("keepUndertaking", { id, how });
    if (end === "RELEASED") await made("releaseUndertaking", { id, reason: how });
  }
  await made("recordAttendance", { meeting, name: "Nia", status: "APOLOGIES" });
}
