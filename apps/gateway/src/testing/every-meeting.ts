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
  const held = { id: await schedule("2026-09-08"), on: "2026-09-08" };
  await accepted("end", { ...held, attendanceNotStated: true });
  await everyPart(act, sitting);
  const id = await schedule("2026-09-15");
  await accepted("end", { id, on: "2026-09-15", attendanceNotStated: true });
  await accepted("close", { id });
  await accepted("reopen", { id, reason });
  await accepted("close", { id });
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
  for (const mode of ["IN_PERSON", "REMOTE", "HYBRID", "NOT_STATED"])
    await made("recordAttendance", { meeting, name: `Somebody ${mode.toLowerCase()}`, mode });
}
